/** Formulas become values, and formulas go into cells, over real office.js. */
import { edits } from "../../src/excel/edits/edits";
import { journalInPlace } from "../../src/excel/unfinished/journal";
import { officeFormulas } from "../../src/excel/office-formulas";
import { recovered } from "../../src/excel/unfinished/recovered";
import { JOURNAL_KEY } from "../../src/excel/settings";
import { watchEdits } from "../../src/excel/edits/watch-edits";
import type { Workbook } from "../../src/workbench/store/model";
import { bootFunctions, type Calculated, valueOf } from "../functions/calculated";
import { cellAt, sheetOf } from "../workbench/calculation/build";

let book: Calculated;
beforeAll(async () => {
  book = await bootFunctions();
  Object.assign(globalThis, { Excel: book.node.Excel, Office: book.node.Office });
}, 60_000);
afterAll(() => {
  book.dispose();
});

const DATA = { A1: 10, B1: 3, A2: 10, B2: 1, A3: 0, B3: 0 };
const FORMULAS = {
  ...DATA,
  D1: "=NOR.LOWRESULT(A1:B3)", // spills to D3: TRUE, FALSE, «нет данных»
  E1: '=IF(NOR.FAILSHARE(A1:B1)>0.25,"=много","")',
  F1: "=NOR.FAILSHARE(A1:B1)*2",
  G1: "=NOR.LOWRESULT(A1:B1,300)", // #NUM!
  H1: "=SUM(A1:A3)",
  I1: '="NOR.FAILSHARE("&F1',
  J1: '=NOR.MEASURES("нет такого")',
};
const NOTHING_LEFT = { unanswered: 0, names: [], left: [] };
const content = (workbook: Workbook, sheet: string, ...cells: string[]) =>
  cells.map((cell) => cellAt(workbook, `${sheet}!${cell}`)?.formula ?? valueOf(workbook, `${sheet}!${cell}`));
const select = (workbook: Workbook, name: string, top: number, left: number, bottom = top, right = left) => {
  workbook.activeSheetId = sheetOf(workbook, name).id;
  workbook.selection = { top, left, bottom, right };
};

test("on a sheet: only formulas of the add-in, arrays as a whole, errors and risky texts as text", async () => {
  const workbook = await book.calculate({ Лист: FORMULAS, Другой: { ...DATA, D1: "=NOR.FAILSHARE(A1:B1)" } });
  select(workbook, "Лист", 0, 0);
  expect(await officeFormulas.replace("sheet")).toEqual({
    formulas: 5,
    cells: 7,
    errors: 2,
    ...NOTHING_LEFT,
  });
  await book.node.host.calculate();
  expect(content(workbook, "Лист", "D1", "D2", "D3", "E1", "F1", "G1", "J1")).toEqual([
    true,
    false,
    "нет данных",
    "=много",
    0.6,
    "#NUM!",
    "#VALUE!",
  ]);
  expect(cellAt(workbook, "Лист!G1")?.error).toBeUndefined();
  expect(content(workbook, "Лист", "H1", "I1")).toEqual(["=SUM(A1:A3)", '="NOR.FAILSHARE("&F1']);
  expect(content(workbook, "Другой", "D1")).toEqual(["=NOR.FAILSHARE(A1:B1)"]);
  expect(book.node.host.unknownCalls).toEqual([]);
});

test("in the selection, though a whole column is selected", async () => {
  const workbook = await book.calculate({ Лист: FORMULAS });
  select(workbook, "Лист", 0, 3, 1_048_575, 3);
  expect(await officeFormulas.replace("selection")).toMatchObject({ formulas: 1, cells: 3 });
  expect(content(workbook, "Лист", "D1", "F1")).toEqual([true, "=NOR.FAILSHARE(A1:B1)*2"]);
});

test("a formula for a protected sheet: the sheet is named, nothing is written", async () => {
  const workbook = await book.calculate({ Лист: FORMULAS });
  select(workbook, "Лист", 9, 9);
  sheetOf(workbook, "Лист").protected = true;
  const inserting = officeFormulas.insert("=NOR.FAILSHARE(A1:B1)", null);
  await expect(inserting).rejects.toMatchObject({ code: "sheetProtected", detail: "Лист" });
  expect(content(workbook, "Лист", "J10")).toEqual([""]);
});

test("in the workbook: a protected sheet is left and named", async () => {
  const workbook = await book.calculate({
    Лист: FORMULAS,
    Другой: { ...DATA, D1: "=NOR.FAILSHARE(A1:B1)" },
    Пустой: {},
  });
  sheetOf(workbook, "Другой").protected = true;
  expect(await officeFormulas.replace("workbook")).toEqual({
    formulas: 5,
    cells: 7,
    errors: 2,
    ...NOTHING_LEFT,
    left: [{ sheet: "Другой", formulas: 1 }],
  });
  expect(content(workbook, "Другой", "D1")).toEqual(["=NOR.FAILSHARE(A1:B1)"]);
});

test("what stays is told: names that call the add-in, formulas that have no answer yet; a text is no formula", async () => {
  const workbook = await book.calculate({
    Лист: {
      ...DATA,
      D1: "=NOR.LOWRESULT(A1:B3)", // no room: #SPILL!
      D2: "занято",
      E1: '=IF(Низкий,"да","нет")',
      F1: "=NOR.FAILSHARE(A1:B1)",
      G1: "'=NOR.FAILSHARE(A1:B1)",
    },
    Другой: DATA,
  });
  const name = (called: string, formula: string) => ({ name: called, formula, visible: true, comment: "" });
  workbook.names.push(name("Низкий", "=NOR.LOWRESULT(Лист!$A$1:$B$1)"), name("Порог", "=30"));
  sheetOf(workbook, "Другой").names.push(name("Доля", "=IF(TRUE,NOR.FAILSHARE(Лист!$A$1:$B$1))"));
  Object.assign(cellAt(workbook, "Лист!G1") ?? {}, { value: "=NOR.FAILSHARE(A1:B1)", formula: undefined });
  await book.node.host.calculate();
  expect(await officeFormulas.replace("workbook")).toEqual({
    formulas: 1,
    cells: 1,
    errors: 0,
    unanswered: 1,
    names: ["Низкий", "Доля"],
    left: [],
  });
  expect(content(workbook, "Лист", "D1", "F1", "G1")).toEqual([
    "=NOR.LOWRESULT(A1:B3)",
    0.3,
    "=NOR.FAILSHARE(A1:B1)",
  ]);
});

test("a formula is inserted into an empty cell; a filled one is asked about", async () => {
  const workbook = await book.calculate({ "ВПР 2019": DATA });
  select(workbook, "ВПР 2019", 0, 0, 0, 1);
  expect(await officeFormulas.selection()).toBe("'ВПР 2019'!A1:B1");
  const formula = "=NOR.FAILSHARE('ВПР 2019'!A1:B1)";
  expect(await officeFormulas.insert(formula, null)).toEqual({
    kind: "filled",
    address: "'ВПР 2019'!A1",
    content: "10",
  });
  expect(valueOf(workbook, "'ВПР 2019'!A1")).toBe(10);
  select(workbook, "ВПР 2019", 0, 3);
  expect(await officeFormulas.insert(formula, null)).toEqual({ kind: "inserted", address: "'ВПР 2019'!D1" });
  await book.node.host.calculate();
  expect(valueOf(workbook, "'ВПР 2019'!D1")).toBe(0.3);
  // agreed for one cell, the user went to another: asked again
  select(workbook, "ВПР 2019", 1, 0);
  expect(await officeFormulas.insert(formula, "'ВПР 2019'!A1")).toMatchObject({ kind: "filled" });
});

test("what the add-in itself writes is no edit of the user's, and what was put right before is told", async () => {
  const workbook = await book.calculate({ Лист: FORMULAS });
  select(workbook, "Лист", 0, 0);
  workbook.settings.set(JOURNAL_KEY, JSON.stringify(journalInPlace("run"))); // of a run that broke off
  const end = await watchEdits();
  const { count } = edits.getState();
  const report = await officeFormulas.replace("sheet");
  await new Promise((resume) => setTimeout(resume, 50)); // Excel tells of a writing after it
  expect(edits.getState().count).toBe(count);
  expect(report).toMatchObject({ formulas: 5 });
  expect(recovered.getState().last).toMatchObject({ outcome: "undone", removed: [] });
  end();
});
