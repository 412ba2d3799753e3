/** What the user puts around the tables of our sheets stays there when these sheets are written again. */
import { type AddIn, boot, contents, sheetOf } from "../harness";
import { small, type } from "../made-up";
import { fileA, fileB } from "../faults/jobs";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { addedFiles } from "../../../src/excel/files/added-files";
import { checkData } from "../../../src/excel/jobs/check-data";
import { createHeatMap } from "../../../src/excel/jobs/create-heat-map";
import { createRoadmap } from "../../../src/excel/jobs/create-roadmap";
import { removeFile } from "../../../src/excel/files/remove-file";
import { monitorRoadmap } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { MARK } from "../../../src/excel/sheets/mark";
import { getCell, put } from "../../../src/workbench/store/cells";
import { shiftFormulas } from "../../../src/workbench/store/shift-formulas";
import { shiftSheet, type Shift } from "../../../src/workbench/store/shift";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addedFiles.setState({ grids: [] }); // each test sets its own before it runs anything
  addin.dispose();
});

const [TODAY, YEAR] = ["2026-11-22", 2026];

/** Everything that the add-in writes again. */
async function everyJob(): Promise<void> {
  await createRoadmap(officeWorkbook, {
    package: "all",
    chooseExisting: () => Promise.resolve("update"),
    today: TODAY,
  });
  await monitorRoadmap(officeWorkbook, { today: TODAY, occurrences: true });
  await createHeatMap(officeWorkbook, DEFAULT_SETTINGS, YEAR);
  await checkData(officeWorkbook, { today: TODAY });
}

const own = ({ sheets }: Workbook): Sheet[] =>
  sheets.filter(({ names }) => names.some(({ name }) => name === MARK));
const lastRow = (sheet: Sheet): number => Math.max(0, ...sheet.cells.keys());
const lastColumn = (sheet: Sheet): number =>
  Math.max(0, ...[...sheet.cells.values()].flatMap((columns) => [...columns.keys()]));
const AT_TOP: Shift = { direction: "rows", change: "insert", first: 0, last: 0 };

type Place = (workbook: Workbook, sheet: Sheet, text: string) => void;

/** A text is typed at each place; those that do not move each other's place come together. */
const PLACES: readonly Readonly<Record<string, Place>>[] = [
  {
    "right of the heading": (_, sheet, text) => {
      type(sheet, 1, lastColumn(sheet) + 2, text);
    },
    "right of the last row": (_, sheet, text) => {
      type(sheet, lastRow(sheet), lastColumn(sheet), text);
    },
    below: (_, sheet, text) => {
      type(sheet, lastRow(sheet) + 3, 1, text);
    },
    "below and to the right": (_, sheet, text) => {
      type(sheet, lastRow(sheet) + 1, lastColumn(sheet), text);
    },
  },
  {
    "above, in a row put in there": (workbook, sheet, text) => {
      shiftSheet(sheet, AT_TOP);
      shiftFormulas(workbook, sheet, AT_TOP);
      type(sheet, 0, 0, text);
    },
  },
];

test.each(PLACES.map((places) => [Object.keys(places).join("; "), places] as const))(
  "%s: the user's text is still on every sheet after every job has written again",
  async (_, places) => {
    const workbook = addin.open(small());
    addedFiles.setState({ grids: [fileA] });
    await everyJob();
    const sheets = own(workbook).map(({ id, name }) => ({ id, name }));
    expect(sheets.length).toBeGreaterThan(18); // else nothing is tried
    for (const sheet of own(workbook))
      for (const [text, act] of Object.entries(places)) act(workbook, sheet, text);
    addin.host.context.restructured();
    // figures change, schools become low, a file comes: nearly every sheet is another
    type(sheetOf(workbook, "Сводная"), 9, 4, 7);
    type(sheetOf(workbook, "Сводная"), 11, 4, 7);
    addedFiles.setState({ grids: [fileA, fileB] });
    await everyJob();
    await everyJob();
    await removeFile(officeWorkbook, "А.xlsx");
    const lost = sheets.flatMap(({ id, name }) => {
      const sheet = workbook.sheets.find((each) => each.id === id);
      const there = sheet === undefined ? [] : Object.values(contents(sheet));
      return Object.keys(places).flatMap((text) => (there.includes(text) ? [] : [`${name}: ${text}`]));
    });
    expect(lost).toEqual([]);
  },
  120_000,
);

/** Rows of «Добавленные файлы» by their file, with what stands two columns right of the table. */
function notes(sheet: Sheet): Record<string, unknown> {
  return Object.fromEntries(
    [...sheet.cells.keys()].flatMap((row) => {
      const note = getCell(sheet, row, 16);
      const mine = note?.formula ?? note?.value;
      return mine === undefined || mine === "" ? [] : [[String(getCell(sheet, row, 0)?.value ?? "–"), mine]];
    }),
  );
}

test("on «Добавленные файлы» a note goes with its row, a formula stays one, and a note of a row that is gone is put below", async () => {
  const workbook = addin.open(small());
  addedFiles.setState({ grids: [fileB] });
  await addin.run();
  const sheet = sheetOf(workbook, "Добавленные файлы");
  const row = lastRow(sheet);
  put(sheet, row, 16, { formula: `=I${row + 1}*2`, value: 20 });
  addedFiles.setState({ grids: [fileA, fileB] });
  await addin.run("update"); // «А.xlsx» comes above «Б.xlsx»
  expect(getCell(sheet, row + 1, 0)?.value).toBe("Б.xlsx");
  expect(notes(sheet)).toEqual({ "Б.xlsx": `=I${row + 2}*2` });
  put(sheet, row, 16, { value: "=не формула" }); // a text that only looks like one
  await removeFile(officeWorkbook, "Б.xlsx");
  // its row is gone and so is what it counted: it stays to be read
  const lost = `Формула ссылалась на строки, которых здесь больше нет: =I${row + 2}*2`;
  expect(notes(sheet)).toEqual({ "А.xlsx": "=не формула", "–": lost });
  expect(getCell(sheet, row, 16)?.formula).toBeUndefined();
});

test("on «Добавленные файлы» formulas beside follow the rows that moved, and dates stay dates", async () => {
  const workbook = addin.open(small());
  addedFiles.setState({ grids: [fileB] });
  await addin.run();
  const sheet = sheetOf(workbook, "Добавленные файлы");
  const row = lastRow(sheet);
  const date = { numberFormat: "dd.mm.yyyy" };
  put(sheet, row, 16, { value: 46_096, style: date });
  put(sheet, row, 17, { formula: `=R${row}+I${row + 1}`, value: 10 }); // a running total: the heading's row is above
  put(sheet, row + 2, 17, { formula: `=SUM(R${row + 1}:R${row + 1})`, value: 10 });
  addedFiles.setState({ grids: [fileA, fileB] });
  await addin.run("update"); // «А.xlsx» comes above «Б.xlsx»
  const beside = (): unknown[] =>
    [getCell(sheet, row + 1, 16), getCell(sheet, row + 1, 17), getCell(sheet, row + 3, 17)].map(
      (cell) => cell?.formula ?? [cell?.value, cell?.style?.numberFormat],
    );
  const carried = [[46_096, date.numberFormat], `=R${row}+I${row + 2}`, `=SUM(R${row + 2}:R${row + 2})`];
  expect(beside()).toEqual(carried);
  await addin.run("update");
  expect(beside()).toEqual(carried);
});

test("on «Добавленные файлы» a note right of the table and below it is no row that cannot be read, and stays", async () => {
  const workbook = addin.open(small());
  addedFiles.setState({ grids: [fileB] });
  await addin.run();
  const sheet = sheetOf(workbook, "Добавленные файлы");
  const row = lastRow(sheet) + 2;
  type(sheet, row, 16, "сверено");
  addedFiles.setState({ grids: [] });
  for (let run = 0; run < 2; run++) {
    const { outcome } = await addin.run("update");
    if (outcome?.kind !== "done") throw new Error("not done");
    expect(outcome.problems.map(({ code }) => code)).not.toContain("keptUnreadable");
    expect(getCell(sheet, row, 16)?.value).toBe("сверено");
  }
});

test("on «Добавленные файлы» whose heading the user renamed, what was kept stays, and that is told", async () => {
  const workbook = addin.open(small());
  addedFiles.setState({ grids: [fileA] });
  await addin.run();
  const sheet = sheetOf(workbook, "Добавленные файлы");
  const header = lastRow(sheet) - 1;
  type(sheet, header, 0, "Имя файла");
  addedFiles.setState({ grids: [fileB] });
  const { outcome } = await addin.run("update");
  if (outcome?.kind !== "done") throw new Error("not done");
  expect(outcome.problems.map(({ code }) => code)).toContain("keptUnreadable");
  const shown = Object.values(contents(sheet));
  expect(shown).toEqual(expect.arrayContaining(["Имя файла", "А.xlsx", "Б.xlsx"]));
});

test("on «Добавленные файлы» a line of totals below the table stays a formula over its rows", async () => {
  const workbook = addin.open(small());
  addedFiles.setState({ grids: [fileB] });
  await addin.run();
  const sheet = sheetOf(workbook, "Добавленные файлы");
  const row = lastRow(sheet);
  type(sheet, row + 1, 0, "Итого");
  put(sheet, row + 1, 8, { formula: `=SUM(I${row + 1}:I${row + 1})`, value: 10 });
  put(sheet, row + 1, 1, { formula: `=CONCATENATE("файл ",A${row + 1})`, value: "файл Б.xlsx" });
  addedFiles.setState({ grids: [fileA, fileB] });
  for (let run = 0; run < 2; run++) {
    await addin.run("update"); // «А.xlsx» comes above «Б.xlsx»
    expect(getCell(sheet, row + 2, 0)?.value).toBe("Итого");
    expect(getCell(sheet, row + 2, 8)?.formula).toBe(`=SUM(I${row + 2}:I${row + 2})`);
    expect(getCell(sheet, row + 2, 1)?.formula).toBe(`=CONCATENATE("файл ",A${row + 2})`);
  }
  await removeFile(officeWorkbook, "Б.xlsx"); // and with it all that they count
  const lost = "Формула ссылалась на строки, которых здесь больше нет: ";
  expect(getCell(sheet, row + 1, 0)?.value).toBe("Итого");
  expect(getCell(sheet, row + 1, 8)?.value).toBe(`${lost}=SUM(I${row + 2}:I${row + 2})`);
});
