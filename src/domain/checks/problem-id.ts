import type { Problem } from "../problem";

/** What stands before the ids of problems among the row ids of a sheet. */
export const PROBLEM_ID = "problem:";

/**
 * What a problem is known by from one run to the next: its code and its cell. A problem of a whole group (`group`) is
 * known by that, since its cell is only the first of many; one of the whole workbook by what it tells.
 */
export function problemId({ code, source, fields }: Problem): string {
  const { group } = fields;
  if (group !== undefined) return `${PROBLEM_ID}${code}|${group}`;
  if (source === undefined) return `${PROBLEM_ID}${code}|${Object.values(fields).join("|")}`;
  return `${PROBLEM_ID}${code}|${source.file ?? ""}|${source.sheet}|${source.address}`;
}
