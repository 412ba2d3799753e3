/** Triples участники, «2», %: the per cent repeats the counts, or stands in for a blank «2». */
import { decimalsOf, parseCell } from "../results/cell";
import { agrees as printsAs, recover } from "../results/shares";
import { isProblem, NUMBER_PROBLEM, valueProblem, type CellProblem, type Input } from "./input";
import { readCount, readFigure, type Figure } from "./number";
import type { Outcome } from "./outcome";

interface Triple {
  readonly participants: number | null;
  readonly failed: number | null;
  readonly share: Figure | null;
  /** Digits after the point of the share as it stands in its cell. */
  readonly decimals: number;
  /** One-based column of the per cent. */
  readonly column: number;
}

/** Decimals of a per cent that are checked: those of a computed share are its binary tail. */
const MOST_DECIMALS = 4;

export function tripleOutcomes(row: readonly Input[]): readonly Outcome[] | CellProblem {
  if (row.length % 3 !== 0 || row.length === 0) return valueProblem("triplesNeeded", { width: row.length });
  const triples: Triple[] = [];
  for (let first = 0; first < row.length; first += 3) {
    const triple = readTriple(row, first);
    if (isProblem(triple)) return triple;
    triples.push(triple);
  }
  const scale = scaleOf(triples);
  const outcomes: Outcome[] = [];
  for (const triple of triples) {
    const outcome = tripleOutcome(triple, scale);
    if (isProblem(outcome)) return outcome;
    outcomes.push(outcome);
  }
  return outcomes;
}

function readTriple(row: readonly Input[], first: number): Triple | CellProblem {
  const participants = readCount(row[first], { row: 1, column: first + 1 });
  if (isProblem(participants)) return participants;
  const failed = readCount(row[first + 1], { row: 1, column: first + 2 });
  if (isProblem(failed)) return failed;
  const share = readFigure(row[first + 2], { row: 1, column: first + 3 });
  if (isProblem(share)) return share;
  if (share !== null && (share.value < 0 || share.value > (share.percent ? 1 : 100))) return NUMBER_PROBLEM;
  return { participants, failed, share, decimals: decimalsIn(row[first + 2]), column: first + 3 };
}

function decimalsIn(input: Input | undefined): number {
  if (typeof input === "number") return decimalsOf(input);
  const cell = typeof input === "string" ? parseCell(input) : null;
  return cell?.kind === "number" ? cell.decimals : 0;
}

/** Whether the plain numbers of the % columns are fractions or per cent, as far as the row itself shows. */
function scaleOf(triples: readonly Triple[]): "fraction" | "percent" | null {
  let scale: "fraction" | "percent" | null = null;
  for (const { participants, failed, share } of triples) {
    if (share === null || share.percent) continue;
    if (share.value > 1) return "percent";
    if (participants === null || participants === 0 || failed === null || share.value === 0) continue;
    if (agrees(share.value * 100, participants, failed)) scale = "fraction";
    else if (agrees(share.value, participants, failed)) return "percent";
  }
  return scale;
}

function tripleOutcome(triple: Triple, scale: "fraction" | "percent" | null): Outcome | CellProblem {
  const { participants, failed, share, column } = triple;
  if (participants === null || participants === 0) return null;
  const percent = share === null ? null : percentOf(share, scale);
  if (failed !== null) {
    if (failed > participants) return NUMBER_PROBLEM;
    if (share !== null && (percent === null || !agrees(percent, participants, failed))) {
      return valueProblem("shareDisagrees", { column, failed, participants });
    }
    return { participants, failed };
  }
  if (share === null) return null;
  if (percent === null) return valueProblem("shareAmbiguous", { column });
  const recovered = recover(participants, percent);
  const shift = !share.percent && scale === "fraction" ? 2 : 0;
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, triple.decimals - shift));
  // a per cent that no whole number of these participants prints as is a mistake in one of the two
  return printsAs(recovered, participants, percent, decimals)
    ? { participants, failed: recovered }
    : valueProblem("shareDisagrees", { column, failed: recovered, participants });
}

/** null where the row does not show what the number means. */
function percentOf({ value, percent }: Figure, scale: "fraction" | "percent" | null): number | null {
  if (percent || value === 0 || scale === "fraction") return value * 100;
  return scale === "percent" ? value : null;
}

/** Printed at worst as a whole per cent. */
function agrees(percent: number, participants: number, failed: number): boolean {
  return Math.abs(percent - (failed * 100) / participants) <= 0.5 + 1e-9;
}
