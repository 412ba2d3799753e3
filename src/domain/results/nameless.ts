import { rowKind } from "./row-words";
import type { SheetView } from "./sheet-view";
import type { Table } from "./table";

interface RegionRow {
  readonly row: number;
  /** What stands for its name. */
  readonly label: string;
  /** A row that names its school. */
  readonly named: number;
  /** Columns of year and procedure. */
  readonly context: readonly number[];
  readonly municipality: number | undefined;
  /** Columns in which a row's name may stand. */
  readonly labels: readonly number[];
}

/**
 * Whether a row of figures that only a region names is of a school whose name is missing: it has a procedure of its own, and
 * every school's row has the region in its column «Муниципалитет», or the same one where the column's header is lost.
 */
export function isOfSchool(
  view: SheetView,
  { row, label, named, context, municipality, labels }: RegionRow,
): boolean {
  if (!context.some((column) => view.mergedText(row, column) !== "")) return false;
  if (municipality !== undefined) return view.mergedText(named, municipality) !== "";
  return labels.some((column) => [row, named].every((at) => view.mergedText(at, column) === label));
}

/** The first row below that names a school; null where there is none. */
export function nextNamed({ view, block }: Pick<Table, "view" | "block">, row: number): number | null {
  for (let below = row + 1; below < view.rows; below++)
    if (rowKind(view.text(below, block.schoolColumn)) === "school") return below;
  return null;
}
