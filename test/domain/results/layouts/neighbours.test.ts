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
        ({ school, procedure, year, failed, participants }) =>
          `${school.replace(/^МБОУ «|»$/g, "")} ${procedureTitle(procedure)} ${year} ${failed}/${participants}`,
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

  it("again below, of another subject", () => {
    const second = rows.map((row) =>
      row.map((cell) => (typeof cell === "string" ? cell.replace("Русский язык", "Математика") : cell)),
    );
    const { results, layouts } = read(below(rows, second, 1));
    const other = own.map((line) => line.replace("русский язык", "математика"));
    const counted = _name === "L4" ? own : [...own, ...other];
    expect(results).toEqual([...counted].sort());
    expect(layouts).toHaveLength(2);
  });
});

it("a header printed again on the next page is no other table", () => {
  const header = MARKS[4] ?? [];
  const rows = [...MARKS.slice(0, 7), ["Лист 2"], header, ...MARKS.slice(7)];
  const { results, layouts } = read(rows);
  expect(results).toEqual([...(KNOWN[0]?.[2] ?? [])].sort());
  expect(layouts).toEqual(["fisoko-marks A5:G10"]);
});
