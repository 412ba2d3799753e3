import { CellValueType, type ICellData } from "@univerjs/core";
import { clearContent, getCell, intern, setContent, setStyle } from "../../store";
import { bounding } from "../../store/areas";
import { readInput } from "../../store/input";
import type { Area, Sheet } from "../../store/model";

/** Cells as the grid says they were changed: by row, then by column; `null` is an emptied cell. */
export type GridChanges = Readonly<Record<string, Readonly<Record<string, ICellData | null>> | null>>;

export interface AppliedEdit {
  /** The least area that holds all changed cells; absent when nothing changed. */
  readonly area?: Area;
  /** Cells of a protected sheet that were left alone. */
  readonly refused: number;
}

/** Puts what a user typed, pasted or deleted in the grid into the sheet. Looks stay as they were. */
export function applyEdits(sheet: Sheet, changes: GridChanges): AppliedEdit {
  let area: Area | undefined;
  let refused = 0;
  for (const [rowKey, columns] of Object.entries(changes))
    for (const [columnKey, cell] of Object.entries(columns ?? {})) {
      const [row, column] = [Number(rowKey), Number(columnKey)];
      if (cell && !hasContentChange(cell)) continue;
      if (sheet.protected && getCell(sheet, row, column)?.style?.locked !== false) {
        refused++;
        continue;
      }
      write(sheet, row, column, cell);
      const place = { top: row, left: column, bottom: row, right: column };
      area = area ? bounding(area, place) : place;
    }
  return { ...(area && { area }), refused };
}

const hasContentChange = (cell: ICellData): boolean => "v" in cell || "f" in cell || "p" in cell;

function write(sheet: Sheet, row: number, column: number, cell: ICellData | null): void {
  const typed = cell && typedContent(cell);
  const format = getCell(sheet, row, column)?.style?.numberFormat;
  const input = readInput(typed ?? "", format);
  if (!input || input.kind === "clear") {
    clearContent(sheet, row, column);
    return;
  }
  if (input.kind === "leave") return;
  setContent(sheet, row, column, input.content);
  if (input.numberFormat !== undefined && format === undefined)
    setStyle(
      sheet,
      row,
      column,
      intern({ ...getCell(sheet, row, column)?.style, numberFormat: input.numberFormat }),
    );
}

function typedContent({ f, p, v, t }: ICellData): string | number | boolean | undefined {
  if (f) return f;
  const text = p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const value = text ?? v;
  if (value === null || value === undefined) return undefined;
  if (t === CellValueType.BOOLEAN) return value === true || value === 1;
  return typeof value === "string" ? russianNumber(value) : value;
}

/** A number typed with a decimal comma; other texts stay as they are. */
const russianNumber = (text: string): string =>
  /^\s*-?\d[\d\s\u00a0]*(?:,\d+)?%?\s*$/.test(text)
    ? text.replaceAll(/[\s\u00a0]/g, "").replace(",", ".")
    : text;
