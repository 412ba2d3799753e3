import type { Area, Grid } from "../../grid";
import type { SheetView } from "../sheet-view";
import { contains } from "./area";
import type { Change } from "./correction";
import { endKey } from "./fingerprint";

export type Range = Extract<Change, { kind: "range" }>;

/** Rows above a table that may tell its year and procedure. */
const MOST_TITLES = 15;
/** This many numbers in a row are figures of another table. */
const FIGURES = 3;

/** How a range is remembered: by the row below it where that tells the end surely, else by its rows. */
export function rangeOf(view: SheetView, area: Area, headerBottom: number): Range {
  const width = area.right - area.left + 1;
  if (area.bottom >= view.rows - 1) return { kind: "range", width, rows: null, end: null };
  const end = endKey(view, area.bottom + 1, area.left, area.right);
  const open: Range = { kind: "range", width, rows: null, end };
  const found = rangeArea(view, { ...area, bottom: headerBottom }, open);
  return typeof found !== "string" && found.bottom === area.bottom
    ? open
    : { ...open, rows: area.bottom - area.top + 1 };
}

/** The range from a header on; or why it cannot be: columns or rows that the sheet does not have, no such end. */
export function rangeArea(
  view: SheetView,
  header: Area,
  { width, rows, end }: Range,
): Area | "outside" | "end" {
  const { top, left } = header;
  const right = left + width - 1;
  if (right >= view.columns) return "outside";
  const last = view.rows - 1;
  if (rows !== null) {
    const bottom = top + rows - 1;
    if (bottom > last) return "outside";
    return end === null || (bottom < last && endKey(view, bottom + 1, left, right) === end)
      ? { top, left, bottom, right }
      : "end";
  }
  if (end === null) return { top, left, bottom: last, right };
  for (let row = header.bottom + 1; row <= last; row++)
    if (endKey(view, row, left, right) === end) return { top, left, bottom: row - 1, right };
  return end === "" ? { top, left, bottom: last, right } : "end"; // a blank row below, and now nothing
}

/** The sheet with nothing but a range, and the titles above it where they are wanted. */
export function masked({ grid }: SheetView, area: Area, titles: boolean): Grid {
  const first = titles ? Math.max(0, area.top - MOST_TITLES) : area.top;
  const blank = (grid.cells[0] ?? []).map(() => null);
  const cells = grid.cells.map((row, at) => {
    if (at < first || at > area.bottom) return blank;
    if (at < area.top) return row.filter((value) => typeof value === "number").length < FIGURES ? row : blank;
    return row.map((value, column) => (column < area.left || column > area.right ? null : value));
  });
  const visible = {
    top: first + grid.top,
    left: (titles ? 0 : area.left) + grid.left,
    bottom: area.bottom + grid.top,
    right: (titles ? blank.length - 1 : area.right) + grid.left,
  };
  const merges = grid.merges?.filter((merge) => contains(visible, merge));
  return { ...grid, cells, ...(merges === undefined ? {} : { merges }) };
}
