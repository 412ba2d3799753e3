import type { CellProblem, Input } from "../../../src/domain/cells/input";
import { lowSchool } from "../../../src/domain/cells/low-school";

interface Call {
  readonly before?: Input[] | null;
  readonly rule?: Input;
  readonly kind?: Input;
  readonly threshold?: Input;
  readonly minParticipants?: Input;
}
const call = (
  year: Input[],
  { before = null, rule = null, kind = null, threshold = null, minParticipants = null }: Call,
) =>
  lowSchool([year], {
    yearBefore: before === null ? null : [before],
    rule,
    kind,
    threshold,
    minParticipants,
  });
const number: CellProblem = { problem: "number" };
const value = (code: string) => expect.objectContaining({ problem: "value", code }) as CellProblem;

// L is low at 30 %, N is not; expectations follow the table of the domain reference, Identification
const L = 0.35;
const N = 0.1;

describe.each([
  // year, year before, rule 000, rule 004
  ["two low in Y", [L, L, N], [N, N, N], true, true],
  ["one low in Y, another low in Y′", [L, N, N], [N, L, N], true, false],
  ["the same low in Y and Y′", [L, N, N], [L, N, N], true, true],
  ["two low in Y′ only", [N, N, N], [L, L, N], false, true],
  ["one low in Y only", [L, N, N], [N, N, N], false, false],
  ["one low in Y′ only", [N, N, N], [L, N, N], false, false],
  ["none", [N, N, N], [N, N, N], false, false],
  ["nothing known of Y", [null, null, null], [L, N, N], "noData", "noData"],
  // rule 004 counts two low procedures within Y′ by itself, whatever is known of Y
  ["nothing known of Y, two low in Y′", [null, null, null], [L, L, N], "noData", true],
  ["nothing known of Y′, one low in Y", [L, N, N], [null, null, null], "noData", "noData"],
  ["nothing known of Y′, two low in Y", [L, L, N], [null, null, null], true, true],
  ["the same procedure not held in Y′", [L, N, N], [null, L, N], true, false],
] as [string, Input[], Input[], unknown, unknown][])("%s", (_name, year, before, rule000, rule004) => {
  test("rule 000", () => {
    expect(call(year, { before, rule: "000" })).toEqual(rule000);
  });
  test("rule 004", () => {
    expect(call(year, { before, rule: "004" })).toEqual(rule004);
  });
});

describe("without the year before only criterion 1 within Y is checked", () => {
  test.each([
    ["two low", [L, L, N], true],
    ["one low", [L, N, N], "noData"],
    ["none low", [N, N, N], "noData"],
    ["no data", [null, null, null], "noData"],
  ] as [string, Input[], unknown][])("%s", (_name, year, expected) => {
    expect(call(year, { rule: "000" })).toEqual(expected);
    expect(call(year, { rule: "004" })).toEqual(expected);
  });
});

describe("kinds", () => {
  test.each([
    ["pairs", "числа", [10, 3, 20, 6], [10, 0, 20, 0], true],
    ["pairs, zero participants are no data", "числа", [0, 0, 20, 6], [10, 0, 20, 0], false],
    ["triples", "тройки", [10, 3, 30, 20, 6, 30], [10, 0, 0, 20, 0, 0], true],
    ["triples in a per cent format", "тройки", [10, 3, 0.3, 20, 6, 0.3], [10, 0, 0, 20, 0, 0], true],
    // 23 * 34.8 % = 8.004, 25 * 32 % = 8
    [
      "triples with blank counts of «2»",
      "тройки",
      [23, null, 34.8, 25, null, 32],
      [10, 0, 0, 20, 0, 0],
      true,
    ],
    ["per cent as text", "тройки", [23, null, "34,8%", 25, null, "32%"], [10, 0, 0, 20, 0, 0], true],
    [
      "a fraction shown by the other triple",
      "тройки",
      [20, 6, 0.3, 25, null, 0.32],
      [10, 0, 0, 20, 0, 0],
      true,
    ],
    ["a fraction or a per cent?", "тройки", [25, null, 0.32], [10, 0, 0], value("shareAmbiguous")],
    ["a per cent that disagrees", "тройки", [10, 3, 50], [10, 0, 0], value("shareDisagrees")],
    ["pairs that are not pairs", "числа", [10, 3, 20], [10, 3, 20], value("pairsNeeded")],
    ["triples that are not triples", "тройки", [10, 3], [10, 3], value("triplesNeeded")],
    ["a kind of LOWRESULT", "отметки", [2, 3], [2, 3], value("kindUnknown")],
  ] as [string, Input, Input[], Input[], unknown][])("%s", (_name, kind, year, before, expected) => {
    expect(call(year, { before, kind })).toEqual(expected);
  });
});

describe("bad input", () => {
  test.each([
    ["widths differ", [L, L], { before: [N] }, value("widthsDiffer")],
    ["unknown rule", [L, L], { rule: "777" }, value("ruleUnknown")],
    ["counts without a kind", [10, 3], {}, number],
    ["threshold out of range", [L, L], { threshold: 200 }, number],
    [
      "an error cell",
      [L, { error: "#N/A" }],
      {},
      { problem: "input", error: "#N/A", place: { row: 1, column: 2 } },
    ],
    ["text", [L, "много"], {}, value("notANumber")],
    ["minimum on shares", [L, L], { minParticipants: 5 }, value("minimumNeedsCounts")],
  ] as [string, Input[], Call, unknown][])("%s", (_name, year, options, expected) => {
    expect(call(year, options)).toEqual(expected);
  });

  test("more than one row", () => {
    const options = { yearBefore: null, rule: null, kind: null, threshold: null, minParticipants: null };
    expect(lowSchool([[L], [L]], options)).toEqual(value("oneRowNeeded"));
  });
});

test.each([["000"], [0], ["0"], [null], ["«000»"]] as [Input][])("rule %p is 000", (rule) => {
  expect(call([L, N], { before: [N, L], rule })).toBe(true);
});
test.each([["004"], [4], ["4"]] as [Input][])("rule %p is 004", (rule) => {
  expect(call([L, N], { before: [N, L], rule })).toBe(false);
});
test("fewer participants than the minimum are no data", () => {
  expect(call([9, 9, 10, 9], { before: [10, 0, 10, 0], kind: "числа", minParticipants: 10 })).toBe(false);
});
