import {
  argumentOf,
  callOf,
  hasAddinFunction,
  listSeparator,
  withListSeparator,
} from "../../../src/domain/cells/formula-text";

test.each([
  ["=NOR.LOWRESULT(A1:B1)", true],
  ["=IF(1,nor.failshare (A1:B1),0)", true],
  ["=_xldudf_NOR_LOWRESULT(A1:B1)", true],
  ['="NOR.LOWRESULT("', false],
  ["='NOR.A('!A1", false],
  ["=MYNOR.LOWRESULT(A1)", false],
  ["NOR.LOWRESULT(A1)", false],
  [12, false],
])("hasAddinFunction(%j) is %s", (formula, expected) => {
  expect(hasAddinFunction(formula)).toBe(expected);
});

test.each([
  ["A1:B2", "A1:B2"],
  ["'ВПР 2019'!$A$1:B2", "'ВПР 2019'!$A$1:B2"],
  ["Лист1!A1#", "Лист1!A1#"],
  ["ШНОР_Результаты[#All]", "ШНОР_Результаты[#All]"],
  ["30", "30"],
  ["0,35", "0.35"],
  ["30,5 %", "30.5%"],
  ["004", '"004"'],
  ["2026/2027", '"2026/2027"'],
  ["«004»", '"004"'],
  ["СЕГОДНЯ()", "TODAY()"],
  ['СОШ "Луч"', '"СОШ ""Луч"""'],
  [" ", ""],
])("argumentOf(%j) is %s", (typed, expected) => {
  expect(argumentOf(typed)).toBe(expected);
});

test("a call leaves out what stands last, and keeps the places between", () => {
  expect(callOf("LOWSCHOOL", ["A1:B1", "", "004", "0,3", "", ""])).toBe('=NOR.LOWSCHOOL(A1:B1,,"004",0.3)');
});

test.each([
  ["ru-RU", ";"],
  ["de-DE", ";"],
  ["en-US", ","],
  ["?", ";"],
])("list separator of %s is %s", (language, expected) => {
  expect(listSeparator(language)).toBe(expected);
});

test("separators inside texts and names of sheets stay", () => {
  const formula = `=NOR.LOWSCHOOL('a, 1.5'!A1:B1,,"1,5",0.3)`;
  expect(withListSeparator(formula, ";")).toBe(`=NOR.LOWSCHOOL('a, 1.5'!A1:B1;;"1,5";0,3)`);
  expect(withListSeparator(formula, ",")).toBe(formula);
});
