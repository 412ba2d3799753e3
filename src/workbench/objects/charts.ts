import { hostError } from "../protocol/errors";
import type { HostObject } from "../protocol/host-object";
import type { Chart, ChartKind, Sheet } from "../store/model";
import { color, integer, key, oneOf, text } from "./arguments";
import type { ChartRef, Context } from "./context";
import { defineClass } from "./define-class";
import { rangeArgument, requireUnprotected } from "./targets";

const CHART_KINDS: readonly ChartKind[] = ["BarStacked", "BarClustered", "ColumnStacked", "ColumnClustered"];

const chartsOf = (sheet: Sheet): Chart[] => (sheet.charts ??= []);

function find(sheet: Sheet, name: unknown, { make }: Context): HostObject | null {
  const wanted = key(name).toLowerCase();
  const chart = chartsOf(sheet).find((each) => each.id === key(name) || each.name.toLowerCase() === wanted);
  return chart ? make.chart({ sheet, chart }) : null;
}

/** learn.microsoft.com, Excel.ChartCollection. */
export const chartsClass = defineClass<Sheet>("ChartCollection", {
  properties: { Count: (sheet) => chartsOf(sheet).length },
  items: (sheet, { make }) => chartsOf(sheet).map((chart) => make.chart({ sheet, chart })),
  getItem: find,
  methods: {
    GetItem: itemOf,
    GetItemOrNullObject: (sheet, [name], context) => find(sheet, name, context),
    GetCount: (sheet) => chartsOf(sheet).length,
    GetItemAt: (sheet, [index], { make }) => {
      const chart = chartsOf(sheet)[integer(index)];
      if (!chart) throw hostError("InvalidArgument");
      return make.chart({ sheet, chart });
    },
    // series are columns: «Auto» and «Rows» are not laid out here
    Add: (sheet, [kind, source, seriesBy], context) => {
      requireUnprotected(sheet);
      oneOf(["Columns"], seriesBy);
      const range = rangeArgument(source, sheet, context);
      if (range.sheet !== sheet) throw hostError("InvalidArgument"); // Excel takes them from any sheet
      const { top, left } = range.area;
      const chart: Chart = {
        id: context.newId(),
        name: freeName(sheet),
        made: {
          kind: oneOf(CHART_KINDS, kind),
          data: range.area,
          title: "",
          place: { top, left, bottom: top + 14, right: left + 7 },
          colors: new Map(),
        },
      };
      chartsOf(sheet).push(chart);
      sheet.touched.aspects.add("charts");
      return context.make.chart({ sheet, chart });
    },
  },
});

function itemOf(sheet: Sheet, [name]: readonly unknown[], context: Context): HostObject {
  const found = find(sheet, name, context);
  if (!found) throw hostError("ItemNotFound");
  return found;
}

function freeName(sheet: Sheet): string {
  const taken = new Set(chartsOf(sheet).map(({ name }) => name));
  let number = taken.size + 1;
  while (taken.has(`Chart ${number}`)) number++;
  return `Chart ${number}`;
}

/** What was made here can be changed; the look of a chart of the file is not known. */
function made({ chart, sheet }: ChartRef): NonNullable<Chart["made"]> {
  requireUnprotected(sheet);
  if (!chart.made) throw hostError("UnsupportedOperation");
  sheet.touched.aspects.add("charts");
  return chart.made;
}

/** learn.microsoft.com, Excel.Chart. */
export const chartClass = defineClass<ChartRef>("Chart", {
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    Id: ({ chart }) => chart.id,
    Name: ({ chart }) => chart.name,
    ChartType: ({ chart }) => chart.made?.kind ?? "Invalid", // of a chart of the file it is not known
  },
  setters: {
    Name: (ref, value) => {
      made(ref);
      ref.chart.name = text(value);
    },
  },
  navigations: {
    Title: (ref, context) => titleClass.of(ref, context),
    Series: (ref, context) => seriesListClass.of(ref, context),
  },
  methods: {
    SetPosition: (ref, [from, to], context) => {
      const first = rangeArgument(from, ref.sheet, context).area;
      const last = to === null || to === undefined ? first : rangeArgument(to, ref.sheet, context).area;
      made(ref).place = { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
    },
    Delete: ({ sheet, chart }) => {
      requireUnprotected(sheet);
      sheet.charts = chartsOf(sheet).filter((each) => each !== chart);
      sheet.touched.aspects.add("charts");
    },
  },
});

/** learn.microsoft.com, Excel.ChartTitle. */
const titleClass = defineClass<ChartRef>("ChartTitle", {
  properties: { Text: ({ chart }) => chart.made?.title ?? "" },
  setters: {
    Text: (ref, value) => {
      made(ref).title = text(value);
    },
  },
});

interface SeriesRef extends ChartRef {
  readonly index: number;
}

/** learn.microsoft.com, Excel.ChartSeriesCollection: one series per column after the first. */
const seriesListClass = defineClass<ChartRef>("ChartSeriesCollection", {
  methods: {
    GetItemAt: (ref, [position], context) => {
      const index = integer(position);
      const { data } = made(ref);
      if (index < 0 || index >= data.right - data.left) throw hostError("InvalidArgument");
      return seriesClass.of({ ...ref, index }, context);
    },
  },
});

const seriesClass = defineClass<SeriesRef>("ChartSeries", {
  navigations: { Format: (ref, context) => seriesFormatClass.of(ref, context) },
});
const seriesFormatClass = defineClass<SeriesRef>("ChartSeriesFormat", {
  navigations: { Fill: (ref, context) => fillClass.of(ref, context) },
});
const fillClass = defineClass<SeriesRef>("ChartFill", {
  methods: {
    SetSolidColor: (ref, [value]) => {
      made(ref).colors.set(ref.index, color(value));
    },
  },
});
