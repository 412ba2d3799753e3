import type { Table } from "./table";

/**
 * Whether the name stands once at the head of each block of rows: names never repeat from one filled row to the next,
 * and there are at least half as many blanks under them as names. A single forgotten name is not that.
 */
export function isGrouped({ view, block, bodyTop, bodyBottom }: Table, figures: readonly number[]): boolean {
  let filled = 0;
  let blank = 0;
  let before = "";
  for (let row = bodyTop; row <= bodyBottom; row++) {
    const name = view.text(row, block.schoolColumn);
    if (name !== "" && name === before) return false;
    if (name !== "") {
      filled += 1;
      before = name;
    } else if (figures.some((column) => view.text(row, column) !== "")) blank += 1;
  }
  return blank * 2 >= filled && filled > 0 && (blank > 1 || filled === 1);
}
