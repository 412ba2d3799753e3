import type { Problem } from "../../problem";
import type { Procedure } from "../procedure";
import { parseArea } from "./area";
import { COLUMN_ROLES, type Change, type Correction } from "./correction";
import { parseLayout } from "./layout-text";

/** Corrections as kept, and what could not be read of them. */
export interface StoredCorrections {
  readonly list: readonly Correction[];
  readonly problems: readonly Problem[];
}

const VERSION = 1;
/** More than a person makes; what is beyond that is damage. */
const MOST = 2000;

export const NO_CORRECTIONS: StoredCorrections = { list: [], problems: [] };

/** The corrections as the text that the workbook keeps. */
export function writeCorrections(list: readonly Correction[]): string {
  return JSON.stringify({ version: VERSION, corrections: list });
}

/**
 * Reads what `writeCorrections` wrote. Nothing stored is no correction; a text or an entry that is damaged is a
 * problem, the entries that are sound are used.
 */
export function readCorrections(stored: unknown): StoredCorrections {
  if (stored === null || stored === undefined || stored === "") return NO_CORRECTIONS;
  let raw: unknown = stored;
  try {
    if (typeof stored === "string") raw = JSON.parse(stored);
  } catch {
    return { list: [], problems: [unreadable()] };
  }
  if (!isRecord(raw) || raw["version"] !== VERSION || !Array.isArray(raw["corrections"]))
    return { list: [], problems: [unreadable()] };
  const entries: readonly unknown[] = raw["corrections"];
  const read = entries.slice(0, MOST).map(correction);
  const list = read.filter((each) => each !== null);
  const lost = entries.length - list.length;
  return { list, problems: lost === 0 ? [] : [unreadable(lost)] };
}

const unreadable = (count?: number): Problem => ({
  code: "recognitionUnreadable",
  severity: "warning",
  fields: count === undefined ? {} : { count },
});

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function correction(value: unknown): Correction | null {
  if (!isRecord(value)) return null;
  const { id, layout, sheetKey, at } = value;
  const change = changeOf(value["change"]);
  if (!isText(id) || !isText(layout) || parseLayout(layout) === null || !isText(sheetKey)) return null;
  if (change === null || !isRecord(at)) return null;
  const { file, sheet, header } = at;
  if (!isText(sheet) || !isText(header) || parseArea(header) === null) return null;
  if (file !== undefined && !isText(file)) return null;
  return { id, layout, sheetKey, at: { ...(file === undefined ? {} : { file }), sheet, header }, change };
}

function changeOf(value: unknown): Change | null {
  if (!isRecord(value)) return null;
  switch (value["kind"]) {
    case "notResults":
      return { kind: "notResults" };
    case "range":
      return rangeOf(value);
    case "role": {
      const role = COLUMN_ROLES.find((each) => each === value["role"]);
      const { column } = value;
      return role === undefined || !isCount(column) ? null : { kind: "role", column, role };
    }
    case "year":
      return yearOf(value);
    case "procedure": {
      const columns = columnsOf(value["columns"]);
      const procedure = procedureOf(value["procedure"]);
      return columns === undefined || procedure === null ? null : { kind: "procedure", columns, procedure };
    }
    default:
      return null;
  }
}

function rangeOf({ width, rows, end }: Raw): Change | null {
  if (!isCount(width) || width === 0) return null;
  if ((rows !== null && (!isCount(rows) || rows === 0)) || (end !== null && !isText(end))) return null;
  return { kind: "range", width, rows, end };
}

function yearOf({ year, rows, columns }: Raw): Change | null {
  const own = columnsOf(columns);
  if (!isCount(year) || year < 2000 || year > 2100 || own === undefined) return null;
  if (!Array.isArray(rows) || !rows.every(isText)) return null;
  return { kind: "year", columns: own, year, rows };
}

/** Undefined for what is neither columns nor the whole table. */
function columnsOf(value: unknown): readonly number[] | null | undefined {
  if (value === null) return null;
  return Array.isArray(value) && value.every(isCount) ? value : undefined;
}

function procedureOf(value: unknown): Procedure | null {
  if (!isRecord(value)) return null;
  const { form, subject, grade } = value;
  if (form !== "ВПР" && form !== "ОГЭ" && form !== "ЕГЭ") return null;
  if (!isText(subject) || subject === "" || (grade !== undefined && !isCount(grade))) return null;
  if ((form === "ВПР") !== (grade !== undefined)) return null;
  return { form, subject, ...(grade === undefined ? {} : { grade }) };
}
