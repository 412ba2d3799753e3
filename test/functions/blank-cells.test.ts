import "./excel-errors";
import { splitAddress } from "../../src/excel/blank-cells";
import { lowResult } from "../../src/functions/lowresult";
import { indicator } from "../../src/functions/indicator";
import { trend } from "../../src/functions/trend";
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
  K1: [["Empty"]],
  K2: [["Double"]],
};
/** Column C: its used part is C2:C4, the 0 in C3 was typed. */
const column = { rowIndex: 1, columnIndex: 2, valueTypes: [["Double"], ["Double"], ["Double"]] };
const seen = { runs: 0, addresses: [] as string[] };
let broken = false;
let runtime = 1.3;

beforeEach(() => {
  seen.runs = 0;
  seen.addresses = [];
  broken = false;
  runtime = 1.3;
  const getRange = (address: string) => {
    seen.addresses.push(address);
    const getUsedRangeOrNullObject = () => ({ load: () => undefined, ...column });
    return {
      load: () => undefined,
      rowIndex: 0,
      columnIndex: 1,
      getUsedRangeOrNullObject,
      get valueTypes() {
        const types = sheet[address];
        if (types === undefined) throw new Error("ItemNotFound");
        return types;
      },
    };
  };
  const context = {
    workbook: { worksheets: { getItem: () => ({ getRange }) } },
    sync: () => (broken ? Promise.reject(new Error("InvalidOperationInCellEditMode")) : Promise.resolve()),
  };
  Object.assign(globalThis, {
    Office: {
      context: {
        platform: "PC",
        displayLanguage: "ru-RU",
        requirements: { isSetSupported: (_set: string, version: string) => runtime >= Number(version) },
      },
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
    [
      "a row that is a problem either way, beside one that is no data either way: nothing is read",
      [
        [10, "десять"],
        [0, 0],
      ],
      "B2:C3",
      [["#VALUE!"], ["нет данных"]],
      0,
    ],
  ] as [string, unknown[][], string, unknown, number][])(
    "%s",
    async (_name, range, cells, expected, runs) => {
      expect(await call(lowResult, [range], [at(cells)])).toEqual(expected);
      expect(seen.runs).toBe(runs);
    },
  );

  test("the arguments themselves stay as they came", async () => {
    const range = [
      [10, 0],
      [10, 3],
    ];
    await call(lowResult, [range], [at("B2:C3")]);
    expect(range).toEqual([
      [10, 0],
      [10, 3],
    ]);
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

test("an Excel that tells no addresses: no answer where a 0 may be a blank", async () => {
  runtime = 1.2;
  expect(await call(lowResult, [[[10, 0]]])).toMatch(/^#VALUE! Не удалось прочитать/);
  expect(await call(lowResult, [[[10, 3]]])).toEqual([[true]]);
});

// 10 participants in every row; C1 and what is below C4 are blank
test("of whole columns only the used part is read", async () => {
  const rows = Array.from({ length: 5000 }, () => [10, 0]);
  const answers = await call(lowResult, [rows], [at("B:C")]);
  expect((answers as unknown[][]).slice(0, 5).flat()).toEqual([
    "нет данных",
    false,
    false,
    false,
    "нет данных",
  ]);
  expect(answers).toHaveLength(5000);
});

test("an address that cannot be read does not spoil the others", async () => {
  const calls = ["B2:C2", "Z9:Z9", "B3:C3"].map((cells) => call(lowResult, [[[10, 0]]], [at(cells)]));
  const [first, lost, last] = await Promise.all(calls);
  expect([first, last]).toEqual([[["нет данных"]], [[false]]]);
  expect(lost).toMatch(/^#VALUE! /);
});

describe("a 0 in place of one value: K1 is blank, in K2 a 0 was typed", () => {
  const [blank, typed] = [at("K1"), at("K2")];
  test.each([
    [
      "threshold left out by a blank cell",
      () => call(lowResult, [[[10, 3]], 0], [at("A1"), blank]),
      [[true]],
    ],
    ["threshold of 0", () => call(lowResult, [[[10, 3]], 0], [at("A1"), typed]), "#NUM!"],
    ["threshold of 0 in the formula itself", () => call(lowResult, [[[10, 3]], 0], [at("A1"), ""]), "#NUM!"],
    [
      "limit left out by a blank cell",
      () => call(trend, [[[0.2, 0.3]], 0], [at("A1"), blank]),
      [[10, "отрицательная динамика"]],
    ],
    ["limit of 0", () => call(trend, [[[0.2, 0.3]], 0], [at("A1"), typed]), "#NUM!"],
    ["no target", () => call(indicator, [[[9]], [[12]], 0], [at("A1"), at("A2"), blank]), [[0.75]]],
    ["a target of 0", () => call(indicator, [[[9]], [[12]], 0], [at("A1"), at("A2"), typed]), [[0.75, true]]],
    [
      "rule and threshold left out by blank cells",
      () => call(lowSchool, [[[0.3, 0.4]], null, 0, 0], [at("A1"), "", blank, blank]),
      [[true]],
    ],
  ])("%s", async (_name, answer, expected) => {
    expect(await answer()).toEqual(expected);
  });
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
