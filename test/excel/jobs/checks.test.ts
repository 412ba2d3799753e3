/** «Проверить данные» over real office.js: problem → the cell is mended → again → its row is gone, notes of others stay. */
import { checkData } from "../../../src/excel/jobs/check-data";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { Scalar, Sheet, Workbook } from "../../../src/workbench/store/model";
import { type AddIn, boot, sheetNames, sheetOf } from "../harness";
import { HEADER, ROWS, type, workbookOf } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const CHECKS = "Проверка данных";
const NOTE = 8;

/** Rows of the table as texts, without the hidden ids. */
function rowsOf(sheet: Sheet): string[][] {
  const rows = [...sheet.cells].sort(([a], [b]) => a - b);
  const at = rows.findIndex(([, cells]) => cells.get(0)?.value === "№");
  return rows.slice(at + 1).map(([, cells]) =>
    Array.from({ length: NOTE + 1 }, (_, column) => {
      const cell = cells.get(column);
      return String(cell?.formula ?? cell?.value ?? "");
    }),
  );
}
const lines = (workbook: Workbook): string[] =>
  rowsOf(sheetOf(workbook, CHECKS)).map((row) =>
    [row[1], row[2], row[5]?.split("\n")[0], row[7], row[8]].join(" | "),
  );
const head = (workbook: Workbook): string => String(sheetOf(workbook, CHECKS).cells.get(1)?.get(0)?.value);

function rowWith(workbook: Workbook, text: string): number {
  for (const [row, cells] of sheetOf(workbook, CHECKS).cells)
    for (const { value } of cells.values()) if (typeof value === "string" && value.includes(text)) return row;
  throw new Error(`no «${text}» among\n${lines(workbook).join("\n")}`);
}

/** Two cells in error: E2 «много» of школа № 1, D8 −5 of школа № 2; the rest is whole. */
function untidy(): Workbook {
  const rows = ROWS.map((row): Scalar[] => [...row]);
  const [first, seventh] = [rows[0], rows[6]];
  if (first === undefined || seventh === undefined) throw new Error("rows are missing");
  first[4] = "много";
  seventh[3] = -5;
  return addin.open(workbookOf({ Сводная: [HEADER, ...rows] }));
}
const results = (workbook: Workbook): Sheet => sheetOf(workbook, "Сводная");
const check = () => checkData(officeWorkbook, { today: "2026-11-22" });

// ROWS go by school, then by procedure, then by year: rows 6–9 of the sheet are of school № 2
const MUCH = "Ошибка | СОШ № 1 | Вместо числа стоит «много». Результат не учтён. | новое | ";
const NEGATIVE = "Ошибка | СОШ № 2 | Отрицательное число -5, результат не учтён. | новое | ";

test("every problem is a row with a link to its cell, and nothing else is written", async () => {
  const workbook = untidy();
  const before = addin.host.counters.syncs;
  const { problems, written } = await check();
  expect(written).toMatchObject([{ id: "checks", name: CHECKS, how: "created" }]);
  expect(sheetNames(workbook)).toEqual(["Сводная", CHECKS]);
  expect(lines(workbook)).toEqual([MUCH, NEGATIVE]);
  expect(problems).toHaveLength(2);
  expect(head(workbook).replaceAll("\u00A0", " ")).toBe(
    "Ошибок: 2, замечаний: 0, к сведению: 0. Проверено 22 ноября 2026 г.",
  );
  expect(rowsOf(sheetOf(workbook, CHECKS)).map((row) => [row[3], row[4]])).toEqual([
    ["Сводная", `=HYPERLINK("#'Сводная'!E2","E2")`],
    ["Сводная", `=HYPERLINK("#'Сводная'!D8","D8")`],
  ]);
  const { tables, conditionalFormats, validations, page, freeze } = sheetOf(workbook, CHECKS);
  expect(tables).toHaveLength(1); // which is where the filter is
  expect(conditionalFormats).toHaveLength(2);
  expect(validations).toHaveLength(1);
  expect(page).toMatchObject({ orientation: "Landscape" });
  expect(freeze).toBeDefined();
  expect(addin.host.counters.syncs - before).toBeLessThanOrEqual(5);
  expect(addin.host.unknownCalls).toEqual([]);
});

test("a mended cell takes its row away, the note of another row stays with it", async () => {
  const workbook = untidy();
  await check();
  type(sheetOf(workbook, CHECKS), rowWith(workbook, "Отрицательное"), NOTE, "Запросили в школе");
  type(results(workbook), 1, 4, 3);
  await check();
  expect(lines(workbook)).toEqual([
    "Ошибка | СОШ № 2 | Отрицательное число -5, результат не учтён. | не исправлено | Запросили в школе",
  ]);
  // again with nothing changed: nothing changes
  const once = lines(workbook);
  await check();
  expect(lines(workbook)).toEqual(once);
  expect(sheetNames(workbook)).toEqual(["Сводная", CHECKS]);
});

test("a solved problem with a note says that it is solved and stays until its row is deleted", async () => {
  const workbook = untidy();
  await check();
  const row = rowWith(workbook, "много");
  type(sheetOf(workbook, CHECKS), row, NOTE, "Опечатка");
  type(results(workbook), 1, 4, 3);
  await check();
  expect(lines(workbook)).toEqual([
    "Ошибка | СОШ № 1 | Вместо числа стоит «много». Результат не учтён. | исправлено | Опечатка",
    "Ошибка | СОШ № 2 | Отрицательное число -5, результат не учтён. | не исправлено | ",
  ]);
  await deleteRow(row);
  await check();
  expect(lines(workbook)).toHaveLength(1);
});

test("a row that was deleted comes back while its problem is there; a chosen state stays", async () => {
  const workbook = untidy();
  await check();
  type(sheetOf(workbook, CHECKS), rowWith(workbook, "Отрицательное"), 7, "в работе");
  await deleteRow(rowWith(workbook, "много"));
  await check();
  expect(lines(workbook)).toEqual([MUCH, NEGATIVE.replace("новое", "в работе")]);
});

test("nothing left: the sheet says so with the day, and finds new problems again", async () => {
  const workbook = untidy();
  await check();
  type(results(workbook), 1, 4, 3);
  type(results(workbook), 7, 3, 10);
  await check();
  expect(lines(workbook)).toEqual(["— |  | Замечаний нет |  | "]);
  expect(head(workbook).replaceAll("\u00A0", " ")).toBe("Замечаний нет. Проверено 22 ноября 2026 г.");
  type(results(workbook), 1, 4, "много");
  await check();
  expect(lines(workbook)).toEqual([MUCH]);
  expect(sheetNames(workbook)).toEqual(["Сводная", CHECKS]);
});

test("notes stay where another program lost what was generated", async () => {
  const workbook = untidy();
  await check();
  type(sheetOf(workbook, CHECKS), rowWith(workbook, "Отрицательное"), NOTE, "Запросили в школе");
  workbook.customXmlParts.length = 0;
  type(results(workbook), 1, 4, 3);
  await check();
  expect(lines(workbook)).toEqual([
    "Ошибка | СОШ № 2 | Отрицательное число -5, результат не учтён. | не исправлено | Запросили в школе",
  ]);
});

test("nothing can be read: the sheet says why", async () => {
  const workbook = addin.open(workbookOf({ Заметки: [["Позвонить в школы"], [42]] }));
  await check();
  expect(lines(workbook)[0]).toContain("Результаты не найдены");
});

describe("the job", () => {
  test("does without the sheet unless it is asked for or there", async () => {
    const workbook = untidy();
    await addin.run();
    expect(sheetNames(workbook)).not.toContain(CHECKS);
    await check();
    type(results(workbook), 1, 4, 3);
    await addin.run("update");
    expect(lines(workbook)).toEqual([NEGATIVE.replace("новое", "не исправлено")]);
  });

  test("has it in the whole package", async () => {
    const workbook = untidy();
    const { syncs } = await addin.run("new", { package: "all" });
    expect(lines(workbook)).toContain(MUCH);
    expect(syncs).toBe(5);
  });
});

async function deleteRow(row: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem(CHECKS)
      .getRange(`${row + 1}:${row + 1}`)
      .delete("Up");
    await context.sync();
  });
}
