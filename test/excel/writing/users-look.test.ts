/** Fills, fonts and borders that the user gave cells beside the table of «Добавленные файлы» go with their rows. */
import { type AddIn, boot, contents, sheetOf } from "../harness";
import { prepare, type Prepared } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { isHalf, jobNamed } from "../faults/half";
import { fileA, fileB, type Job, nothing, ready, roadmap } from "../faults/jobs";
import { type } from "../made-up";
import { addedFiles } from "../../../src/excel/files/added-files";
import { removeFile } from "../../../src/excel/files/remove-file";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { getCell, put, setStyle } from "../../../src/workbench/store/cells";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterEach(nothing);
afterAll(() => {
  addin.dispose();
});

const NAME = "Добавленные файлы";
const NOTES = 16;
const YELLOW = { fill: "#FFFF00", bold: true } as const;

const lastRow = (sheet: Sheet): number => Math.max(...sheet.cells.keys());
const border = (address: string): Promise<void> =>
  addin.globals.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(NAME).getRange(address);
    range.format.borders.getItem("EdgeBottom").style = "Double";
    await context.sync();
  });

/** A note on a file's row: yellow, bold and with a border; beside it a yellow cell without a text. */
async function mark(sheet: Sheet, row: number): Promise<void> {
  put(sheet, row, NOTES, { value: "сверено" });
  put(sheet, row, NOTES + 2, { formula: `=I${row + 1}*2`, value: 20 });
  setStyle(sheet, row, NOTES, YELLOW);
  setStyle(sheet, row, NOTES + 1, YELLOW);
  await border(`Q${row + 1}`);
}

/** By file: the looks of the two cells beside its row; rows where nothing is left out. */
function looks(sheet: Sheet): Record<string, unknown> {
  return Object.fromEntries(
    [...sheet.cells.keys()].flatMap((row) => {
      const cells = [NOTES, NOTES + 1].map((column) => getCell(sheet, row, column));
      if (cells.every((cell) => cell?.style === undefined && cell?.value === undefined)) return [];
      const shown = cells.map((cell) => [cell?.value ?? "", cell?.style ?? null]);
      return [[String(getCell(sheet, row, 0)?.value ?? `row ${row}`), shown]];
    }),
  );
}

async function withNote(): Promise<{ readonly workbook: Workbook; readonly sheet: Sheet }> {
  const workbook = await ready(addin);
  addedFiles.setState({ grids: [fileB] });
  await roadmap();
  const sheet = sheetOf(workbook, NAME);
  await mark(sheet, lastRow(sheet));
  return { workbook, sheet };
}

test("a file comes above, is read again, goes: the look stays with the row", async () => {
  const { sheet } = await withNote();
  const before = looks(sheet);
  expect(before).toMatchObject({
    "Б.xlsx": [
      ["сверено", { ...YELLOW }],
      ["", YELLOW],
    ],
  });
  expect(JSON.stringify(before)).toContain("Double");
  const row = lastRow(sheet);
  addedFiles.setState({ grids: [fileA, fileB] });
  await roadmap();
  expect(getCell(sheet, row + 1, 0)?.value).toBe("Б.xlsx");
  expect(looks(sheet)).toEqual(before);
  await removeFile(officeWorkbook, "А.xlsx");
  expect(getCell(sheet, row, 0)?.value).toBe("Б.xlsx");
  expect(looks(sheet)).toEqual(before);
});

test("what we gave our columns does not stay behind, and a new row takes no look of the one above", async () => {
  const { sheet } = await withNote();
  const row = lastRow(sheet);
  setStyle(sheet, row + 3, 0, { fill: "#FF0000" }); // of our columns: it goes, as ever
  addedFiles.setState({ grids: [fileB, { ...fileA, file: "В.xlsx" }] });
  await roadmap();
  expect(getCell(sheet, row + 1, 0)?.value).toBe("В.xlsx");
  expect(Object.keys(looks(sheet))).toEqual(["Б.xlsx"]);
  expect(
    [...sheet.cells].flatMap(([, cells]) =>
      [...cells.values()].filter(({ style }) => style?.fill === "#FF0000"),
    ),
  ).toEqual([]);
});

test("rows that the user sorted are put in order: their looks go rather than come to stand beside another row", async () => {
  const workbook = await ready(addin);
  addedFiles.setState({ grids: [fileA, fileB] });
  await roadmap();
  const sheet = sheetOf(workbook, NAME);
  const [last, before] = [lastRow(sheet), lastRow(sheet) - 1];
  const [a, b] = [sheet.cells.get(before), sheet.cells.get(last)];
  if (a === undefined || b === undefined) throw new Error("no rows");
  sheet.cells.set(before, b).set(last, a);
  await mark(sheet, before); // «Б.xlsx»
  await roadmap();
  expect(getCell(sheet, last, 0)?.value).toBe("Б.xlsx");
  expect(looks(sheet)).toEqual({
    "Б.xlsx": [
      ["сверено", null],
      ["", null],
    ],
  });
});

test("a note in the sheet's last row stays there, where a row that comes would push it off: Excel refuses that", async () => {
  const { sheet } = await withNote();
  const [row, last] = [lastRow(sheet), 1_048_575];
  put(sheet, last, NOTES + 4, { value: "далеко" });
  addedFiles.setState({ grids: [fileA, fileB] });
  await roadmap();
  expect(isHalf(sheet)).toBe(false);
  expect(getCell(sheet, last, NOTES + 4)?.value).toBe("далеко");
  // every note still stands beside its file; its look goes
  expect(looks(sheet)).toEqual({
    "Б.xlsx": [
      ["сверено", null],
      ["", null],
    ],
  });
  expect(getCell(sheet, row + 1, NOTES + 2)?.formula).toBe(`=I${row + 2}*2`);
}, 60_000);

/** Where the note stands; −1 where it was taken away. */
const rowOfNote = (sheet: Sheet): number =>
  [...sheet.cells].find(([, cells]) => cells.get(NOTES)?.value === "сверено")?.[0] ?? -1;

/** «А.xlsx» comes above «Б.xlsx», which is marked, «Г.xlsx» below it; further below a formula points to that row. */
const JOB: Job = {
  ...jobNamed("Добавить файл"),
  arrange: () => {
    addedFiles.setState({ grids: [fileA, fileB, { ...fileA, file: "Г.xlsx" }] });
  },
  prepare: async () => {
    const { workbook, sheet } = await withNote();
    const row = lastRow(sheet);
    put(sheet, row + 2, NOTES + 2, { formula: `=S${row + 1}+1`, value: 21 });
    return workbook;
  },
};

describe("a run that breaks off, wherever it does", () => {
  let prepared: Prepared;
  beforeAll(async () => {
    prepared = await prepare(addin, JOB);
  });
  /** Closer where its rows are moved: right after the sheet is begun. */
  const parts: number[] = [];
  beforeAll(async () => {
    let [none, begun] = [0, 0.9];
    while (begun - none > 0.0005) {
      const middle = (none + begun) / 2;
      const { workbook } = await brokenOff(addin, prepared, middle);
      if (isHalf(sheetOf(workbook, NAME))) begun = middle;
      else none = middle;
    }
    for (let part = begun; part < begun + 0.02; part += 0.001) parts.push(part);
    for (let part = begun + 0.03; part < 1; part += 0.06) parts.push(part);
  });

  test("and is finished: the look is as it was to be", async () => {
    const rows = new Set<number>();
    for (const part of parts) {
      const { workbook } = await brokenOff(addin, prepared, part);
      const sheet = sheetOf(workbook, NAME);
      if (!isHalf(sheet)) continue;
      rows.add(rowOfNote(sheet));
      await readAndAnalyse(officeWorkbook, {});
      expect(isHalf(sheet)).toBe(false);
      const done = sheetOf(prepared.done, NAME);
      expect([part, looks(sheet)]).toEqual([part, looks(done)]);
      expect([part, contents(sheet)]).toEqual([part, contents(done)]);
    }
    expect(rows.size).toBe(3); // where it stood, a row below, and where all is empty: else not every stage is tried
  });

  test("and the user typed there before: every text is there once", async () => {
    for (const part of parts) {
      const { workbook } = await brokenOff(addin, prepared, part);
      const sheet = sheetOf(workbook, NAME);
      if (!isHalf(sheet)) continue;
      type(sheet, 2, NOTES + 3, "моё");
      await readAndAnalyse(officeWorkbook, {});
      const texts = [...sheet.cells.values()].flatMap((cells) =>
        [...cells.values()].map(({ value }) => value),
      );
      const times = (text: string): number => texts.filter((value) => value === text).length;
      expect([part, times("моё"), times("сверено"), times("А.xlsx"), times("Б.xlsx")]).toEqual([
        part,
        1,
        1,
        1,
        1,
      ]);
    }
  });
});
