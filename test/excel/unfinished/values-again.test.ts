/** «Значения вместо формул» that broke off after its point of no return, and what the next start makes of it. */
import { KEPT_NAMESPACE, JOURNAL_NAMESPACE } from "../../../src/excel/sheets/kept-state";
import { officeFormulas } from "../../../src/excel/office-formulas";
import { journalInPlace } from "../../../src/excel/unfinished/journal";
import { recover } from "../../../src/excel/unfinished/recover";
import { redoParts, type Redo, type ValuesRedo } from "../../../src/excel/unfinished/redo";
import { run } from "../../../src/excel/runs/requests";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import type { Workbook } from "../../../src/workbench/store/model";
import { bootFunctions, type Calculated, valueOf } from "../../functions/calculated";
import { cellAt, sheetOf } from "../../workbench/calculation/build";

const SPILLS = "=NOR.LOWRESULT(A1:B3)"; // TRUE, FALSE, «нет данных»
const ONE = "=NOR.FAILSHARE(A1:B1)"; // 3 of 10
const CONTENT = { A1: 10, B1: 3, A2: 10, B2: 1, A3: 0, B3: 0, D1: SPILLS, F1: ONE };

/** The journal of a run that wrote nothing of its work yet. */
async function brokenOff(): Promise<Workbook> {
  const workbook = await book.calculate({ Лист: CONTENT });
  const { id: sheetId } = sheetOf(workbook, "Лист");
  const of = (column: number, formula: string, values: ValuesRedo["values"]): ValuesRedo => ({
    kind: "values",
    sheetId,
    row: 0,
    column,
    formula,
    values,
  });
  leave(workbook, [of(3, SPILLS, [[true], [false], ["'нет данных"]]), of(5, ONE, [[0.3]])]);
  return workbook;
}

function leave(workbook: Workbook, work: readonly Redo[]): void {
  workbook.settings.set(JOURNAL_KEY, JSON.stringify({ ...journalInPlace("run"), committed: true }));
  redoParts(work).forEach((xml, index) => {
    workbook.customXmlParts.push({ id: `{9${index}}`, namespaceUri: JOURNAL_NAMESPACE, xml });
  });
  book.node.host.context.restructured();
}

let book: Calculated;
afterAll(() => {
  book.dispose();
});
beforeAll(async () => {
  book = await bootFunctions();
  const { Excel, Office } = book.node;
  Object.assign(globalThis, { Excel, Office });
}, 60_000);

const nextStart = () => run(recover, { stoppable: false });
const content = (workbook: Workbook, ...cells: string[]) =>
  cells.map((cell) => cellAt(workbook, `Лист!${cell}`)?.formula ?? valueOf(workbook, `Лист!${cell}`));
const isForgotten = ({ settings, customXmlParts }: Workbook): boolean =>
  !settings.has(JOURNAL_KEY) && customXmlParts.every(({ namespaceUri }) => namespaceUri === KEPT_NAMESPACE);

test("nobody was there: the rest becomes values", async () => {
  const workbook = await brokenOff();
  expect(await nextStart()).toEqual({ outcome: "finished", removed: [] });
  expect(content(workbook, "D1", "D2", "D3", "F1")).toEqual([true, false, "нет данных", 0.3]);
  expect(isForgotten(workbook)).toBe(true);
});

test("a cell that the user typed into the place of the array stays, and so does the formula", async () => {
  const workbook = await brokenOff();
  book.node.host.enter(sheetOf(workbook, "Лист"), { top: 1, left: 3, bottom: 1, right: 3 }, [["моё"]]);
  await book.node.host.calculate();
  expect(content(workbook, "D1")).toEqual([SPILLS]); // as before, though it shows #SPILL!
  expect(await nextStart()).toEqual({ outcome: "finished", removed: [], left: ["«Лист», D1"] });
  expect(content(workbook, "D1", "D2", "F1")).toEqual([SPILLS, "моё", 0.3]);
  expect(isForgotten(workbook)).toBe(true);
});

test("a sheet that was protected meanwhile is left, and no later start stumbles over it", async () => {
  const workbook = await brokenOff();
  sheetOf(workbook, "Лист").protected = true;
  expect(await nextStart()).toMatchObject({ outcome: "finished", left: ["«Лист», D1", "«Лист», F1"] });
  expect(content(workbook, "D1", "F1")).toEqual([SPILLS, ONE]);
  expect(await nextStart()).toEqual({ outcome: "nothing", removed: [] });
});

test("a cell that was to change on a sheet that is protected by now: left likewise", async () => {
  const workbook = await book.calculate({ Лист: CONTENT });
  const sheet = sheetOf(workbook, "Лист");
  leave(workbook, [{ kind: "edit", sheetId: sheet.id, address: "A1", before: 10, value: 11 }]);
  sheet.protected = true;
  expect(await nextStart()).toEqual({ outcome: "finished", removed: [], left: ["«Лист»"] });
  expect(content(workbook, "A1")).toEqual([10]);
  expect(isForgotten(workbook)).toBe(true);
});

/** Typed with Ctrl+Shift+Enter over three cells. */
async function fixedArray(workbook: Workbook): Promise<void> {
  Object.assign(cellAt(workbook, "Лист!D1") ?? {}, { array: { fixed: true, rows: 3, columns: 1 } });
  book.node.host.context.restructured();
  await book.node.host.calculate();
}

test("a part of an array that Excel does not change is left; all beside it is finished", async () => {
  const workbook = await book.calculate({ Лист: CONTENT });
  await fixedArray(workbook);
  const { id: sheetId } = sheetOf(workbook, "Лист");
  const cell = (row: number, column: number, formula: string, value: unknown): ValuesRedo => ({
    kind: "values",
    sheetId,
    row,
    column,
    formula,
    values: [[value]],
  });
  leave(workbook, [
    cell(0, 3, SPILLS, true),
    cell(1, 3, SPILLS, false),
    cell(2, 3, SPILLS, "'нет данных"),
    cell(0, 5, ONE, 0.3),
  ]);
  const { left } = await nextStart();
  expect(left).toEqual(["«Лист», D1", "«Лист», D2", "«Лист», D3"]);
  expect(content(workbook, "D1", "F1")).toEqual([SPILLS, 0.3]);
  expect(isForgotten(workbook)).toBe(true);
});

test("such an array is not begun at all, and told as unanswered", async () => {
  const workbook = await book.calculate({ Лист: CONTENT });
  await fixedArray(workbook);
  expect(await officeFormulas.replace("workbook")).toMatchObject({ formulas: 1, cells: 1, unanswered: 3 });
  expect(content(workbook, "D1", "F1")).toEqual([SPILLS, 0.3]);
});

test("equal formulas one below the other are no array: each becomes its value", async () => {
  const formula = "=NOR.FAILSHARE($A$1:$B$1)";
  const workbook = await book.calculate({ Лист: { A1: 10, B1: 3, D1: formula, D2: formula } });
  expect(await officeFormulas.replace("workbook")).toMatchObject({ formulas: 2, unanswered: 0 });
  expect(content(workbook, "D1", "D2")).toEqual([0.3, 0.3]);
});
