import type { Layout, RecognisedTable } from "./layouts/layout";
import { withoutAreas, type SheetView } from "./sheet-view";

/**
 * Claims of the layouts in turn. What an exactly known one claims is taken out of the sheet, so that tables beside and
 * below it are found as if they stood alone.
 */
export function claimsOf(view: SheetView, layouts: readonly Layout[]): readonly RecognisedTable[] {
  const sure: RecognisedTable[] = [];
  const claims: RecognisedTable[] = [];
  let rest = view;
  for (const layout of layouts) {
    let found = layout.recognise(rest);
    // Below what is known there may be another table of the same layout, further down than titles reach.
    for (let known = found.filter(isSure); known.length > 0; known = found.filter(isSure)) {
      sure.push(...known);
      if (known.some((claim) => isWhole(view, claim))) return inOrder(sure);
      rest = withoutAreas(rest, known);
      found = layout.recognise(rest);
    }
    claims.push(...found);
  }
  return inOrder([...sure, ...settle(claims)]);
}

function isSure({ confidence }: RecognisedTable): boolean {
  return confidence > 1;
}

function isWhole({ rows, columns }: SheetView, { top, bottom, left, right }: RecognisedTable): boolean {
  return top === 0 && left === 0 && bottom === rows - 1 && right === columns - 1;
}

/** In the order of the sheet. */
function inOrder(claims: readonly RecognisedTable[]): readonly RecognisedTable[] {
  return [...claims].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Of overlapping claims the most confident. */
function settle(claims: readonly RecognisedTable[]): readonly RecognisedTable[] {
  const taken: RecognisedTable[] = [];
  for (const claim of [...claims].sort((a, b) => b.confidence - a.confidence)) {
    if (!taken.some((other) => overlaps(claim, other))) taken.push(claim);
  }
  return taken;
}

function overlaps(one: RecognisedTable, other: RecognisedTable): boolean {
  const rows = one.top <= other.bottom && other.top <= one.bottom;
  return rows && one.left <= other.right && other.left <= one.right;
}
