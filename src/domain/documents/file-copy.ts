import { areaAddress, type Area, type CellValue, type Grid } from "../grid";
import { parseArea } from "../results/corrections/area";
import { isPupilLayout } from "../results/corrections/steer";
import type { Reading } from "../results/result";
import type { SheetPlan } from "../sheet-plan";
import type { StyleName } from "../styles";

const PREFIX = "fileCopy:";
/** Titles above a table. */
const MOST_TITLES = 15;
/** Letters of the default font; longer texts wrap. */
const WIDTH = { least: 6, most: 40 };
/** Rows by which the width of a column is told. */
const SAMPLE_ROWS = 200;

/** Our id of the copy of a file's sheet. */
const copyId = (file: string, sheet: string): string => `${PREFIX}${file}/${sheet}`;

/**
 * The sheets of an added file that may be copied into the workbook: those whose every table is of schools. A sheet with
 * pupils, and one on which nothing was understood, stays outside: a name of a pupil must not get into the workbook.
 */
export function copyableSheets(file: string, grids: readonly Grid[], { tables }: Reading): readonly Grid[] {
  return grids.filter((grid) => {
    if (grid.file !== file) return false;
    const own = tables.filter((table) => table.file === file && table.sheet === grid.sheet);
    return own.length > 0 && own.every(({ layout }) => !isPupilLayout(layout));
  });
}

/**
 * A sheet of a file as a sheet of ours: the tables that were read and the titles above them, at their own addresses, so
 * that a source «file, sheet, F12» is F12 here too. What stands beside the tables is not copied.
 */
export function planFileCopy(grid: Grid, { tables }: Reading): SheetPlan {
  const own = tables.filter((table) => table.file === grid.file && table.sheet === grid.sheet);
  const areas = own.flatMap(({ address }) => parseArea(address) ?? []);
  const headers = own.flatMap(({ header }) => parseArea(header) ?? []);
  const shown = shownCells(grid, areas);
  const bottom = grid.top + grid.cells.length - 1;
  const right = grid.left + (grid.cells[0]?.length ?? 1) - 1;
  const name = `Копия – ${grid.sheet}`;
  return {
    id: copyId(grid.file ?? "", grid.sheet),
    kind: "fileCopy",
    name,
    columns: Array.from({ length: right + 1 }, (_, column) => widthOf(shown, column - grid.left)),
    blocks: [{ row: grid.top, column: grid.left, cells: shown }],
    styles: [
      ...areas.map((area) => ({ area, style: "cell" as const })),
      ...percentAreas(grid, areas),
      ...headers.map((area) => ({ area, style: "tableHeader" as const })),
    ],
    merges: (grid.merges ?? []).filter((merge) => areas.some((area) => inside(merge, area))),
    rowHeights: [],
    autofit: areas.map(({ top, bottom: to }) => ({ from: top, to })),
    print: {
      orientation: right > 6 ? "landscape" : "portrait",
      area: { top: 0, left: 0, bottom, right },
      footer: `${grid.file ?? ""}, ${grid.sheet}`,
    },
  };
}

const inside = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom &&
  inner.left >= outer.left &&
  inner.right <= outer.right;

/** Cells of the tables, and texts above the first of each; all others are blank. */
function shownCells(grid: Grid, areas: readonly Area[]): readonly (readonly CellValue[])[] {
  return grid.cells.map((row, r) =>
    row.map((value, c) => {
      const [line, column] = [r + grid.top, c + grid.left];
      const isTable = areas.some(
        ({ top, bottom, left, right }) => line >= top && line <= bottom && column >= left && column <= right,
      );
      const isTitle =
        typeof value === "string" &&
        areas.some(
          ({ top, left, right }) =>
            line < top && line >= top - MOST_TITLES && column >= left && column <= right,
        );
      return isTable || isTitle ? value : null;
    }),
  );
}

function widthOf(cells: readonly (readonly CellValue[])[], column: number): number {
  let width = WIDTH.least;
  for (const row of cells.slice(0, SAMPLE_ROWS))
    width = Math.max(width, String(row[column] ?? "").length + 2);
  return Math.min(width, WIDTH.most);
}

/** Runs of cells that the file shows as per cents, column by column. */
function percentAreas({ formats, top, left }: Grid, areas: readonly Area[]): SheetPlan["styles"] {
  const found = new Map<string, { area: Area; style: StyleName }>();
  for (const area of areas) {
    for (let column = area.left; column <= area.right; column++) {
      let from: number | null = null;
      for (let row = area.top; row <= area.bottom + 1; row++) {
        const isPercent = row <= area.bottom && formats?.[row - top]?.[column - left]?.includes("%") === true;
        if (isPercent) from ??= row;
        else if (from !== null) {
          const run = { top: from, left: column, bottom: row - 1, right: column };
          found.set(areaAddress(run), { area: run, style: "percent" });
          from = null;
        }
      }
    }
  }
  return [...found.values()];
}
