import type { Area, CellValue, Grid } from "../../src/domain/grid";
import type { Sheet, Workbook } from "../../src/workbench/store/model";

/** Sheets of a file as grids, for results that are read without being put into the workbook. */
export function gridsOf(workbook: Workbook): Grid[] {
  return workbook.sheets.flatMap((sheet) => {
    const used = usedArea(sheet);
    return used === null ? [] : [gridOf(sheet, used, workbook.name)];
  });
}

function usedArea({ cells }: Sheet): Area | null {
  let area: Area | null = null;
  for (const [row, columns] of cells) {
    for (const [column, { value }] of columns) {
      if (value === undefined || value === "") continue;
      area =
        area === null
          ? { top: row, left: column, bottom: row, right: column }
          : {
              top: Math.min(area.top, row),
              left: Math.min(area.left, column),
              bottom: Math.max(area.bottom, row),
              right: Math.max(area.right, column),
            };
    }
  }
  return area;
}

function gridOf(sheet: Sheet, { top, left, bottom, right }: Area, file: string): Grid {
  const rows = Array.from({ length: bottom - top + 1 }, (_, r) => sheet.cells.get(top + r));
  const columns = Array.from({ length: right - left + 1 }, (_, c) => left + c);
  return {
    sheet: sheet.name,
    file,
    top,
    left,
    cells: rows.map((row) => columns.map((column): CellValue => row?.get(column)?.value ?? null)),
    formats: rows.map((row) => columns.map((column) => row?.get(column)?.style?.numberFormat ?? "General")),
    merges: sheet.merges,
    ...(sheet.visibility === "Visible" ? {} : { hidden: true }),
  };
}
