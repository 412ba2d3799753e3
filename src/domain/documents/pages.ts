import type { PageFlow, PrintPlan } from "../sheet-plan";

/** Room of an A4 page between its margins: width in characters of a column's width, height in points (510.2 and 756.9). */
const PAPER = {
  landscape: { width: 144, height: 508 },
  portrait: { width: 97, height: 754 },
} as const;

/** How much higher than estimated a row may be that Excel fits to its text. */
export const FITTED = 1.04;

/** Height of a row that nothing was written into, points. */
export const BLANK_ROW = 15;

/** Height of what fits one page when columns so wide are shrunk to its width, points. */
export function pageHeight(orientation: PrintPlan["orientation"], columnsWidth: number): number {
  const { width, height } = PAPER[orientation];
  return height * Math.max(1, columnsWidth / width);
}

/**
 * Rows that begin a page, so that a heading is not the last row of one and a signature does not stand alone on the
 * last: rows that are kept with the next go over together. A run of them that fills a page is divided as it falls.
 */
export function pageBreaks({ heights, keep, top, begin, page, header }: PageFlow): readonly number[] {
  const kept = new Set(keep);
  const forced = new Set(begin);
  const breaks: number[] = [];
  let used = 0;
  let room = page;
  const start = (row: number): void => {
    if (row > top) breaks.push(row);
    used = 0;
    room = page - (header !== undefined && row > header ? (heights[header] ?? 0) : 0);
  };
  for (let row = top; row < heights.length;) {
    let end = row;
    while (kept.has(end) && end + 1 < heights.length && !forced.has(end + 1)) end += 1;
    const together = sum(heights, row, end);
    if (forced.has(row) || (used > 0 && used + together > room)) start(row);
    if (together <= room) {
      used += together;
    } else {
      for (let each = row; each <= end; each++) {
        const height = heights[each] ?? BLANK_ROW;
        if (used > 0 && used + height > room) start(each);
        used += height;
      }
    }
    row = end + 1;
  }
  return breaks;
}

function sum(heights: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let row = from; row <= to; row++) total += heights[row] ?? BLANK_ROW;
  return total;
}
