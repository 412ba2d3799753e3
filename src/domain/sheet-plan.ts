import type { Area } from "./grid";
import type { StyleName } from "./styles";

/** A cell to write. A string stays text whatever it begins with; only `{ formula }` is calculated. */
export type PlanCell = string | number | boolean | null | { readonly formula: string };

/** A rectangle of cells, rows of one length. Positions are zero-based. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
  /** Number format of each cell, where the plan's styles do not tell it. */
  readonly formats?: readonly (readonly string[])[];
}

/**
 * A worksheet as data: what tests compare and what one function writes. Styles are laid in order, later over earlier;
 * a formatted area is unmerged unless it is in `merges`.
 */
export interface SheetPlan {
  /** Our id of the sheet, kept in it as a hidden name: a later run finds it whatever the user called it. */
  readonly id: string;
  readonly kind: SheetKind;
  /** Wanted name; made unique when it is taken. */
  readonly name: string;
  /** Width of each column in characters of the default font. */
  readonly columns: readonly number[];
  readonly blocks: readonly Block[];
  readonly styles: readonly { readonly area: Area; readonly style: StyleName }[];
  readonly merges: readonly Area[];
  /** Points; rows not listed fit their text. */
  readonly rowHeights: readonly { readonly row: number; readonly points: number }[];
  /** Rows whose height Excel fits to their text. */
  readonly autofit: readonly { readonly from: number; readonly to: number }[];
  readonly table?: { readonly area: Area; readonly name: string };
  readonly frozenRows?: number;
  readonly hiddenColumns?: readonly number[];
  readonly highlights?: readonly {
    readonly area: Area;
    readonly formula: string;
    readonly style: "low" | "unsure";
  }[];
  readonly choices?: readonly { readonly area: Area; readonly values: readonly string[] }[];
  /** Cells that take nothing but a date, a whole number of schools or people, or percentage points. */
  readonly limits?: readonly { readonly area: Area; readonly kind: "date" | "count" | "points" }[];
  /** Cells to fill in: a sheet where only these were changed still is as it was written, and what they hold is carried over. */
  readonly inputs?: readonly Area[];
  /** Changes of a failing share as a native colour scale: green where it fell, white at 0, red where it rose. */
  readonly heat?: readonly Area[];
  /** Failing shares as a native colour scale: green at 0, yellow at the threshold (per cent), red at twice the threshold. */
  readonly shares?: readonly { readonly area: Area; readonly threshold: number }[];
  readonly charts?: readonly PlanChart[];
  /** Cells whose text leads elsewhere: to a sheet of ours by its id, or to any by its name. */
  readonly links?: readonly {
    readonly row: number;
    readonly column: number;
    readonly sheetId?: string;
    readonly sheet?: string;
    readonly address: string;
  }[];
  /**
   * What each row, from the first, is known by when the sheet is made again; written into a hidden column after the
   * last one. Absent where the sheet is not merged.
   */
  readonly rowIds?: readonly string[];
  /**
   * Rows that go, then rows that come, before the sheet is written anew over what stands there: what the user put right of
   * our columns keeps its look, and goes with its row. Absent: nothing of the sheet's look stays.
   */
  readonly moves?: RowMoves;
  readonly print: PrintPlan;
  /** Measures in the sheet, for the report. */
  readonly measures?: number;
  /** Indicators, counted apart from the measures. */
  readonly indicators?: number;
}

/** Whole rows, inclusive, each at its place when its turn comes. */
export interface RowMoves {
  readonly deletions: readonly { readonly from: number; readonly to: number }[];
  readonly insertions: readonly { readonly from: number; readonly to: number }[];
}

export type SheetKind =
  | "results"
  | "lowSchools"
  | "roadmap"
  | "requisites"
  | "decisions"
  | "scales"
  | "registry"
  | "files"
  | "checks"
  | "fileCopy"
  // the whole package of documents
  | "contents"
  | "order"
  | "appointments"
  | "schoolRoadmap"
  | "notice"
  | "directory"
  // on request
  | "examples"
  | "heatMap"
  // after the order is signed
  | "register"
  | "control"
  | "executionReport"
  | "indicators"
  | "dynamics"
  | "history"
  // tables of measures that roadmaps are made from
  | "template";

/** A native chart over cells of the sheet: names in the first column of `data`, one series per other column. */
export interface PlanChart {
  readonly kind: "barStacked" | "columns";
  readonly title: string;
  /** With the row of headings, which name the series. */
  readonly data: Area;
  /** Cells that the chart covers. */
  readonly place: Area;
  /** `#RRGGBB` of each series. */
  readonly colors: readonly string[];
}

export interface PrintPlan {
  readonly orientation: "portrait" | "landscape";
  readonly area: Area;
  /** Rows repeated on every page, inclusive. */
  readonly titleRows?: { readonly from: number; readonly to: number };
  /** Text of the footer's left part; the page number stands on the right. */
  readonly footer: string;
  /** Pages that the sheet is shrunk to; absent: one page wide, as long as it is. */
  readonly fitToPages?: { readonly wide: number; readonly tall: number };
  /** Rows that begin a page. */
  readonly breaks?: readonly number[];
  /** What the breaks were made of, for laying them anew where rows come and go. */
  readonly flow?: PageFlow;
}

/** Rows on their way to pages. */
export interface PageFlow {
  /** Height of each row, points; on the high side. */
  readonly heights: readonly number[];
  /** Rows that stay on one page with the next one. */
  readonly keep: readonly number[];
  /** First row that is printed. */
  readonly top: number;
  /** Rows that begin a page in any case. */
  readonly begin: readonly number[];
  /** Height of a page, points. */
  readonly page: number;
  /** Row repeated on the pages after it. */
  readonly header?: number;
}
