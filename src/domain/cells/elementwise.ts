import { isInputError, valueProblem, widthOf, type CellProblem, type Input, type Range } from "./input";

/** Applies a function cell by cell; a single cell goes with every cell of the others. */
export function elementwise<T>(
  ranges: readonly Range[],
  apply: (cells: readonly Input[], row: number, column: number) => T,
): T[][] | CellProblem {
  const shapes = ranges.map((range) => ({ rows: range.length, columns: widthOf(range) }));
  const rows = Math.max(...shapes.map((shape) => shape.rows));
  const columns = Math.max(...shapes.map((shape) => shape.columns));
  const fits = shapes.every(
    (shape) =>
      (shape.rows === rows && shape.columns === columns) || (shape.rows === 1 && shape.columns === 1),
  );
  if (!fits) {
    const told = shapes.map((shape) => `${shape.rows}×${shape.columns}`).join(", ");
    return valueProblem("shapesDiffer", { shapes: told });
  }
  const cell = (range: Range, row: number, column: number): Input =>
    (range.length === 1 && widthOf(range) === 1 ? range[0]?.[0] : range[row]?.[column]) ?? null;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) =>
      apply(
        ranges.map((range) => cell(range, row, column)),
        row + 1,
        column + 1,
      ),
    ),
  );
}

/** A text of a cell; "" for a blank, which arrives as 0 on desktop. */
export function readText(input: Input, row: number, column: number): string | CellProblem {
  if (isInputError(input)) return { problem: "input", error: input.error, place: { row, column } };
  return input === null || input === 0 ? "" : String(input).trim();
}
