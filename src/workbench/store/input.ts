import { parseValue } from "numfmt";
import type { Content } from "./cells";
import type { Cell, Scalar } from "./model";

/** What a value given to a cell means: nothing to do, an empty cell, or a content and the format it brings. */
export type Input =
  | { readonly kind: "leave" }
  | { readonly kind: "clear" }
  | { readonly kind: "content"; readonly content: Content; readonly numberFormat?: string };

const LEAVE: Input = { kind: "leave" };
const CLEAR: Input = { kind: "clear" };
const ERRORS = new Set([
  "#N/A",
  "#DIV/0!",
  "#NUM!",
  "#VALUE!",
  "#NULL!",
  "#REF!",
  "#NAME?",
  "#SPILL!",
  "#CALC!",
]);

/** The host is a Russian Excel, where «01.09.2026» is the first of September. */
const RUSSIAN_DATE = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/;

/** Only such texts can be a number, a date or a time. */
const MAY_BE_NUMBER = /^\s*[-+($]?[.\d]/;

/**
 * Reads a value as Excel reads what is typed. `null` leaves the cell alone, `""` clears it, a text that begins with
 * `=` is a formula, with `+` or `-` too, a leading apostrophe makes text and is not part of it; `"12"` is a number.
 * In a cell formatted as text (`@`) every text stays text. Source: learn.microsoft.com, Excel.Range `values`, and
 * "Set and get range values, text, or formulas".
 */
export function readInput(value: unknown, numberFormat: string | undefined): Input | undefined {
  if (value === null || value === undefined) return LEAVE;
  if (typeof value === "number")
    return Number.isFinite(value) ? { kind: "content", content: { value } } : undefined;
  if (typeof value === "boolean") return { kind: "content", content: { value } };
  if (typeof value !== "string") return undefined;
  if (value === "") return CLEAR;
  return readText(value, numberFormat === "@");
}

/** Whether a text that a cell holds would be something else if it were typed: only an apostrophe keeps it. */
export function isQuoted({ value, formula, error, style }: Cell = {}): boolean {
  if (typeof value !== "string" || value === "" || formula !== undefined || error === true) return false;
  const typed = readInput(value, style?.numberFormat);
  if (typed?.kind !== "content" || typed.content.value !== value) return true;
  return typed.content.formula !== undefined || typed.content.error === true;
}

function readText(value: string, asText: boolean): Input {
  if (value.startsWith("'")) return content({ value: value.slice(1) });
  if (asText) return content({ value });
  if (value.startsWith("=") && value.length > 1) return content({ value: 0, formula: value });
  if (ERRORS.has(value.toUpperCase())) return content({ value: value.toUpperCase(), error: true });
  if (/^(true|false)$/i.test(value)) return content({ value: value.toLowerCase() === "true" });
  if (MAY_BE_NUMBER.test(value)) {
    const parsed = parseValue(value.replace(RUSSIAN_DATE, "$3-$2-$1"));
    const scalar: unknown = parsed?.v;
    if (parsed && isScalar(scalar))
      return content({ value: scalar }, RUSSIAN_DATE.test(value) ? "dd.mm.yyyy" : parsed.z);
  }
  if (/^[+-]./.test(value)) return content({ value: 0, formula: `=${value}` });
  return content({ value });
}

function content(given: Content, numberFormat?: string): Input {
  return { kind: "content", content: given, ...(numberFormat !== undefined && { numberFormat }) };
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === "number" || typeof value === "string" || typeof value === "boolean";
