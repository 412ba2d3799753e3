import type { Area, CellValue } from "../../grid";
import { isLabel } from "../header-cells";
import type { SheetView } from "../sheet-view";
import { normaliseText, remembered } from "../text";
import { parseLayout, TIME, type Layout } from "./layout-text";

const MONTHS = "январ|феврал|март|апрел|май|мая|мае|июн|июл|август|сентябр|октябр|ноябр|декабр";
const TIMES: readonly RegExp[] = [
  /\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d(?!\d)/g,
  /20\d\d\s*[/\-–—]\s*(?:20)?\d\d(?!\d)/g,
  /(?<!\d)20\d\d(?!\d)/g,
  /(?<![\d.,])\d\d\s*[/\-–—]\s*\d\d(?=\s*(?:уч|гг?\.|год|$))/gi,
  new RegExp(`(?<![а-яё])(?:${MONTHS})[а-яё]*`, "gi"),
  /(?<![а-яё])(?:(?:учебн[а-яё]*|уч\.?)\s*)?(?:год[а-яё]*|гг?\.)(?![а-яё])/gi,
];
/** Lists of pupils are this large; their header is at the top. */
const LARGE = 200_000;
const HEADER_WITHIN = 100;
const MOST_HEADER_ROWS = 5;
const SAMPLE_ROWS = 40;

/** A text without years and dates, as it is the next year. @example lasting("ВПР 2025/2026, 5 класс") // "впр 5 класс" */
export const lasting = remembered((text: string): string =>
  normaliseText(TIMES.reduce((rest, pattern) => rest.replace(pattern, " "), text)),
);

/** FNV-1a: tells texts apart and keeps them out of the store, where a wrong range may have caught a name. */
export function keyOf(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}

/** What a header cell is known by; null for a blank and for a value. */
function cellKey(value: CellValue): string | null {
  if (typeof value === "number") {
    if (Number.isInteger(value) && value >= 2010 && value <= 2099) return TIME;
    return Number.isInteger(value) && value >= 1 && value <= 11 ? keyOf(String(value)) : null; // a mark or a class
  }
  if (typeof value !== "string" || value.trim() === "") return null;
  const text = lasting(value);
  return text === "" ? TIME : keyOf(text);
}

/**
 * The layout of a header: the key of each cell and where it stands, years, dates and values left out.
 * @returns null where no cell of the area tells anything
 */
export function layoutOf(view: SheetView, area: Area): string | null {
  const cells: string[] = [];
  let told = false;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const key = cellKey(view.value(row, column));
      if (key === null) continue;
      told ||= key !== TIME;
      cells.push(`${row - area.top}.${column - area.left}.${key}`);
    }
  }
  if (!told) return null;
  const bounded = isBounded(view, area) ? "|" : "";
  return `${area.bottom - area.top + 1}x${area.right - area.left + 1}${bounded} ${cells.join(" ")}`;
}

/** Whether nothing stands right beside the header: then more columns make another layout. */
function isBounded(view: SheetView, area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row++)
    if (view.text(row, area.left - 1) !== "" || view.text(row, area.right + 1) !== "") return false;
  return true;
}

/** Where a layout stands on a sheet, top to bottom; local areas. */
export function placesOf(view: SheetView, text: string): readonly Area[] {
  const layout = parseLayout(text);
  if (layout === null) return [];
  const { pivot, height, width } = layout;
  const places: Area[] = [];
  const rows = view.rows * view.columns > LARGE ? Math.min(view.rows, HEADER_WITHIN) : view.rows;
  for (let row = pivot.row; row < rows; row++) {
    for (let column = pivot.column; column < view.columns; column++) {
      if (cellKey(view.value(row, column)) !== pivot.key) continue;
      const [top, left] = [row - pivot.row, column - pivot.column];
      const area = { top, left, bottom: top + height - 1, right: left + width - 1 };
      if (stands(view, area, layout)) places.push(area);
    }
  }
  return places;
}

function stands(view: SheetView, area: Area, { cells, bounded }: Layout): boolean {
  if (area.right >= view.columns || area.bottom >= view.rows) return false;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const wanted = cells.get(`${row - area.top}.${column - area.left}`) ?? null;
      if (cellKey(view.value(row, column)) !== wanted) return false;
    }
  }
  return !bounded || isBounded(view, area);
}

/** The rows of labels that a range begins with, where no table is known in it: at least its first row. */
export function headerRows(view: SheetView, area: Area): Area {
  let bottom = area.top;
  const last = Math.min(area.bottom - 1, area.top + MOST_HEADER_ROWS - 1);
  while (bottom < last && isLabels(view, area, bottom + 1)) bottom += 1;
  return { ...area, bottom };
}

function isLabels(view: SheetView, { left, right }: Area, row: number): boolean {
  let filled = 0;
  for (let column = left; column <= right; column++) {
    if (view.text(row, column) === "") continue;
    if (!isLabel(view, row, column)) return false;
    filled += 1;
  }
  return filled > 0;
}

/** A row as the end of a range is known by it: its texts without years, "" where it is blank. */
export function endKey(view: SheetView, row: number, left: number, right: number): string {
  const texts: string[] = [];
  let blank = true;
  for (let column = left; column <= right; column++) {
    blank &&= view.text(row, column) === "";
    const value = view.value(row, column);
    if (typeof value === "string" && value.trim() !== "") texts.push(lasting(value));
  }
  return blank ? "" : keyOf(texts.join("|"));
}

/**
 * Keys of the first rows below a header. Fifteen bits each: enough to tell last year's figures from these, too few to
 * find a pupil by.
 */
export function sampleOf(view: SheetView, header: Area, most = SAMPLE_ROWS): readonly string[] {
  const keys: string[] = [];
  for (let row = header.bottom + 1; row < view.rows && keys.length < most; row++) {
    const cells: string[] = [];
    for (let column = header.left; column <= header.right; column++) cells.push(view.text(row, column));
    if (cells.some((text) => text !== ""))
      keys.push((parseInt(keyOf(cells.join("|")), 36) % 32_768).toString(36));
  }
  return keys;
}

/** Whether at least half of the rows that a correction was made for are there still, in whatever order. */
export function sameRows(kept: readonly string[], view: SheetView, header: Area): boolean {
  const now = new Set(sampleOf(view, header, SAMPLE_ROWS * 10));
  return kept.filter((key) => now.has(key)).length * 2 >= kept.length;
}
