/** Tables that the user made beside that of «Добавленные файлы» stay tables: formulas elsewhere go by their names. */
import { type AddIn, boot, sheetOf } from "../harness";
import { prepare, type Prepared } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { isHalf, jobNamed } from "../faults/half";
import { fileA, fileB, nothing, ready, roadmap } from "../faults/jobs";
import type { Grid } from "../../../src/domain/grid";
import { addedFiles } from "../../../src/excel/files/added-files";
import { removeFile } from "../../../src/excel/files/remove-file";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { formatArea } from "../../../src/workbench/store/address";
import { getCell, put } from "../../../src/workbench/store/cells";
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
const NOTE = 16;

/** «Б.xlsx» stands in row 5, below the heading in row 4. */
async function withTables(addresses: readonly string[], more: readonly Grid[] = []): Promise<Workbook> {
  const workbook = await ready(addin);
  addedFiles.setState({ grids: [fileB, ...more] });
  await roadmap();
  expect(getCell(sheetOf(workbook, NAME), 4, 0)?.value).toBe("Б.xlsx");
  put(sheetOf(workbook, NAME), 4, NOTE, { value: "сверено" });
  await addin.globals.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(NAME);
    addresses.forEach((address, index) => {
      const range = sheet.getRange(address);
      range.getCell(0, 0).values = [["Отметка"]];
      range.getLastCell().values = [[5]];
      const table = sheet.tables.add(address, true);
      table.name = `Отметки${index}`;
      const cell = context.workbook.worksheets.getItem("Заметки").getRange(`H${index + 1}`);
      cell.formulas = [[`=SUM(Отметки${index}[Отметка])`]];
    });
    await context.sync();
  });
  await addin.host.calculate();
  return workbook;
}

const above = async (): Promise<void> => {
  addedFiles.setState({ grids: [fileA, fileB] });
  await roadmap(); // «А.xlsx» comes into row 5, «Б.xlsx» goes to row 6
};
const gone = async (): Promise<void> => {
  addedFiles.setState({ grids: [] });
  await removeFile(officeWorkbook, "Б.xlsx");
};

const usersTables = ({ tables }: Sheet): string[] =>
  tables.filter(({ name }) => name.startsWith("Отметки")).map(({ area }) => formatArea(area));
const noted = (sheet: Sheet): unknown =>
  [...sheet.cells].filter(([, cells]) => cells.get(NOTE)?.value === "сверено").map(([row]) => row + 1);
const shown = (workbook: Workbook, count: number): unknown =>
  Array.from({ length: count }, (_, row) => getCell(sheetOf(workbook, "Заметки"), row, 7)).map((cell) => [
    cell?.formula,
    cell?.value,
  ]);
const sums = (count: number): unknown =>
  Array.from({ length: count }, (_, index) => [`=SUM(Отметки${index}[Отметка])`, 5]);

test.each([
  // the new row lies between its heading and its row
  ["beside, a file comes above its row", ["R4:R5"], above, ["R4:R6"], [6]],
  ["below, a file comes", ["R8:R9"], above, ["R9:R10"], [6]],
  ["below, the file goes", ["R8:R9"], gone, ["R7:R8"], [9]], // the note of a file that is gone stands below all
  // what stood beside the file that is gone comes right below our heading, which is where it was
  ["beside, its only row would go", ["R4:R5"], gone, ["R4:R5"], [5]],
  // two tables in the rows between which one is put in: neither moves, the note goes with its file
  ["two beside each other", ["R4:R5", "T4:T5"], above, ["R4:R5", "T4:T5"], [6]],
] as const)("%s", async (_, addresses, change, expected, notes) => {
  const workbook = await withTables(addresses);
  expect(shown(workbook, addresses.length)).toEqual(sums(addresses.length));
  await change();
  await addin.host.calculate();
  const sheet = sheetOf(workbook, NAME);
  expect(usersTables(sheet)).toEqual(expected);
  expect(shown(workbook, addresses.length)).toEqual(sums(addresses.length));
  expect(noted(sheet)).toEqual(notes);
});

test("where no row below its heading would be left, which Excel refuses, it stays where it is", async () => {
  const workbook = await withTables(["R4:R5"], [{ ...fileA, file: "В.xlsx" }]);
  const sheet = sheetOf(workbook, NAME);
  await removeFile(officeWorkbook, "Б.xlsx"); // row 5 would go, «В.xlsx» comes there
  await addin.host.calculate();
  expect(getCell(sheet, 4, 0)?.value).toBe("В.xlsx");
  expect([usersTables(sheet), shown(workbook, 1), noted(sheet)]).toEqual([["R4:R5"], sums(1), [6]]);
});

test("where it stays, a formula goes on pointing to it, and to the row of the file that went down", async () => {
  const workbook = await withTables(["R4:R5", "T4:T5"]);
  const sheet = sheetOf(workbook, NAME);
  put(sheet, 4, 21, { formula: "=R5+SUM(T$4:T$5)+I5", value: 20 });
  await above();
  expect(getCell(sheet, 5, 21)?.formula).toBe("=R5+SUM(T$4:T$5)+I6");
});

test("a table over our own columns is taken: its rows are rows of ours", async () => {
  const workbook = await withTables(["B8:C9"]);
  await above();
  expect(usersTables(sheetOf(workbook, NAME))).toEqual([]);
  expect([...sheetOf(workbook, NAME).cells.values()].some((cells) => cells.get(1)?.value === "Отметка")).toBe(
    true,
  );
});

describe("a run that breaks off, wherever it does, and is finished", () => {
  let prepared: Prepared;
  beforeAll(async () => {
    prepared = await prepare(addin, {
      ...jobNamed("Добавить файл"),
      arrange: () => {
        addedFiles.setState({ grids: [fileA, fileB] });
      },
      prepare: () => withTables(["R4:R5"]),
    });
  });

  test("the table is there, over the same cells", async () => {
    let halves = 0;
    for (let part = 0.3; part < 1; part += 0.025) {
      const { workbook } = await brokenOff(addin, prepared, part);
      const sheet = sheetOf(workbook, NAME);
      const half = isHalf(sheet);
      await readAndAnalyse(officeWorkbook, {});
      await addin.host.calculate();
      const isDone = getCell(sheet, 4, 0)?.value === "А.xlsx";
      expect([part, usersTables(sheet), shown(workbook, 1)]).toEqual([
        part,
        [isDone ? "R4:R6" : "R4:R5"],
        sums(1),
      ]);
      if (half) halves++;
    }
    expect(halves).toBeGreaterThan(3);
  });
});
