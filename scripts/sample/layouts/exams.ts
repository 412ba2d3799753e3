import { laid, type LaidCell, type LaidSheet } from "./laid";
import type { SamplePupil, SampleProcedure, SampleSchool } from "./people";

const CODES: Readonly<Record<string, string>> = {
  "русский язык": "01 - Русский язык",
  математика: "02 - Математика",
  "математика базовая": "22 - Математика базовая",
};

/** A test score on both sides of 24: 23 and 0 fail, 24 and 90 pass. */
function scoreOf(fails: boolean, n: number): number {
  return fails ? ([23, 0, 12][n % 3] ?? 0) : ([24, 90, 61][n % 3] ?? 24);
}

interface Line {
  school: SampleSchool;
  pupil: SamplePupil;
  n: number;
}

function linesOf({ pupils }: SampleProcedure): Line[] {
  return [...pupils].flatMap(([school, list]) => list.map((pupil, n) => ({ school, pupil, n })));
}

function resultOf({ form, subject }: SampleProcedure, { pupil: { mark }, n }: Line): number | null {
  if (mark === null) return null;
  return form === "ЕГЭ" && subject === "русский язык" ? scoreOf(mark === 2, n) : mark;
}

const title = ({ subject, day }: SampleProcedure): string => `${CODES[subject] ?? subject} ${day}`;
const isScore = ({ form, subject }: SampleProcedure): boolean => form === "ЕГЭ" && subject === "русский язык";

/** Sparse: every second column is empty; all exams under one another, with footers. */
export function paintSparse(procedures: readonly SampleProcedure[], sheet = "Протокол"): LaidSheet {
  const cells: LaidCell[][] = [["Протокол проверки"], ["20 - Н-ская область"], []];
  for (const procedure of procedures) {
    const result = isScore(procedure) ? "Тестовый балл" : "Оценка";
    cells.push([null, null, title(procedure)]);
    cells.push([
      ...["№", null, "Код МСУ", null, "Код ОО", null, "Класс", null, "Код ППЭ", null, "Аудитория", null],
      ...[
        "Фамилия",
        "Имя",
        "Отчество",
        null,
        "Задания с кратким ответом",
        null,
        "Задания с развёрнутым ответом",
        null,
      ],
      ...["Первичный балл", null, result],
    ]);
    const lines = linesOf(procedure);
    lines.forEach((line, at) => {
      const { surname, name, patronymic, grade } = line.pupil;
      const value = resultOf(procedure, line);
      cells.push([
        ...[at + 1, null, 12, null, Number(line.school.code), null, grade, null, 101, null, 5, null],
        ...[
          surname,
          name,
          patronymic,
          null,
          "1+2-",
          null,
          "0(2)1(3)",
          null,
          value === null ? null : 10,
          null,
          value,
        ],
      ]);
    });
    const blank = Array<null>(21).fill(null);
    const took = lines.filter(({ pupil }) => pupil.mark !== null).length;
    cells.push(["Средние", ...blank, 41.5]);
    cells.push(["Минимальная граница", ...blank, isScore(procedure) ? 24 : 3]);
    cells.push(["Всего участников", null, took], []);
  }
  return laid(sheet, cells);
}

/** Dense: a sheet per exam, results as text, documents beside the names. */
export function paintDense(procedures: readonly SampleProcedure[]): LaidSheet[] {
  return procedures.map((procedure) => {
    const cells: LaidCell[][] = [
      [title(procedure)],
      [
        ...[
          "№",
          "Код ОО",
          "Класс",
          "Код ППЭ",
          "Аудитория",
          "Код участника",
          "Фамилия",
          "Имя",
          "Отчество",
          "Серия",
          "Номер",
        ],
        ...[
          "Ответы в краткой форме",
          "Ответы в развернутой форме",
          "Первичный балл",
          isScore(procedure) ? "Итоговый балл" : "Оценка",
        ],
      ],
    ];
    linesOf(procedure).forEach((line, at) => {
      const { surname, name, patronymic, grade, code, document } = line.pupil;
      const value = resultOf(procedure, line);
      cells.push([
        ...[at + 1, line.school.code, grade, 101, 5, code, surname, name, patronymic, "0101", document],
        ...["1+2-", "0(2)", value === null ? null : "10", value === null ? "неявка" : String(value)],
      ]);
    });
    return laid(title(procedure).slice(0, 31), cells);
  });
}

/** The normalised .csv of ОГЭ: the exam stands in the file's name only. */
export function paintCsv(procedures: readonly SampleProcedure[]): LaidSheet[] {
  return procedures.map((procedure) => {
    const cells: LaidCell[][] = [
      [
        ...[
          "SchoolCode",
          "ClassCode",
          "StationCode",
          "AuditoriumCode",
          "GovernmentCell",
          "SurnameCell",
          "NameCell",
        ],
        ...[
          "SecondNameCell",
          "DocumentSeriesCode",
          "DocumentNumberCode",
          "TestResultBCell",
          "TestResultCCell",
        ],
        ...["PrimaryMark", "Mark5"],
      ],
    ];
    for (const line of linesOf(procedure)) {
      const { surname, name, patronymic, grade, document } = line.pupil;
      const value = resultOf(procedure, line);
      cells.push([
        ...[
          line.school.code,
          grade,
          "101",
          "5",
          "12",
          surname,
          name,
          patronymic,
          "0101",
          document,
          "+-",
          "0",
        ],
        ...[value === null ? null : "10", value === null ? null : String(value)],
      ]);
    }
    const file = `${(CODES[procedure.subject] ?? "").slice(0, 2)}_${procedure.day}_ОГЭ.csv`;
    return laid(file.replace(/\.csv$/, ""), cells, { file });
  });
}

/**
 * Before the appeals: in every school the first who passed stands with «2», and an appeals protocol mends it. In
 * September everybody who failed comes again and passes, which must change nothing.
 */
export function paintAppeals(procedures: readonly SampleProcedure[]): LaidSheet[] {
  const appeals: LaidCell[][] = [
    ["Протокол проверки результатов  государственной итоговой аттестации 2026 г."],
    [
      "№",
      "Код ОО",
      "Класс",
      "Код ППЭ",
      "Аудитория",
      "Фамилия",
      "Имя",
      "Отчество",
      "Экзамен",
      "Состояние апелляции",
      "Текущие",
      null,
    ],
    [null, null, null, null, null, null, null, null, null, null, "Первичный балл", "Оценка"],
  ];
  const before = procedures.map((procedure) => {
    const pupils = new Map(
      [...procedure.pupils].map(([school, list]) => {
        const first = list.find(({ mark }) => mark !== null && mark > 2);
        if (first !== undefined) {
          const { surname, name, patronymic, grade, mark } = first;
          const exam = `${(CODES[procedure.subject] ?? "").slice(5)}(${procedure.day})`;
          appeals.push([
            ...[
              appeals.length - 2,
              school.code,
              grade,
              "101",
              "5",
              surname.toUpperCase(),
              name,
              patronymic,
              exam,
            ],
            ...["Удовлетворена", "22", String(mark)],
          ]);
        }
        return [school, list.map((pupil) => (pupil === first ? { ...pupil, mark: 2 as const } : pupil))];
      }),
    );
    return { ...procedure, pupils };
  });
  const september = procedures.map((procedure) => ({
    ...procedure,
    day: "2026.09.05",
    pupils: new Map(
      [...procedure.pupils].map(([school, list]) => [
        school,
        list.filter(({ mark }) => mark === 2).map((pupil) => ({ ...pupil, mark: 3 as const })),
      ]),
    ),
  }));
  return [
    laid("Апелляции", appeals, { merges: [[1, 10, 1, 11]] }),
    paintSparse(before),
    paintSparse(september, "Пересдача"),
  ];
}
