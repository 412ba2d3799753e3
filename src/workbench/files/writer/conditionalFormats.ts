import type { ConditionalFormat, Sheet } from "../../store/model";
import { areaName, cellName } from "../../../xlsx/format/address";
import { writeFormula } from "../format/formulas";
import { OPERATORS, POINTS, readConditionalFormats, TEXT_RULES } from "../reader/conditionalFormats";
import { same, type StyleTable } from "../reader/styles";
import { bareOf, withAttributes } from "../../../xlsx/xml/edit";
import type { XmlElement } from "../../../xlsx/xml/element";
import { attributes, encodeXml } from "../../../xlsx/xml/text";
import { colorXml } from "./styleXml";
import type { StyleBook } from "./styleBook";
import { keyOf, own } from "../../../xlsx/own";

/** The conditional formats of a sheet; a rule that is as it was in the file is copied, whatever its kind. */
export function conditionalFormatsXml(
  root: XmlElement,
  sheet: Sheet,
  styles: StyleTable,
  book: StyleBook,
): string {
  const before = new Map(
    readConditionalFormats(root, styles.palette, styles.differential).map((each) => [each.format.id, each]),
  );
  return sheet.conditionalFormats
    .map((format, index) => {
      const old = before.get(format.id);
      const raw =
        old && same({ ...old.format, areas: [] }, { ...format, areas: [] })
          ? bareOf(old.element)
          : ruleXml(format, book);
      if (raw === "" || format.areas.length === 0) return "";
      const sqref = format.areas.map((area) => areaName(area)).join(" ");
      return `<conditionalFormatting${attributes({ sqref })}>${withAttributes(raw, { priority: index + 1 })}</conditionalFormatting>`;
    })
    .join("");
}

function ruleXml(format: ConditionalFormat, book: StyleBook): string {
  const { kind, rule = {} } = format;
  const given = {
    dxfId: format.style ? book.differentialOf(format.style) : undefined,
    stopIfTrue: format.stopIfTrue ? 1 : undefined,
  };
  switch (kind) {
    case "Custom":
      return element({ type: "expression", ...given }, formulaXml(format.formula ?? rule.formula));
    case "CellValue": {
      const operator = keyOf(OPERATORS, rule.operator) ?? "equal";
      return element(
        { type: "cellIs", ...given, operator },
        formulaXml(rule.formula1) + formulaXml(rule.formula2),
      );
    }
    case "ColorScale":
      return element({ type: "colorScale" }, scaleXml(rule));
    case "DataBar": {
      const points = '<cfvo type="min"/><cfvo type="max"/>';
      const color = typeof rule.color === "string" ? rule.color : "#638EC6";
      return element({ type: "dataBar" }, `<dataBar>${points}${colorXml("color", color)}</dataBar>`);
    }
    case "ContainsText":
      return textRuleXml(format, given);
    case "Other":
      return "";
  }
}

function element(given: Readonly<Record<string, string | number | undefined>>, content: string): string {
  return `<cfRule${attributes({ ...given, priority: 1 })}>${content}</cfRule>`;
}

function formulaXml(formula: unknown): string {
  if ((typeof formula !== "string" && typeof formula !== "number") || formula === "") return "";
  return `<formula>${encodeXml(writeFormula(String(formula)))}</formula>`;
}

function scaleXml(rule: Readonly<Record<string, unknown>>): string {
  const points = [rule.minimum, rule.midpoint, rule.maximum].filter(
    (each) => typeof each === "object" && each !== null,
  );
  const read = points.map((point) => {
    const fields = new Map<string, unknown>(Object.entries(point));
    const value = fields.get("formula");
    return {
      type: keyOf(POINTS, fields.get("type")) ?? "num",
      val: typeof value === "string" || typeof value === "number" ? writeFormula(String(value)) : undefined,
      color: fields.get("color"),
    };
  });
  const limits = read.map(
    ({ type, val }) =>
      `<cfvo${attributes({ type, val: type === "min" || type === "max" ? undefined : val })}/>`,
  );
  const colors = read.map(({ color }) => colorXml("color", typeof color === "string" ? color : "#FFFFFF"));
  return `<colorScale>${limits.join("")}${colors.join("")}</colorScale>`;
}

/** A text rule carries the formula that does the same, ECMA-376 part 1, 18.3.1.10. */
function textRuleXml(
  { rule = {}, areas }: ConditionalFormat,
  given: Record<string, number | undefined>,
): string {
  const type = keyOf(TEXT_RULES, rule.operator) ?? "containsText";
  const text = typeof rule.text === "string" ? rule.text : "";
  const cell = areas[0] ? cellName(areas[0].top, areas[0].left) : "A1";
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const formulas: Readonly<Record<string, string>> = {
    containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
    notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
    beginsWith: `LEFT(${cell},LEN(${quoted}))=${quoted}`,
    endsWith: `RIGHT(${cell},LEN(${quoted}))=${quoted}`,
  };
  const operator = type === "notContainsText" ? "notContains" : type;
  return element(
    { type, ...given, operator, text },
    `<formula>${encodeXml(own(formulas, type) ?? "")}</formula>`,
  );
}
