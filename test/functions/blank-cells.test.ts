import "./excel-errors";
import { splitAddress } from "../../src/excel/blank-cells";
import { lowResult } from "../../src/functions/lowresult";
import { lowSchool } from "../../src/functions/lowschool";
import { call } from "./excel-errors";

/** A desktop Excel with one sheet «ВПР 2019»: only what the reading of blanks asks for. */
const sheet: Record<string, string[][]> = {
  "B2:C2": [["Double", "Empty"]],
  "B3:C3": [["Double", "Double"]],
  "B2:F2": [["Double", "Empty", "Double", "Double", "Double"]],
  "B2:F3": [
    ["Double", "Empty", "Double", "Double", "Double"],
    ["Double", "Double", "Double", "Double", "Empty"],
  ],
  "H2:I2": [["Empty", "Empty"]],
};
const seen = { runs: 0, addresses: [] as string[] };
let broken = false;

beforeEach(() => {
  seen.runs = 0;
  seen.addresses = [];
  broken = false;
  const getRange = (address: string) => {
    seen.addresses.push(address);
    return { load: () => undefined, valueTypes: sheet[address] };
  };
  const context = {
    workbook: { worksheets: { getItem: () => ({ getRange }) } },
    sync: () => (broken ? Promise.reject(new Error("InvalidOperationInCellEditMode")) : Promise.resolve()),
  };
  Object.assign(globalThis, {
    Office: {
      context: { platform: "PC", displayLanguage: "ru-RU" },
      PlatformType: { OfficeOnline: "OfficeOnline" },
    },
    Excel: {
      RangeValueType: { empty: "Empty" },
      run: (job: (given: typeof context) => unknown) => {
        seen.runs++;
        return job(context);
      },
    },
  });
});
const at = (cells: string): string => `'ВПР 2019'!${cells}`;

describe("a 0 of desktop Excel", () => {
  test.each([
    ["blank «failed» is no data", [[10, 0]], "B2:C2", [["нет данных"]], 1],
    ["a typed 0 is a 0", [[10, 0]], "B3:C3", [[false]], 1],
    ["zero participants are no data anyway: nothing is read", [[0, 0]], "B3:C3", [["нет данных"]], 0],
    ["no zeros: nothing is read", [[10, 3]], "B3:C3", [[true]], 0],
    [
      "a blank «2» that the others make up for: the same answer either way",
      [[7, 0, 4, 2, 1]],
      "B2:F2",
      [[false]],
      0,
    ],
    [
      "a blank «5» is no data",
      [
        [7, 0, 4, 2, 1],
        [7, 3, 2, 2, 0],
      ],
      "B2:F3",
      [[false], ["нет данных"]],
      1,
    ],
  ] as [string, number[][], string, unknown, number][])("%s", async (_name, range, cells, expected, runs) => {
    expect(await call(lowResult, [range], [at(cells)])).toEqual(expected);
    expect(seen.runs).toBe(runs);
  });

  test.each([
    ["a blank Y′ leaves criterion 2 unchecked", "H2:I2", [["нет данных"]]],
    ["a Y′ without failures", "B3:C3", [[false]]],
  ])("in a school's row: %s", async (_name, before, expected) => {
    const addresses = [at("B3:C3"), at(before)];
    expect(await call(lowSchool, [[[0.35, 0.1]], [[0, 0]]], addresses)).toEqual(expected);
  });
});

test("many calls share one read", async () => {
  const calls = ["B2:C2", "B3:C3", "B2:C2"].map((cells) => call(lowResult, [[[10, 0]]], [at(cells)]));
  expect(await Promise.all(calls)).toEqual([[["нет данных"]], [[false]], [["нет данных"]]]);
  expect(seen).toEqual({ runs: 1, addresses: ["B2:C2", "B3:C3"] });
});

test("on the web blanks arrive as null: nothing is read", async () => {
  Object.assign(Office.context, { platform: "OfficeOnline" });
  expect(
    await call(
      lowResult,
      [
        [
          [10, 0],
          [10, null],
        ],
      ],
      [at("B2:C3")],
    ),
  ).toEqual([[false], ["нет данных"]]);
  expect(seen.runs).toBe(0);
});

test("a computed array has no address: zeros are zeros", async () => {
  expect(await call(lowResult, [[[10, 0]]], [""])).toEqual([[false]]);
  expect(await call(lowResult, [[[10, 0]]])).toEqual([[false]]);
});

test("cells that cannot be read: no answer rather than a wrong one", async () => {
  broken = true;
  expect(await call(lowResult, [[[10, 0]]], [at("B2:C2")])).toMatch(/^#VALUE! Не удалось прочитать/);
});

test.each([
  ["Sheet1!B2", { sheet: "Sheet1", cells: "B2" }],
  ["'ВПР 2019'!B2:C9", { sheet: "ВПР 2019", cells: "B2:C9" }],
  ["'О''Кей!'!A1", { sheet: "О'Кей!", cells: "A1" }],
])("address %s", (address, expected) => {
  expect(splitAddress(address)).toEqual(expected);
});
