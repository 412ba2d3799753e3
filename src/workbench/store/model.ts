/**
 * What a workbook is to the embedded host. Protocol objects change it, calculation fills formula results,
 * files read and save it, the page draws it: each knows this model and not the others.
 * Rows and columns are zero-based, sizes are points as in Excel's object model.
 */

import type { CellSet } from "./cell-set";

export type Scalar = number | string | boolean;

export interface Cell {
  /** Absent in a cell that only carries a style. Dates are serials. An error is its text, `#N/A`, with `error` set. */
  value?: Scalar;
  error?: true;
  /** Message that a custom function gave with its error. */
  errorMessage?: string;
  /** With the leading `=`, English names, comma separators. */
  formula?: string;
  /** Set on cells filled by the dynamic array of another cell: the anchor's `row,column`. */
  spilledFrom?: string;
  /** Of a formula that a file keeps as an array. */
  array?: ArrayFormula;
  style?: Style;
}

/** Rows and columns of an array formula as the file has them; `fixed` ones, typed with Ctrl+Shift+Enter, keep to them. */
export interface ArrayFormula {
  readonly fixed: boolean;
  readonly rows: number;
  readonly columns: number;
}

/** Immutable: a change makes a new object. Absent means the default of the workbook. */
export interface Style {
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single" | "Double";
  readonly strikethrough?: boolean;
  /** `#RRGGBB` */
  readonly fontColor?: string;
  readonly fill?: string;
  readonly horizontal?:
    "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
  readonly vertical?: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly textOrientation?: number;
  readonly locked?: boolean;
  readonly borders?: Readonly<Partial<Record<Edge, Border>>>;
}
export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";
export interface Border {
  readonly style:
    "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
  readonly weight: "Hairline" | "Thin" | "Medium" | "Thick";
  readonly color: string;
}

/** Inclusive on all sides. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
}

export interface DefinedName {
  name: string;
  /** With the leading `=`. */
  formula: string;
  visible: boolean;
  comment: string;
}

/** One conditional format, in the words of Excel's object model. */
export interface ConditionalFormat {
  readonly id: string;
  areas: Area[];
  kind: "Custom" | "CellValue" | "ColorScale" | "DataBar" | "ContainsText" | "Other";
  formula?: string;
  rule?: Record<string, unknown>;
  style?: Style;
  stopIfTrue?: boolean;
}

/** A chart of a sheet. */
export interface Chart {
  readonly id: string;
  name: string;
  /** What was made in this session; absent for a chart of the opened file, which is kept as it is. */
  made?: {
    readonly kind: ChartKind;
    /** Cells of its own sheet: headings in the first row, categories in the first column. */
    readonly data: Area;
    title: string;
    /** Cells that it covers. */
    place: Area;
    /** `#RRGGBB` by the number of the series. */
    readonly colors: Map<number, string>;
  };
}
/** Kinds that can be made here, by `Excel.ChartType`; a chart of a file may be of any kind. */
export type ChartKind = "BarStacked" | "BarClustered" | "ColumnStacked" | "ColumnClustered";

export interface Validation {
  area: Area;
  /** `{list: {source, inCellDropDown}}`, `{wholeNumber: …}` and so on, as `Excel.DataValidationRule`. */
  rule: Record<string, unknown>;
  errorAlert?: Record<string, unknown>;
  prompt?: Record<string, unknown>;
  ignoreBlanks?: boolean;
}

/** `Excel.PageLayout`; margins in points. */
export interface PageLayout {
  orientation?: "Portrait" | "Landscape";
  /** `a4`, `letter` … as `Excel.PaperType`. */
  paperSize?: string;
  zoom?: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  margins?: Partial<Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>>;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  printGridlines?: boolean;
  printAreas?: Area[];
  titleRows?: { first: number; last: number };
  titleColumns?: { first: number; last: number };
  headersFooters?: Partial<
    Record<
      "leftHeader" | "centerHeader" | "rightHeader" | "leftFooter" | "centerFooter" | "rightFooter",
      string
    >
  >;
  rowBreaks?: number[];
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Outer key row, inner key column. */
  readonly cells: Map<number, Map<number, Cell>>;
  /** Points. */
  readonly rowHeights: Map<number, number>;
  /** Points, estimated: rows that fit their text, until their height is set by hand. */
  readonly fittedHeights: Map<number, number>;
  /** Points. */
  readonly columnWidths: Map<number, number>;
  /** Of whole columns: what a cell shows that is not in `cells`, and what a new cell begins with. */
  readonly columnStyles: Map<number, Style>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  merges: Area[];
  tables: Table[];
  names: DefinedName[];
  conditionalFormats: ConditionalFormat[];
  validations: Validation[];
  /** Absent where there is none. */
  charts?: Chart[];
  /** Key `row,column`. */
  readonly hyperlinks: Map<string, { address?: string; documentReference?: string; screenTip?: string }>;
  page: PageLayout;
  freeze?: { rows: number; columns: number };
  tabColor: string;
  showGridlines: boolean;
  protected: boolean;
  /** What the protection allows all the same, by the names of Excel's options; not kept in a file. */
  allowed?: readonly string[];
  /** Name of the sheet in the opened file; absent for a sheet made in this session. */
  readonly origin?: string;
  /** What differs from the opened file; a new sheet is written whole. */
  readonly touched: Touched;
}

/** Cells one by one, the rest as wholes: what is not here is left in the file as it is, byte for byte. */
export interface Touched {
  readonly values: CellSet;
  readonly styles: CellSet;
  readonly aspects: Set<SheetAspect>;
}
export type SheetAspect =
  | "name"
  | "visibility"
  | "position"
  | "rowHeights"
  | "columnWidths"
  | "columnStyles"
  | "hidden"
  | "merges"
  | "tables"
  | "names"
  | "conditionalFormats"
  | "validations"
  | "charts"
  | "hyperlinks"
  | "page"
  | "freeze"
  | "tabColor"
  | "gridlines"
  | "protection";

export interface CustomXmlPart {
  readonly id: string;
  namespaceUri: string;
  xml: string;
}

export type StructureChange =
  | { readonly kind: "shift"; readonly sheetId: string; readonly sheetName: string; readonly shift: Shift }
  | { readonly kind: "rename"; readonly from: string; readonly to: string };

/** Whole rows or columns `first`…`last` that are inserted or deleted. */
export interface Shift {
  readonly direction: "rows" | "columns";
  readonly change: "insert" | "delete";
  readonly first: number;
  readonly last: number;
}

export interface Workbook {
  /** File name with its extension. */
  name: string;
  sheets: Sheet[];
  names: DefinedName[];
  customXmlParts: CustomXmlPart[];
  /** `Excel.Workbook.settings`, kept in the file; the Common API's settings are the same store. */
  readonly settings: Map<string, unknown>;
  structureProtected: boolean;
  /** Of a protection that was set since the file was opened; absent: none, or none that is known. */
  structurePassword?: string;
  activeSheetId: string;
  selection: Area;
  /** The package as opened: the base that a save patches. Absent for a new workbook. */
  readonly source?: Uint8Array;
  /** Sheets of the file that were deleted, by their name in it. */
  readonly removed: string[];
  /** Rows, columns and names of sheets that changed since the file was opened, in their order. */
  changes?: StructureChange[];
  /** What the page has to say about the opened file. */
  readonly notes?: readonly FileNote[];
  /** Font of cells without one of their own; Calibri 11 when absent. */
  readonly defaultFont?: { readonly name: string; readonly size: number };
}

/** `kept`: in the file, saved as it is, but not shown; `kind` is the part's type: `chart`, `comments`, `vbaProject` … */
export type FileNote =
  { readonly code: "date1904" } | { readonly code: "kept"; readonly kind: string; readonly count: number };
