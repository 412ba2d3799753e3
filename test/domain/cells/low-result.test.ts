import { lowResult } from "../../../src/domain/cells/low-result";
import type { CellProblem, Input, Range } from "../../../src/domain/cells/input";

const call = (range: Range, options: { threshold?: Input; kind?: Input; minParticipants?: Input } = {}) =>
  lowResult(range, {
    threshold: options.threshold ?? null,
    kind: options.kind ?? null,
    minParticipants: options.minParticipants ?? null,
  });
const number: CellProblem = { problem: "number" };
const value = (code: string) => expect.objectContaining({ problem: "value", code }) as CellProblem;

// expectations are counted by hand: failed * 100 against threshold * participants
describe("two columns: participants, failed", () => {
  test.each([
    ["3 of 10 is exactly 30 %", [10, 3], true],
    ["6 of 20", [20, 6], true],
    ["29 of 97 is 29.9 %", [97, 29], false],
    ["nobody failed", [25, 0], false],
    ["nobody took part", [0, 0], "noData"],
    ["nobody took part, whatever stands beside", [0, 5], "noData"],
    ["blank participants", [null, 3], "noData"],
    ["blank failed", [10, null], "noData"],
    ["a dash", [10, "-"], "noData"],
    ["н/д", ["н/д", "н/д"], "noData"],
    ["text numbers", ["1 200", "360"], true],
    ["text with a no-break space", ["1\u00a0200", "359"], false],
    ["more failed than took part", [10, 11], number],
    ["a negative count", [10, -1], number],
    ["half a person", [10, 2.5], number],
    [
      "an error cell",
      [10, { error: "#N/A" }],
      { problem: "input", error: "#N/A", place: { row: 1, column: 2 } },
    ],
    ["other text", ["десять", 3], value("notANumber")],
    ["a per cent for a count", [10, "30%"], value("notANumber")],
    ["a truth value", [true, 3], value("notANumber")],
  ] as [string, Input[], unknown][])("%s", (_name, row, expected) => {
    expect(call([row])).toEqual([[expected]]);
  });
});

describe("four columns: the marks alone", () => {
  test.each([
    ["counts: 3 of 10", [3, 4, 2, 1], true],
    ["counts: 2 of 10", [2, 5, 2, 1], false],
    ["per cent", [30, 40, 20, 10], true],
    ["per cent with decimals, sum 99.99", [29.99, 40, 20, 10], false],
    ["per cent as text", ["30,00", "40,00", "20,00", "10,00"], true],
    ["cells in a per cent format", [0.3, 0.4, 0.2, 0.1], true],
    ["one person with «2»", [1, 0, 0, 0], true],
    ["one person with «5»", [0, 0, 0, 1], false],
    ["nobody", [0, 0, 0, 0], "noData"],
    ["a blank mark", [3, null, 2, 1], "noData"],
    ["a blank «2» has no participants to prove it", [null, 4, 2, 1], "noData"],
    ["fractions that are not 100 %", [12.5, 40, 20, 10], value("marksDoNotSum")],
    ["a negative mark", [-3, 4, 2, 1], number],
  ] as [string, Input[], unknown][])("%s", (_name, row, expected) => {
    expect(call([row])).toEqual([[expected]]);
  });
});

describe("five columns: participants and marks", () => {
  test.each([
    ["counts: 3 of 10", [10, 3, 4, 2, 1], true],
    ["counts: 2 of 10", [10, 2, 5, 2, 1], false],
    ["per cent: 33.33 of 9 is 3 people", [9, 33.33, 33.33, 22.22, 11.11], true],
    ["per cent: 28.57 of 7 is 2 people", [7, 28.57, 42.86, 14.29, 14.29], false],
    ["sum 100.05 is still per cent", [20, 30.05, 40, 20, 10], true],
    ["sum 100.06 is not", [20, 30.06, 40, 20, 10], value("marksDoNotSum")],
    ["sum 99.95 is still per cent", [20, 29.95, 40, 20, 10], true],
    // 29.5 % of 100 people would be 29 and a half of them
    ["a per cent that these participants cannot give", [100, 29.5, 30.5, 20, 20], value("shareDisagrees")],
    ["neither", [10, 3, 4, 2, 2], value("marksDoNotSum")],
    ["a blank «2», the rest make up all: a proven 0", [7, null, 4, 2, 1], false],
    ["a blank «2», the rest do not", [8, null, 4, 2, 1], "noData"],
    ["any other blank", [10, 3, 4, 3, null], "noData"],
    ["nobody took part", [0, 0, 0, 0, 0], "noData"],
    ["blank participants", [null, 3, 4, 2, 1], "noData"],
    ["100 people: counts and per cent say the same", [100, 30, 40, 20, 10], true],
    ["participants a fraction", [10.5, 3, 4, 2, 1], number],
  ] as [string, Input[], unknown][])("%s", (_name, row, expected) => {
    expect(call([row])).toEqual([[expected]]);
  });
});

describe("kinds", () => {
  test.each([
    [
      "shares",
      "доли",
      [[0.3], [0.299], [null], ["34,8 %"], [1], [0]],
      [[true], [false], ["noData"], [true], [true], [false]],
    ],
    ["0.1 + 0.2 is 30 %", "доли", [[0.1 + 0.2]], [[true]]],
    ["0.3 short of 9 decimals", "доли", [[0.2999999999]], [[true]]],
    ["0.3 short within 9 decimals", "доли", [[0.299999999]], [[false]]],
    ["a share above 1", "доли", [[30]], [[number]]],
    ["a negative share", "доли", [[-0.1]], [[number]]],
    ["several columns of shares", "доли", [[0.3, 0.1]], [[true, false]]],
    ["per cent", "проценты", [[30], [29.9], [0.8], [101]], [[true], [false], [false], [number]]],
    ["a column of marks: 3 of 10", "отметки", [[2], [2], [2], [3], [3], [4], [4], [5], [5], [5]], [[true]]],
    ["a row of marks: 1 of 4", "отметки", [[2, 3, 4, 5]], [[false]]],
    [
      "absent pupils took no part",
      "отметки",
      [["2"], ["н"], ["Отсутствовал"], [null], [0], ["X"], [3]],
      [[true]],
    ],
    ["no marks", "отметки", [[null], [0]], [["noData"]]],
    ["no such mark", "отметки", [[2], [6]], number],
    [
      "a table of marks",
      "отметки",
      [
        [2, 3],
        [4, 5],
      ],
      value("vectorNeeded"),
    ],
    [
      "an error among marks",
      "отметки",
      [[2], [{ error: "#REF!" }]],
      { problem: "input", error: "#REF!", place: { row: 2, column: 1 } },
    ],
    ["counts in two columns", "числа", [[10, 3]], [[true]]],
    ["two pairs side by side", "числа", [[10, 3, 20, 5]], [[true, false]]],
    ["a pair, one above the other", "числа", [[10], [3]], [[true]]],
    ["a column of counts", "числа", [[10], [3], [5]], value("pairsNeeded")],
    ["three columns of counts", "числа", [[10, 3, 30]], value("pairsNeeded")],
    ["any case and spaces", " Доли ", [[0.3]], [[true]]],
    ["English words", "shares", [[0.3]], [[true]]],
    ["unknown", "баллы", [[0.3]], value("kindUnknown")],
    ["one column without a kind", null, [[0.3]], value("kindNeeded")],
    ["three columns without a kind", null, [[10, 3, 30]], value("kindNeeded")],
    ["a blank cell for the kind on desktop", 0, [[10, 3]], [[true]]],
  ] as [string, Input, Range, unknown][])("%s", (_name, kind, range, expected) => {
    expect(call(range, { kind })).toEqual(expected);
  });
});

describe("threshold: a fraction below 1, per cent from 1 to 100", () => {
  test.each([
    [null, true],
    [30, true],
    [0.3, true],
    ["30%", true],
    ["30 %", true],
    ["0,3", true],
    [31, false],
    [0.31, false],
    [1, true],
    [100, false],
    [0, number],
    [-0.1, number],
    [101, number],
    ["150%", number],
    ["тридцать", value("notANumber")],
    [{ error: "#DIV/0!" }, { problem: "input", error: "#DIV/0!", place: null }],
  ] as [Input, unknown][])("%p on 3 of 10", (threshold, expected) => {
    const got = call([[10, 3]], { threshold });
    expect(got).toEqual(typeof expected === "boolean" ? [[expected]] : expected);
  });

  test("0.29 is exactly 29 %", () => {
    expect(call([[100, 29]], { threshold: 0.29 })).toEqual([[true]]);
  });
});

describe("minimum of participants", () => {
  test.each([
    ["fewer", [9, 9], 10, [["noData"]]],
    ["as many", [10, 9], 10, [[true]]],
    ["negative", [10, 9], -1, number],
    ["a fraction", [10, 9], 1.5, number],
  ] as [string, Input[], Input, unknown][])("%s", (_name, row, minParticipants, expected) => {
    expect(call([row], { minParticipants })).toEqual(expected);
  });

  test("cannot be checked on shares", () => {
    expect(call([[0.3]], { kind: "доли", minParticipants: 10 })).toEqual([[value("minimumNeedsCounts")]]);
  });
});

test("a wrong row leaves the others their answers", () => {
  expect(
    call([
      [10, 3],
      [10, 30],
      [10, 1],
    ]),
  ).toEqual([[true], [number], [false]]);
});
