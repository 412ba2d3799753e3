import { hostError } from "../protocol/errors";
import { contains, intersection, subtract } from "../store/areas";
import type { Validation } from "../store/model";
import { flag, record } from "./arguments";
import type { RangeRef } from "./context";
import { defineClass } from "./define-class";
import { requireUnprotected } from "./targets";
import { own } from "../../xlsx/own";

/** `Excel.DataValidationType` by the member of `Excel.DataValidationRule` that is set. */
const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const cutting = ({ sheet, area }: RangeRef): Validation[] =>
  sheet.validations.filter((each) => intersection(each.area, area));

/** The validation of all cells of the range, `undefined` when there is none, `null` when cells differ. */
function common(range: RangeRef): Validation | null | undefined {
  const found = cutting(range);
  const [first] = found;
  if (!first) return undefined;
  return found.length === 1 && contains(first.area, range.area) ? first : null;
}

/** Takes validation off the range; what reaches beyond it stays there. */
function clear({ sheet, area }: RangeRef): void {
  requireUnprotected(sheet);
  sheet.validations = sheet.validations.flatMap((each) =>
    intersection(each.area, area)
      ? subtract(each.area, area).map((rest) => ({ ...each, area: rest }))
      : [each],
  );
  sheet.touched.aspects.add("validations");
}

function change(range: RangeRef, update: Partial<Validation>): void {
  const before = common(range) ?? { rule: {} };
  clear(range);
  range.sheet.validations.push({ ...before, ...update, area: range.area });
}

/** Lists given as text hold at most 255 characters: support.microsoft.com, "Apply data validation to cells". */
function checkedRule(value: unknown): Record<string, unknown> {
  const rule = record(value);
  const names = Object.keys(rule).filter((name) => own(rule, name) !== undefined && own(rule, name) !== null);
  if (names.length !== 1 || names.some((name) => own(TYPES, name) === undefined))
    throw hostError("InvalidArgument");
  const list = rule["list"];
  if (typeof list === "object" && list !== null && "source" in list && typeof list.source === "string")
    if (!list.source.startsWith("=") && list.source.length > 255) throw hostError("InvalidArgument");
  return Object.fromEntries(names.map((name) => [name, own(rule, name)]));
}

const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };
const NO_PROMPT = { message: "", showPrompt: true, title: "" };

/** A part of the validation, its default when there is none, `null` when cells differ. */
const read =
  <T>(pick: (validation: Validation) => T, none: T) =>
  (range: RangeRef): T | null => {
    const found = common(range);
    return found === null ? null : found ? pick(found) : none;
  };

/** learn.microsoft.com, Excel.DataValidation. */
export const validationClass = defineClass<RangeRef>("DataValidation", {
  properties: {
    Rule: read((each) => each.rule, {}),
    Type: (range) => {
      const found = common(range);
      // "MixedCriteria: the range has data validation, but not all cells have it, or the rules differ."
      if (found === null) return "MixedCriteria";
      return own(TYPES, Object.keys(found?.rule ?? {})[0] ?? "") ?? "None";
    },
    ErrorAlert: read((each) => each.errorAlert ?? NO_ALERT, NO_ALERT),
    Prompt: read((each) => each.prompt ?? NO_PROMPT, NO_PROMPT),
    IgnoreBlanks: read((each) => each.ignoreBlanks ?? true, true),
  },
  setters: {
    Rule: (range, value) => {
      change(range, { rule: checkedRule(value) });
    },
    ErrorAlert: (range, value) => {
      change(range, { errorAlert: { ...NO_ALERT, ...record(value) } });
    },
    Prompt: (range, value) => {
      change(range, { prompt: { ...NO_PROMPT, ...record(value) } });
    },
    IgnoreBlanks: (range, value) => {
      change(range, { ignoreBlanks: flag(value) });
    },
  },
  methods: {
    Clear: (range) => {
      clear(range);
    },
  },
});
