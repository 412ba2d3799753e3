/**
 * The look of produced sheets, in one table. Serif body as Russian office documents have it (ГОСТ Р 7.0.97), one size
 * smaller in tables. Colours keep 4.5 : 1 and survive a black-and-white printer.
 */
export interface CellStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: "Left" | "Center" | "Right" | "Justify";
  readonly vertical?: "Top" | "Center";
  readonly wrap?: boolean;
  readonly border?: boolean;
  readonly numberFormat?: string;
  readonly indent?: number;
}

export const FONT = "Times New Roman";

export const STYLES = {
  body: { size: 12, horizontal: "Left", vertical: "Top", wrap: true },
  justified: { size: 12, horizontal: "Justify", vertical: "Top", wrap: true },
  right: { size: 12, horizontal: "Left", vertical: "Top", wrap: true },
  plain: { size: 11, horizontal: "Left", vertical: "Top" },
  title: { size: 14, bold: true, horizontal: "Center", vertical: "Center", wrap: true },
  heading: { size: 12, bold: true, horizontal: "Center", vertical: "Center", wrap: true },
  tableHeader: {
    size: 11,
    bold: true,
    horizontal: "Center",
    vertical: "Center",
    wrap: true,
    border: true,
    fill: "#E8EEF4",
  },
  section: {
    size: 11,
    bold: true,
    horizontal: "Left",
    vertical: "Center",
    wrap: true,
    border: true,
    fill: "#F3F3F3",
  },
  cell: { size: 11, horizontal: "Left", vertical: "Top", wrap: true, border: true },
  /** Blue as Excel's links, 5.9 : 1 on white. */
  link: { size: 11, color: "#0563C1", horizontal: "Left", vertical: "Top", wrap: true, border: true },
  cellCentre: { size: 11, horizontal: "Center", vertical: "Top", wrap: true, border: true },
  number: { size: 11, horizontal: "Right", vertical: "Top", border: true, numberFormat: "0" },
  percent: { size: 11, horizontal: "Right", vertical: "Top", border: true, numberFormat: "0.0%" },
  date: { size: 11, horizontal: "Center", vertical: "Top", border: true, numberFormat: "dd.mm.yyyy" },
  signed: { size: 11, horizontal: "Right", vertical: "Top", border: true, numberFormat: "+0.0;-0.0;0.0" },
  note: { size: 10, italic: true, color: "#595959", horizontal: "Left", vertical: "Top", wrap: true },
  cellNote: {
    size: 10,
    italic: true,
    color: "#595959",
    horizontal: "Left",
    vertical: "Top",
    wrap: true,
    border: true,
  },
  inputDate: {
    size: 11,
    horizontal: "Center",
    vertical: "Top",
    border: true,
    fill: "#FFF9E5",
    numberFormat: "dd.mm.yyyy",
  },
  /** As `input`, where «1.1» and «11.2026» must stay as typed. */
  inputText: {
    size: 11,
    horizontal: "Left",
    vertical: "Top",
    wrap: true,
    border: true,
    fill: "#FFF9E5",
    numberFormat: "@",
  },
  inputCount: {
    size: 11,
    horizontal: "Right",
    vertical: "Top",
    border: true,
    fill: "#FFF9E5",
    numberFormat: "0",
  },
  input: { size: 11, horizontal: "Left", vertical: "Top", wrap: true, border: true, fill: "#FFF9E5" },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;
