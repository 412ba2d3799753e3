import { hostError } from "../protocol/errors";
import { formatAddress } from "../store/address";
import { cellCount } from "../store/areas";
import type { AreasRef } from "./context";
import { integer } from "./arguments";
import { defineClass } from "./define-class";

/** The ranges of a RangeAreas. */
const rangesClass = defineClass<AreasRef>("RangeCollection", {
  items: ({ sheet, areas }, { make }) => areas.map((area) => make.range(sheet, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index], { make }) => {
      const area = areas[integer(index)];
      if (!area) throw hostError("InvalidArgument");
      return make.range(sheet, area);
    },
  },
});

/** learn.microsoft.com, Excel.RangeAreas: several ranges of one sheet, here as answers only. */
export const rangeAreasClass = defineClass<AreasRef>("RangeAreas", {
  properties: {
    Address: ({ sheet, areas }) => areas.map((area) => formatAddress(sheet.name, area)).join(","),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0),
  },
  navigations: {
    Areas: (ref, context) => rangesClass.of(ref, context),
    Worksheet: ({ sheet }, { make }) => make.worksheet(sheet),
  },
});
