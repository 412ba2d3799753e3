import type { Area } from "./model";

/** Excel's sheet: 1 048 576 rows by 16 384 columns (support.microsoft.com "Excel specifications and limits"). */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;
export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;
export const cellCount = (area: Area): number => rowCount(area) * columnCount(area);
export const isEntireRow = (area: Area): boolean => area.left === 0 && area.right === COLUMNS - 1;
export const isEntireColumn = (area: Area): boolean => area.top === 0 && area.bottom === ROWS - 1;

export const isInSheet = ({ top, left, bottom, right }: Area): boolean =>
  top >= 0 && left >= 0 && top <= bottom && left <= right && bottom < ROWS && right < COLUMNS;

export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

export const hasCell = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export function intersection(a: Area, b: Area): Area | undefined {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

/** The smallest area that holds both. */
export const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** What is left of `area` without `hole`: up to four areas. */
export function subtract(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const parts: Area[] = [
    { ...area, bottom: common.top - 1 },
    { ...area, top: common.bottom + 1 },
    { top: common.top, bottom: common.bottom, left: area.left, right: common.left - 1 },
    { top: common.top, bottom: common.bottom, left: common.right + 1, right: area.right },
  ];
  return parts.filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}
