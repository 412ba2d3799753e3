import type { HostEvent } from "../protocol/events";
import type { HostObject } from "../protocol/host-object";
import type { References } from "../protocol/references";
import type {
  Area,
  Chart,
  ConditionalFormat,
  CustomXmlPart,
  DefinedName,
  Sheet,
  Table,
  Workbook,
} from "../store/model";

/** A range of a sheet. The area moves when rows or columns are inserted or deleted before a tracked range. */
export interface RangeRef {
  readonly sheet: Sheet;
  area: Area;
}
export interface AreasRef {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}
export interface TableRef {
  readonly sheet: Sheet;
  readonly table: Table;
}
/** A name of the workbook, or of a sheet. */
export interface NameRef {
  readonly sheet?: Sheet;
  readonly name: DefinedName;
}
export interface ChartRef {
  readonly sheet: Sheet;
  readonly chart: Chart;
}
export interface FormatRef {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

/** Makes the protocol object of a thing of the store; each class knows the others by this only. */
export interface Makers {
  range(sheet: Sheet, area: Area): HostObject;
  areas(ref: AreasRef): HostObject;
  worksheet(sheet: Sheet): HostObject;
  worksheets(): HostObject;
  /** Of one sheet, or of all sheets of the workbook. */
  tables(sheet?: Sheet): HostObject;
  table(ref: TableRef): HostObject;
  names(sheet?: Sheet): HostObject;
  name(ref: NameRef): HostObject;
  rangeFormat(ref: RangeRef): HostObject;
  validation(ref: RangeRef): HostObject;
  charts(sheet: Sheet): HostObject;
  chart(ref: ChartRef): HostObject;
  conditionalFormats(ref: RangeRef): HostObject;
  conditionalFormat(ref: FormatRef): HostObject;
  sheetProtection(sheet: Sheet): HostObject;
  freezePanes(sheet: Sheet): HostObject;
  pageLayout(sheet: Sheet): HostObject;
  rowBreaks(sheet: Sheet): HostObject;
  application(): HostObject;
  workbookProtection(): HostObject;
  settings(): HostObject;
  customXmlParts(): HostObject;
  customXmlPart(part: CustomXmlPart): HostObject;
}

/** What a class of Excel's model may use of the host. */
export interface Context {
  readonly workbook: Workbook;
  readonly make: Makers;
  readonly references: References;
  readonly limits: Limits;
  /** Whether the profile declares this version of ExcelApi. */
  hasExcelApi(version: string): boolean;
  /** The range behind an argument that is a Range object. */
  rangeOf(object: unknown): RangeRef | undefined;
  /** Contents of an area were written: formulas become stale, `onChanged` is raised. */
  written(sheet: Sheet, area: Area): void;
  /** Sheets, names or whole rows changed: every formula becomes stale. */
  restructured(): void;
  raise(event: HostEvent): void;
  /** Starts or ends listening of the add-in for an event. */
  listen(type: number, target: string, on: boolean): void;
  /** Computes all stale formulas, or all formulas. */
  calculate(everything: boolean): Promise<void>;
  newId(): string;
}

/** learn.microsoft.com, "Resource limits and performance optimization for Office Add-ins", Excel add-ins. */
export interface Limits {
  /** Of one request and of one answer: 5 MB in Excel on the web. */
  readonly payloadBytes: number;
  /** Of one range that is read: five million. */
  readonly rangeCells: number;
}
export const EXCEL_LIMITS: Limits = { payloadBytes: 5 * 1024 * 1024, rangeCells: 5_000_000 };
