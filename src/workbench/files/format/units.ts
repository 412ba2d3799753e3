/**
 * Column widths are characters of the default font in the file and points in Excel's object model. 7 pixels is the widest
 * digit of Calibri 11, Arial 10 and Aptos 11 at 96 dpi; ECMA-376 part 1, 18.3.1.13.
 */
const DIGIT = 7;

export function widthToPoints(width: number): number {
  return (Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT) * 72) / 96;
}

export function pointsToWidth(points: number): number {
  return Math.trunc(((points * 96) / 72 / DIGIT) * 256) / 256;
}

/** Page margins are inches in the file. */
export const INCH = 72;
