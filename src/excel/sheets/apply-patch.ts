import { areaAddress } from "../../domain/grid";
import type { RowSpan, SheetPatch } from "../../domain/regeneration/patch";
import type { RowMoves } from "../../domain/sheet-plan";
import { FONT } from "../../domain/styles";
import { cellSteps, layHighlights, layStyles, type WriteStep } from "./write-plan";

const rowsOf = (sheet: Excel.Worksheet, { from, to }: RowSpan): Excel.Range =>
  sheet.getRange(`${from + 1}:${to + 1}`);

/** Takes rows out, then puts rows in. @param done deletions, then insertions, that a run that broke off did already */
export function moveRows(sheet: Excel.Worksheet, { deletions, insertions }: RowMoves, done: number): void {
  for (const span of deletions.slice(done)) rowsOf(sheet, span).delete("Up");
  for (const span of insertions.slice(Math.max(0, done - deletions.length)))
    rowsOf(sheet, span).insert("Down");
  for (const span of insertions) rowsOf(sheet, span).clear("Formats"); // Excel takes them over from the row above
}

/** Bytes of the calls that do so. */
export const bytesOfMoves = ({ deletions, insertions }: RowMoves): number =>
  600 * (deletions.length + 4 * insertions.length + 1);

/**
 * The patch as steps. A table is taken apart first and made again over its new rows, since rows put in below its last
 * one would stay outside of it.
 * @param standing tables to take apart: none where a run that broke off did so already
 * @param rowsDone deletions, then insertions, that a run that broke off did already
 */
export function patchSteps(
  patch: SheetPatch,
  table: string | undefined,
  standing: readonly string[] = table === undefined ? [] : [table],
  rowsDone = 0,
): WriteStep[] {
  const { insertions, styles, merges, rowHeights, autofit, highlights } = patch;
  return [
    {
      bytes: bytesOfMoves(patch),
      queue: (sheet) => {
        if (patch.table !== undefined)
          for (const name of standing) sheet.tables.getItem(name).convertToRange();
        moveRows(sheet, patch, rowsDone);
      },
    },
    ...cellSteps(patch.blocks),
    {
      bytes:
        1500 * (styles.length + merges.length + rowHeights.length + autofit.length) +
        2000 * (highlights.length + 1),
      queue: (sheet) => {
        const left = Math.min(...styles.map(({ area }) => area.left));
        const width = Math.max(...styles.map(({ area }) => area.right)) - left + 1;
        for (const { from, to } of styles.length === 0 ? [] : insertions)
          sheet.getRangeByIndexes(from, left, to - from + 1, width).format.font.name = FONT;
        layStyles(sheet, patch);
        layHighlights(sheet, patch.highlights);
        if (patch.table !== undefined && table !== undefined) {
          const made = sheet.tables.add(areaAddress(patch.table), true);
          made.name = table;
          made.style = "TableStyleLight1";
          made.showBandedRows = false;
        }
        if (patch.frozenRows !== undefined) sheet.freezePanes.freezeRows(patch.frozenRows);
        if (patch.breaks !== undefined) {
          sheet.horizontalPageBreaks.removePageBreaks();
          for (const row of patch.breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
        }
      },
    },
  ];
}
