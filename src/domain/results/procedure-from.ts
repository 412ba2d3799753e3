import {
  clearParts,
  fillParts,
  procedureParts,
  resolveProcedure,
  type ProcedureParts,
} from "./parse-procedure";
import type { ReadColumn } from "./result";
import type { Table } from "./table";

/** What completes the procedure of a column: its header, else the title, the sheet's name or the file's. */
export function procedureFrom(
  { view, own }: Table,
  header: ProcedureParts,
): Pick<ReadColumn, "procedureFrom"> {
  const { sheet, file } = view.grid;
  const sources = [
    ["header", []],
    ["title", own.map(({ text }) => text)],
    ["sheet", [sheet]],
    ["file", file === undefined ? [] : [file.replace(/\.[a-zа-я]+$/i, "")]],
  ] as const;
  let parts = header;
  for (const [from, texts] of sources) {
    for (const text of texts) parts = fillParts(parts, clearParts(procedureParts(text)));
    if (typeof resolveProcedure(parts) !== "string") return { procedureFrom: from };
  }
  return {};
}
