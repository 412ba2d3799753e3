import { areaAddress, type Area, type CellValue, type Grid } from "../../domain/grid";
import type { SheetKind, SheetPlan } from "../../domain/sheet-plan";

/**
 * The mark of a sheet that the add-in made: hidden names in the sheet's own scope. They stay when the sheet is renamed
 * or moved, and survive other spreadsheet programs, which drop Excel's worksheet properties.
 */
export const MARK = "SHNOR_SHEET";
/** Fingerprint of the contents as written: tells whether the user changed them since. */
export const FINGERPRINT = "SHNOR_WRITTEN";
/** Stands in place of a fingerprint while a sheet is written anew: whoever finds it may write the sheet again. */
export const BEING_WRITTEN = "…";

/** Every kind once: a kind that is not here fails the type check. */
const ALL_KINDS: Readonly<Record<SheetKind, true>> = {
  results: true,
  lowSchools: true,
  roadmap: true,
  requisites: true,
  decisions: true,
  scales: true,
  registry: true,
  files: true,
  fileCopy: true,
  checks: true,
  contents: true,
  order: true,
  appointments: true,
  schoolRoadmap: true,
  notice: true,
  directory: true,
  examples: true,
  heatMap: true,
  register: true,
  control: true,
  executionReport: true,
  indicators: true,
  dynamics: true,
  history: true,
  template: true,
};
const KINDS = Object.keys(ALL_KINDS) as readonly SheetKind[]; // the keys of that object

/** The constant of a name as a formula. */
export const constant = (text: string): string => `="${text.replaceAll('"', '""')}"`;

/** The text of a constant formula `="text"`. */
export function constantText(formula: unknown): string | null {
  const found = /^="(.*)"$/s.exec(String(formula));
  return found?.[1]?.replaceAll('""', '"') ?? null;
}

/** Sheets that the user fills in: what their cells show counts, a formula there is the user's. */
export const isInput = (kind: SheetKind): boolean => INPUTS.has(kind);
const INPUTS: ReadonlySet<SheetKind> = new Set([
  "history",
  "requisites",
  "decisions",
  "scales",
  "registry",
  "template",
]);

/** Documents that the user fills in beside what was generated: their edits are told by formulas, their figures are values. */
export const isFilledIn = (kind: SheetKind): boolean => FILLED_IN.has(kind);
const FILLED_IN: ReadonlySet<SheetKind> = new Set(["roadmap", "schoolRoadmap", "register", "files"]);

/** Kind of sheet by our id: the id itself, or what stands before its colon. */
export function kindOf(id: string): SheetKind | null {
  return KINDS.find((kind) => id === kind || id.startsWith(`${kind}:`)) ?? null;
}

/** FNV-1a over UTF-16 units: tells edits apart, guards nothing. */
function hash(parts: Iterable<string>): string {
  let value = 0x811c9dc5;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) value = Math.imul(value ^ part.charCodeAt(i), 0x01000193);
    value = Math.imul(value ^ 0x1f, 0x01000193);
  }
  return (value >>> 0).toString(36);
}

const content = (value: CellValue): string =>
  typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value).replaceAll("\r\n", "\n");

function* filled(
  rows: readonly (readonly CellValue[])[],
  top: number,
  left: number,
  without: readonly Area[] = [],
): Iterable<string> {
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (value !== null && value !== "" && !isIn(without, top + r, left + c))
        yield `${top + r},${left + c}:${content(value)}`;
    }
  }
}

/**
 * The mark of what a plan writes: its fingerprint without the cells to fill in, then their addresses.
 * @example "1x7kq2@C3,E5:F8"
 */
export function writtenMark(plan: SheetPlan): string {
  const { inputs = [] } = plan;
  if (inputs.length === 0) return fingerprintOfPlan(plan);
  const marked = `@${inputs.map(areaAddress).join(",")}`;
  return hash(partsOfPlan(plan, inputs)) + marked;
}

/** Whether a sheet still is as a plan wrote it, whatever its cells to fill in hold. */
export function isAsWritten(grid: Grid, written: string): boolean {
  const [print, addresses] = written.split("@");
  if (addresses === undefined) return written === fingerprintOfGrid(grid);
  return print === hash(filled(grid.cells, grid.top, grid.left, addresses.split(",").map(areaOf)));
}

/** @param address as `areaAddress` writes it */
function areaOf(address: string): Area {
  const [first = "", last = first] = address.split(":");
  const place = (cell: string): { row: number; column: number } => {
    const letters = cell.replace(/\d+$/, "");
    const column = [...letters.matchAll(/[A-Z]/g)].reduce(
      (sum, [one]) => sum * 26 + one.charCodeAt(0) - 64,
      0,
    );
    return { row: Number(cell.slice(letters.length)) - 1, column: column - 1 };
  };
  const [from, to] = [place(first), place(last)];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

const isIn = (areas: readonly Area[], row: number, column: number): boolean =>
  areas.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );

/** Fingerprint of what is in a sheet: formulas where there are some, else values. */
export function fingerprintOfGrid(grid: Grid): string {
  return hash(filled(grid.cells, grid.top, grid.left));
}

/** Fingerprint of what a plan writes; equal to that of the sheet until somebody changes a cell. */
export const fingerprintOfPlan = (plan: SheetPlan): string => hash(partsOfPlan(plan, []));

function partsOfPlan(plan: SheetPlan, without: readonly Area[]): string[] {
  const cells = plan.blocks.flatMap((block) =>
    block.cells.flatMap((row, r) =>
      row.map((cell, c) => ({
        row: block.row + r,
        column: block.column + c,
        value: cell !== null && typeof cell === "object" ? cell.formula : cell,
      })),
    ),
  );
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return cells.flatMap(({ row, column, value }) =>
    value === null || value === "" || isIn(without, row, column)
      ? []
      : [`${row},${column}:${content(value)}`],
  );
}
