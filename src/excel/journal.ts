import type { CellValue, Grid } from "../domain/grid";
import { restore } from "../domain/regeneration/restore";
import { patchSteps } from "./apply-patch";
import { fromPart, isRecord, JOURNAL_NAMESPACE, toPart } from "./kept-state";
import { constant, FINGERPRINT } from "./mark";

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

/** Puts back the sheets that an unfinished run changed in place, and takes their journal away. */
export async function undoMerges(context: Excel.RequestContext): Promise<void> {
  const parts = context.workbook.customXmlParts.getByNamespace(JOURNAL_NAMESPACE).load("items/id");
  await context.sync();
  if (parts.items.length === 0) return;
  const xml = parts.items.map((part) => part.getXml());
  await context.sync();
  const found = xml.flatMap(({ value }) => {
    const entry = readEntry(value);
    return entry === null ? [] : [{ entry, ...proxiesOf(context, entry) }];
  });
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
  for (const part of parts.items) part.delete();
  await context.sync();
}

function proxiesOf(context: Excel.RequestContext, { sheetId }: JournalEntry) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId).load("name");
  return {
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex"),
    fingerprint: sheet.names.getItemOrNullObject(FINGERPRINT).load("name"),
  };
}
