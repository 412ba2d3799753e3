import { cellAddress, type CellValue, type Grid } from "../grid";
import { readCell } from "./rows";
import type { PlanCell } from "../sheet-plan";

type Rows = readonly (readonly unknown[])[];

/** Whether the content of a cell begins as formulas do: it may be a text all the same. */
export const looksLikeFormula = (content: unknown): content is string =>
  typeof content === "string" && content.startsWith("=");

/**
 * Addresses of cells whose text only looks like a formula, typed with an apostrophe or into a cell of text: such a text is
 * its own value, and no formula is.
 * @param formulas with formulas where there are some, from this row and column on
 * @param values the same cells as they show
 */
export function textsLikeFormulas(
  formulas: Rows,
  values: Rows,
  top: number,
  left: number,
): readonly string[] {
  return formulas.flatMap((row, r) =>
    row.flatMap((content, c) =>
      looksLikeFormula(content) && content === values[r]?.[c] ? [cellAddress(top + r, left + c)] : [],
    ),
  );
}

/**
 * Reads cells of a grid by their place: formulas free of their row, texts as they are, nothing where another cell's
 * formula shows something: put there as a value it would leave that formula no room.
 */
export function cellReader({
  texts = [],
  spilled = [],
}: Pick<Grid, "texts" | "spilled">): (value: CellValue, row: number, column: number) => PlanCell {
  const plain = new Set(texts);
  const filled = new Set(spilled);
  return (value, row, column) => {
    if (filled.size > 0 && filled.has(cellAddress(row, column))) return null;
    return plain.size > 0 && looksLikeFormula(value) && plain.has(cellAddress(row, column))
      ? value
      : readCell(value, row);
  };
}
