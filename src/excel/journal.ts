import { restore } from "../domain/regeneration/restore";
import type { CellValue, Grid } from "../domain/grid";
import { patchSteps } from "./apply-patch";
import { fromPart, isRecord, JOURNAL_NAMESPACE, toPart } from "./kept-state";
import { constant, FINGERPRINT } from "./mark";

/**
 * What a run leaves in a setting of the workbook while it writes. A batch is not a transaction: until `committed` an
 * unfinished run is taken back, from then on it is finished.
 */
export interface Journal {
  /** Stands in the fingerprint of the sheets that this run makes, so that no other sheet is taken for one of them. */
  readonly run: string;
  readonly committed: boolean;
  /** Fingerprint that each new sheet gets in the end, by our id of the sheet. */
  readonly created: Readonly<Record<string, string>>;
  /** Parts of generated states that were there before the run, and those that go with its end. */
  readonly kept: readonly string[];
  readonly remove: readonly string[];
}

/** @returns null for what no run wrote */
export function readJournal(value: unknown): Journal | null {
  let raw: unknown;
  try {
    raw = JSON.parse(String(value));
  } catch {
    return null;
  }
  if (!isRecord(raw) || typeof raw["run"] !== "string" || !isRecord(raw["created"])) return null;
  const texts = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : [];
  const created = Object.entries(raw["created"]).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return {
    run: raw["run"],
    committed: raw["committed"] === true,
    created: Object.fromEntries(created),
    kept: texts(raw["kept"]),
    remove: texts(raw["remove"]),
  };
}

/** A sheet as it was before a run began to change it in place. */
export interface JournalEntry {
  readonly sheetId: string;
  /** Its fingerprint; null where it had none. */
  readonly written: string | null;
  /** Column of its row ids. */
  readonly ids: number;
  readonly grid: Pick<Grid, "top" | "left" | "cells">;
}

export const journalPart = (entry: JournalEntry): string => toPart(JOURNAL_NAMESPACE, entry);

function readEntry(xml: string): JournalEntry | null {
  const value = fromPart(xml);
  if (!isRecord(value) || !isRecord(value["grid"])) return null;
  const { sheetId, written, ids, grid } = value;
  const { top, left, cells } = grid;
  if (typeof sheetId !== "string" || typeof ids !== "number") return null;
  if (typeof top !== "number" || typeof left !== "number" || !Array.isArray(cells)) return null;
  return {
    sheetId,
    ids,
    written: typeof written === "string" ? written : null,
    grid: { top, left, cells: cells as readonly (readonly CellValue[])[] }, // as `journalPart` wrote it
  };
}

/** Queues what puts back the sheets that an unfinished run changed in place. */
export async function undoMerges(context: Excel.RequestContext, parts: readonly string[]): Promise<void> {
  const found = parts.flatMap((xml) => {
    const entry = readEntry(xml);
    return entry === null ? [] : [{ entry, ...proxiesOf(context, entry) }];
  });
  if (found.length === 0) return;
  await context.sync();
  const living = found.filter(({ sheet }) => !sheet.isNullObject);
  for (const { used } of living) if (!used.isNullObject) used.load("rowIndex,columnIndex,formulas");
  await context.sync();
  for (const { entry, sheet, used, fingerprint } of living) {
    const before: Grid = { sheet: sheet.name, ...entry.grid };
    const now: Grid | null = used.isNullObject
      ? null
      : {
          sheet: sheet.name,
          top: used.rowIndex,
          left: used.columnIndex,
          cells: used.formulas as CellValue[][], // strings, numbers and booleans
        };
    for (const step of patchSteps(restore(now, before, entry.ids), [])) step.queue(sheet);
    if (!fingerprint.isNullObject) fingerprint.delete();
    if (entry.written !== null) sheet.names.add(FINGERPRINT, constant(entry.written)).visible = false;
  }
}

function proxiesOf(context: Excel.RequestContext, { sheetId }: JournalEntry) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId).load("name");
  return {
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex"),
    fingerprint: sheet.names.getItemOrNullObject(FINGERPRINT).load("name"),
  };
}
