import type { Cell, ConditionalFormat, Scalar } from "../../store/model";

/** Whether a rule holds for a cell. */
export type Test = (cell: Cell | undefined) => boolean;

/** Rules that are decided without a formula, from the cell and its neighbours in the rule's areas. */
export function directTest(
  { kind, rule = {} }: ConditionalFormat,
  cells: () => Iterable<Cell>,
): Test | undefined {
  switch (kind) {
    case "CellValue":
      return comparison(rule);
    case "ContainsText":
      return textTest(rule);
    case "Other":
      return presetTest(String(rule["type"]), cells);
    default:
      return undefined;
  }
}

const OPERATORS = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
} as const;
type Operator = (typeof OPERATORS)[keyof typeof OPERATORS];

/** A rule on the cell's value as a formula about the cell, for limits that are formulas themselves. */
export function comparisonFormula(rule: Readonly<Record<string, unknown>>, cell: string): string | undefined {
  const [first, second] = [withoutSign(rule["formula1"]), withoutSign(rule["formula2"])];
  if (first === undefined) return undefined;
  const name = String(rule["operator"]);
  if (name === "Between" || name === "NotBetween") {
    if (second === undefined) return undefined;
    const inside = `AND(${cell}>=MIN(${first},${second}),${cell}<=MAX(${first},${second}))`;
    return name === "Between" ? `=${inside}` : `=NOT(${inside})`;
  }
  const operator = operatorOf(name);
  return operator && `=${cell}${operator}(${first})`;
}

const operatorOf = (name: string): Operator | undefined =>
  Object.hasOwn(OPERATORS, name) ? OPERATORS[name as keyof typeof OPERATORS] : undefined; // own keys only

const withoutSign = (value: unknown): string | undefined =>
  value === undefined || value === null || value === "" ? undefined : textOf(value).replace(/^=/, "");

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

function comparison(rule: Readonly<Record<string, unknown>>): Test | undefined {
  const [first, second] = [literal(rule["formula1"]), literal(rule["formula2"])];
  const name = String(rule["operator"]);
  if (first === undefined) return undefined;
  if (name === "Between" || name === "NotBetween") {
    if (typeof first !== "number" || typeof second !== "number") return undefined;
    const [least, most] = [Math.min(first, second), Math.max(first, second)];
    const inside: Test = (cell) =>
      !cell?.error && compare(cell?.value, least) >= 0 && compare(cell?.value, most) <= 0;
    return name === "Between" ? inside : (cell) => !cell?.error && !inside(cell);
  }
  const operator = operatorOf(name);
  return operator && ((cell) => !cell?.error && holds(compare(cell?.value, first), operator));
}

/** A number or a text that stands in the rule itself; `undefined` for a formula. */
function literal(value: unknown): Scalar | undefined {
  if (typeof value === "number") return value;
  const text = withoutSign(value)?.trim();
  if (text === undefined) return undefined;
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return Number(text);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  return quoted?.replaceAll('""', '"');
}

/** As formulas compare: a blank is 0 or "", numbers come before texts, texts before logical values, case is ignored. */
function compare(value: Scalar | undefined, limit: Scalar): number {
  const left = value ?? (typeof limit === "string" ? "" : 0);
  const [a, b] = [rank(left), rank(limit)];
  if (a !== b) return a - b;
  if (typeof left === "string") return fold(left).localeCompare(fold(String(limit)));
  return Number(left) - Number(limit);
}

const rank = (value: Scalar): number => ["number", "string", "boolean"].indexOf(typeof value);
const fold = (text: string): string => text.toLocaleLowerCase("ru");

function holds(order: number, operator: Operator): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
  }
}

function textTest(rule: Readonly<Record<string, unknown>>): Test | undefined {
  const wanted = fold(withoutSign(rule["text"]) ?? "");
  const shown = (cell: Cell | undefined): string => fold(String(cell?.value ?? ""));
  switch (rule["operator"]) {
    case "Contains":
      return (cell) => shown(cell).includes(wanted);
    case "NotContains":
      return (cell) => !shown(cell).includes(wanted);
    case "BeginsWith":
      return (cell) => shown(cell).startsWith(wanted);
    case "EndsWith":
      return (cell) => shown(cell).endsWith(wanted);
    default:
      return undefined;
  }
}

/** ECMA-376 part 1, 18.18.12 ST_CfType; the other types are named on the page and not drawn. */
function presetTest(type: string, cells: () => Iterable<Cell>): Test | undefined {
  const isBlank: Test = (cell) => !cell?.error && String(cell?.value ?? "").trim() === "";
  switch (type) {
    case "containsBlanks":
      return isBlank;
    case "notContainsBlanks":
      return (cell) => !isBlank(cell);
    case "containsErrors":
      return (cell) => cell?.error === true;
    case "notContainsErrors":
      return (cell) => cell?.error !== true;
    case "duplicateValues":
    case "uniqueValues": {
      const counts = countValues(cells());
      return (cell) =>
        cell?.value !== undefined &&
        (counts.get(valueKey(cell.value)) ?? 0) > 1 === (type === "duplicateValues");
    }
    default:
      return undefined;
  }
}

const valueKey = (value: Scalar): string => `${typeof value} ${fold(String(value))}`;

function countValues(cells: Iterable<Cell>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of cells)
    if (value !== undefined) counts.set(valueKey(value), (counts.get(valueKey(value)) ?? 0) + 1);
  return counts;
}
