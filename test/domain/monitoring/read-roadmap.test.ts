import { planPackage } from "../../../src/domain/documents/package";
import type { CellValue, Grid } from "../../../src/domain/grid";
import { loadTemplate, templateIds, type TemplateId } from "../../../src/domain/measures/templates";
import { findTable } from "../../../src/domain/monitoring/table";
import { readRoadmap, type ReadRoadmap } from "../../../src/domain/monitoring/read-roadmap";
import { serialOfDate } from "../../../src/domain/text/russian";
import { analysisOf, findPlan, resultsOf } from "../documents/support";
import { gridOf } from "./support";

const TODAY = "2027-03-15";

async function sheetOf(id: TemplateId): Promise<{ grid: Grid; read: (grid: Grid) => ReadRoadmap }> {
  const template = await loadTemplate(id);
  const analysis = analysisOf(resultsOf([["А", 2026, "ВПР математика 5", "3/10"]]));
  const plan = findPlan(planPackage({ analysis, template, requisites: {}, start: 2026 }), "roadmap");
  const read = (grid: Grid): ReadRoadmap =>
    readRoadmap({ name: plan.name, grid, template, school: null }, TODAY);
  return { grid: gridOf(plan), read };
}

type Column = "number" | "status" | "due" | "fact" | "deadline" | "measure";

/** The grid with one cell of the measure `number` changed. */
function changed(grid: Grid, number: string, column: Column, value: CellValue): Grid {
  const table = findTable(grid);
  const at = table === null ? undefined : { ...table.columns, ...table.execution }[column];
  const target = grid.cells.findIndex(
    (cells, index) => index > (table?.header ?? 0) && cells[table?.columns.number ?? 0] === number,
  );
  if (at === undefined || target < 0) throw new Error(`no ${column} of ${number}`);
  return {
    ...grid,
    cells: grid.cells.map((cells, index) =>
      index === target ? cells.map((cell, c) => (c === at ? value : cell)) : cells,
    ),
  };
}

function withoutColumn(grid: Grid, header: string): Grid {
  const at = grid.cells.flatMap((cells) => cells.indexOf(header)).find((index) => index >= 0) ?? -1;
  if (at < 0) throw new Error(`no column ${header}`);
  return { ...grid, cells: grid.cells.map((cells) => cells.toSpliced(at, 1)) };
}

describe.each(templateIds)("roadmap %s, as made", (id) => {
  test("is read back: every measure once, no indicator, no problem", async () => {
    const { grid, read } = await sheetOf(id);
    const { rows, problems, period } = read(grid);
    const template = await loadTemplate(id);
    const measures = template.sections
      .flatMap((section) => section.measures.map((measure) => ({ measure, section: section.title })))
      .filter(({ measure }) => measure.indicator === undefined);
    expect(problems).toEqual([]);
    expect(period).toEqual({ ...template.period, start: 2026 });
    expect(rows.map(({ number, section }) => [number, section])).toEqual(
      measures.map(({ measure, section }) => [measure.number, section]),
    );
    expect(
      rows.every(({ status, due, fact }) => status === "notStarted" && due !== null && fact === null),
    ).toBe(true);
    expect(rows.every(({ responsible }) => responsible.length > 0)).toBe(true);
  });

  test("without the working columns the deadlines are read from their words, to the same days", async () => {
    const { grid, read } = await sheetOf(id);
    const before = read(grid).rows;
    const bare = ["Статус", "Срок (дата)", "Дата исполнения"].reduce(withoutColumn, grid);
    const { rows, problems } = read(bare);
    expect(rows.map(({ number, due }) => [number, due])).toEqual(
      before.map(({ number, due }) => [number, due]),
    );
    expect(problems.map(({ code, fields }) => [code, fields["column"]])).toEqual(
      ["Статус", "Срок (дата)", "Дата исполнения"].map((column) => ["executionColumnMissing", column]),
    );
  });
});

describe.each(["low-results-roadmap", "support-programme"] as const)("roadmap %s", (id) => {
  test.each([
    ["№ п/п", "number"],
    ["measure", "measure"],
  ] as const)("without the column %s every measure is still counted, and it is said", async (_, key) => {
    const { grid, read } = await sheetOf(id);
    const before = read(grid).rows;
    const at = findTable(grid)?.columns[key] ?? -1;
    const { rows, problems } = read({ ...grid, cells: grid.cells.map((cells) => cells.toSpliced(at, 1)) });
    expect(rows.map(({ number, section, due }) => [number, section, due])).toEqual(
      before.map(({ number, section, due }) => [number, section, due]),
    );
    expect(problems.map(({ code, fields }) => [code, fields["key"]])).toEqual([
      ["executionColumnMissing", key],
    ]);
  });
});

// «low-results-roadmap», plan 2026/2027: measure 1 is due in September 2026
const BAD: readonly [string, Column, CellValue, string | null, object][] = [
  [
    "a status that is not in the list",
    "status",
    "почти готово",
    "statusUnknown",
    { status: "notStarted", due: "2026-09-30" },
  ],
  ["a status in capitals", "status", "ВЫПОЛНЕНО ", "doneWithoutDate", { status: "done" }],
  ["a due date as text", "due", "30.10.2026", "dateAsText", { due: "2026-10-30" }],
  ["a deadline overwritten with words", "due", "по графику", "dateUnreadable", { due: null }],
  ["no such day", "due", "31.02.2027", "dateUnreadable", { due: null }],
  ["a formula in place of a date", "due", "=A1+1", "dateUnreadable", { due: null }],
  ["a year in place of a date", "due", 2027, "dateUnreadable", { due: null }],
  ["a date with the time of day", "due", serialOfDate("2026-10-30") + 0.75, null, { due: "2026-10-30" }],
  ["no due date: the deadline's words tell it", "due", null, null, { due: "2026-09-30", dueFromWords: true }],
  ["a fact as text", "fact", "01.02.2027", "dateAsText", { fact: "2027-02-01" }],
  [
    "a fact after the day of the report",
    "fact",
    serialOfDate("2027-03-16"),
    "factInFuture",
    { fact: "2027-03-16" },
  ],
  ["an error in the cell", "fact", "#REF!", "dateUnreadable", { fact: null }],
];

describe("bad input", () => {
  test.each(BAD)("%s", async (_, column, value, code, expected) => {
    const { grid, read } = await sheetOf("low-results-roadmap");
    const { rows, problems } = read(changed(grid, "1", column, value));
    expect(rows).toHaveLength(38);
    expect(rows[0]).toMatchObject(expected);
    const cell =
      rows[0]?.cells[column === "status" && code === "doneWithoutDate" ? "fact" : (column as "due")];
    expect(problems.map((one) => [one.code, one.source?.address])).toEqual(
      code === null ? [] : [[code, cell]],
    );
  });

  test("no due date and words that name none", async () => {
    const { grid, read } = await sheetOf("low-results-roadmap");
    const { rows, problems } = read(
      changed(changed(grid, "1", "due", null), "1", "deadline", "когда получится"),
    );
    expect(rows[0]).toMatchObject({ due: null });
    expect(problems.map(({ code }) => code)).toEqual(["noDueDate"]);
  });

  test("a measure that the user added is one more", async () => {
    const { grid, read } = await sheetOf("low-results-roadmap");
    const table = findTable(grid);
    const width = grid.cells[0]?.length ?? 0;
    const added = Array.from({ length: width }, (_, column): CellValue => {
      if (column === table?.columns.number) return 39;
      if (column === table?.columns.measure) return "Своё мероприятие";
      return column === table?.columns.deadline ? "апрель 2027 г." : null;
    });
    const last = grid.cells.findLastIndex((cells) => cells[0] === "38");
    const { rows, problems } = read({ ...grid, cells: grid.cells.toSpliced(last + 1, 0, added) });
    expect(problems).toEqual([]);
    expect(rows.at(-1)).toMatchObject({ number: "39", due: "2027-04-30", status: "notStarted" });
    expect(rows).toHaveLength(39);
  });

  test("a sheet without its table is a problem, not a failure", async () => {
    const { grid, read } = await sheetOf("low-results-roadmap");
    const { rows, problems } = read({ ...grid, cells: grid.cells.slice(0, 3) });
    expect(rows).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["executionColumnMissing"]);
  });
});

test("a school's own plan without a column of responsibles is the school's; a typed one stays", () => {
  const row = (number: string, text: string): CellValue[] => [
    number,
    text,
    "апрель 2027 г.",
    "не начато",
    46507,
  ];
  const head = ["№ п/п", "Мероприятия", "Сроки", "Статус", "Срок (дата)"];
  const grid = (cells: CellValue[][]): Grid => ({ sheet: "Школа", top: 0, left: 0, cells });
  const read = (cells: CellValue[][]): readonly (readonly string[])[] =>
    readRoadmap(
      { name: "Школа", grid: grid(cells), template: null, school: "МБОУ «Берёзовская СОШ»" },
      TODAY,
    ).rows.map(({ responsible }) => responsible);
  expect(read([head, row("1", "Разобрать работы")])).toEqual([["МБОУ «Берёзовская СОШ»"]]);
  expect(
    read([
      [...head, "Ответственные"],
      [...row("1", "Разобрать работы"), "завуч"],
      [...row("2", "Провести занятия"), null],
    ]),
  ).toEqual([["Завуч"], ["МБОУ «Берёзовская СОШ»"]]);
});
