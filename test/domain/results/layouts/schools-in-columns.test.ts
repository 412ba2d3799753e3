import fc from "fast-check";
import type { CellValue } from "../../../../src/domain/grid";
import { procedureTitle } from "../../../../src/domain/results/procedure";
import { readWorkbook } from "../../../../src/domain/results/read";
import { lines, troubles } from "../lines";
import { grid, sheet, type SheetOptions } from "../sheet";

interface Case {
  readonly name: string;
  readonly template: string;
  readonly options?: SheetOptions;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "a row per procedure and figure, the year in the title",
    template: `
      Результаты ВПР и ОГЭ за 2025/2026 учебный год
      Показатель | СОШ № 1 | ООШ № 3
      ВПР математика 5 кл., участников | 48 | 10
      ВПР математика 5 кл., получили «2» | 5 | 3
      ОГЭ математика, участников | 40 | 8
      ОГЭ математика, не сдали | 2 | 1`,
    results: [
      "СОШ № 1 · ВПР математика 5 · 2025/2026 · 48/5 · B3:B4",
      "ООШ № 3 · ВПР математика 5 · 2025/2026 · 10/3 · C3:C4",
      "СОШ № 1 · ОГЭ математика · 2025/2026 · 40/2 · B5:B6",
      "ООШ № 3 · ОГЭ математика · 2025/2026 · 8/1 · C5:C6",
    ],
  },
  {
    name: "procedures merged in a column of their own, the year in a second, a column of totals",
    template: `
      Процедура | Год | Показатель | СОШ № 1 | СОШ № 2 | Итого
      ВПР русский язык 6 | 2025 | участников | 20 | 30 | 50
      | | получили «2» | 6 | 3 | 9
      ВПР русский язык 6 | 2026 | участников | 21 | 31 | 52
      | | получили «2» | 7 | 4 | 11`,
    options: {
      merges: [
        [1, 0, 2, 0],
        [1, 1, 2, 1],
        [3, 0, 4, 0],
        [3, 1, 4, 1],
      ],
    },
    results: [
      "СОШ № 1 · ВПР русский язык 6 · 2024/2025 · 20/6 · D2:D3",
      "СОШ № 2 · ВПР русский язык 6 · 2024/2025 · 30/3 · E2:E3",
      "СОШ № 1 · ВПР русский язык 6 · 2025/2026 · 21/7 · D4:D5",
      "СОШ № 2 · ВПР русский язык 6 · 2025/2026 · 31/4 · E4:E5",
    ],
  },
  {
    name: "headings in rows of their own hold for the rows below",
    template: `
      ВПР, 2025/2026 учебный год
      | СОШ № 1 | СОШ № 2
      Математика, 5 класс | |
      участников | 20 | 30
      получили «2» | 6 | 3
      Русский язык, 5 класс | |
      участников | 21 | 29
      получили «2» | 1 | н/д`,
    results: [
      "СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · B4:B5",
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · C4:C5",
      "СОШ № 1 · ВПР русский язык 5 · 2025/2026 · 21/1 · B7:B8",
    ],
    // 29 took part, how many failed is not said: no data, and not in silence
    problems: ["incompleteRow C8"],
  },
  {
    name: "numbers of rows and of columns are no marks",
    template: `
      ВПР математика 5, 2025/2026
      | | 1 | 2
      | Показатель | СОШ № 1 | СОШ № 2
      1 | участников | 20 | 30
      2 | не справились | 6 | 3`,
    results: [
      "СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · C4:C5",
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · D4:D5",
    ],
  },
  {
    name: "marks in rows, the corner names the schools",
    template: `
      ВПР математика 5, 2025/2026
      Школа | СОШ № 1 | СОШ № 2
      Писали | 20 | 30
      5 | 2 | 7
      4 | 4 | 10
      3 | 8 | 10
      2 | 6 | 3`,
    results: [
      "СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · B3:B7",
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · C3:C7",
    ],
  },
  {
    name: "shares alone, named by the title",
    template: `
      Доля не справившихся с ВПР, %, 2025/2026 учебный год
      Предмет, класс | СОШ № 1 | СОШ № 2
      Математика 5 класс | 10,5 | 30
      Русский язык 6 класс | - | 28,6`,
    results: [
      "СОШ № 1 · ВПР математика 5 · 2025/2026 · 10.5% · B3",
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30% · C3",
      "СОШ № 2 · ВПР русский язык 6 · 2025/2026 · 28.6% · C4",
    ],
  },
  {
    name: "a figure that is none is told with its own cell, the rest is read",
    template: `
      ВПР математика 5, 2025/2026
      Показатель | СОШ № 1 | СОШ № 2
      участников | 20 | 30
      получили «2» | шесть | 3`,
    results: ["СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · C3:C4"],
    problems: ["notANumber B4"],
  },
  {
    name: "figures of a column without a name are told, not lost",
    template: `
      ВПР математика 5, 2025/2026
      Показатель | СОШ № 1 | СОШ № 2 |
      участников | 20 | 30 | 25
      получили «2» | 6 | 3 | 20`,
    results: [
      "СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · B3:B4",
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · C3:C4",
    ],
    problems: ["schoolNameMissing D2"],
  },
  {
    name: "the name of the first school is lost",
    template: `
      ВПР математика 5, 2025/2026
      Показатель | | СОШ № 2 | СОШ № 3
      участников | 20 | 30 | 25
      получили «2» | 6 | 3 | 5`,
    results: [
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · C3:C4",
      "СОШ № 3 · ВПР математика 5 · 2025/2026 · 25/5 · D3:D4",
    ],
    problems: ["schoolNameMissing B2"],
  },
  {
    name: "classes as numbers in a column of labels",
    template: `
      ВПР математика, 2025/2026
      Класс | Показатель | СОШ № 2 | СОШ № 3
      5 | участников | 30 | 25
      5 | получили «2» | 3 | 5
      6 | участников | 31 | 24
      6 | получили «2» | 10 | 2`,
    results: [
      "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · C3:C4",
      "СОШ № 3 · ВПР математика 5 · 2025/2026 · 25/5 · D3:D4",
      "СОШ № 2 · ВПР математика 6 · 2025/2026 · 31/10 · C5:C6",
      "СОШ № 3 · ВПР математика 6 · 2025/2026 · 24/2 · D5:D6",
    ],
  },
];

test.each(cases)("$name", ({ template, options, results, problems = [] }) => {
  const reading = readWorkbook([sheet(template, options)]);
  expect(lines(reading)).toEqual(results);
  expect(troubles(reading)).toEqual(problems);
  expect(reading.tables.map(({ layout }) => layout)).toEqual(["schools-in-columns"]);
});

test("labels again between the schools make two tables, though one has a single school", () => {
  const reading = readWorkbook([
    sheet(`
      ВПР математика 5, 2025/2026
      Показатель | СОШ № 1 | Показатель | СОШ № 2 | СОШ № 3
      участников | 20 | участников | 30 | 25
      получили «2» | 6 | получили «2» | 3 | 5`),
  ]);
  expect(lines(reading)).toEqual([
    "СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · B3:B4",
    "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · D3:D4",
    "СОШ № 3 · ВПР математика 5 · 2025/2026 · 25/5 · E3:E4",
  ]);
});

test("a school whose one figure is a word is asked about where labels part it from the others", () => {
  const reading = readWorkbook([
    sheet(`
      Результаты за 2025/2026 учебный год
      | 1 | 2 | | 3
      Школа | СОШ № 1 | СОШ № 2 | Школа | СОШ № 3
      ЕГЭ русский язык, участники | 20 | 30 | ЕГЭ русский язык, участники |
      ЕГЭ русский язык, не справились | 6 | 3 | ЕГЭ русский язык, не справились | много`),
  ]);
  expect(lines(reading)).toHaveLength(2);
  expect(troubles(reading)).toEqual(["sheetNotRecognised E3:E5"]); // the one column that is not read
});

const MARKS = "участников | 20 | 30 | 25\n получили «2» | 6 | 3 | 5";

interface Asked {
  readonly name: string;
  readonly template: string;
  readonly options?: SheetOptions;
}

/** Something tells schools of one table apart: read for all of them it would give wrong years and subjects. */
const asked: readonly Asked[] = [
  {
    name: "years over the names",
    template: `ВПР, 5 класс, математика
      | 2022 | 2022 | 2023
      Показатель | СОШ № 1 | СОШ № 2 | СОШ № 3
      ${MARKS}`,
  },
  {
    name: "classes over the names",
    template: `ВПР, математика, 2025/2026
      | 5 | 6 | 6
      Показатель | СОШ № 1 | СОШ № 2 | СОШ № 3
      ${MARKS}`,
  },
  {
    name: "subjects merged over some of the names",
    template: `ВПР 2025/2026
      | математика 5 | | русский язык 5
      Показатель | СОШ № 1 | СОШ № 2 | СОШ № 3
      ${MARKS}`,
    options: { merges: [[1, 1, 1, 2]] },
  },
  {
    name: "a subject under each name",
    template: `ВПР, 5 класс, 2025/2026
      Показатель | СОШ № 1 | СОШ № 2 | СОШ № 3
      | математика | русский язык | русский язык
      ${MARKS}`,
  },
  {
    name: "names in two rows",
    template: `ВПР математика 5, 2025/2026
      Показатель | МБОУ СОШ | МБОУ ООШ | МБОУ Лицей
      | № 1 | № 2 | № 3
      ${MARKS}`,
  },
  // the second label «Школа» stands where a figure's label stood: a row of numbers under it is no header
  {
    name: "the label of schools again, over a row of numbers",
    template: `ВПР и ОГЭ, 2025/2026
      Школа | СОШ № 1 | СОШ № 2 | СОШ № 3
      Школа | 1 | 4 | н/д
      ВПР биология 7, получили «2» | 0 | 0 | 0
      ОГЭ математика, участников | 1 | 1 | 1
      ОГЭ математика, не сдали | 0 | 0 | 0`,
  },
];

test.each(asked)("asked about, not guessed: $name", ({ template, options }) => {
  const reading = readWorkbook([sheet(template, options)]);
  expect(lines(reading)).toEqual([]);
  expect(reading.problems.map(({ code }) => code)).toContain("sheetNotRecognised");
});

test("beside a table that is read, a second one with schools in columns is not left out in silence", () => {
  const reading = readWorkbook([
    sheet(`
      ВПР математика 5, 2025/2026
      Процедура | СОШ № 1 | СОШ № 2
      итого очков | 20 | 30
      |
      |
      ВПР русский язык 5, 2025/2026
      Школа | участников | получили «2»
      СОШ № 1 | 20 | 6
      СОШ № 2 | 30 | 3`),
  ]);
  expect(lines(reading)).toHaveLength(2);
  expect(troubles(reading)).toEqual(["sheetNotRecognised B2:C3"]);
});

const ROWS = `ВПР математика 5, 2025/2026
  Школа | участников | получили «2»
  СОШ № 1 | 20 | 6
  СОШ № 2 | 30 | 3`;
const COLUMNS = `Показатель | СОШ № 1 | СОШ № 2
  участников | 21 | 31
  получили «2» | 5 | 4`;

/** Below a table with schools in rows: its body ends above, and no «получили «2»» becomes a school with figures. */
test.each([
  {
    name: "under a title of its own it is read",
    text: `${ROWS}\n|\nВПР русский язык 5, 2025/2026\n${COLUMNS}`,
    second: [
      "СОШ № 1 · ВПР русский язык 5 · 2025/2026 · 21/5 · B8:B9",
      "СОШ № 2 · ВПР русский язык 5 · 2025/2026 · 31/4 · C8:C9",
    ],
    problems: [],
  },
  {
    name: "without one its procedure is open: asked about",
    text: `${ROWS}\n${COLUMNS}`,
    second: [],
    problems: ["sheetNotRecognised A5:C7"],
  },
])("schools in columns below schools in rows: $name", ({ text, second, problems }) => {
  const reading = readWorkbook([sheet(text)]);
  expect(lines(reading)).toEqual([
    "СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · B3:C3",
    "СОШ № 2 · ВПР математика 5 · 2025/2026 · 30/3 · B4:C4",
    ...second,
  ]);
  expect(troubles(reading)).toEqual(problems);
  expect(reading.mentioned).toEqual([]);
});

/** Labels of figures in a column, numbers beside them under a text: that these are schools cannot be known, so it is asked. */
test.each([
  ["one school alone", "Показатель | СОШ № 1", "| 20", "| 6"],
  ["names without a word of a school", "Показатель | Берёзовская | Кленовская", "| 20 | 30", "| 6 | 5"],
  ["schools by their numbers", "Школа | № 1 | № 2", "| 20 | 30", "| 6 | 5"],
])("not left out in silence: %s, beside a sheet that is read", (_name, names, participants, failed) => {
  const other = sheet(
    `ВПР русский язык 5, 2025/2026\n${names}\nучастников ${participants}\nполучили «2» ${failed}`,
    {
      sheet: "Ещё",
    },
  );
  const { problems } = readWorkbook([sheet(ROWS), other]);
  expect(problems.map(({ code, source }) => [code, source?.sheet])).toEqual([["sheetNotRecognised", "Ещё"]]);
});

test("a figure typed with a stroke is told with its cell, also in the last row", () => {
  const reading = readWorkbook([
    sheet(`
      ВПР математика 5, 2025/2026
      Показатель | СОШ № 1 | СОШ № 2
      участников | 20 | 30
      получили «2» | 6 | 3/10`),
  ]);
  expect(lines(reading)).toEqual(["СОШ № 1 · ВПР математика 5 · 2025/2026 · 20/6 · B3:B4"]);
  expect(troubles(reading)).toEqual(["notANumber C4"]);
});

test("a table with schools in rows is never read by its columns, whatever names stand beside", () => {
  const reading = readWorkbook([
    sheet(`
      ВПР математика 5, 2025/2026
      Школа | Школа-партнёр | участников | получили «2»
      СОШ № 1 | СОШ № 7 | 20 | 6
      СОШ № 2 | СОШ № 8 | 30 | 3`),
  ]);
  expect(reading.tables.map(({ layout }) => layout)).not.toContain("schools-in-columns");
});

test.each(["Тип школы", "Адрес школы", "Школа-партнёр"])(
  "«%s» beside «Школа» is a label, no name",
  (label) => {
    const reading = readWorkbook([
      sheet(`
      ВПР математика 5, 2025/2026
      Школа | Вид школы | ${label} | участников | получили «2»
      СОШ № 1 | дневная | городская | 20 | 6
      СОШ № 2 | дневная | сельская | 30 | 3`),
    ]);
    expect(lines(reading)).toHaveLength(2);
  },
);

/** Participants and failed of a school in a procedure; null where it took no part. */
const figures = fc.option(
  fc
    .integer({ min: 1, max: 60 })
    .chain((participants) =>
      fc.integer({ min: 0, max: participants }).map((failed) => [participants, failed] as const),
    ),
);
const PROCEDURES = ["ВПР математика 5", "ВПР русский язык 6", "ОГЭ математика", "ЕГЭ русский язык"];

test("the same figures are read from both ways round", () => {
  const table = fc.array(fc.array(figures, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(table, fc.boolean(), (schools, counted) => {
      const names = schools.map((_, at) => `МБОУ «СОШ № ${at + 1}»`);
      const wide: CellValue[][] = [
        ["Результаты, 2025/2026 учебный год"],
        ["Школа", ...PROCEDURES.flatMap((title) => [`${title}, участников`, `${title}, не справились`])],
        ...schools.map((own, at) => [
          names[at] ?? "",
          ...own.flatMap((pair): CellValue[] => (pair === null ? ["-", "-"] : [...pair])),
        ]),
      ];
      const [title = [], ...rest] = wide;
      const turned = (rest[0] ?? []).map((_, column) => rest.map((row) => row[column] ?? null));
      const corner: CellValue = counted ? "Показатель" : null;
      const columns = [title, [corner, ...(turned[0] ?? []).slice(1)], ...turned.slice(1)];
      expect(facts(columns)).toEqual(facts(wide));
    }),
  );
});

function facts(cells: readonly (readonly CellValue[])[]): string[] {
  const { results } = readWorkbook([grid(cells)]);
  return results
    .map(({ school, procedure, year, participants, failed }) =>
      [school, procedureTitle(procedure), year, participants, failed].join(" · "),
    )
    .sort();
}
