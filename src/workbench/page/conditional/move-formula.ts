import { columnIndex, columnName } from "../../store/address";
import { COLUMNS, ROWS } from "../../store/areas";

/** Texts, quoted sheet names, whole columns, whole rows, cells; the names of functions and of names are left out. */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(?:(?<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})|(?<rows>\$?\d{1,7}:\$?\d{1,7})|(?<cell>\$?[A-Z]{1,3}\$?\d{1,7}))(?![\p{L}\p{N}_.(!])/giu;

/** A formula as it reads when it is filled `rows` down and `columns` to the right: what has no `$` moves along. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(PARTS, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Partial<Record<"columns" | "rows" | "cell", string>>; // named groups come last
    if (groups.columns !== undefined) return pair(token, (corner) => moveColumn(corner, columns));
    if (groups.rows !== undefined) return pair(token, (corner) => moveRow(corner, rows));
    if (groups.cell === undefined) return token;
    const [, column = "", row = ""] = /^(\$?[A-Z]+)(\$?\d+)$/i.exec(token) ?? [];
    const [movedColumn, movedRow] = [moveColumn(column, columns), moveRow(row, rows)];
    return movedColumn === undefined || movedRow === undefined ? OUTSIDE : movedColumn + movedRow;
  });
}

/** What Excel makes of a reference that leaves the sheet. */
const OUTSIDE = "#REF!";

function pair(token: string, move: (corner: string) => string | undefined): string {
  const [first, last] = token.split(":").map(move);
  return first === undefined || last === undefined ? OUTSIDE : `${first}:${last}`;
}

function moveColumn(corner: string, by: number): string | undefined {
  if (corner.startsWith("$")) return corner;
  const index = columnIndex(corner) + by;
  return index >= 0 && index < COLUMNS ? columnName(index) : undefined;
}

function moveRow(corner: string, by: number): string | undefined {
  if (corner.startsWith("$")) return corner;
  const row = Number(corner) + by;
  return row >= 1 && row <= ROWS ? String(row) : undefined;
}
