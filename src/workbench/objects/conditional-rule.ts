import { text } from "./arguments";
import type { FormatRef } from "./context";
import { defineClass } from "./define-class";

/** learn.microsoft.com, Excel.ConditionalFormatRule: the formula is relative to the first cell of the range. */
export const ruleClass = defineClass<FormatRef>("ConditionalFormatRule", {
  properties: { Formula: ({ format }) => format.formula ?? "" },
  setters: {
    Formula: ({ sheet, format }, value) => {
      const formula = text(value);
      format.formula = formula.startsWith("=") ? formula : `=${formula}`;
      sheet.touched.aspects.add("conditionalFormats");
    },
  },
});
