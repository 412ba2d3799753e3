import type { CellValue, Grid } from "../domain/grid";
import type { SheetKind, SheetPlan } from "../domain/sheet-plan";

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
  contents: true,
  order: true,
  appointments: true,
  schoolRoadmap: true,
  notice: true,
  directory: true,
  examples: true,
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
  "files",
  "template",
]);

/** Kind of sheet by our id: the id itself, or what stands before its colon. */
/** Documents that the user fills in beside what was generated: their edits are told by formulas, their figures are values. */
export const isFilledIn = (kind: SheetKind): boolean => FILLED_IN.has(kind);
const FILLED_IN: ReadonlySet<SheetKind> = new Set(["roadmap", "schoolRoadmap", "register"]);

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

function* filled(rows: readonly (readonly CellValue[])[], top: number, left: number): Iterable<string> {
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (value !== null && value !== "") yield `${top + r},${left + c}:${content(value)}`;
    }
  }
}

/** Fingerprint of what is in a sheet: formulas where there are some, else values. */
export function fingerprintOfGrid(grid: Grid): string {
  return hash(filled(grid.cells, grid.top, grid.left));
}

/** Fingerprint of what a plan writes; equal to that of the sheet until somebody changes a cell. */
export function fingerprintOfPlan(plan: SheetPlan): string {
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
  const parts = cells.flatMap(({ row, column, value }) =>
    value === null || value === "" ? [] : [`${row},${column}:${content(value)}`],
  );
  return hash(parts);
}
