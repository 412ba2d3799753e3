import type { Area } from "../../grid";
import { own } from "../../text/own";

/** Letters that a Russian keyboard gives in place of the Latin ones of columns. */
const LATIN: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  С: "C",
  Е: "E",
  Н: "H",
  К: "K",
  М: "M",
  О: "O",
  Р: "P",
  Т: "T",
  Х: "X",
};
/** Excel's own limits. */
const MOST = { row: 1_048_576, column: 16_384 };

/**
 * The area of an A1 address as typed: «B3:H40», «$b$3 : h40», Cyrillic look-alikes too; corners in any order.
 * @returns null for anything else, and outside Excel's rows and columns
 * @example parseArea("B2:C3") // { top: 1, left: 1, bottom: 2, right: 2 }
 */
export function parseArea(address: string): Area | null {
  const plain = address
    .toUpperCase()
    .replace(/[$\s]/g, "")
    .replace(/[А-ЯЁ]/g, (letter) => own(LATIN, letter) ?? letter);
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/.exec(plain);
  if (found === null) return null;
  const [, first = "", from = "", last = first, to = from] = found;
  const rows = [Number(from) - 1, Number(to) - 1] as const;
  const columns = [columnIndex(first), columnIndex(last)] as const;
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return area.bottom < MOST.row && area.right < MOST.column ? area : null;
}

/** @example columnIndex("AB") // 27 */
export function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function overlaps(one: Area, other: Area): boolean {
  const rows = one.top <= other.bottom && other.top <= one.bottom;
  return rows && one.left <= other.right && other.left <= one.right;
}

export function contains(outer: Area, inner: Area): boolean {
  const rows = outer.top <= inner.top && inner.bottom <= outer.bottom;
  return rows && outer.left <= inner.left && inner.right <= outer.right;
}
