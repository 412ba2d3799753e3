import { parseDateYear, parseYear } from "../../../src/domain/results/year";

test.each([
  ["2018/2019", 2019],
  ["2018-2019 уч. год", 2019],
  ["2018 – 2019", 2019],
  ["2018/19", 2019],
  ["18/19", 2019],
  ["18-19 уч.г.", 2019],
  ["ВПР 18/19 учебного года", 2019],
  ["2019", 2019],
  ["2019 г.", 2019],
  ["ОГЭ-2019", 2019],
  [2019, 2019],
  // More than one year, or none.
  ["за 2018 и 2019 годы", null],
  ["за 2018–2019 годы", null],
  ["2018/2020", null],
  ["от 12.04.2019", null],
  ["приказ № 2019", null],
  ["12-13 мая", null],
  ["01.12-13", null],
  ["", null],
])("parseYear(%p) is %p", (text, expected) => {
  expect(parseYear(text)).toBe(expected);
});

test.each([
  ["Дата: 20.04.2026", 2026],
  ["04.2019", 2019],
  ["2019-04-11", 2019],
  ["2026.06.02", 2026],
  // Autumn ВПР tested the preceding year's programme: not decided from a date.
  ["15.09.2020", null],
  ["11.04.2019 и 12.04.2020", null],
  ["2018/2019", null],
])("parseDateYear(%p) is %p", (text, expected) => {
  expect(parseDateYear(text)).toBe(expected);
});
