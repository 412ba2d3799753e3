import type { ConditionalFormat, Style } from "../../store/model";
import { parseAreas } from "../../../xlsx/format/address";
import { colorOf, type Palette } from "../format/colors";
import { readFormula } from "../format/formulas";
import { childrenOf, child, flag, numberOf, textOf, type XmlElement } from "../../../xlsx/xml/element";
import { own } from "../../../xlsx/own";

/** Names of the operators of a cell-value rule in the file and in Excel's object model. */
export const OPERATORS: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

/** Kinds of a colour scale's points. */
export const POINTS: Readonly<Record<string, string>> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  formula: "Formula",
  percentile: "Percentile",
};

export const TEXT_RULES: Readonly<Record<string, string>> = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

/** A rule with its element and the block it stands in. */
export interface RuleElement {
  readonly format: ConditionalFormat;
  readonly element: XmlElement;
}

/** Conditional formats of a sheet, the most important first. The id is the rule's place in the file. */
export function readConditionalFormats(
  root: XmlElement,
  palette: Palette,
  differential: (index: number | undefined) => Style | undefined,
): RuleElement[] {
  const rules = childrenOf(root, "conditionalFormatting").flatMap((block, blockIndex) => {
    const areas = parseAreas(block.attributes.get("sqref"));
    return childrenOf(block, "cfRule").map((element, index) => {
      const style = differential(numberOf(element, "dxfId"));
      const format: ConditionalFormat = {
        id: `rule-${blockIndex}-${index}`,
        areas,
        ...ruleOf(element, palette),
        ...(style && { style }),
        ...(flag(element, "stopIfTrue") && { stopIfTrue: true }),
      };
      return { format, element };
    });
  });
  return rules.toSorted(
    (a, b) => (numberOf(a.element, "priority") ?? 0) - (numberOf(b.element, "priority") ?? 0),
  );
}

function ruleOf(rule: XmlElement, palette: Palette): Pick<ConditionalFormat, "kind" | "formula" | "rule"> {
  const type = rule.attributes.get("type") ?? "";
  const [formula1, formula2] = childrenOf(rule, "formula").map((each) => readFormula(textOf(each)));
  switch (type) {
    case "expression":
      return { kind: "Custom", ...(formula1 !== undefined && { formula: formula1 }) };
    case "cellIs": {
      const operator = own(OPERATORS, rule.attributes.get("operator") ?? "") ?? "EqualTo";
      return { kind: "CellValue", rule: { formula1, operator, ...(formula2 !== undefined && { formula2 }) } };
    }
    case "colorScale":
      return { kind: "ColorScale", rule: scaleOf(child(rule, "colorScale"), palette) };
    case "dataBar":
      return { kind: "DataBar", rule: barOf(child(rule, "dataBar"), palette) };
    default: {
      const operator = own(TEXT_RULES, type);
      if (operator === undefined) return { kind: "Other", rule: { type } };
      return { kind: "ContainsText", rule: { operator, text: rule.attributes.get("text") ?? "" } };
    }
  }
}

/** As `Excel.ConditionalColorScaleCriteria`. */
function scaleOf(scale: XmlElement | undefined, palette: Palette): Record<string, unknown> {
  const colors = childrenOf(scale, "color");
  const points = childrenOf(scale, "cfvo").map((point, index) => {
    const value = point.attributes.get("val");
    return {
      type: own(POINTS, point.attributes.get("type") ?? "") ?? "Number",
      color: colorOf(colors[index], palette) ?? "#FFFFFF",
      ...(value !== undefined && { formula: value }),
    };
  });
  return points.length === 3
    ? { minimum: points[0], midpoint: points[1], maximum: points[2] }
    : { minimum: points[0], maximum: points[1] };
}

function barOf(bar: XmlElement | undefined, palette: Palette): Record<string, unknown> {
  return {
    color: colorOf(child(bar, "color"), palette) ?? "#638EC6",
    showValue: flag(bar, "showValue", true),
  };
}
