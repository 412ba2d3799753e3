import type { Area, CellValue, Grid } from "../../../src/domain/grid";

export interface SheetOptions {
  readonly sheet?: string;
  readonly file?: string;
  readonly top?: number;
  readonly left?: number;
  /** Merges as local zero-based [top, left, bottom, right]. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
  readonly formats?: readonly (readonly string[])[];
}

/**
 * A sheet out of a template: a line per row, cells between «|». Plain numbers become numbers, an empty cell null,
 * and what stands in '…' stays text as it is; «\n» is a line break.
 */
export function sheet(template: string, options: SheetOptions = {}): Grid {
  const lines = template.split("\n").map((line) => line.trim());
  if (lines[0] === "") lines.shift();
  if (lines.at(-1) === "") lines.pop();
  return grid(
    lines.map((line) => (line === "" ? [] : line.split("|")).map((text) => cellOf(text.trim()))),
    options,
  );
}

function cellOf(text: string): CellValue {
  if (text === "") return null;
  if (text.startsWith("'") && text.endsWith("'")) return text.slice(1, -1);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.replace(/\\n/g, "\n");
}

/** A grid of the given cells; short rows are filled with blanks. */
export function grid(cells: readonly (readonly CellValue[])[], options: SheetOptions = {}): Grid {
  const { top = 0, left = 0, merges, formats, file } = options;
  const width = Math.max(0, ...cells.map((row) => row.length));
  return {
    sheet: options.sheet ?? "Лист1",
    top,
    left,
    cells: cells.map((row) => [...row, ...Array<CellValue>(width - row.length).fill(null)]),
    ...(file === undefined ? {} : { file }),
    ...(formats === undefined ? {} : { formats }),
    ...(merges === undefined ? {} : { merges: merges.map((merge) => area(merge, top, left)) }),
  };
}

function area(merge: readonly [number, number, number, number], top: number, left: number): Area {
  return { top: merge[0] + top, left: merge[1] + left, bottom: merge[2] + top, right: merge[3] + left };
}
