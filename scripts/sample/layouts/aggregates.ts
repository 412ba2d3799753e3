import { laid, percent, type LaidCell, type LaidSheet } from "./laid";
import { marksOf, truthOf, type SampleProcedure, type Truth } from "./people";

const subjectCode = (subject: string): string => (subject.startsWith("рус") ? "РУ" : "МА");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function titles(head: string, { subject, grade, year, day }: SampleProcedure): LaidCell[][] {
  return [
    [head],
    [],
    [`ВПР ${year} ${capital(subject)} ${grade ?? ""} класс`],
    ["Предмет:", capital(subject)],
    ["Максимальный первичный балл:", 20],
    ["Дата:", day.split(".").reverse().join(".")],
    [],
  ];
}

/** L1: a sheet per procedure, shares with two decimals, wider areas first. */
export function paintStatistics(procedures: readonly SampleProcedure[]): LaidSheet[] {
  return procedures.map((procedure) => {
    const rows: LaidCell[][] = [
      ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5],
      ["Вся выборка", 35589, 1722202, 5.06, 32.92, 44.33, 17.69],
      ["Н-ская область", 560, 30216, 13.44, 44.15, 36.28, 6.14],
      ["Н-ский муниципальный округ(reg20_m012)", 8, 316, 13.57, 46.9, 33.65, 5.88],
    ];
    for (const [{ name, login }, pupils] of procedure.pupils) {
      const marks = marksOf(pupils);
      const count = marks.reduce((sum, one) => sum + one, 0);
      if (count === 0) continue;
      rows.push([`${name}(edu${login})`, null, count, ...marks.map((one) => percent(one, count))]);
    }
    const name = `${subjectCode(procedure.subject)} 5 Статистика ${procedure.year}`;
    return laid(name, [...titles("Статистика по отметкам", procedure), ...rows]);
  });
}

/** L7: a sheet per subject, a year over every five columns. */
export function paintPortal(procedures: readonly SampleProcedure[]): LaidSheet[] {
  const subjects = [...new Set(procedures.map(({ subject }) => subject))];
  return subjects.map((subject) => {
    const years = procedures.filter((procedure) => procedure.subject === subject);
    const schools = [...(years[0]?.pupils.keys() ?? [])];
    const head: LaidCell[] = ["Группы участников"];
    const below: LaidCell[] = [null];
    const merges: [number, number, number, number][] = [[0, 0, 1, 0]];
    for (const { year } of years) {
      merges.push([0, head.length, 0, head.length + 4]);
      head.push(year, null, null, null, null);
      below.push("Кол-во участников", 2, 3, 4, 5);
    }
    const area = (name: string): LaidCell[] => [name, ...years.flatMap(() => [3000, 10.5, 39.5, 40, 10])];
    const rows = schools.map((school) => [
      school.name,
      ...years.flatMap(({ pupils }): LaidCell[] => {
        const marks = marksOf(pupils.get(school) ?? []);
        const count = marks.reduce((sum, one) => sum + one, 0);
        return count === 0 ? Array<null>(5).fill(null) : [count, ...marks.map((one) => percent(one, count))];
      }),
    ]);
    const cells = [head, below, area("Все муниципалитеты"), area("Н-ский муниципальный округ"), ...rows];
    return laid(`ВПР ${subject} 5 класс`, cells, { merges });
  });
}

/** A row per school, procedure and year. */
export function paintLongList(procedures: readonly SampleProcedure[]): LaidSheet[] {
  const rows = truthOf(procedures).map((row, n) => [
    ...[
      n + 1,
      row.code,
      row.school,
      row.procedure,
      `${row.year - 1}/${row.year}`,
      row.participants,
      row.failed,
    ],
  ]);
  const head = ["№", "Код ОО", "Школа", "Процедура", "Учебный год", "Количество участников", "Не справились"];
  return [laid("Результаты", [head, ...rows])];
}

/** Schools in rows; a procedure of a year over two columns. */
export function paintWide(procedures: readonly SampleProcedure[]): LaidSheet[] {
  const top: LaidCell[] = ["Школа"];
  const middle: LaidCell[] = [null];
  const bottom: LaidCell[] = [null];
  const merges: [number, number, number, number][] = [[0, 0, 2, 0]];
  for (const { form, subject, grade, year } of procedures) {
    merges.push([0, top.length, 0, top.length + 1], [1, top.length, 1, top.length + 1]);
    top.push(`${year - 1}/${year}`, null);
    middle.push([form, subject, grade].filter((part) => part !== undefined).join(" "), null);
    bottom.push("Участников", "Получили «2»");
  }
  const schools = [...(procedures[0]?.pupils.keys() ?? [])];
  const rows = schools.map((school) => [
    school.name,
    ...procedures.flatMap(({ pupils }): LaidCell[] => {
      const marks = marksOf(pupils.get(school) ?? []);
      const count = marks.reduce((sum, one) => sum + one, 0);
      return count === 0 ? ["н/д", "н/д"] : [count, marks[0]];
    }),
  ]);
  return [laid("Свод", [top, middle, bottom, ...rows], { merges })];
}

/** A plain matrix of shares under procedures, a sheet per year, two decimals. */
export function paintMatrix(procedures: readonly SampleProcedure[]): LaidSheet[] {
  const years = [...new Set(procedures.map(({ year }) => year))];
  return years.map((year) => {
    const own = procedures.filter((procedure) => procedure.year === year);
    const head = ["ОО", ...own.map(({ form, subject, grade }) => [form, subject, grade].join(" "))];
    const schools = [...(own[0]?.pupils.keys() ?? [])];
    const rows = schools.map((school) => [
      school.name,
      ...own.map(({ pupils }) => {
        const marks = marksOf(pupils.get(school) ?? []);
        const count = marks.reduce((sum, one) => sum + one, 0);
        return count === 0 ? "-" : `${percent(marks[0], count).toFixed(2).replace(".", ",")}%`;
      }),
    ]);
    return laid(`${year}`, [
      [`Доля обучающихся, получивших «2», ${year - 1}/${year} учебный год`],
      head,
      ...rows,
    ]);
  });
}

/** Schools in columns: two rows a procedure, its name merged over both; a sheet per year. */
export function paintTurned(procedures: readonly SampleProcedure[]): LaidSheet[] {
  const years = [...new Set(procedures.map(({ year }) => year))];
  return years.map((year) => {
    const own = procedures.filter((procedure) => procedure.year === year);
    const schools = [...(own[0]?.pupils.keys() ?? [])];
    const rows = own.flatMap(({ form, subject, grade, pupils }) => {
      const marks = schools.map((school) => marksOf(pupils.get(school) ?? []));
      const counts = marks.map((each) => each.reduce((sum, one) => sum + one, 0));
      return [
        [
          [form, subject, `${grade} класс`].join(", "),
          "Участников",
          ...counts.map((count) => (count === 0 ? "-" : count)),
        ],
        [null, "Получили «2»", ...marks.map(([failed], at) => (counts[at] === 0 ? "-" : failed))],
      ];
    });
    return laid(
      `${year}`,
      [
        [`Результаты, ${year - 1}/${year} учебный год`],
        ["Работа", "Показатель", ...schools.map(({ name }) => name)],
        ...rows,
      ],
      { merges: own.map((_, at) => [2 + at * 2, 0, 3 + at * 2, 0]) },
    );
  });
}

/** L2 for the same procedures: every mark is compared with a made-up mark of the journal. */
export function paintJournal(procedures: readonly SampleProcedure[]): {
  sheets: LaidSheet[];
  truth: JournalTruth[];
} {
  const truth: JournalTruth[] = [];
  const sheets = procedures.map((procedure) => {
    const word = {
      lowered: "Понизили (Отметка < Отметка",
      confirmed: "Подтвердили (Отметка = Отметке",
      raised: "Повысили (Отметка > Отметка",
    };
    const head = ["Группы участников", "Кол-во участников(всего)"];
    for (const part of Object.values(word))
      head.push(`${part} по журналу) %`, `${part} по журналу) Кол-во участников`);
    const rows: LaidCell[][] = [head, ["Н-ская область", 29589, 37.22, 11011, 60.67, 17951, 2.11, 624]];
    for (const [school, pupils] of procedure.pupils) {
      const count = pupils.filter(({ mark }) => mark !== null).length;
      if (count === 0) continue;
      const lowered = pupils.filter(({ mark }) => mark === 2).length;
      const raised = pupils.filter(({ mark }) => mark === 5).length;
      const parts = [lowered, count - lowered - raised, raised];
      rows.push([
        `${school.name}(edu${school.login})`,
        count,
        ...parts.flatMap((part) => [percent(part, count), part]),
      ]);
      const [row] = truthOf([{ ...procedure, pupils: new Map([[school, pupils]]) }]);
      if (row !== undefined) truth.push({ ...row, lowered, raised });
    }
    const name = `${subjectCode(procedure.subject)} 5 Сравнение ${procedure.year}`;
    return laid(name, [...titles("Сравнение отметок с отметками по журналу", procedure), ...rows]);
  });
  return { sheets, truth };
}

export interface JournalTruth extends Truth {
  lowered: number;
  raised: number;
}
