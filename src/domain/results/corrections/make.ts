import type { Area, Grid } from "../../grid";
import type { Procedure } from "../procedure";
import type { ReadTable } from "../result";
import { viewSheet, type SheetView } from "../sheet-view";
import type { SchoolYear } from "../year";
import { columnIndex, contains, parseArea } from "./area";
import type { Change, ColumnRole, Correction } from "./correction";
import { headerRows, keyOf, layoutOf, sampleOf } from "./fingerprint";
import { rangeOf } from "./range";
import { sheetKeyOf } from "./steer";

/** What the user wants of a table; columns by their letters. */
export type Wish =
  | { readonly kind: "notResults" }
  /** `roles`: of a sheet that was not understood, told together with its range. */
  | {
      readonly kind: "range";
      readonly address: string;
      readonly roles?: Readonly<Record<string, ColumnRole>>;
    }
  | { readonly kind: "role"; readonly column: string; readonly role: ColumnRole }
  | { readonly kind: "year"; readonly columns: readonly string[] | null; readonly year: SchoolYear }
  | {
      readonly kind: "procedure";
      readonly columns: readonly string[] | null;
      readonly procedure: Procedure;
    };

/** Why a wish makes no correction: no labels to know the table by, no address, cells that the sheet does not have. */
export type WishFault = "noHeader" | "notAnAddress" | "outside";

/** Where a table stands: as read, or a sheet that was not understood, whose header is null. */
export type CorrectedTable = Pick<ReadTable, "sheet" | "file"> & {
  readonly header: string | null;
  readonly address: string;
  readonly columns?: ReadTable["columns"];
};

/**
 * The corrections that a wish makes. A role that another column of the same figures has is taken from that one, so that
 * both are not asked about.
 * @param openWorkbook name of the open workbook: its sheets carry no file
 */
export function makeCorrections(
  grid: Grid,
  table: CorrectedTable,
  wish: Wish,
  openWorkbook?: string,
): readonly Correction[] | WishFault {
  const view = viewSheet(grid, openWorkbook);
  const known = table.header === null ? null : localArea(view, table.header);
  if (wish.kind === "range") return rangeCorrections(view, known, wish);
  const whole = localArea(view, table.address);
  const header = known ?? (whole === null ? null : headerRows(view, whole));
  const make = header === null ? null : maker(view, header);
  if (header === null || make === null) return "noHeader";
  const offset = (letter: string): number => columnIndex(letter) - grid.left - header.left;
  switch (wish.kind) {
    case "notResults":
      return [make(wish)];
    case "role":
      return [
        ...displaced(table, wish).map((column) =>
          make({ kind: "role", column: offset(column), role: "other" }),
        ),
        make({ kind: "role", column: offset(wish.column), role: wish.role }),
      ];
    case "year":
      return [make({ ...wish, columns: wish.columns?.map(offset) ?? null, rows: sampleOf(view, header) })];
    case "procedure":
      return [make({ ...wish, columns: wish.columns?.map(offset) ?? null })];
  }
}

/** A column with the label that its header shows. */
export interface LabelledColumn {
  readonly column: string;
  readonly label: string;
}

/** Labels of the columns of a header; null for an address that the sheet has not. */
export function labelsOf(grid: Grid, header: string): readonly LabelledColumn[] | null {
  const view = viewSheet(grid);
  const area = localArea(view, header);
  return area === null ? null : labelsIn(view, area);
}

/** Labels of the first rows of a range, for the user to tell what its columns are. */
export function columnsOfRange(grid: Grid, address: string): readonly LabelledColumn[] | null {
  const view = viewSheet(grid);
  const area = localArea(view, address);
  return area === null ? null : labelsIn(view, headerRows(view, area));
}

function labelsIn(view: SheetView, { top, bottom, left, right }: Area): readonly LabelledColumn[] {
  return Array.from({ length: right - left + 1 }, (_, at) => {
    const rows = Array.from({ length: bottom - top + 1 }, (_row, row) =>
      view.mergedText(top + row, left + at),
    );
    const label = [...new Set(rows.filter((text) => text !== ""))].join(" / ");
    return { column: view.address(0, left + at).replace(/\d+$/, ""), label };
  });
}

function localArea(view: SheetView, address: string): Area | null {
  const area = parseArea(address);
  if (area === null) return null;
  const { top, left } = view.grid;
  const local = {
    top: area.top - top,
    left: area.left - left,
    bottom: area.bottom - top,
    right: area.right - left,
  };
  const whole = { top: 0, left: 0, bottom: view.rows - 1, right: view.columns - 1 };
  return contains(whole, local) ? local : null;
}

/** Makes corrections of one table; null where its header tells nothing to know it by. */
function maker(view: SheetView, header: Area): ((change: Change) => Correction) | null {
  const layout = layoutOf(view, header);
  if (layout === null) return null;
  const { file, sheet, address } = view.sourceOf(header);
  const sheetKey = sheetKeyOf(sheet, file);
  const at = { ...(file === undefined ? {} : { file }), sheet, header: address };
  return (change) => ({ id: idOf(layout, sheetKey, at, change), layout, sheetKey, at, change });
}

/** Equal for corrections of which the newer takes the place of the older. */
function idOf(layout: string, sheetKey: string, at: Correction["at"], change: Change): string {
  const parts: unknown[] = [change.kind, layout];
  if (change.kind === "role") parts.push(change.column);
  if (change.kind === "year" || change.kind === "procedure") parts.push(change.columns);
  if (change.kind === "procedure" || change.kind === "notResults") parts.push(sheetKey);
  if (change.kind === "year") parts.push(at.file ?? "", at.sheet, at.header);
  const text = JSON.stringify(parts);
  return `${change.kind}-${keyOf(text)}${keyOf(`${text}.`)}`;
}

function rangeCorrections(
  view: SheetView,
  known: Area | null,
  { address, roles = {} }: Extract<Wish, { kind: "range" }>,
): readonly Correction[] | WishFault {
  if (parseArea(address) === null) return "notAnAddress";
  const area = localArea(view, address);
  if (area === null) return "outside";
  const within = known !== null && contains(area, known) && known.top === area.top;
  const bottom = within ? known.bottom : headerRows(view, area).bottom;
  const header = { ...area, bottom };
  const make = maker(view, header);
  if (make === null) return "noHeader";
  return [
    make(rangeOf(view, area, bottom)),
    ...Object.entries(roles).map(([column, role]) =>
      make({ kind: "role", column: columnIndex(column) - view.grid.left - header.left, role }),
    ),
  ];
}

/** Columns that have the wanted role for the same year and procedure. */
function displaced(
  table: CorrectedTable,
  { column, role }: Extract<Wish, { kind: "role" }>,
): readonly string[] {
  if (role === "other") return [];
  const columns = table.columns ?? [];
  const target = columns.find((each) => each.column === column);
  return columns.flatMap((each) => {
    if (each.column === column || each.role !== role) return [];
    const same = target === undefined || target.procedure === undefined || isSame(target, each);
    return same ? [each.column] : [];
  });
}

const isSame = (one: ReadTable["columns"][number], other: ReadTable["columns"][number]): boolean =>
  one.year === other.year && one.procedure === other.procedure;
