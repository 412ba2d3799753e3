import { sheetNames, shortSchoolName } from "../../../../src/domain/documents/package/short-name";

test.each([
  ["МБОУ «Берёзовская СОШ»", "Берёзовская СОШ"],
  ['МКОУ "СОШ №5"', "СОШ № 5"],
  [
    "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
    "СОШ № 7",
  ],
  ["МАОУ Берёзовская основная общеобразовательная школа", "Берёзовская ООШ"],
  ["Гимназия «Росток»", "Гимназия Росток"],
  ["МБОУ", "МБОУ"], // nothing else is known of it
])("%s is called %s", (name, short) => {
  expect(shortSchoolName(name)).toBe(short);
});

test.each<[string, string[], string[]]>([
  ["characters that a sheet may not have", ["Школа / «А» \\ [1]: ? *"], ["Школа А 1"]],
  ["apostrophes at the ends", ["'Школа'"], ["Школа"]],
  ["a name of such characters only", ["???"], ["Школа"]],
  // 31 = 23 + … + 7: the number of the school stays
  [
    "a long name is cut in its middle",
    ["МБОУ «Берёзовская средняя школа с углублённым изучением предметов № 12»"],
    ["Берёзовская средняя школа…№ 12"],
  ],
  ["two that differ in case only", ["СОШ Берёзка", "сош берёзка"], ["СОШ Берёзка", "сош берёзка (2)"]],
  ["a name that looks like a formula", ["=СУММ(Б1)"], ["=СУММ(Б1)"]],
])("%s", (_name, schools, expected) => {
  expect(sheetNames(schools, "")).toEqual(expected);
});

test("hundred long names alike are hundred legal names, with a prefix too", () => {
  const schools = Array.from(
    { length: 100 },
    () => "Берёзовская средняя школа имени первооткрывателя Н-ского края",
  );
  for (const prefix of ["", "Увед. "]) {
    const names = sheetNames(schools, prefix);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(100);
    expect(names.filter((name) => name.length > 31 || /[/\\?*[\]:]|^'|'$/.test(name))).toEqual([]);
  }
});
