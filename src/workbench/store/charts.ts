import type { Area } from "./model";

/** Kinds that can be made here, by `Excel.ChartType`; a chart of a file may be of any kind. */
export const CHART_KINDS = ["BarStacked", "BarClustered", "ColumnStacked", "ColumnClustered"] as const;

/** A chart of a sheet. */
export interface Chart {
  readonly id: string;
  name: string;
  /** What was made in this session; absent for a chart of the opened file, which is kept as it is. */
  made?: {
    kind: (typeof CHART_KINDS)[number];
    /** Cells of its own sheet: headings in the first row, categories in the first column. */
    readonly data: Area;
    title: string;
    /** Cells that it covers. */
    place: Area;
    /** `#RRGGBB` by the number of the series. */
    readonly colors: Map<number, string>;
  };
}
