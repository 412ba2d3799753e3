import "./excel-errors";
import { FUNCTIONS } from "../../src/functions/functions";
import { call, errorCell } from "./excel-errors";

const NBSP = "\u00a0";
type Case = [string, unknown[], unknown];

// 8 / 23 and 9 / 29 are 34.78 and 31.03 per cent
describe("FAILSHARE", () => {
  test.each([
    [
      "counts",
      [
        [
          [23, 8],
          [10, 3],
          [0, 0],
        ],
      ],
      [[8 / 23], [0.3], ["нет данных"]],
    ],
    ["shares stay", [[[0.3], ["30 %"], ["-"]], "доли"], [[0.3], [0.3], ["нет данных"]]],
    ["marks", [[[3, 4, 2, 1]]], [[0.3]]],
    ["a list of marks", [[[2], [3], [4], [5]], "отметки"], [[0.25]]],
    ["an error cell", [[[23, errorCell("#N/A")]]], [["#N/A"]]],
    ["one column without a kind", [[[0.3]]], expect.stringMatching(/^#VALUE! .*«доли»/)],
  ] as Case[])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.FAILSHARE, values)).toEqual(expected);
  });
});

describe("WHYLOW", () => {
  const headers = [["ВПР математика 5", "ОГЭ русский язык"]];
  const wide = [["ВПР математика 5", null, "ОГЭ русский язык", null]];
  test.each([
    [
      "the example of issue E",
      [[[23, 8, 10, 1]], [[29, 9, 10, 1]], "004", null, "числа", null, wide],
      `критерий 2: ВПР математика 5 — 34,8${NBSP}% и 31,0${NBSP}%`,
    ],
    [
      "two in the year",
      [[[0.3, 0.4]], null, null, null, null, null, headers],
      `критерий 1: ВПР математика 5 — 30,0${NBSP}%, ОГЭ русский язык — 40,0${NBSP}%`,
    ],
    [
      "two in the year before, rule 004",
      [[[0.1, 0.1]], [[0.3, 0.4]], "004", null, null, null, headers],
      `критерий 1: в предыдущем году ВПР математика 5 — 30,0${NBSP}%, ОГЭ русский язык — 40,0${NBSP}%`,
    ],
    [
      "different procedures, rule 000, no headers",
      [[[0.35, 0.1]], [[0.1, 0.31]]],
      `критерий 2: процедура 1 — 35,0${NBSP}%, в предыдущем году процедура 2 — 31,0${NBSP}%`,
    ],
    ["not low", [[[0.1, 0.1]], [[0.1, 0.1]]], ""],
    ["no data", [[[null, null]], [[0.1, 0.1]]], "нет данных"],
  ] as Case[])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.WHYLOW, values)).toEqual([[expected]]);
  });

  test("headers of another width", async () => {
    const text = await call(FUNCTIONS.WHYLOW, [
      [[0.3, 0.4]],
      null,
      null,
      null,
      null,
      null,
      [["одна", "две", "три"]],
    ]);
    expect(text).toMatch(/^#VALUE! Заголовков 3, а столбцов данных 2/);
  });
});

describe("INDICATOR", () => {
  test.each([
    ["without a target", [[[9]], [[12]]], [[0.75]]],
    ["met exactly", [[[3]], [[10]], 0.3], [[0.3, true]]],
    ["not met", [[[9]], [[12]], 80], [[0.75, false]]],
    ["100 % of a cell is 1", [[[12]], [[12]], 1], [[1, true]]],
    [
      "a column",
      [[[9], [0]], [[12], [0]], 0.5],
      [
        [0.75, true],
        ["нет данных", "нет данных"],
      ],
    ],
    ["one denominator for all", [[[9], [3]], [[12]]], [[0.75], [0.25]]],
    ["a blank", [[[null]], [[12]]], [["нет данных"]]],
    ["more than all", [[[13]], [[12]]], [["#NUM!"]]],
    ["target out of range", [[[9]], [[12]], 101], "#NUM!"],
    [
      "columns of different height",
      [
        [[9], [8]],
        [[12], [12], [12]],
      ],
      "#VALUE! Диапазоны разного размера: 2×1, 3×1 (строки × столбцы).",
    ],
  ] as Case[])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.INDICATOR, values)).toEqual(expected);
  });
});

describe("TREND", () => {
  test.each([
    ["a rise of 10 points", [[[0.2, 0.3]]], [[10, "отрицательная динамика"]]],
    ["a rise just below", [[[0.2, 0.299]]], [[9.9, "без существенных изменений"]]],
    ["a fall", [[[0.45, 0.4, 0.3]]], [[-15, "положительная динамика"]]],
    ["a blank year between", [[[0.31, null, 0.348]]], [[3.8, "без существенных изменений"]]],
    ["one year known", [[[null, 0.3]]], [["нет данных", "нет данных"]]],
    ["a limit of one's own", [[[0.31, 0.348]], 3], [[3.8, "отрицательная динамика"]]],
    ["a share above 1", [[[31, 34.8]]], [["#NUM!", "#NUM!"]]],
    ["one column", [[[0.3]]], "#VALUE! Нужны доли за 2 или 3 года в соседних столбцах, а столбцов 1."],
  ] as Case[])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.TREND, values)).toEqual(expected);
  });
});

describe("JOURNALGAP", () => {
  test.each([
    ["shares", [[[5]], [[15]], [[0]]], [[0.25, 0.75, 0]]],
    ["nobody", [[[0]], [[0]], [[0]]], [["нет данных", "нет данных", "нет данных"]]],
    ["a blank", [[[5]], [[null]], [[0]]], [["нет данных", "нет данных", "нет данных"]]],
    ["an error", [[[5]], [[errorCell("#N/A")]], [[0]]], [["#N/A", "#N/A", "#N/A"]]],
  ] as Case[])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.JOURNALGAP, values)).toEqual(expected);
  });
});

describe("schools", () => {
  test("SCHOOLKEY: spellings of one school have one key, a login wins", async () => {
    const keys = await call(FUNCTIONS.SCHOOLKEY, [
      [["МБОУ « Берёзовская СОШ»"], ["МКОУ Берёзовская СОШ"], ["СОШ №1(edu200001)"], [null], [0]],
    ]);
    expect(keys).toEqual([["name:березовская сош"], ["name:березовская сош"], ["edu:200001"], [""], [""]]);
  });

  test.each([
    ["quotes and legal form", "МБОУ « Берёзовская СОШ»", "МКОУ Берёзовская СОШ", true],
    ["another number", "СОШ № 1", "СОШ № 2", false],
    ["the type differs: ask", "Берёзовская СОШ", "Берёзовская ООШ", "спросить"],
    ["logins decide", "СОШ №1(sch200001)", "Школа 1 (edu200001)", true],
    ["different logins", "СОШ №1(edu200001)", "СОШ №1(edu200002)", false],
    ["a blank", "СОШ №1", null, "нет данных"],
  ])("SAMESCHOOL: %s", async (_name, first, second, expected) => {
    expect(await call(FUNCTIONS.SAMESCHOOL, [[[first]], [[second]]])).toEqual([[expected]]);
  });
});

// 1 September 2026 is 46266; 1 April 2027 is 212 days later
describe("DEADLINE", () => {
  test.each([
    ["until a day", [[["до 1 апреля"]], "2026/2027"], [[46478]]],
    ["the start of it is the plan's", [[["до 1 апреля"]], 2026, "начало"], [[46266]]],
    ["a month with its year needs no plan", [[["Сентябрь 2026 года"]], null, "начало"], [[46266]]],
    ["its last day", [[["Сентябрь 2026 года"]]], [[46295]]],
    ["a date stays itself", [[[46266]]], [[46266]]],
    ["a blank", [[[null], [""]], 2026], [[""], [""]]],
    ["no year anywhere", [[["до 1 апреля"]]], [["#VALUE!"]]],
    ["not a deadline", [[["как получится"]], 2026], [["#VALUE!"]]],
    [
      "an unknown part",
      [[["до 1 апреля"]], 2026, "середина"],
      "#VALUE! Часть срока «середина» неизвестна. Можно указать: «начало», «конец».",
    ],
  ] as Case[])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.DEADLINE, values)).toEqual(expected);
  });
});

describe("MEASURES", () => {
  test("38 rows of four cells", async () => {
    const rows = await call(FUNCTIONS.MEASURES, ["low-results-roadmap"]);
    expect(rows).toHaveLength(38);
    expect(rows).toContainEqual([
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
  });
  test.each([
    ["an unknown template", ["нет такого"], /^#VALUE! Шаблон «нет такого» неизвестен/],
    ["an unknown section", ["project-500", "9а"], /^#VALUE! Раздела 9а нет, разделов в шаблоне: 5/],
    ["a section beyond the last", ["project-500", 9], /^#NUM!$/],
  ] as [string, unknown[], RegExp][])("%s", async (_name, values, expected) => {
    expect(await call(FUNCTIONS.MEASURES, values)).toMatch(expected);
  });
});

describe("LOWSCHOOLS", () => {
  const header = ["Год", "Процедура", "ОО", "Участников", "Не справились"];
  const table = [
    header,
    ["2018/2019", "ВПР математика 5", "Берёзовская СОШ", 10, 3],
    ["2018/2019", "ВПР русский язык 5", "Берёзовская СОШ", 20, 6],
    ["2018/2019", "ВПР математика 5", "Осиновская СОШ", 10, 1],
    ["2017/2018", "ВПР математика 5", "Осиновская СОШ", 10, 1],
    ["2017/2018", "ВПР математика 5", "Кленовская ООШ", 10, 9],
  ];
  test("the low and those with too little data, as the button judges", async () => {
    expect(await call(FUNCTIONS.LOWSCHOOLS, [table, "000"])).toEqual([
      ["Школа", "Вывод", "Критерии", "Процедуры"],
      ["Берёзовская СОШ", "низкие результаты", "1", "ВПР математика 5, ВПР русский язык 5"],
      ["Кленовская ООШ", "недостаточно данных", "", ""],
    ]);
  });
  test("an error cell", async () => {
    const broken = [...table, ["2018/2019", "ВПР математика 5", "Кленовская ООШ", errorCell("#N/A"), 1]];
    expect(await call(FUNCTIONS.LOWSCHOOLS, [broken])).toBe(
      "#N/A Ошибка #N/A в строке 7, столбце 4 диапазона.",
    );
  });
  test("more failed than took part", async () => {
    const broken = [...table, ["2018/2019", "ВПР математика 5", "Кленовская ООШ", 10, 11]];
    expect(await call(FUNCTIONS.LOWSCHOOLS, [broken])).toBe("#NUM!");
  });
  test("a row that cannot be used", async () => {
    const broken = [...table, ["2018/2019", "ВПР математика 5", "Кленовская ООШ", 10, "много"]];
    expect(await call(FUNCTIONS.LOWSCHOOLS, [broken])).toMatch(
      /^#VALUE! Таблица не прочитана полностью, замечаний: 1. Первое — ячейка [DE]7/,
    );
  });
  test("not a table of results", async () => {
    expect(
      await call(FUNCTIONS.LOWSCHOOLS, [
        [
          ["а", "б"],
          [1, 2],
        ],
      ]),
    ).toMatch(/^#VALUE! /);
  });
});
