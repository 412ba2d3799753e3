import { hasAddinFunction } from "../domain/cells/formula-text";
import { exclusive } from "./runs/exclusive";
import type { FormulaPort, ReplaceReport, ReplaceScope } from "./formula-port";
import { journaled } from "./unfinished/put-right";
import { tellRecovery } from "./unfinished/recovered";
import { recover } from "./unfinished/recover";
import { run } from "./runs/requests";
import { asRun } from "./runs/runs";
import { asValue } from "./unfinished/values-again";
import { asOwnWrite } from "./edits/watch-edits";
import { insertFormula } from "./writing/insert-formula";
import { writeValues, type ValuesWork } from "./writing/write-values";

/** Cells per request: 5 MB is the limit on the web; a formula takes about 60 bytes, its value and type as much. */
const PAGE_CELLS = 30_000;
/** Arrays whose extent is asked for in one request. */
const ANCHORS_PER_READ = 1000;

interface Target {
  readonly sheet: Excel.Worksheet;
  readonly names: Excel.NamedItemCollection;
  readonly used: Excel.Range;
}

async function targetsOf(context: Excel.RequestContext, scope: ReplaceScope): Promise<Target[]> {
  const { worksheets } = context.workbook;
  const target = (sheet: Excel.Worksheet, used: Excel.Range): Target => {
    sheet.load("id,name");
    sheet.protection.load("protected");
    const names = sheet.names.load("items/name,items/formula");
    return { sheet, names, used: used.load("rowIndex,columnIndex,rowCount,columnCount") };
  };
  if (scope === "selection") {
    const selected = context.workbook.getSelectedRange();
    // a selected column is a million cells; what is beyond the used ones holds no formula
    return [target(selected.worksheet, selected.getUsedRangeOrNullObject())];
  }
  if (scope === "sheet") {
    const sheet = worksheets.getActiveWorksheet();
    return [target(sheet, sheet.getUsedRangeOrNullObject())];
  }
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items.map((sheet) => target(sheet, sheet.getUsedRangeOrNullObject()));
}

/** A cell whose formula calls the add-in, by its place on the sheet. */
interface Found {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

async function findFormulas(context: Excel.RequestContext, { sheet, used }: Target): Promise<Found[]> {
  if (used.isNullObject) return [];
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const rows = Math.max(1, Math.floor(PAGE_CELLS / columnCount));
  const found: Found[] = [];
  for (let from = 0; from < rowCount; from += rows) {
    const page = sheet.getRangeByIndexes(
      rowIndex + from,
      columnIndex,
      Math.min(rows, rowCount - from),
      columnCount,
    );
    page.load("formulas,values");

    await context.sync();
    const values = page.values as unknown[][];
    for (const [r, line] of (page.formulas as unknown[][]).entries())
      for (const [c, formula] of line.entries())
        // a text that only looks like a formula is its own value
        if (hasAddinFunction(formula) && values[r]?.[c] !== formula)
          found.push({ sheet, row: rowIndex + from + r, column: columnIndex + c, formula: String(formula) });
  }
  return found;
}

/** Cells that each formula fills: a spilled array becomes values as a whole, or its other cells would be lost. */
async function filledBy(context: Excel.RequestContext, found: readonly Found[]): Promise<Excel.Range[]> {
  const anchors = found.map(({ sheet, row, column }) => sheet.getRangeByIndexes(row, column, 1, 1));
  // an Excel without dynamic arrays has no spills
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.12")) return loadAll(context, anchors);
  const ranges: Excel.Range[] = [];
  for (let from = 0; from < anchors.length; from += ANCHORS_PER_READ) {
    const some = anchors.slice(from, from + ANCHORS_PER_READ);
    const spills = some.map((anchor) => anchor.getSpillingToRangeOrNullObject().load("address"));

    await context.sync();
    ranges.push(
      ...some.map((anchor, index) => (spills[index]?.isNullObject === false ? spills[index] : anchor)),
    );
  }
  return loadAll(context, ranges);
}

const placeOf = (sheet: Excel.Worksheet, row: number, column: number): string =>
  `${sheet.id} ${row} ${column}`;

/**
 * Cells of arrays typed with Ctrl+Shift+Enter: each has the formula of all, and Excel changes no part of an array. Known
 * since ExcelApi 1.12; before that Excel refuses them when they are written.
 */
async function inFixedArrays(
  context: Excel.RequestContext,
  found: readonly Found[],
): Promise<ReadonlySet<Found | undefined>> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.12")) return new Set();
  const formulas = new Map(
    found.map(({ sheet, row, column, formula }) => [placeOf(sheet, row, column), formula]),
  );
  const beside = found.filter(({ sheet, row, column, formula }) =>
    NEIGHBOURS.some(([down, right]) => formulas.get(placeOf(sheet, row + down, column + right)) === formula),
  );
  const fixed = new Set<Found>();
  for (let from = 0; from < beside.length; from += ANCHORS_PER_READ) {
    const some = beside.slice(from, from + ANCHORS_PER_READ).map((each) => ({
      each,
      cell: each.sheet.getRangeByIndexes(each.row, each.column, 1, 1).load("savedAsArray"),
    }));

    await context.sync();
    for (const { each, cell } of some) if (cell.savedAsArray) fixed.add(each);
  }
  return fixed;
}

const NEIGHBOURS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

async function loadAll(context: Excel.RequestContext, ranges: Excel.Range[]): Promise<Excel.Range[]> {
  for (let from = 0; from < ranges.length; from += ANCHORS_PER_READ) {
    for (const range of ranges.slice(from, from + ANCHORS_PER_READ)) range.load("values,valueTypes");

    await context.sync();
  }
  return ranges;
}

/** Errors of a formula that has no answer yet, or no room or add-in for one. */
const UNANSWERED = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#SPILL!", "#NAME?"]);

function hasNoAnswer({ values, valueTypes }: Excel.Range): boolean {
  const isError = valueTypes[0]?.[0] === Excel.RangeValueType.error;
  return isError && UNANSWERED.has(String((values as unknown[][])[0]?.[0]));
}

/** What is to become of the formulas that have an answer, and how the report tells of it. */
function valuesOf(
  found: readonly Found[],
  ranges: readonly Excel.Range[],
): {
  readonly work: readonly ValuesWork[];
  readonly report: Pick<ReplaceReport, "formulas" | "cells" | "errors" | "unanswered">;
} {
  let [cells, errors] = [0, 0];
  const work = found.flatMap(({ sheet, row, column, formula }, index): ValuesWork[] => {
    const range = ranges[index];
    if (range === undefined || hasNoAnswer(range)) return [];
    const types = range.valueTypes.flat();
    cells += types.length;
    errors += types.filter((type) => type === Excel.RangeValueType.error).length;
    const values = (range.values as unknown[][]).map((line) => line.map(asValue));
    return [{ kind: "values", sheetId: sheet.id, sheet: sheet.name, row, column, formula, values }];
  });
  return { work, report: { formulas: work.length, cells, errors, unanswered: found.length - work.length } };
}

const callingNames = (names: Excel.NamedItemCollection): string[] =>
  names.items.filter(({ formula }) => hasAddinFunction(formula)).map(({ name }) => name);

/** Reads what is to become values; all is read before the first is written, since a formula may read another's cell. */
async function readValues(context: Excel.RequestContext, scope: ReplaceScope) {
  const targets = await targetsOf(context, scope);
  const shared = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const open: Found[] = [];
  const left: { sheet: string; formulas: number }[] = [];
  for (const target of targets) {
    const found = await findFormulas(context, target);
    if (!target.sheet.protection.protected) open.push(...found);
    else if (found.length > 0) left.push({ sheet: target.sheet.name, formulas: found.length });
  }
  const ranges = await filledBy(context, open);
  const fixed = await inFixedArrays(
    context,
    open.filter((_, index) => ranges[index]?.values.flat().length === 1), // one that spills has its cells
  );
  const isFree = (_: unknown, index: number): boolean => !fixed.has(open[index]);
  const { work, report } = valuesOf(open.filter(isFree), ranges.filter(isFree));
  const names = [shared, ...targets.map((target) => target.names)].flatMap(callingNames);
  const unanswered = report.unanswered + fixed.size;
  return { work, report: { ...report, unanswered, names, left } };
}

async function replace(scope: ReplaceScope): Promise<ReplaceReport> {
  // the journal of an unfinished run must not be lost
  const recovery = await asOwnWrite(
    () => true,
    () => run(recover, { stoppable: false }),
  );
  tellRecovery(recovery);
  const { work, report } = await run((context) => readValues(context, scope));
  const sheets = [...new Set(work.map(({ sheetId }) => sheetId))];
  if (work.length > 0)
    await asOwnWrite(
      (sheetId) => sheets.includes(sheetId),
      () => journaled(sheets, (context, begun) => writeValues(context, work, begun)),
    );
  return report;
}

/** Formulas of the open workbook, through Office.js. */
export const officeFormulas: FormulaPort = {
  get supported() {
    return Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1");
  },
  get contentLanguage() {
    return Office.context.contentLanguage;
  },
  selection: () =>
    run(
      async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      },
      { stoppable: false },
    ),
  insert: insertFormula,
  replace: (scope) => asRun("functions", ({ call }) => call(() => exclusive(() => replace(scope)))),
};
