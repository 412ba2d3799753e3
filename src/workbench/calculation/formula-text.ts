import { columnIndex } from "../store/address";
import type { CustomFunction } from "./custom-functions";

/** Texts, quoted sheet names, structured references, references, other words: in this order, so that a text hides the rest. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<area>\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])|(?<word>[\p{L}_\\][\p{L}\p{N}_.\\?]*)|\d+(?:\.\d+)?(?:E[+-]?\d+)?/giu;

const replaceWords = (formula: string, replace: (word: string) => string): string =>
  formula.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { readonly word?: string }; // named groups come last
    return groups.word === undefined ? token : replace(token);
  });

/**
 * A formula of a file as the engine reads it: newer functions without the prefix `_xlfn.`, and functions of the
 * add-in by the name under which formulas show them (Excel saves `NOR.LOWRESULT` as `_xldudf_NOR_LOWRESULT`).
 */
export function engineFormula(formula: string, functions: readonly CustomFunction[] = []): string {
  const plainNames = formula.includes("''") ? formula.replace(TOKENS, engineSheetNames) : formula;
  if (!/_xl/i.test(formula)) return plainNames;
  return replaceWords(plainNames, (word) => {
    const plain = word.replace(/^_xlfn\.(?:_xlws\.)?|^_xlpm\./i, "");
    if (!/^_xldudf_/i.test(plain)) return plain;
    const saved = plain.slice("_xldudf_".length).toUpperCase();
    return functions.find(({ name }) => name.replaceAll(".", "_") === saved)?.name ?? plain;
  });
}

/** The engine does not find a sheet with an apostrophe in its name: for it, the name has another mark there. */
export const engineSheetName = (name: string): string => name.replaceAll("'", "ʼ");
const engineSheetNames = (token: string): string =>
  token.startsWith("'") ? `'${engineSheetName(token.slice(1, -1).replaceAll("''", "'"))}'` : token;

/** Operators of one formula that the engine walks through without running out of stack, each inside of the next. */
const MOST_OPERATORS = 1000;

/** Whether a formula is too long for the engine: its cell keeps what the file has, or is `#VALUE!`. */
export function isTooDeep(formula: string): boolean {
  if (formula.length <= MOST_OPERATORS) return false;
  const plain = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  return plain.replace(/[^-+*/^&=<>(]/g, "").length > MOST_OPERATORS;
}

/** Such formulas find cells while they run or depend on more than their own references: each is read by itself. */
const UNSHARED = /\b(?:OFFSET|INDIRECT|INDEX|ADDRESS|CELL|LAMBDA|LET)\(|[[#@]/i;

/** Stands for an address of whole rows, `3:5`, which moves in its own way. */
const ROWS = "\u0000";

/**
 * The formula with the rows of its references told from its own row: equal for formulas filled down a column, which
 * the engine then reads once. `undefined` for a formula that must stand alone.
 */
export function filledDownForm(formula: string, row: number): string | undefined {
  if (UNSHARED.test(formula)) return undefined;
  const form = formula.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { readonly area?: string };
    if (groups.area === undefined) return token;
    const cell = /^(\$?[A-Z]{1,3})(\$?)(\d+)$/i.exec(token);
    if (!cell) return /\d/.test(token) ? ROWS : token;
    const [, column = "", fixed, digits] = cell;
    return fixed ? token : `${column.toUpperCase()}[${Number(digits) - 1 - row}]`;
  });
  return form.includes(ROWS) ? undefined : form;
}

/** A part of a formula that names cells. */
export interface Reference {
  readonly sheet?: string;
  readonly area: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
}

const REFERENCE =
  /"(?:[^"]|"")*"|(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?\$?(?<left>[A-Z]{1,3})\$?(?<top>\d{1,7})(?::\$?(?<right>[A-Z]{1,3})\$?(?<bottom>\d{1,7}))?(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.\\?]*/giu;

/** Cells and areas that a formula names by address; names, tables and whole columns are not among them. */
export function references(formula: string): Reference[] {
  const found: Reference[] = [];
  for (const { groups = {} } of formula.matchAll(REFERENCE)) {
    const { quoted, plain, left, top, right = left, bottom = top } = groups;
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) continue;
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    const [first, last] = [columnIndex(left), columnIndex(right)].sort((a, b) => a - b);
    const [upper, lower] = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b);
    if (first === undefined || last === undefined || upper === undefined || lower === undefined) continue;
    found.push({
      ...(sheet !== undefined && { sheet }),
      area: { top: upper, left: first, bottom: lower, right: last },
    });
  }
  return found;
}
