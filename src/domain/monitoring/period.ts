import type { Grid } from "../grid";
import type { PlanPeriod } from "../measures/period";

/** «…, 2026/2027 учебный год», «…, 2026/2027 – 2028/2029 учебные годы», «…, 2026 год», «…, 2026–2027 годы». */
const PRINTED = /, (20\d\d)(?:\/20\d\d)?(?:\s*–\s*(20\d\d)(?:\/20\d\d)?)? (учебн\S+ )?год\S*$/;

/**
 * The period that a roadmap prints above its table, as `formatPeriod` writes it.
 * @returns null where nobody left it there
 */
export function readPeriod(grid: Grid, header: number): PlanPeriod | null {
  for (const row of grid.cells.slice(0, header)) {
    for (const cell of row) {
      const found = typeof cell === "string" ? PRINTED.exec(cell.replaceAll("\u00A0", " ").trim()) : null;
      if (found === null) continue;
      const start = Number(found[1]);
      const last = Number(found[2] ?? start);
      return { unit: found[3] === undefined ? "calendarYear" : "schoolYear", start, years: last - start + 1 };
    }
  }
  return null;
}
