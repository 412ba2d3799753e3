import type { CellValue } from "../../../../src/domain/grid";
import { procedureTitle } from "../../../../src/domain/results/procedure";
import { readWorkbook } from "../../../../src/domain/results/read";
import { grid } from "../sheet";

type Rows = CellValue[][];

/** L1, L2, L3 and L4 of layouts.md, two schools each. */
const MARKS: Rows = [
  ["Статистика по отметкам"],
  [],
  ["ВПР 2026 Русский язык 4 класс"],
  ["Предмет:", "Русский язык"],
  ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5],
  ["Вся выборка", 35589, 1722202, 5.06, 32.92, 44.33, 17.69],
  ["МБОУ «СОШ № 1»(edu200001)", null, 20, 35, 25, 25, 15],
  ["МБОУ «СОШ № 2»(edu200002)", null, 10, 10, 40, 30, 20],
];
const JOURNAL: Rows = [
  ["ВПР 2026 Русский язык 4 класс"],
  [
    "Группы участников",
    "Кол-во участников(всего)",
    "Понизили (Отметка < Отметка по журналу) %",
    "Понизили (Отметка < Отметка по журналу) Кол-во участников",
    "Подтвердили (Отметка = Отметке по журналу) %",
    "Подтвердили (Отметка = Отметке по журналу) Кол-во участников",
    "Повысили (Отметка > Отметка по журналу) %",
    "Повысили (Отметка > Отметка по журналу) Кол-во участников",
  ],
  ["МБОУ «СОШ № 1»(edu200001)", 20, 50, 10, 45, 9, 5, 1],
  ["МБОУ «СОШ № 2»(edu200002)", 10, 10, 1, 80, 8, 10, 1],
];
const PUPILS: Rows = [
  ["ВПР 2026 Русский язык 4 класс"],
  [
    "ОО",
    "Муниципалитет",
    "Название ОО",
    "Код участника",
    "Класс",
    "Вариант",
    "1 (2б)",
    "Первичный балл",
    "Отметка",
  ],
  ["МБОУ «СОШ № 1»(edu200001) | Кол-во участников: 2"],
  ["edu200001", "Н-ский район", "МБОУ «СОШ № 1»(edu200001)", "40001", "4А", 1, 2, 15, 3],
  ["edu200001", "Н-ский район", "МБОУ «СОШ № 1»(edu200001)", "40002", "4А", 1, 0, 4, 2],
];
const FORM: Rows = [
  ["ВПР 2026 Русский язык 4 класс"],
  ["МБОУ «СОШ № 1»(edu200001)"],
  ["Код участника", "Вариант", "1 (5б)", "2 (3б)", "Итого баллов"],
  ["40001", 1, 5, 2, 7],
  ["40002", 2, 1, 0, 1],
];
const EXAM_HEADER = [
  "№",
  "Код ОО",
  "Класс",
  "Код ППЭ",
  "Фамилия",
  "Имя",
  "Отчество",
  "Первичный балл",
  "Оценка",
];
/** L6: class 9 fails below 3. */
const EXAM: Rows = [
  ["Протокол проверки"],
  ["02 - Математика 2026.06.02"],
  EXAM_HEADER,
  [1, 13450, "9А", 101, "Абракадабров", "Аб", "Вг", 4, 2],
  [2, 13450, "9А", 101, "Бубликовский", "Бу", "Вг", 14, 4],
  ["Средние", null, null, null, null, null, null, 9, 3],
  ["Всего участников", 2],
];
/** L5, of another year and other people; 24 passes. */
const EXAM_ELEVEN: Rows = [
  ["01 - Русский язык 2025.06.04"],
  [...EXAM_HEADER.slice(0, 8), "Балл"],
  [1, 417, "11", 101, "Вавилонюк", "Ва", "Вг", 12, 20],
  [2, 417, "11", 101, "Гогельмогель", "Го", "Вг", 30, 70],
];
const SCALE = {
  procedure: { form: "ВПР" as const, subject: "русский язык", grade: 4 },
  year: 2026,
  most: 20,
  three: 3,
  four: 5,
  five: 7,
  citation: "пример",
};

/** Another table: its own title, header and two schools. */
const OWN: Rows = [
  ["ОГЭ математика 2024/2025"],
  ["Школа", "Участников", "Не справились"],
  ["МБОУ «СОШ № 1»", 30, 12],
  ["МБОУ «СОШ № 2»", 25, 3],
];
const UNTITLED: Rows = OWN.slice(1);
const OWN_READ = ["СОШ № 1 ОГЭ математика 2025 12/30", "СОШ № 2 ОГЭ математика 2025 3/25"];

const below = (first: Rows, second: Rows, gap = 2): Rows => [
  ...first,
  ...Array.from({ length: gap }, (): CellValue[] => []),
  ...second,
];
const beside = (first: Rows, second: Rows, from: number): Rows => {
  const width = Math.max(...first.map((row) => row.length)) + 1;
  const height = Math.max(first.length, from + second.length);
  return Array.from({ length: height }, (_, row) => {
    const left = Array.from({ length: width }, (__, column) => first[row]?.[column] ?? null);
    return [...left, ...(second[row - from] ?? [])];
  });
};

function read(rows: Rows): {
  readonly results: string[];
  readonly said: string[];
  readonly layouts: string[];
} {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
  const reading = readWorkbook([grid(cells, { sheet: "Лист1" })], { scales: [SCALE] });
  return {
    results: reading.results
      .map(
        ({ school, schoolCode, procedure, year, failed, participants }) =>
          `${school.replace(/^МБОУ «|»$/g, "") || schoolCode} ${procedureTitle(procedure)} ${year} ${failed}/${participants}`,
      )
      .sort(),
    said: reading.problems.map(({ code, source }) => `${code} ${source?.address ?? ""}`),
    layouts: reading.tables.map(({ layout, address }) => `${layout} ${address}`),
  };
}

const KNOWN: readonly (readonly [string, Rows, readonly string[]])[] = [
  ["L1", MARKS, ["СОШ № 1 ВПР русский язык 4 2026 7/20", "СОШ № 2 ВПР русский язык 4 2026 1/10"]],
  ["L2", JOURNAL, []],
  ["L3", PUPILS, ["СОШ № 1 ВПР русский язык 4 2026 1/2"]],
  ["L4", FORM, ["СОШ № 1 ВПР русский язык 4 2026 1/2"]],
  ["L6", EXAM, ["13450 ОГЭ математика 2026 1/2"]],
];

describe.each(KNOWN)("another table on the sheet of %s", (_name, rows, own) => {
  const both = [...own, ...OWN_READ].sort();

  it.each([0, 1, 3, 40])("below, %d blank rows between", (gap) => {
    expect(read(below(rows, OWN, gap)).results).toEqual(both);
  });

  it.each([0, 1, 3])("beside, its title in row %d", (from) => {
    expect(read(beside(rows, OWN, from)).results).toEqual(both);
  });

  it("beside, header in the same row: its own figures only", () => {
    const at = rows.findIndex((row) => row.length > 4);
    expect(read(beside(rows, OWN, at - 1)).results).toEqual(both);
  });

  it("below, without a title: never takes the subject and year of the one above, and is asked about", () => {
    const { results, said } = read(below(rows, UNTITLED));
    expect(results).toEqual([...own].sort());
    expect(said.join()).toMatch(/procedureUnknown|yearUnknown/);
  });
});

// Two protocols of one exam with the same people are one: those have cases of their own.
describe.each(KNOWN.filter(([name]) => name !== "L6"))(
  "the same layout again on the sheet of %s",
  (_name, rows, own) => {
    it("below, of another subject", () => {
      const second = rows.map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell.replace("Русский язык", "Математика") : cell)),
      );
      const { results, layouts } = read(below(rows, second, 1));
      const other = own.map((line) => line.replace("русский язык", "математика"));
      const counted = _name === "L4" ? own : [...own, ...other];
      expect(results).toEqual([...counted].sort());
      expect(layouts).toHaveLength(2);
    });
  },
);

it("a header printed again on the next page is no other table", () => {
  const header = MARKS[4] ?? [];
  const rows = [...MARKS.slice(0, 7), ["Лист 2"], header, ...MARKS.slice(7)];
  const { results, layouts } = read(rows);
  expect(results).toEqual([...(KNOWN[0]?.[2] ?? [])].sort());
  expect(layouts).toEqual(["fisoko-marks A5:G10"]);
});

describe("a protocol of exams and another table", () => {
  const EXAMS = ["13450 ОГЭ математика 2026 1/2", "417 ЕГЭ русский язык 2025 1/2"];

  it.each([0, 1, 3])("above it, %d blank rows between", (gap) => {
    expect(read(below(OWN, EXAM, gap)).results).toEqual([EXAMS[0], ...OWN_READ].sort());
  });

  it("far above it", () => {
    const { results } = read(below(OWN, EXAM, 60));
    expect(results).toEqual([EXAMS[0], ...OWN_READ].sort());
  });

  it("between two protocols", () => {
    const { results } = read(below(below(EXAM, OWN), EXAM_ELEVEN));
    expect(results).toEqual([...EXAMS, ...OWN_READ].sort());
  });

  it("a second protocol beside", () => {
    expect(read(beside(EXAM, EXAM_ELEVEN, 1)).results).toEqual(EXAMS);
    expect(read(beside(EXAM_ELEVEN, EXAM, 0)).results).toEqual(EXAMS);
  });

  it("figures of schools beside, without a header, are asked about", () => {
    const { results, said } = read(beside(EXAM, OWN.slice(2), 3));
    expect(results).toEqual([EXAMS[0]]);
    expect(said).toEqual(["sheetNotRecognised K4:M5"]);
  });
});
