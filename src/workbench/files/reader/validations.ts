import type { Validation } from "../../store/model";
import { parseAreas } from "../../../xlsx/format/address";
import { readFormula } from "../format/formulas";
import { child, childrenOf, flag, textOf, type XmlElement } from "../../../xlsx/xml/element";
import { OPERATORS } from "./conditionalFormats";
import { own } from "../../../xlsx/own";

/** Kinds of validation in the file and in `Excel.DataValidationRule`; lists and formulas have shapes of their own. */
export const VALIDATION_KINDS: Readonly<Record<string, string>> = {
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
};

/** Data validations of a sheet, one for each area. */
export function readValidations(root: XmlElement): Validation[] {
  return childrenOf(child(root, "dataValidations"), "dataValidation").flatMap(readValidation);
}

/** The validations of one element of the file. */
export function readValidation(element: XmlElement): Validation[] {
  const rule = ruleOf(element);
  if (!rule) return [];
  const rest = {
    rule,
    ignoreBlanks: flag(element, "allowBlank"),
    errorAlert: alertOf(element),
    prompt: {
      showPrompt: flag(element, "showInputMessage"),
      title: element.attributes.get("promptTitle") ?? "",
      message: element.attributes.get("prompt") ?? "",
    },
  };
  return parseAreas(element.attributes.get("sqref")).map((area) => ({ area, ...rest }));
}

function ruleOf(element: XmlElement): Record<string, unknown> | undefined {
  const type = element.attributes.get("type") ?? "none";
  const [first, second] = ["formula1", "formula2"].map((name) => {
    const formula = child(element, name);
    return formula ? textOf(formula) : undefined;
  });
  if (type === "none") return {}; // any value, with a prompt
  if (type === "list")
    return { list: { source: sourceOf(first ?? ""), inCellDropDown: !flag(element, "showDropDown") } };
  if (type === "custom") return { custom: { formula: readFormula(first ?? "") } };
  const kind = own(VALIDATION_KINDS, type);
  if (kind === undefined) return undefined;
  const operator = own(OPERATORS, element.attributes.get("operator") ?? "between") ?? "Between";
  const second2 = second === undefined ? {} : { formula2: limitOf(second) };
  return { [kind]: { formula1: limitOf(first ?? ""), ...second2, operator } };
}

/** A literal list without its quotes, a reference with `=`. */
function sourceOf(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : readFormula(text);
}

function limitOf(text: string): number | string {
  const number = Number(text);
  return text.trim() === "" || Number.isNaN(number) ? readFormula(text) : number;
}

function alertOf(element: XmlElement): Record<string, unknown> {
  const styles: Readonly<Record<string, string>> = { warning: "Warning", information: "Information" };
  return {
    showAlert: flag(element, "showErrorMessage"),
    style: own(styles, element.attributes.get("errorStyle") ?? "") ?? "Stop",
    title: element.attributes.get("errorTitle") ?? "",
    message: element.attributes.get("error") ?? "",
  };
}
