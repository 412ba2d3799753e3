import type { Area, ArrayFormula, Sheet, SheetAspect } from "../../store/model";
import { areaName, columnName, parseArea } from "../../../xlsx/format/address";
import { readRows } from "../reader/cells";
import { isQuoted } from "../../store/input";
import { same } from "../reader/styles";
import { readFreeze } from "../reader/sheet";
import { child, flag, numberOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";
import { writeCharts } from "./charts";
import { columnsXml } from "./columns";
import { conditionalFormatsXml } from "./conditionalFormats";
import { hyperlinksXml } from "./hyperlinks";
import { fitsToPage, putPage } from "./page";
import { writeRows, type RowChanges, type RowContext } from "./rows";
import type { SaveContext } from "./saveContext";
import { SheetEdit } from "./sheetEdit";
import { spillsOf } from "./spills";
import { headingsOf, tablesXml } from "./tables";
import { validationsXml } from "./validations";
import { propertiesXml, viewsXml } from "./views";

/** Writes the changes of a sheet into its part. A new sheet (`whole`) is an empty part in which everything changed. */
export function writeSheet(
  context: SaveContext,
  part: string,
  sheet: Sheet,
  whole: boolean,
  selected: boolean | undefined,
): void {
  const root = context.pack.tree(part, "sheetData");
  const edit = new SheetEdit(root);
  const has = (...aspects: SheetAspect[]) =>
    whole || aspects.some((aspect) => sheet.touched.aspects.has(aspect));
  putRows(context, edit, sheet, whole);
  if (has("tabColor", "page")) putProperties(edit, root, sheet, has("tabColor"), has("page"));
  const freeze = has("freeze") && !same(readFreeze(root) ?? {}, sheet.freeze ?? {});
  const gridlines = has("gridlines");
  if (freeze || gridlines || selected !== undefined)
    edit.put(
      "sheetViews",
      viewsXml(root, sheet, {
        freeze,
        gridlines,
        ...(selected !== undefined && { selected }),
        ...context.selectionFor(sheet, whole),
      }),
    );
  if (has("columnWidths", "columnStyles", "hidden"))
    edit.put(
      "cols",
      columnsXml(root, sheet, context.styles.style, (style, base) => context.book.formatOf(style, base)),
    );
  if (has("protection") && sheet.protected !== flag(child(root, "sheetProtection"), "sheet"))
    edit.put(
      "sheetProtection",
      sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "",
    );
  if (has("merges")) edit.put("mergeCells", mergesXml(sheet));
  if (has("conditionalFormats"))
    edit.put("conditionalFormatting", conditionalFormatsXml(root, sheet, context.styles, context.book));
  if (has("validations")) edit.put("dataValidations", validationsXml(root, sheet.validations));
  if (has("hyperlinks"))
    edit.put("hyperlinks", hyperlinksXml(context.pack, part, root, sheet, context.flavour));
  if (has("page")) putPage(edit, sheet);
  const drawing = has("charts") ? writeCharts(context.pack, part, sheet, context.flavour) : undefined;
  if (drawing !== undefined) edit.put("drawing", drawing);
  if (has("tables") || headingsTouched(sheet))
    edit.put("tableParts", tablesXml(context.pack, part, root, sheet, context.flavour, context.nextTableId));
  const xml = edit.result();
  if (xml !== undefined) context.pack.set(part, xml);
}

function putProperties(edit: SheetEdit, root: XmlElement, sheet: Sheet, color: boolean, page: boolean): void {
  const change = {
    ...(color && { tabColor: sheet.tabColor }),
    ...(page && { fitToPage: fitsToPage(sheet.page) }),
  };
  edit.put("sheetPr", propertiesXml(root, change));
}

function mergesXml({ merges }: Sheet): string {
  const cells = merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`);
  return cells.length === 0 ? "" : `<mergeCells count="${cells.length}">${cells.join("")}</mergeCells>`;
}

/** A heading that was typed over must be changed in the table's part too. */
function headingsTouched(sheet: Sheet): boolean {
  return sheet.tables.some(({ area, showHeaders }) => {
    if (!showHeaders) return false;
    for (let column = area.left; column <= area.right; column++)
      if (sheet.touched.values.has(area.top, column)) return true;
    return false;
  });
}

function putRows(context: SaveContext, edit: SheetEdit, sheet: Sheet, whole: boolean): void {
  const { root } = edit;
  const changes = rowChanges(root, sheet, whole);
  const moved = context.moved(sheet);
  if (changes.values.size + changes.styles.size + changes.rows.size === 0 && !moved) return;
  const data = child(root, "sheetData");
  const [from, to] = [data?.openEnd ?? 0, data?.closeStart ?? 0];
  edit.putRows(
    writeRows(root.xml, from, to, data?.prefix ?? root.prefix, changes, rowContext(context, root, sheet)),
  );
  const used = extent(changes, child(root, "dimension"));
  if (used) edit.put("dimension", `<dimension${attributes({ ref: used })}/>`);
  if (!whole && (changes.values.size > 0 || moved)) context.formulasChanged();
}

function rowChanges(root: XmlElement, sheet: Sheet, whole: boolean): RowChanges {
  const { touched } = sheet;
  const values = new Map<number, Set<number>>();
  const add = (row: number, columns: Iterable<number>) => {
    const known = values.get(row);
    if (known) for (const column of columns) known.add(column);
    else values.set(row, new Set(columns));
  };
  for (const [row, columns] of whole ? sheet.cells : touched.values.rows())
    if (columns.size > 0) add(row, columns.keys());
  const styles = whole
    ? values
    : new Map([...touched.styles.rows()].filter(([, columns]) => columns.size > 0));
  if (whole || touched.aspects.has("tables"))
    for (const { row, column, text } of headingCells(sheet))
      if (sheet.cells.get(row)?.get(column)?.value !== text) add(row, [column]);
  return { values, styles, rows: rowAttributes(root, sheet, whole) };
}

/** Heights and hidden rows that differ from the file. */
function rowAttributes(root: XmlElement, sheet: Sheet, whole: boolean): RowChanges["rows"] {
  const result = new Map<number, Record<string, string | number | undefined>>();
  const { aspects } = sheet.touched;
  if (!whole && !aspects.has("rowHeights") && !aspects.has("hidden")) return result;
  const data = child(root, "sheetData");
  const before = readRows(root.xml, data?.openEnd ?? 0, data?.closeStart ?? 0, data?.prefix ?? "");
  const set = (row: number, values: Record<string, string | number | undefined>) =>
    result.set(row, { ...result.get(row), ...values });
  for (const row of new Set([...sheet.rowHeights.keys(), ...before.rowHeights.keys()])) {
    const [now, was] = [sheet.rowHeights.get(row), before.rowHeights.get(row)];
    if (now !== was)
      set(row, now === undefined ? { ht: undefined, customHeight: undefined } : { ht: now, customHeight: 1 });
  }
  // as Excel does it: a fitted height is stored, but not as the user's own
  for (const [row, ht] of sheet.fittedHeights) set(row, { ht, customHeight: undefined });
  for (const row of new Set([...sheet.hiddenRows, ...before.hiddenRows])) {
    const hidden = sheet.hiddenRows.has(row);
    if (hidden !== before.hiddenRows.has(row)) set(row, { hidden: hidden ? 1 : undefined });
  }
  return result;
}

function rowContext(context: SaveContext, root: XmlElement, sheet: Sheet): RowContext {
  const columns = child(root, "cols")?.children ?? [];
  const headings = new Map(headingCells(sheet).map(({ row, column, text }) => [`${row},${column}`, text]));
  const spills = spillsOf(sheet);
  return {
    sheet,
    unshare: context.moved(sheet),
    formatOf: (cell, base) => context.book.formatOf(cell?.style, base),
    quotedFormat: (cell, format) => context.book.quotedOf(format, isQuoted(cell)),
    columnFormat: (column) => {
      const found = columns.find(
        (each) => (numberOf(each, "min") ?? 0) <= column + 1 && column < (numberOf(each, "max") ?? 0),
      );
      return numberOf(found, "style") ?? 0;
    },
    spillOf: (row, column) => {
      const array = sheet.cells.get(row)?.get(column)?.array;
      if (array?.fixed === true) return { ref: areaName(areaOf(row, column, array)), metadata: undefined };
      const area = spills.get(`${row},${column}`) ?? (array && areaOf(row, column, SINGLE));
      return area && { ref: areaName(area), metadata: context.dynamicArray() };
    },
    headingOf: (row, column) => (headings.size === 0 ? undefined : headings.get(`${row},${column}`)),
  };
}

const SINGLE = { rows: 1, columns: 1 };
const areaOf = (row: number, column: number, { rows, columns }: Omit<ArrayFormula, "fixed">): Area => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

function headingCells(sheet: Sheet): { row: number; column: number; text: string }[] {
  return sheet.tables
    .filter(({ showHeaders }) => showHeaders)
    .flatMap((table) =>
      headingsOf(sheet, table).map((text, index) => ({
        row: table.area.top,
        column: table.area.left + index,
        text,
      })),
    );
}

/** The used area, wide enough for what was written. */
function extent({ values, styles }: RowChanges, dimension: XmlElement | undefined): string | undefined {
  const old = parseArea(dimension?.attributes.get("ref") ?? "");
  let [top, left, bottom, right] = old
    ? [old.top, old.left, old.bottom, old.right]
    : [Infinity, Infinity, -1, -1];
  for (const [row, columns] of [...values, ...styles]) {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    for (const column of columns) [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  if (bottom < 0) return undefined;
  return `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`;
}
