import type { CellValue } from "../grid";
import { dateOfSerial, typedDate } from "../text/russian";

/** What a cell for a date holds. */
export type DateCell =
  | { readonly kind: "blank" }
  | { readonly kind: "date"; readonly iso: string }
  /** A date that Excel keeps as text: read, but worth typing again. */
  | { readonly kind: "text"; readonly iso: string }
  | { readonly kind: "unreadable"; readonly value: string };

/** Serials of 2000-01-01 and 2099-12-31: a number outside is not a date of a plan. */
const [FIRST, LAST] = [36526, 73050];

/**
 * Reads a cell for a date. Text is a date only when it is «дд.мм.гггг» and nothing else: «15.03.2027 или позже» is words.
 * @example readDate("15.03.2027") // { kind: "text", iso: "2027-03-15" }
 */
export function readDate(value: CellValue | undefined): DateCell {
  if (value === null || value === undefined) return { kind: "blank" };
  if (typeof value === "number")
    return value >= FIRST && value < LAST + 1
      ? { kind: "date", iso: dateOfSerial(Math.floor(value)) }
      : { kind: "unreadable", value: String(value) };
  const text = String(value).trim();
  if (text === "") return { kind: "blank" };
  const iso = /^\d{2}\.\d{2}\.\d{4}$/.test(text) ? typedDate(text) : null;
  return iso === null ? { kind: "unreadable", value: text } : { kind: "text", iso };
}
