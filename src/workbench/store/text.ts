import { format } from "numfmt";
import type { Cell, Scalar } from "./model";

/** What a cell shows. Widths are not regarded: a number too long for its column is not `####` here. */
export function displayText(cell: Cell | undefined): string {
  const value = cell?.value ?? (cell?.formula === undefined ? undefined : 0);
  if (value === undefined) return "";
  return formatValue(value, cell?.style?.numberFormat);
}

/** @example formatValue(0.125, "0.0%") // "12.5%" */
function formatValue(value: Scalar, numberFormat = "General"): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" && (numberFormat === "General" || numberFormat === "@")) return value;
  try {
    return format(numberFormat, value, { throws: true });
  } catch {
    // A format that the library does not read shows the plain value.
    return String(value);
  }
}
