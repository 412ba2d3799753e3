import { cellAddress, type Area } from "../domain/grid";
import { run } from "./runs/requests";

/** What the user has selected. */
export interface Selection {
  readonly sheet: string;
  readonly area: Area;
  /** The cell where typing would go: the one that a menu was opened on. */
  readonly cell: { readonly row: number; readonly column: number };
}

/** @throws WorkbookError where no cells are selected, or several areas */
export function readSelection(): Promise<Selection> {
  return run(async (context) => {
    const { workbook } = context;
    const range = workbook.getSelectedRange().load("rowIndex,columnIndex,rowCount,columnCount");
    const sheet = range.worksheet.load("name");
    const cell = workbook.getActiveCell().load("rowIndex,columnIndex");
    await context.sync();
    const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
    return {
      sheet: sheet.name,
      area: { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 },
      cell: { row: cell.rowIndex, column: cell.columnIndex },
    };
  });
}

export const activeAddress = ({ cell: { row, column } }: Selection): string => cellAddress(row, column);
