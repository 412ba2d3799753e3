import { BLANK_ROW, FITTED, pageBreaks } from "../documents/pages";
import { MAX_ROW_HEIGHT, textHeight } from "../documents/text-height";
import type { SheetPlan } from "../sheet-plan";
import type { MergedRow } from "./merge";

/** Rows that begin a page once rows were put in and taken out; undefined where the document lays out no pages. */
export function mergedBreaks(plan: SheetPlan, rows: readonly MergedRow[]): readonly number[] | undefined {
  const { flow } = plan.print;
  if (flow === undefined) return undefined;
  const planRow = new Map(plan.rowIds?.map((id, index) => [id, index]));
  const planned = rows.map(({ id }) => (id === null ? undefined : planRow.get(id)));
  const place = new Map(planned.map((row, index) => [row, index]));
  const at = (row: number): number[] => {
    const found = place.get(row);
    return found === undefined ? [] : [found];
  };
  const [header] = flow.header === undefined ? [] : at(flow.header);
  return pageBreaks({
    heights: rows.map((row, index) => heightOf(plan, row, planned[index])),
    keep: flow.keep.flatMap(at),
    top: at(flow.top)[0] ?? 0,
    begin: flow.begin.flatMap(at),
    page: flow.page,
    ...(header === undefined ? {} : { header }),
  });
}

/** A row that Excel fits is as high as what stands in it now; one of merged cells is as high as it was laid out. */
function heightOf(plan: SheetPlan, { cells }: MergedRow, row: number | undefined): number {
  const fitted = row === undefined || plan.autofit.some(({ from, to }) => from <= row && row <= to);
  if (!fitted) return plan.print.flow?.heights[row] ?? BLANK_ROW;
  const printed = cells.slice(0, plan.print.area.right + 1);
  const heights = printed.map((cell, column) =>
    typeof cell === "string" ? textHeight(cell, plan.columns[column] ?? 1, "cell") : 0,
  );
  return Math.min(Math.max(BLANK_ROW, ...heights) * FITTED, MAX_ROW_HEIGHT);
}
