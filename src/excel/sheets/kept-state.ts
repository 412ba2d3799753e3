import type { GeneratedRow } from "../../domain/regeneration/rows";
import type { PlanCell } from "../../domain/sheet-plan";

/** Namespace of the parts that keep what was generated last, one for each state of a sheet. */
export const KEPT_NAMESPACE = "urn:shnor:generated:1";
/** Namespace of the parts that keep sheets as they were while a run changes them in place. */
export const JOURNAL_NAMESPACE = "urn:shnor:journal:1";
/** Namespace of the parts that keep work on sheets that were half changed when somebody protected them. */
export const LEFT_NAMESPACE = "urn:shnor:left:1";

/** What a sheet was generated as. It belongs to the sheets that have this mark and this fingerprint. */
export interface KeptState {
  /** Our id of the sheet. */
  readonly sheet: string;
  /** Fingerprint of what was generated. */
  readonly written: string;
  readonly rows: readonly GeneratedRow[];
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const unescape = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex: string | undefined, decimal: string | undefined) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
    )
    .replaceAll("&amp;", "&");

/** One value as a custom XML part: an element of the namespace with JSON in it. */
export const toPart = (namespace: string, value: unknown): string =>
  `<shnor xmlns="${namespace}">${escape(JSON.stringify(value))}</shnor>`;

/** The value of a part; undefined where somebody damaged it. */
export function fromPart(xml: string): unknown {
  const found = /<(?:\w+:)?shnor\b[^>]*>([\s\S]*)<\/(?:\w+:)?shnor>\s*$/.exec(xml);
  try {
    return found?.[1] === undefined ? undefined : (JSON.parse(unescape(found[1])) as unknown);
  } catch {
    return undefined;
  }
}

/** Empty cells at the end of a row are left out; the width says how many there were. */
export function keptPart({ sheet, written, rows }: KeptState): string {
  const lines = rows.map(({ id, cells }) => [id, ...cells.slice(0, cells.findLastIndex(isFilled) + 1)]);
  return toPart(KEPT_NAMESPACE, { sheet, written, width: rows[0]?.cells.length ?? 0, rows: lines });
}

const isFilled = (cell: PlanCell): boolean => cell !== null && cell !== "";

/** @returns null for a part that is not as `keptPart` writes it */
export function readKeptPart(xml: string): KeptState | null {
  const value = fromPart(xml);
  if (!isRecord(value)) return null;
  const { sheet, written, width, rows } = value;
  if (typeof sheet !== "string" || typeof written !== "string" || typeof width !== "number") return null;
  if (!Array.isArray(rows)) return null;
  const read = rows.map((line: unknown) => readLine(line, width));
  return read.every((row) => row !== null) ? { sheet, written, rows: read } : null;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readLine(line: unknown, width: number): GeneratedRow | null {
  if (!Array.isArray(line)) return null;
  const [id, ...cells] = line as readonly unknown[];
  if (typeof id !== "string" || cells.length > width || !cells.every(isPlanCell)) return null;
  return { id, cells: Array.from({ length: width }, (_, column) => cells[column] ?? null) };
}

const isPlanCell = (cell: unknown): cell is PlanCell =>
  cell === null ||
  ["string", "number", "boolean"].includes(typeof cell) ||
  (isRecord(cell) && typeof cell["formula"] === "string");
