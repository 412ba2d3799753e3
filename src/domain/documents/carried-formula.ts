import { columnIndex } from "../results/corrections/area";
import type { PlanCell } from "../sheet-plan";

/** Where the rows of a sheet went; all of them zero-based. */
export interface RowMoves {
  /** Name of the sheet. */
  readonly sheet: string;
  /** The rows that may have changed their order. */
  readonly rows: readonly number[];
  /** The first column that is the user's. */
  readonly users: number;
  /** Columns of the user's whose cells stay in their rows; absent: there are none. */
  readonly fixed?: ReadonlySet<number>;
  /**
   * Null where a row is gone.
   * @param ofUser whether the user's cells of the row are asked about: they may stand elsewhere than the row's own
   */
  readonly to: (row: number, ofUser: boolean) => number | null;
}

/** Quoted text; brackets of a table or a file; a name, an area or a function with the sheet before it. */
const TOKEN =
  /"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^[\]]*\])*\]|((?:'(?:[^']|'')*'|[\p{L}\d_.\\]+)!)?([\p{L}\d_.$\\]+)(?::([\p{L}\d_.$\\]+))?/gu;
/** Of a sheet: «YTD2026» is a name, since there is no column YTD. */
const COLUMNS = 16_384;
/** A cell, or one end of whole rows. */
const REFERENCE = /^((?:\$?([A-Z]{1,3}))?\$?)([1-9]\d{0,6})$/i;

interface Reference {
  /** What stands before the row's number. */
  readonly column: string;
  /** Whether it is of whole rows: «5:6». */
  readonly isRow: boolean;
  readonly row: number;
  readonly ofUser: boolean;
  readonly isFixed: boolean;
}

/** What stays of a formula that points to a row that is gone. */
const LOST = "Формула ссылалась на строки, которых здесь больше нет: ";

/** The cell of a formula whose references followed the rows, or where one cannot, a text that says what it was. */
export function carriedCell(formula: string, moves: RowMoves): PlanCell {
  const carried = carryFormula(formula, moves);
  return carried === null ? LOST + formula : { formula: carried };
}

/**
 * A formula of the sheet whose references follow the rows that moved, as they do in Excel; null where one points to a
 * row that is gone, or to rows between which others came to stand.
 * @example with rows 5 and 6 of the sheet gone to 6 and 7: "=R5+I$6" // "=R6+I$7"
 */
export function carryFormula(formula: string, moves: RowMoves): string | null {
  let carried = "";
  let done = 0;
  for (const match of formula.matchAll(TOKEN)) {
    const [whole, prefix, first, second] = match;
    const before = formula[match.index - 1];
    const next = match.index + whole.length;
    carried += formula.slice(done, match.index);
    done = next;
    const isCall = formula[next] === "(";
    const from = first === undefined ? null : readReference(first, moves);
    const until = second === undefined || isCall ? null : readReference(second, moves);
    const isOther = before === "]" || (prefix !== undefined && !isOfSheet(prefix, moves.sheet));
    // a call such as «LOG10(», or a number: a whole row has two ends
    const isNone = from === null || (until === null && (from.isRow || (isCall && second === undefined)));
    if (isOther || isNone) {
      carried += whole;
      continue;
    }
    const moved = until === null ? moveCell(from, moves) : moveArea(from, until, moves);
    if (moved === null || before === "!") return null; // «!»: the other end of an area over several sheets
    carried += (prefix ?? "") + moved + (second !== undefined && until === null ? `:${second}` : "");
  }
  return carried + formula.slice(done);
}

function isOfSheet(prefix: string, sheet: string): boolean {
  const name = prefix
    .slice(0, -1)
    .replace(/^'(.*)'$/s, "$1")
    .replaceAll("''", "'");
  return name.toLowerCase() === sheet.toLowerCase();
}

function readReference(text: string, { users, fixed }: RowMoves): Reference | null {
  const [, column, letters = "", digits] = REFERENCE.exec(text) ?? [];
  if (column === undefined || digits === undefined) return null;
  const isRow = letters === "";
  const index = columnIndex(letters.toUpperCase());
  if (index >= COLUMNS) return null;
  const isFixed = !isRow && fixed?.has(index) === true;
  return { column, isRow, row: Number(digits) - 1, ofUser: !isRow && index >= users, isFixed };
}

function moveCell({ column, row, ofUser, isFixed }: Reference, { to }: RowMoves): string | null {
  const moved = isFixed ? row : to(row, ofUser);
  return moved === null ? null : `${column}${moved + 1}`;
}

function moveArea(from: Reference, until: Reference, { rows, to }: RowMoves): string | null {
  if (from.isFixed && until.isFixed) return `${from.column}${from.row + 1}:${until.column}${until.row + 1}`;
  const ofUser = from.ofUser && until.ofUser;
  const [first, last] = [Math.min(from.row, until.row), Math.max(from.row, until.row)];
  const isIn = (row: number): boolean => row >= first && row <= last;
  const inside = [first, ...rows.filter(isIn), last].flatMap((row) => to(row, ofUser) ?? []);
  if (inside.length === 0) return null;
  const [top, bottom] = [Math.min(...inside), Math.max(...inside)];
  const isStranger = (row: number): boolean => {
    const moved = isIn(row) ? null : to(row, ofUser);
    return moved !== null && moved >= top && moved <= bottom;
  };
  if (rows.some(isStranger)) return null;
  const [start, end] = from.row <= until.row ? [top, bottom] : [bottom, top];
  return `${from.column}${start + 1}:${until.column}${end + 1}`;
}
