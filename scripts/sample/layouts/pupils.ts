import { laid, type LaidCell, type LaidSheet } from "./laid";
import type { Mark, SamplePupil, SampleProcedure, SampleSchool } from "./people";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A made-up scale: «3» from 7, «4» from 11, «5» from 15, 20 at most. */
export const SCALE = { three: 7, four: 11, five: 15, most: 20 };

/** The lowest or the highest total of a mark, by turns: both ends of every band are met. */
function totalOf(mark: Mark, n: number): number {
  const bands = { 2: [0, 6], 3: [7, 10], 4: [11, 14], 5: [15, 20] };
  return bands[mark][n % 2] ?? 0;
}

/** L3: a row per pupil, a group row per school; some of those without a mark have X, some «нет отметки». */
export function paintIndividual(procedures: readonly SampleProcedure[]): LaidSheet[] {
  return procedures.map(({ subject, grade, year, day, pupils }) => {
    const cells: LaidCell[][] = [
      ["Индивидуальные результаты"],
      [],
      [`ВПР ${year} ${capital(subject)} ${grade ?? ""} класс`],
      ["Предмет:", capital(subject)],
      ["Максимальный первичный балл:", 20],
      ["Дата:", day.split(".").reverse().join(".")],
      ["Уровень сложности задания", null, null, null, null, null, "Б", "П"],
      [
        "ОО",
        "Муниципалитет",
        "Название ОО",
        "Код участника",
        "Класс",
        "Вариант",
        "1 (10б)",
        "2 (10б)",
        "Первичный балл",
        "Отметка",
        "Отметка по журналу",
      ],
    ];
    for (const [school, list] of pupils) {
      const name = `${school.name}(edu${school.login})`;
      const took = list.filter(({ mark }) => mark !== null).length;
      cells.push([`${name} | Кол-во участников: ${took}`]);
      list.forEach(({ code, grade: letter, mark }, n) => {
        const who = [`edu${school.login}`, "Н-ский муниципальный округ", name, code, letter];
        if (mark === null) cells.push([...who, n % 2, "X", "Х", "X", n % 2 === 0 ? "нет отметки" : "-", 3]);
        else {
          const total = totalOf(mark, n);
          const first = Math.min(10, total);
          cells.push([
            ...who,
            1 + (n % 2),
            first,
            n % 3 === 0 && total <= 10 ? "X" : total - first,
            total,
            n % 4 === 0 ? String(mark) : mark,
            3,
          ]);
        }
      });
    }
    return laid(`Индивидуальные ${subject.slice(0, 3)} ${year}`, cells);
  });
}

/** L4, regional dump of 2021: all values text, schools by login. */
export function paintForm2021(procedures: readonly SampleProcedure[]): LaidSheet[] {
  return procedures.map(({ subject, grade, year, pupils }) => {
    const cells: LaidCell[][] = [
      [
        "логин школы",
        "регион",
        "номер обучающегося",
        "код обучающегося",
        "отметка за предыдущую четверть/триместр",
        "пол",
        "класс",
        "вариант",
        "всего баллов",
        "балл за 1",
        "балл за 2",
        "Учебник",
        "Др.уч. автор",
        "Др.уч. название",
      ],
    ];
    each(pupils, ({ login }, { code, grade: letter, mark }, n) => {
      const who = [`sch${login}`, "20", String(n + 1), code, "3", "ж", letter];
      const total = mark === null ? 0 : totalOf(mark, n);
      const first = Math.min(10, total);
      if (mark === null) cells.push([...who, "отсутствовал", "0", null, null, null, null, null]);
      else cells.push([...who, "1", String(total), String(first), String(total - first), null, null, null]);
    });
    const word = subject === "математика" ? "математике" : "русскому языку";
    const file = `Проведение работы по ${word}, ${grade ?? ""} класс. ВПР ${year}.xlsx`;
    return laid("Sheet", cells, { file });
  });
}

/** L4, regional dump of 2022: cells glued with a pipe. */
export function paintForm2022(procedures: readonly SampleProcedure[]): LaidSheet[] {
  return procedures.map(({ subject, grade, year, pupils }) => {
    const cells: LaidCell[][] = [
      [
        "Пользователь",
        "Код региона",
        "Регион",
        "Муниципалитет",
        "Школа",
        "Дата загрузки",
        "Код",
        "Вариант",
        "1 (10б)",
        "2 (10б)",
        "Наименование класса",
        "Пол",
        "Отметка за предыдущий триместр/ четверть/полугодие",
        "Итого баллов",
      ],
    ];
    each(pupils, ({ login, name }, { code, grade: letter, mark }, n) => {
      const school = `edu${login} | ${name}`;
      const who = [
        `edu${login}`,
        20,
        "reg200000 | Н-ская область",
        "reg20_m012 | Н-ский муниципальный округ",
        school,
        `17.03.${year} 05:09:18`,
        code,
      ];
      const total = mark === null ? 0 : totalOf(mark, n);
      const first = Math.min(10, total);
      if (mark === null) cells.push([...who, "отсутствовал", null, null, letter, "м", 3, 0]);
      else cells.push([...who, 1, first, total - first, letter, "м", 3, total]);
    });
    return laid("Протокол", cells, { file: `ВПР ${year} ${subject} ${grade ?? ""} класс.xlsx` });
  });
}

/** L4, the form one school fills in since 2025: a file per school, rows filled in beforehand. */
export function paintForm2026(procedures: readonly SampleProcedure[], blanks = 30): LaidSheet[] {
  return procedures.flatMap(({ subject, grade, year, pupils }) =>
    [...pupils].map(([school, list]) => {
      const cells: LaidCell[][] = [
        [
          "Код участника",
          "Вариант",
          "1 (10б)",
          "2К1 (10б)",
          "Порядковый номер класса",
          "Отметка за предыдущий триместр/ четверть/полугодие",
          "Итого баллов",
        ],
      ];
      list.forEach(({ code, grade: letter, mark }, n) => {
        const total = mark === null ? 0 : totalOf(mark, n);
        const first = Math.min(10, total);
        const order = letter.endsWith("А") ? 1 : 2;
        if (mark === null) cells.push([code, "отсутствовал", null, null, order, 3, 0]);
        else cells.push([code, 1 + (n % 4), first, total - first, order, 3, total]);
      });
      for (let n = 0; n < blanks; n++) cells.push([String(9990001 + n), null, null, null, null, null, 0]);
      const file = `edu${school.login} ВПР ${subject} ${grade ?? ""} класс ${year}.xlsx`;
      return laid("Протокол", cells, { file });
    }),
  );
}

function each(
  pupils: ReadonlyMap<SampleSchool, readonly SamplePupil[]>,
  visit: (school: SampleSchool, pupil: SamplePupil, n: number) => void,
): void {
  for (const [school, list] of pupils)
    list.forEach((pupil, n) => {
      visit(school, pupil, n);
    });
}
