import Papa from "papaparse";
import type { Grid } from "../../domain/grid";
import { FileFailure } from "./failure";

const SEPARATORS = [";", "\t", ","] as const;
type Separator = (typeof SEPARATORS)[number];

/** Rows by which the separator is told. */
const SAMPLE_ROWS = 100;
/** Sizes of a sheet and of a cell's text in Excel, learn.microsoft.com, "Excel specifications and limits". */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LONGEST_TEXT = 32_767;
/** A character that no text has: with it as the quote, quotes are letters like others. */
const NO_QUOTE = "\u0000";

/**
 * The table of a .csv as Excel and the exam centres write it: `;`, `,` or tab, Windows-1251 or UTF-8. Every filled cell
 * is text; figures are read from it by those who read sheets.
 * @param cellLimit cells above which the file is refused
 * @throws FileFailure `notText` for a file that is no text, `csvBroken` where quotes leave the columns unsure, `tooLarge`
 * for more than a sheet of Excel or the limit holds
 */
export function readCsv(bytes: Uint8Array, name: string, cellLimit: number): readonly Grid[] {
  const { text, separator: told } = withoutHint(decodeText(bytes));
  const separator = told ?? separatorOf(text);
  // counted before anything is made of them: 64 MB of separators are as many cells
  if (countOf(text, separator) + countOf(text, "\n") + countOf(text, "\r") > 2 * cellLimit)
    throw new FileFailure("tooLarge");
  const rows = parse(text, separator);
  const cells = rows.map((row) => row.map((cell) => (cell.trim() === "" ? null : cell)));
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (cells.length > MOST_ROWS || width > MOST_COLUMNS || cells.length * width > cellLimit)
    throw new FileFailure("tooLarge");
  // a quote that is never closed swallows the rest of the file
  if (cells.some((row) => row.some((cell) => (cell?.length ?? 0) > LONGEST_TEXT)))
    throw new FileFailure("csvBroken");
  if (cells.every((row) => row.every((cell) => cell === null))) return [];
  return [
    {
      sheet: name.replace(/\.[^.]*$/, ""),
      file: name,
      top: 0,
      left: 0,
      cells: cells.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]),
    },
  ];
}

/**
 * UTF-8 only where every byte of the file is sound UTF-8: Russian words in Windows-1251 never are, since their letters
 * are bytes above 7F that do not follow one another as UTF-8 asks.
 */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new FileFailure("notText");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

/** «sep=;» in the first line, which Excel obeys and does not show. */
function withoutHint(text: string): { readonly text: string; readonly separator: string | null } {
  const found = /^sep=([;,\t])\r?\n/i.exec(text);
  return found === null
    ? { text, separator: null }
    : { text: text.slice(found[0].length), separator: found[1] ?? null };
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/** The separator that gives most rows of one width; «35,0» makes commas inside rows that `;` separates. */
function separatorOf(text: string): Separator {
  let best: { readonly separator: Separator; readonly score: number } = { separator: ";", score: 0 };
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: SAMPLE_ROWS });
    const score = rowsOfOneWidth(data);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** How many rows share the commonest width of two cells or more. */
function rowsOfOneWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Names in plain quotes («"Заря" СОШ») are no quoted cells: then quotes are read as letters, if the columns stay even. */
function parse(text: string, delimiter: string): readonly (readonly string[])[] {
  const quoted = Papa.parse<string[]>(text, { delimiter });
  if (!quoted.errors.some(({ type }) => type === "Quotes")) return quoted.data;
  const plain = Papa.parse<string[]>(text, { delimiter, quoteChar: NO_QUOTE }).data;
  const widths = new Set(plain.filter((row) => row.some((cell) => cell !== "")).map(({ length }) => length));
  if (widths.size !== 1) throw new FileFailure("csvBroken", String(quoted.errors[0]?.row ?? ""));
  return plain;
}
