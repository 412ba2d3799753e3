import type { Area, CellValue } from "../grid";
import { parseArea } from "./corrections/area";
import { viewSheet, type SheetView } from "./sheet-view";

/** A table whose schools stand in columns: names in its first row, what the figures are in the columns before them. */
export interface SchoolsInColumns {
  /** The row of the names; local, as all here. */
  readonly top: number;
  readonly bottom: number;
  /** The first column of labels. */
  readonly left: number;
  /** The first school's column. */
  readonly firstSchool: number;
  readonly right: number;
  /** Rows of a label alone: it holds for the rows below, up to the next such row. */
  readonly headings: ReadonlySet<number>;
}

/** Id of the layout that reads them. */
export const SCHOOLS_IN_COLUMNS = "schools-in-columns";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The word that a header of schools is known by, in place of whatever stands in the corner. */
const CORNER = "Школа";

/**
 * The sheet as if schools stood in rows: what is above the table stays, the table is turned by its diagonal. Addresses
 * are those of the sheet itself, so that every figure leads to its own cell.
 */
export function turnView(view: SheetView, table: SchoolsInColumns): SheetView {
  const { top, left, firstSchool, right } = table;
  const lines = linesOf(table);
  const grouped = table.headings.size > 0 ? 1 : 0;
  const levels = grouped + firstSchool - left;
  const body = top + levels;
  const corner: Place = { row: top, column: left };
  const headingOf = (line: number): number | undefined =>
    [...table.headings].filter((row) => row < line).at(-1);
  const at = (row: number, column: number): Place | null => {
    if (row < top) return { row, column };
    if (column === 0) return row < body ? corner : { row: top, column: firstSchool + row - body };
    const line = lines[column - 1];
    if (line === undefined) return null;
    if (row >= body) return { row: line, column: firstSchool + row - body };
    if (row >= top + grouped) return { row: line, column: left + row - top - grouped };
    const heading = headingOf(line);
    return heading === undefined ? null : { row: heading, column: left };
  };

  const height = body + right - firstSchool + 1;
  const width = Math.max(view.columns, lines.length + 1);
  const read = <T>(pick: (place: Place) => T, blank: T): T[][] =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => {
        const place = at(row, column);
        return place === null ? blank : pick(place);
      }),
    );
  const cells = read<CellValue>(({ row, column }) => view.value(row, column), null);
  for (let row = 0; row < top; row++) {
    // numbers of schools over their names would pass for marks or classes
    const line = cells[row];
    if (line?.every((value) => typeof value !== "string") === true) line.fill(null);
  }
  for (let row = top; row < body; row++) {
    const line = cells[row];
    if (line !== undefined) line[0] = row === body - 1 ? CORNER : null;
  }
  const { sheet, file, formats } = view.grid;
  const turned = viewSheet({
    sheet,
    ...(file === undefined ? {} : { file }),
    top: 0,
    left: 0,
    cells,
    ...(formats === undefined
      ? {}
      : { formats: read(({ row, column }) => formats[row]?.[column] ?? "", "") }),
    merges: [...titleMerges(view, top), ...labelMerges(view, { top, body, lines, at })],
  });

  const place = (row: number, column: number): Place => at(row, column) ?? corner;
  const areaOf = (local: Area): Area => {
    const places = [place(local.top, local.left), place(local.bottom, local.right)];
    const [rows, columns] = [places.map(({ row }) => row), places.map(({ column }) => column)];
    return {
      top: Math.min(...rows),
      left: Math.min(...columns),
      bottom: Math.max(...rows),
      right: Math.max(...columns),
    };
  };
  return {
    ...turned,
    grid: { ...turned.grid, ...(view.grid.file === undefined ? {} : { file: view.grid.file }) },
    address: (row, column) => view.address(place(row, column).row, place(row, column).column),
    area: (local) => view.area(areaOf(local)),
    source: (row, column) => view.source(place(row, column).row, place(row, column).column),
    sourceOf: (local) => view.sourceOf(areaOf(local)),
    rowsOf: (address) => {
      const area = parseArea(address);
      if (area === null) return null;
      const offset = body - firstSchool - view.grid.left;
      return [area.left + offset, area.right + offset];
    },
  };
}

/** Rows of figures, top to bottom. */
function linesOf({ top, bottom, headings }: SchoolsInColumns): readonly number[] {
  return Array.from({ length: bottom - top }, (_, at) => top + 1 + at).filter((row) => !headings.has(row));
}

/** Titles above the table, merged as they are. */
function titleMerges(view: SheetView, top: number): readonly Area[] {
  const found = new Set<Area>();
  for (let row = 0; row < top; row++) {
    for (let column = 0; column < view.columns; column++) {
      const merge = view.merge(row, column);
      if (merge !== null && merge.bottom < top) found.add(merge);
    }
  }
  return [...found];
}

/** Labels that hold for several rows of the sheet, and so for several columns of the turned header. */
function labelMerges(
  view: SheetView,
  {
    top,
    body,
    lines,
    at,
  }: {
    readonly top: number;
    readonly body: number;
    readonly lines: readonly number[];
    readonly at: (row: number, column: number) => Place | null;
  },
): readonly Area[] {
  const merges: Area[] = [];
  for (let row = top; row < body; row++) {
    const keyOf = (column: number): string | null => {
      const place = at(row, column);
      if (place === null) return null;
      const merge = view.merge(place.row, place.column);
      return `${merge?.top ?? place.row} ${merge?.left ?? place.column}`;
    };
    for (let first = 1; first <= lines.length; first++) {
      const key = keyOf(first);
      let last = first;
      while (key !== null && last < lines.length && keyOf(last + 1) === key) last += 1;
      if (last > first) merges.push({ top: row, left: first, bottom: row, right: last });
      first = last;
    }
  }
  return merges;
}
