import type { Sheet } from "./model";
import { own } from "../../xlsx/own";

type Fields = Readonly<Record<string, unknown>>;

/** Formulas of conditional formats and of data validation follow moved cells and renamed sheets, as those of cells do. */
export function followInRules(sheet: Sheet, follow: (formula: string) => string): void {
  for (const format of sheet.conditionalFormats) {
    const formula = format.formula === undefined ? undefined : follow(format.formula);
    const rule = format.rule && followed(format.rule, follow);
    if (formula === format.formula && rule === format.rule) continue;
    if (formula !== undefined) format.formula = formula;
    if (rule) format.rule = rule;
    sheet.touched.aspects.add("conditionalFormats");
  }
  sheet.validations = sheet.validations.map((each) => {
    const rule = followed(each.rule, follow);
    if (rule === each.rule) return each;
    sheet.touched.aspects.add("validations");
    return { ...each, rule };
  });
}

/** The fields with every formula among them, also of `{list: {source}}`; the same object where nothing changed. */
function followed<T extends Fields>(fields: T, follow: (formula: string) => string): T {
  const entries = Object.entries(fields).map(
    ([name, value]) => [name, followedValue(value, follow)] as const,
  );
  return entries.every(([name, value]) => value === own(fields, name))
    ? fields
    : { ...fields, ...Object.fromEntries(entries) };
}

function followedValue(value: unknown, follow: (formula: string) => string): unknown {
  if (typeof value === "string") return value.startsWith("=") ? follow(value) : value;
  return isFields(value) ? followed(value, follow) : value;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
