import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from "../../../xlsx/format/address";
import { FUTURE_FUNCTIONS, OLD_DOTTED } from "./futureFunctions";

/** A formula in pieces: strings and quoted sheet names are kept apart, so that nothing inside them is changed. */
const PIECES = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/;

function outsideQuotes(formula: string, change: (piece: string) => string): string {
  if (!/["'[]/.test(formula)) return change(formula);
  return formula
    .split(PIECES)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join("");
}

/** Formula text of a file as Excel shows it, with `=`. */
export function readFormula(text: string): string {
  if (!text.includes("_xl")) return `=${text}`;
  const plain = outsideQuotes(text, (piece) =>
    piece
      .replace(/_xlfn\.ANCHORARRAY\(([^()]*)\)/g, "$1#")
      .replace(/_xlfn\.SINGLE\(([^()]*)\)/g, "@$1")
      .replace(/_xldudf_([A-Za-z0-9]+)_/g, "$1.")
      .replace(/_xlfn\.|_xlws\.|_xlpm\./g, ""),
  );
  return `=${plain}`;
}

/**
 * Formula text as files store it: functions newer than 2007 carry `_xlfn.` ([MS-XLSX] 2.2.3), functions of add-ins
 * `_xldudf_NAMESPACE_NAME`, parameters of LET and LAMBDA `_xlpm.`.
 */
export function writeFormula(formula: string): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  const prefixed = outsideQuotes(text, (piece) =>
    piece
      .replace(/(\$?[A-Z]{1,3}\$?\d+)#/g, "_xlfn.ANCHORARRAY($1)")
      .replace(/(?<![\p{L}\d_.!])([\p{L}_][\p{L}\d_.]*)\(/gu, (whole, name: string) =>
        storedFunction(name, whole),
      ),
  );
  return /\b_xlfn\.(LET|LAMBDA)\(/.test(prefixed) ? withParameters(prefixed) : prefixed;
}

function storedFunction(name: string, whole: string): string {
  const upper = name.toUpperCase();
  const prefix = FUTURE_FUNCTIONS.get(upper);
  if (prefix !== undefined) return `${prefix}${upper}(`;
  const dot = name.indexOf(".");
  if (dot < 0 || name.startsWith("_xl") || OLD_DOTTED.has(upper)) return whole;
  return `_xldudf_${name.slice(0, dot)}_${name.slice(dot + 1)}(`;
}

/** Names given in LET and LAMBDA, which the file marks wherever they stand. */
function withParameters(formula: string): string {
  const names = new Set<string>();
  for (const [, word = ""] of formula.matchAll(/_xlfn\.(LET|LAMBDA)\(/g)) {
    const starts = [...formula.matchAll(new RegExp(`_xlfn\\.${word}\\(`, "g"))];
    for (const start of starts) {
      const found = splitArguments(formula, start.index + start[0].length).slice(0, -1);
      found
        .filter((_, index) => word === "LAMBDA" || index % 2 === 0)
        .forEach((name) => names.add(name.trim()));
    }
  }
  const plain = [...names].filter((name) => /^[\p{L}_][\p{L}\d_.]*$/u.test(name));
  if (plain.length === 0) return formula;
  const pattern = new RegExp(`(?<![\\p{L}\\d_.!])(${plain.join("|")})(?![\\p{L}\\d_.!(])`, "gu");
  return outsideQuotes(formula, (piece) => piece.replace(pattern, "_xlpm.$1"));
}

function splitArguments(formula: string, from: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < formula.length; at++) {
    const char = formula.charAt(at);
    if (char === '"') at = Math.max(at, formula.indexOf('"', at + 1));
    else if ("({".includes(char)) depth++;
    else if (char === "}" || (char === ")" && depth > 0)) depth--;
    else if (char === ")" || (char === "," && depth === 0)) {
      found.push(formula.slice(start, at));
      start = at + 1;
      if (char === ")") break;
    }
  }
  return found;
}

const REFERENCE =
  /(?<![\p{L}\d_.\\$])(?:(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\d_.(])|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\d_.(])|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\d_.(]))/gu;

/** A shared formula as it reads in a cell that many rows and columns away from its first cell: relative references move. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const row = (absolute: string | undefined, text: string | undefined) =>
    shift(absolute, Number(text) - 1, rows, LAST_ROW, (n) => String(n + 1));
  const column = (absolute: string | undefined, text = "") =>
    shift(absolute, columnIndex(text), columns, LAST_COLUMN, columnName);
  return outsideQuotes(formula, (piece) =>
    piece.replace(REFERENCE, (_whole, ...g: (string | undefined)[]) => {
      if (g[1] !== undefined) return column(g[0], g[1]) + row(g[2], g[3]);
      if (g[5] !== undefined) return `${column(g[4], g[5])}:${column(g[6], g[7])}`;
      return `${row(g[8], g[9])}:${row(g[10], g[11])}`;
    }),
  );
}

/** Relative references wrap round at the sheet's end, as in Excel. */
function shift(
  absolute: string | undefined,
  at: number,
  by: number,
  last: number,
  write: (n: number) => string,
): string {
  if (absolute === "$") return `$${write(at)}`;
  return write((at + by + last + 1) % (last + 1));
}

/** References to a renamed sheet. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  const plain = from.replaceAll("'", "''");
  const quoted = `'${to.replaceAll("'", "''")}'!`;
  const escaped = plain.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return formula.replace(new RegExp(`'${escaped}'!|(?<![\\p{L}\\d_.'\\]])${escaped}!`, "giu"), () => quoted);
}
