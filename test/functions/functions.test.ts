import "./excel-errors";
import { generate, localise } from "../../scripts/packaging/functions-metadata";
import { FUNCTIONS } from "../../src/functions/functions";
import { associated, call, errorCell } from "./excel-errors";

const { LOWRESULT, LOWSCHOOL } = FUNCTIONS;
const metadata = generate();

test("every function of the metadata is registered, and no other", async () => {
  expect(Object.keys(associated).sort()).toEqual((await metadata).functions.map(({ id }) => id).sort());
});

test("ids and names are ASCII in every language, errors reach the functions", async () => {
  for (const locale of ["ru", "en"] as const) {
    const localised = localise(await metadata, locale, "https://example.org");
    expect(localised.allowErrorForDataTypeAny).toBe(true);
    for (const { id, name, description, parameters } of localised.functions) {
      expect(`${id} ${name}`).toMatch(/^[A-Z ]+$/);
      // Excel's own limit for descriptions of a function
      expect((description ?? "").length).toBeLessThanOrEqual(255);
      const optional = parameters.map((parameter) => parameter.optional ?? false);
      expect(optional).toEqual([...optional].sort());
    }
  }
});

describe("LOWRESULT", () => {
  test.each([
    [
      "answers as a spilled column",
      [
        [
          [10, 3],
          [10, 2],
          [0, 0],
        ],
      ],
      [[true], [false], ["нет данных"]],
    ],
    ["Excel passes null for what is left out", [[[10, 3]], null, null, null], [[true]]],
    ["a blank arrives as null on the web", [[[10, null]]], [["нет данных"]]],
    [
      "an error cell comes out as that error",
      [
        [
          [10, errorCell("#N/A")],
          [10, 3],
        ],
      ],
      [["#N/A"], [true]],
    ],
    ["an error that cannot be returned becomes #VALUE!", [[[10, errorCell("#REF!")]]], [["#VALUE!"]]],
    ["an error for the threshold", [[[10, 3]], errorCell("#DIV/0!")], "#DIV/0! Ошибка #DIV/0! в параметре."],
    ["out of range", [[[10, 11]]], [["#NUM!"]]],
    ["threshold out of range", [[[10, 3]], 300], "#NUM!"],
    ["a data type with a number inside", [[[{ type: "FormattedNumber", basicValue: 10 }, 3]]], [[true]]],
  ] as [string, unknown[], unknown][])("%s", async (_name, values, expected) => {
    expect(await call(LOWRESULT, values)).toEqual(expected);
  });

  test("one column without a kind names the choices", async () => {
    const text = await call(LOWRESULT, [[[0.3]]]);
    expect(text).toMatch(/^#VALUE! /);
    for (const kind of ["доли", "проценты", "отметки", "числа"]) expect(text).toContain(`«${kind}»`);
  });
});

describe("LOWSCHOOL", () => {
  test.each([
    ["two low shares", [[[0.3, 0.35]]], [[true]]],
    ["one low share, nothing to compare with", [[[0.3, 0.1]]], [["нет данных"]]],
    ["one low share in each year, rule 000", [[[0.3, 0.1]], [[0.1, 0.3]]], [[true]]],
    ["one low share in each year, rule 004", [[[0.3, 0.1]], [[0.1, 0.3]], "004"], [[false]]],
    ["Excel passes null for what is left out", [[[0.3, 0.35]], null, null, null, null, null], [[true]]],
    ["an error cell", [[[0.3, errorCell("#N/A")]]], "#N/A Ошибка #N/A в строке 1, столбце 2 диапазона."],
    [
      "widths differ",
      [[[0.3, 0.1]], [[0.1]]],
      "#VALUE! В двух годах разное число столбцов: 2 и 1. Нужны те же процедуры в том же порядке.",
    ],
    ["unknown rule", [[[0.3]], null, "123"], "#VALUE! Правило «123» неизвестно. Есть правила: 000, 004."],
  ] as [string, unknown[], unknown][])("%s", async (_name, values, expected) => {
    expect(await call(LOWSCHOOL, values)).toEqual(expected);
  });
});
