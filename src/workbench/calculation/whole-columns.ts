import { usedArea } from "../store/cells";
import type { Workbook } from "../store/model";
import type { ChangedCells } from "./calculation";

/** Room below what is filled for arrays that grow while formulas are computed. */
const SPARE_ROWS = 10_000;

/** Results of these do not depend on empty cells at the end of a range. */
const BLIND_TO_THE_END = new Set(
  (
    "SUM SUMIF SUMIFS SUMPRODUCT AVERAGE AVERAGEIF AVERAGEIFS COUNT COUNTA MAX MIN MAXIFS MINIFS LARGE SMALL MEDIAN " +
    "VLOOKUP HLOOKUP XLOOKUP MATCH XMATCH SUBTOTAL IF IFS IFERROR IFNA ROUND ROUNDUP ROUNDDOWN AND OR NOT TEXT ABS"
  ).split(" "),
);
const WHOLE_COLUMNS = /(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})(?![\p{L}\p{N}_.(!:])/giu;
const TEXT_OR_QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;

/** The last row that whole columns need to reach: the engine walks through every row of `A:A`, a tenth of a second each. */
export function lastRowOf({ sheets }: Workbook, { areas }: ChangedCells): number {
  let last = 0;
  for (const sheet of sheets) last = Math.max(last, usedArea(sheet, true)?.bottom ?? 0);
  for (const changed of areas.values()) for (const { bottom } of changed) last = Math.max(last, bottom);
  return last + 1 + SPARE_ROWS;
}

/** `A:C` as `$A$1:$C$12000`, where that gives the same result. */
export function shortened(formula: string, lastRow: number): string {
  if (!formula.includes(":") || lastRow >= 1_048_576) return formula;
  const pieces = formula.split(TEXT_OR_QUOTED);
  const plain = pieces.filter((_, index) => index % 2 === 0).join(" ");
  for (const [, name = ""] of plain.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\(/gu))
    if (!BLIND_TO_THE_END.has(name.toUpperCase())) return formula;
  if (!/\(/.test(plain) || /[[#@]/.test(plain)) return formula;
  return pieces
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(WHOLE_COLUMNS, (_whole, first: string, last: string) => {
            const column = (name: string): string => `$${name.replace("$", "")}`;
            return `${column(first)}$1:${column(last)}$${lastRow}`;
          }),
    )
    .join("");
}
