/** The text of a layout apart from the reading of sheets: the store of corrections loads with the first screen. */

/** A cell that holds nothing but a year or a date: it changes from year to year. */
export const TIME = "~";

export interface Layout {
  readonly height: number;
  readonly width: number;
  readonly bounded: boolean;
  readonly cells: ReadonlyMap<string, string>;
  readonly pivot: { readonly row: number; readonly column: number; readonly key: string };
}

/** @returns null for a text that `layoutOf` does not make */
export function parseLayout(text: string): Layout | null {
  const [head = "", ...rest] = text.split(" ");
  const size = /^([1-9]\d{0,2})x([1-9]\d{0,4})(\|?)$/.exec(head);
  if (size === null) return null;
  const [height, width] = [Number(size[1]), Number(size[2])];
  const cells = new Map<string, string>();
  let pivot: Layout["pivot"] | null = null;
  for (const part of rest) {
    const found = /^(\d{1,3})\.(\d{1,5})\.(~|[0-9a-z]{1,7})$/.exec(part);
    const [row, column, key] = [Number(found?.[1]), Number(found?.[2]), found?.[3] ?? ""];
    if (found === null || row >= height || column >= width) return null;
    cells.set(`${row}.${column}`, key);
    if (key !== TIME) pivot ??= { row, column, key };
  }
  return pivot === null ? null : { height, width, bounded: size[3] === "|", cells, pivot };
}
