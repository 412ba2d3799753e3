import type { Validation } from "../../store/model";
import { areaName } from "../../../xlsx/format/address";
import { writeFormula } from "../format/formulas";
import { OPERATORS } from "../reader/conditionalFormats";
import { same } from "../reader/styles";
import { readValidation, VALIDATION_KINDS } from "../reader/validations";
import { bareOf } from "../../../xlsx/xml/edit";
import { child, childrenOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes, encodeXml } from "../../../xlsx/xml/text";
import { keyOf } from "../../../xlsx/own";

/** The `dataValidations` element; those of the file stay as they are written, new ones that say the same share one entry. */
export function validationsXml(root: XmlElement, validations: readonly Validation[]): string {
  const left = new Set(validations);
  const kept = childrenOf(child(root, "dataValidations"), "dataValidation").flatMap((element) => {
    const found = readValidation(element).map((own) =>
      validations.find((each) => left.has(each) && startsAt(each, own) && same(each, own)),
    );
    const unchanged = found.flatMap((each) => each ?? []);
    if (found.length === 0 || unchanged.length < found.length) return [];
    for (const each of unchanged) left.delete(each);
    return [bareOf(element)];
  });
  const byText = new Map<string, string[]>();
  for (const validation of left) {
    const xml = validationXml(validation);
    if (xml !== "") byText.set(xml, [...(byText.get(xml) ?? []), areaName(validation.area)]);
  }
  const entries = [...byText].map(([xml, areas]) =>
    xml.replace('sqref=""', () => `sqref="${areas.join(" ")}"`),
  );
  const every = [...kept, ...entries];
  return every.length === 0
    ? ""
    : `<dataValidations count="${every.length}">${every.join("")}</dataValidations>`;
}

/** Told before the whole is compared: a sheet may have thousands. */
const startsAt = ({ area: a }: Validation, { area: b }: Validation): boolean =>
  a.top === b.top && a.left === b.left;

function validationXml(validation: Validation): string {
  const { rule, errorAlert = {}, prompt = {}, ignoreBlanks } = validation;
  const body = ruleParts(rule);
  if (!body) return "";
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const style = text(errorAlert.style)?.toLowerCase();
  const given = {
    type: body.type,
    errorStyle: style === "stop" ? undefined : style,
    operator: body.operator === "between" ? undefined : body.operator,
    allowBlank: ignoreBlanks === false ? undefined : 1,
    showDropDown: body.hideArrow ? 1 : undefined,
    showInputMessage: prompt.showPrompt === false ? undefined : 1,
    showErrorMessage: errorAlert.showAlert === false ? undefined : 1,
    errorTitle: text(errorAlert.title),
    error: text(errorAlert.message),
    promptTitle: text(prompt.title),
    prompt: text(prompt.message),
    sqref: "",
  };
  const formulas = body.formulas.map(
    (formula, index) => `<formula${index + 1}>${encodeXml(formula)}</formula${index + 1}>`,
  );
  return `<dataValidation${attributes(given)}>${formulas.join("")}</dataValidation>`;
}

interface RuleParts {
  /** Absent: any value is allowed. */
  readonly type?: string;
  readonly operator?: string | undefined;
  readonly formulas: readonly string[];
  readonly hideArrow?: boolean;
}

function ruleParts(rule: Readonly<Record<string, unknown>>): RuleParts | undefined {
  if (Object.keys(rule).length === 0) return { formulas: [] };
  for (const [kind, value] of Object.entries(rule)) {
    if (typeof value !== "object" || value === null) continue;
    const fields = new Map<string, unknown>(Object.entries(value));
    if (kind === "list")
      return {
        type: "list",
        formulas: [listSource(fields.get("source"))],
        hideArrow: fields.get("inCellDropDown") === false,
      };
    if (kind === "custom") return { type: "custom", formulas: [limit(fields.get("formula"))] };
    const type = keyOf(VALIDATION_KINDS, kind);
    if (type === undefined) continue;
    const operator = keyOf(OPERATORS, fields.get("operator"));
    const second = fields.get("formula2");
    const formulas = [limit(fields.get("formula1"))];
    return {
      type,
      operator,
      formulas:
        second === undefined || second === null || second === "" ? formulas : [...formulas, limit(second)],
    };
  }
  return undefined;
}

function listSource(source: unknown): string {
  const text = limit(source);
  return typeof source === "string" && source.startsWith("=") ? text : `"${text.replaceAll('"', '""')}"`;
}

function limit(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  return value.startsWith("=") ? writeFormula(value) : value;
}
