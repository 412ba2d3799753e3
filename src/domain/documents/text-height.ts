import { STYLES, type StyleName } from "../styles";

/** Excel does not draw rows higher than this, points. */
export const MAX_ROW_HEIGHT = 409.5;

/** Mean width of a character of the body font, parts of its size; on the wide side, so that no line is cut. */
const CHARACTER_WIDTH = 0.5;
/** Height of a line, parts of the font size. */
const LINE_HEIGHT = 1.22;
/** Width of one character of a column's width, points (Calibri 11, the default font of a new workbook). */
const COLUMN_UNIT = 5.25;

/** Lines that a text takes in a column `width` characters wide. */
function textLines(text: string, width: number, fontSize: number): number {
  const perLine = Math.max(1, Math.floor((width * COLUMN_UNIT - 6) / (fontSize * CHARACTER_WIDTH)));
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(" ")) {
      const length = Math.min(word.length, perLine);
      if (used > 0 && used + 1 + length > perLine) {
        lines += 1;
        used = length;
      } else used += (used > 0 ? 1 : 0) + length;
      lines += Math.ceil(word.length / perLine) - (word.length > 0 ? 1 : 0);
    }
  }
  return lines;
}

/** Height of a row that holds a text, points. */
export function textHeight(text: string, width: number, style: StyleName): number {
  const { size } = STYLES[style];
  return Math.ceil(textLines(text, width, size) * size * LINE_HEIGHT + 3);
}

/** A word longer than this is cut where a piece ends. */
const LONGEST_WORD = 200;

/** Cuts a text into pieces that each fit the highest row Excel draws. */
export function piecesThatFit(text: string, width: number, style: StyleName): string[] {
  const fits = (piece: string): boolean => textHeight(piece, width, style) <= MAX_ROW_HEIGHT;
  if (fits(text)) return [text];
  const words = text.split(/(?<=[ \n])/).flatMap((word) => chunks(word, LONGEST_WORD));
  const pieces: string[] = [];
  let piece = "";
  for (const word of words) {
    if (piece !== "" && !fits((piece + word).trimEnd())) {
      pieces.push(piece.trimEnd());
      piece = "";
    }
    piece += word;
  }
  return [...pieces, piece.trimEnd()];
}

function chunks(word: string, length: number): string[] {
  return word.length <= length
    ? [word]
    : Array.from({ length: Math.ceil(word.length / length) }, (_, i) =>
        word.slice(i * length, (i + 1) * length),
      );
}
