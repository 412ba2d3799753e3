import type { NumberCell } from "./cell";
import type { Column } from "./columns";

/** How the numbers of a share column are meant. */
export interface ShareUnit {
  readonly unit: "percent" | "fraction" | "unclear";
  /** Decimals of the per cent, the most that any number of the column shows: a number drops its trailing zeros. */
  readonly decimals: number;
}

/** A share cell with the counts of its row where they are known. */
export interface ShareSample {
  readonly cell: NumberCell;
  readonly participants: number | null;
  readonly failed: number | null;
}

/**
 * Decides whether plain numbers of a column are per cent or fractions: any number above 1 → per cent; else the counts
 * of the rows decide, then «доля» in the header; «%» over numbers that are all ≤ 1 stays unclear.
 * @param passing the column holds the share of those who passed
 */
export function shareUnit(column: Column, samples: readonly ShareSample[], passing: boolean): ShareUnit {
  const plain = samples.filter(({ cell }) => !cell.percent);
  const unit = plainUnit(column, plain, passing);
  let decimals = 0;
  for (const { cell } of samples) {
    if (cell.text) continue;
    const shift = !cell.percent && unit === "fraction" ? 2 : 0;
    decimals = Math.max(decimals, cell.decimals - shift);
  }
  return { unit, decimals };
}

function plainUnit(column: Column, plain: readonly ShareSample[], passing: boolean): ShareUnit["unit"] {
  if (plain.some(({ cell }) => cell.value > 1)) return "percent";
  if (plain.every(({ cell }) => cell.value === 0)) return "percent";
  const fits = (scale: number): number =>
    plain.filter((sample) => sample.cell.value > 0 && fitsCounts(sample, scale, passing)).length;
  const percent = fits(1);
  const fraction = fits(100);
  if (percent !== fraction) return percent > fraction ? "percent" : "fraction";
  return column.unit === "fraction" ? "fraction" : "unclear";
}

function fitsCounts({ cell, participants, failed }: ShareSample, scale: number, passing: boolean): boolean {
  if (participants === null || participants <= 0) return false;
  const percent = cell.value * scale;
  const decimals = Math.max(0, cell.decimals - (scale === 100 ? 2 : 0));
  const share = passing ? 100 - percent : percent;
  return agrees(failed ?? recover(participants, share), participants, share, decimals);
}

/**
 * Whether 0,5 in a column of per cents may be a half: a plain number up to 1 that the participants do not prove to be
 * per cent. Half a per cent and fifty differ by a verdict, so neither is guessed.
 */
export function maybeFraction(
  cell: NumberCell,
  { unit, decimals }: ShareUnit,
  participants: number | null,
  passing: boolean,
): boolean {
  if (unit !== "percent" || cell.percent || cell.value <= 0 || cell.value > 1) return false;
  const sample: ShareSample = {
    cell: { ...cell, decimals: Math.max(cell.decimals, decimals) },
    participants,
    failed: null,
  };
  return !fitsCounts(sample, 1, passing) || fitsCounts(sample, 100, passing);
}

/** @example recover(89, 12.36) // 11 */
export function recover(participants: number, percent: number): number {
  return Math.round(Number(((participants * percent) / 100).toFixed(9)));
}

/** Whether counts give the printed per cent, up to the rounding of its last decimal. */
export function agrees(failed: number, participants: number, percent: number, decimals: number): boolean {
  const exact = (failed * 100) / participants;
  return Math.abs(exact - percent) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** How a per cent was shortened to what its cell prints. */
export type Shortening = "rounded" | "cut";

/**
 * Whether any number of participants gives both the failed and the per cent of those who failed, as its cell prints it.
 * @param passing the cell prints the per cent of those who passed: cut off, it leaves too many who failed
 * @example of 4 failed and 32 %: false, since 4 of 12 is 33 %, 4 of 13 is 31 %
 * @example of 2 failed and 66,66 % cut off: true, 2 of 3
 */
export function anyNumberGives(
  { cell, failed, failing, passing }: Failing,
  unit: ShareUnit,
  shortenings: readonly Shortening[] = ["rounded", "cut"],
): boolean {
  return [decimalsIn(cell, unit), printedDecimals(cell, unit)].some((decimals) =>
    shortenings.some((shortening) => {
      const [below, above] = reach(shortening, 10 ** -decimals, passing);
      if (failing <= below) return true;
      const fewest = Math.max(failed, Math.ceil((failed * 100) / (failing + above)));
      return failed > 0 && fewest <= (failed * 100) / (failing - below);
    }),
  );
}

const TINY = 1e-9;

/** How far below and above the printed per cent of those who failed the exact one lies, at most. */
function reach(shortening: Shortening, unit: number, passing: boolean): readonly [number, number] {
  if (shortening === "rounded") return [unit / 2 + TINY, unit / 2 + TINY];
  return passing ? [unit - TINY, TINY] : [TINY, unit - TINY]; // less than a whole unit was cut off
}

/** Those who failed, counted and in per cent, with the cell that prints the per cent. */
interface Failing {
  readonly cell: NumberCell;
  readonly failed: number;
  readonly failing: number;
  readonly passing: boolean;
}

/** The per cent of a cell, rounded to nine decimals; null where the unit is unclear. Zero is zero in every unit. */
export function percentOf(cell: NumberCell, { unit }: ShareUnit): number | null {
  if (cell.percent || cell.value === 0 || unit === "percent") return cell.value;
  return unit === "fraction" ? Number((cell.value * 100).toFixed(9)) : null;
}

/** Decimals of one cell's per cent as printed. */
export function decimalsIn(cell: NumberCell, { unit, decimals }: ShareUnit): number {
  if (!cell.text) return decimals;
  return cell.percent || unit !== "fraction" ? cell.decimals : Math.max(0, cell.decimals - 2);
}

/** Decimals of the per cent that the cell itself shows, whatever its column does: 10 may be rounded by hand. */
export function printedDecimals({ percent, decimals }: NumberCell, { unit }: ShareUnit): number {
  return Math.max(0, decimals - (!percent && unit === "fraction" ? 2 : 0));
}
