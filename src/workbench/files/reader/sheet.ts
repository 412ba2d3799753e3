import { createSheet } from "../../store/create";
import type { Sheet, Style, Table } from "../../store/model";
import { cellName, parseArea } from "../../../xlsx/format/address";
import { colorOf } from "../format/colors";
import { widthToPoints } from "../format/units";
import type { Package } from "../../../xlsx/package/package";
import { parsed } from "../../../xlsx/package/package";
import { relationships, type Relationship } from "../../../xlsx/package/relationships";
import { child, childrenOf, flag, numberOf, prefixed, type XmlElement } from "../../../xlsx/xml/element";
import { readRows } from "./cells";
import { readCharts } from "./charts";
import { readConditionalFormats } from "./conditionalFormats";
import { readPage } from "./page";
import type { StyleTable } from "./styles";
import { readValidations } from "./validations";

/** A sheet's part and what the workbook part says of it. */
export interface SheetSource {
  readonly part: string;
  readonly id: string;
  readonly name: string;
  readonly visibility: Sheet["visibility"];
}

/** Reads one sheet. */
export function readSheet(
  pack: Package,
  source: SheetSource,
  styles: StyleTable,
  strings: readonly string[],
): Sheet {
  const { part, id, name, visibility } = source;
  const root = pack.tree(part, "sheetData");
  const data = child(root, "sheetData");
  const rels = relationships(pack, part);
  const rows = parsed(part, () =>
    readRows(root.xml, data?.openEnd ?? 0, data?.closeStart ?? 0, data?.prefix ?? "", {
      part,
      strings,
      style: styles.style,
    }),
  );
  const view = child(child(root, "sheetViews"), "sheetView");
  const freeze = readFreeze(root);
  const charts = readCharts(pack, part);
  return {
    ...createSheet(id, name, name),
    visibility,
    ...rows,
    ...readColumns(root, styles.style),
    merges: childrenOf(child(root, "mergeCells"), "mergeCell").flatMap(
      (each) => parseArea(each.attributes.get("ref") ?? "") ?? [],
    ),
    tables: tableParts(pack, root, rels).map(({ part: tablePart }) => readTable(pack.tree(tablePart))),
    conditionalFormats: readConditionalFormats(root, styles.palette, styles.differential).map(
      ({ format }) => format,
    ),
    validations: readValidations(root),
    ...(charts.length > 0 && { charts }),
    hyperlinks: readHyperlinks(root, rels),
    page: readPage(root),
    columnStyles: new Map(),
    fittedHeights: new Map(),
    ...(freeze && { freeze }),
    tabColor: colorOf(child(child(root, "sheetPr"), "tabColor"), styles.palette) ?? "",
    showGridlines: flag(view, "showGridLines", true),
    protected: flag(child(root, "sheetProtection"), "sheet"),
  };
}

/** Widths of columns that formatting stretches to the sheet's end are read up to here. */
const LAST_READ = 1024;

/** Widths, formats and hidden columns of the `cols` element. */
export function readColumns(
  root: XmlElement,
  styleOf: (xf: number) => Style | undefined,
): Pick<Sheet, "columnWidths" | "hiddenColumns" | "columnStyles"> {
  const columnStyles = new Map<number, Style>();
  const columnWidths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  for (const each of childrenOf(child(root, "cols"), "col")) {
    const [first, last] = [numberOf(each, "min") ?? 1, Math.min(numberOf(each, "max") ?? 1, 16_384)];
    const width = numberOf(each, "width");
    const hidden = flag(each, "hidden");
    const style = styleOf(numberOf(each, "style") ?? 0);
    for (let column = first - 1; column < last; column++) {
      if (hidden) hiddenColumns.add(column);
      if (column >= LAST_READ) continue;
      if (width !== undefined) columnWidths.set(column, widthToPoints(width));
      if (style) columnStyles.set(column, style);
    }
  }
  return { columnWidths, hiddenColumns, columnStyles };
}

/** Frozen rows and columns of the sheet's first view. */
export function readFreeze(root: XmlElement): Sheet["freeze"] {
  const pane = child(child(child(root, "sheetViews"), "sheetView"), "pane");
  if (!pane?.attributes.get("state")?.startsWith("frozen")) return undefined;
  return { rows: numberOf(pane, "ySplit") ?? 0, columns: numberOf(pane, "xSplit") ?? 0 };
}

export interface TablePart {
  readonly relationship: string;
  readonly part: string;
}

/** Parts of a sheet's tables, in the sheet's order. */
export function tableParts(pack: Package, root: XmlElement, rels: readonly Relationship[]): TablePart[] {
  return childrenOf(child(root, "tableParts"), "tablePart").flatMap((each) => {
    const found = rels.find(({ id, type }) => type === "table" && id === prefixed(each, "id"));
    return found && pack.has(found.target) ? [{ relationship: found.id, part: found.target }] : [];
  });
}

/** A table from its part. */
export function readTable(root: XmlElement): Table {
  const info = child(root, "tableStyleInfo");
  return {
    id: root.attributes.get("id") ?? "",
    name: root.attributes.get("displayName") ?? root.attributes.get("name") ?? "",
    area: parseArea(root.attributes.get("ref") ?? "") ?? { top: 0, left: 0, bottom: 0, right: 0 },
    style: info?.attributes.get("name") ?? "",
    showHeaders: (numberOf(root, "headerRowCount") ?? 1) > 0,
    showTotals: (numberOf(root, "totalsRowCount") ?? 0) > 0,
    showFilterButton: child(root, "autoFilter") !== undefined,
    showBandedRows: flag(info, "showRowStripes"),
  };
}

/** A link over more cells than this is kept in the file and shown on its first cell. */
const LINK_CELLS = 1000;

function readHyperlinks(root: XmlElement, rels: readonly Relationship[]): Sheet["hyperlinks"] {
  const links: Sheet["hyperlinks"] = new Map();
  for (const element of childrenOf(child(root, "hyperlinks"), "hyperlink")) {
    const area = parseArea(element.attributes.get("ref") ?? "");
    if (!area) continue;
    const link = readHyperlink(element, rels);
    const small = (area.bottom - area.top + 1) * (area.right - area.left + 1) <= LINK_CELLS;
    for (let row = area.top; row <= (small ? area.bottom : area.top); row++)
      for (let column = area.left; column <= (small ? area.right : area.left); column++)
        links.set(`${row},${column}`, link);
  }
  return links;
}

/** One link as `Excel.RangeHyperlink`. */
export function readHyperlink(element: XmlElement, rels: readonly Relationship[]) {
  const id = prefixed(element, "id");
  const target = id === undefined ? undefined : rels.find((each) => each.id === id)?.target;
  const location = element.attributes.get("location");
  const tip = element.attributes.get("tooltip");
  const address =
    target === undefined ? undefined : location === undefined ? target : `${target}#${location}`;
  return {
    ...(address !== undefined && { address }),
    ...(address === undefined && location !== undefined && { documentReference: location }),
    ...(tip !== undefined && { screenTip: tip }),
  };
}

/** The selected cells of the sheet's view, the first cell when none are. */
export function readSelection(root: XmlElement): {
  top: number;
  left: number;
  bottom: number;
  right: number;
} {
  const selections = childrenOf(child(child(root, "sheetViews"), "sheetView"), "selection");
  const last = selections.at(-1);
  const area = parseArea(
    (last?.attributes.get("sqref") ?? last?.attributes.get("activeCell") ?? "").split(" ")[0] ?? "",
  );
  return area ?? parseArea(cellName(0, 0)) ?? { top: 0, left: 0, bottom: 0, right: 0 };
}
