import { hostError } from "../protocol/errors";
import { COLUMNS, isEntireColumn, isEntireRow, ROWS } from "../store/areas";
import type { Area, PageLayout, Sheet } from "../store/model";
import { flag, number, oneOf, record, text } from "./arguments";
import type { Context } from "./context";
import { defineClass } from "./define-class";
import { rangeArgument } from "./targets";
import { own } from "../../xlsx/own";

type Margin = keyof NonNullable<PageLayout["margins"]>;
/** Points; Excel's normal margins: 0.7 and 0.75 inch, header and footer 0.3. */
const MARGINS: Readonly<Record<Margin, number>> = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};
/** Points in a unit of `setPrintMargins`: learn.microsoft.com, Excel.PrintMarginUnit. */
const UNITS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function update(sheet: Sheet, change: Partial<PageLayout>): void {
  Object.assign(sheet.page, change);
  sheet.touched.aspects.add("page");
}

function setMargin(sheet: Sheet, side: Margin, points: number): void {
  if (points < 0) throw hostError("InvalidArgument");
  update(sheet, { margins: { ...sheet.page.margins, [side]: points } });
}

const capital = (side: string): string => side.charAt(0).toUpperCase() + side.slice(1);
const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;

const marginProperties = Object.fromEntries(
  SIDES.map((side) => [
    `${capital(side)}Margin`,
    (sheet: Sheet) => sheet.page.margins?.[side] ?? MARGINS[side],
  ]),
);
const marginSetters = Object.fromEntries(
  SIDES.map((side) => [
    `${capital(side)}Margin`,
    (sheet: Sheet, value: unknown) => {
      setMargin(sheet, side, number(value));
    },
  ]),
);

/** `Excel.PaperType` values this host takes. */
const PAPERS = [
  "Letter",
  "Legal",
  "Executive",
  "Statement",
  "Tabloid",
  "Ledger",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
  "Folio",
] as const;

/** learn.microsoft.com, Excel.PageLayoutZoom: a scale from 10 to 400, or numbers of pages to fit. */
function zoom(value: unknown): NonNullable<PageLayout["zoom"]> {
  const given = record(value);
  const read = (name: string): number | undefined =>
    own(given, name) === undefined ? undefined : number(own(given, name));
  const scale = read("scale");
  if (scale !== undefined && (scale < 10 || scale > 400)) throw hostError("InvalidArgument");
  const [wide, tall] = [read("horizontalFitToPages"), read("verticalFitToPages")];
  return {
    ...(scale !== undefined && { scale }),
    ...(wide !== undefined && { horizontalFitToPages: wide }),
    ...(tall !== undefined && { verticalFitToPages: tall }),
  };
}

const titleArea = (rows: PageLayout["titleRows"], columns: PageLayout["titleColumns"]): Area | undefined => {
  if (rows) return { top: rows.first, bottom: rows.last, left: 0, right: COLUMNS - 1 };
  return columns && { left: columns.first, right: columns.last, top: 0, bottom: ROWS - 1 };
};

const orNull = (sheet: Sheet, area: Area | undefined, { make }: Context) =>
  area ? make.range(sheet, area) : null;

/** learn.microsoft.com, Excel.PageLayout. */
export const pageLayoutClass = defineClass<Sheet>("PageLayout", {
  properties: {
    ...marginProperties,
    Orientation: (sheet) => sheet.page.orientation ?? "Portrait",
    PaperSize: (sheet) => sheet.page.paperSize ?? "Letter",
    Zoom: (sheet) => sheet.page.zoom ?? { scale: 100 },
    CenterHorizontally: (sheet) => sheet.page.centerHorizontally ?? false,
    CenterVertically: (sheet) => sheet.page.centerVertically ?? false,
    PrintGridlines: (sheet) => sheet.page.printGridlines ?? false,
  },
  setters: {
    ...marginSetters,
    Orientation: (sheet, value) => {
      update(sheet, { orientation: oneOf(["Portrait", "Landscape"], value) });
    },
    PaperSize: (sheet, value) => {
      update(sheet, { paperSize: oneOf(PAPERS, value) });
    },
    Zoom: (sheet, value) => {
      update(sheet, { zoom: zoom(value) });
    },
    CenterHorizontally: (sheet, value) => {
      update(sheet, { centerHorizontally: flag(value) });
    },
    CenterVertically: (sheet, value) => {
      update(sheet, { centerVertically: flag(value) });
    },
    PrintGridlines: (sheet, value) => {
      update(sheet, { printGridlines: flag(value) });
    },
  },
  navigations: { HeadersFooters: (sheet, context) => groupClass.of(sheet, context) },
  methods: {
    SetPrintArea: (sheet, [range], context) => {
      update(sheet, { printAreas: [rangeArgument(range, sheet, context).area] });
    },
    GetPrintAreaOrNullObject: (sheet, _args, { make }) => {
      const areas = sheet.page.printAreas ?? [];
      return areas.length > 0 ? make.areas({ sheet, areas }) : null;
    },
    SetPrintTitleRows: (sheet, [range], context) => {
      const { area } = rangeArgument(range, sheet, context);
      if (!isEntireRow(area)) throw hostError("InvalidArgument");
      update(sheet, { titleRows: { first: area.top, last: area.bottom } });
    },
    SetPrintTitleColumns: (sheet, [range], context) => {
      const { area } = rangeArgument(range, sheet, context);
      if (!isEntireColumn(area)) throw hostError("InvalidArgument");
      update(sheet, { titleColumns: { first: area.left, last: area.right } });
    },
    GetPrintTitleRowsOrNullObject: (sheet, _args, context) =>
      orNull(sheet, titleArea(sheet.page.titleRows, undefined), context),
    GetPrintTitleColumnsOrNullObject: (sheet, _args, context) =>
      orNull(sheet, titleArea(undefined, sheet.page.titleColumns), context),
    SetPrintMargins: (sheet, [unit, options]) => {
      const points = UNITS[oneOf(["Points", "Inches", "Centimeters"], unit)];
      const given = record(options);
      for (const side of SIDES)
        if (given[side] !== undefined) setMargin(sheet, side, number(given[side]) * points);
    },
  },
});

const TEXTS = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;

/** learn.microsoft.com, Excel.HeaderFooter: codes such as `&P` are kept as they are. */
const headerFooterClass = defineClass<Sheet>("HeaderFooter", {
  properties: Object.fromEntries(
    TEXTS.map((name) => [capital(name), (sheet: Sheet) => sheet.page.headersFooters?.[name] ?? ""]),
  ),
  setters: Object.fromEntries(
    TEXTS.map((name) => [
      capital(name),
      (sheet: Sheet, value: unknown) => {
        update(sheet, { headersFooters: { ...sheet.page.headersFooters, [name]: text(value) } });
      },
    ]),
  ),
});

/** learn.microsoft.com, Excel.HeaderFooterGroup: one header and footer for all pages. */
const groupClass = defineClass<Sheet>("HeaderFooterGroup", {
  properties: { State: () => "Default" },
  navigations: { DefaultForAllPages: (sheet, context) => headerFooterClass.of(sheet, context) },
});
