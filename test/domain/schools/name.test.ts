import fc from "fast-check";
import { schoolKey } from "../../../src/domain/schools/key";
import {
  loginDigits,
  normaliseMunicipality,
  normaliseSchoolName,
  splitLogin,
  tidyName,
} from "../../../src/domain/schools/name";

/** Spellings of one school, each row one school. Kinds of untidiness: domain reference, section Schools. */
const ONE_SCHOOL: readonly (readonly [string, readonly string[]])[] = [
  [
    "сош 5",
    [
      "СОШ №5",
      "СОШ № 5",
      "СОШ№5",
      "СОШ N5",
      "СОШ No 5",
      "СОШ # 5",
      "СОШ номер 5",
      "СОШ-5",
      "сош 05",
      "МБОУ «СОШ №5»",
      'МКОУ "СОШ № 5"',
      "МАОУ СОШ № 5 ",
      "МАУ СОШ № 5",
      "МБОУ « СОШ № 5 »",
      "МБОУ “СОШ №5”",
      "МБОУ „СОШ №5‟",
      "МБОУСОШ №5",
      "МБОУ\u00a0«СОШ\u00a0№\u20095»",
      "М\u00adБОУ «СОШ\u200b №5»",
      "MБOУ COШ №5",
      "MAOY СОШ № 5",
      "МБОУ «СОШ №5»(edu200001)",
      "edu200001 | МБОУ «СОШ №5»",
      "МБОУ «СОШ №5»(edu200001) | Кол-во участников: 89",
      "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 5»",
      "МУНИЦИПАЛЬНОЕ КАЗЁННОЕ ОБЩЕОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ СРЕДНЯЯ ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА №5",
      "средней общеобразовательной школы № 5",
      "средняя образовательная школа № 5",
    ],
  ],
  [
    "березовская сош",
    ["Берёзовская СОШ", "МКОУ «Березовская СОШ»", "Бере\u0308зовская средняя общеобразовательная школа"],
  ],
  ["сош 12 а", ["СОШ № 12А", "СОШ №12 а", "СОШ № 12A"]],
  ["гимназия 1 им и и н ского", ["Гимназия № 1 имени И.И. Н-ского", "МБОУ гимназия №1 им. И. И. Н-ского"]],
  ["сош 1 г н ска", ["СОШ №1 г.Н-ска", "СОШ № 1 города Н-ска"]],
  ["сош с березовка", ["СОШ с. Берёзовка", "МОУ СОШ село Березовка"]],
  ["всош 2", ["В(С)ОШ № 2", "Вечерняя (сменная) общеобразовательная школа № 2"]],
  [
    "сош 3 с уиоп",
    ["СОШ № 3 с УИОП", "Средняя общеобразовательная школа №3 с углублённым изучением отдельных предметов"],
  ],
  ["нш дс 4", ["НШ-ДС №4", "Начальная школа — детский сад № 4"]],
  [
    "частная гимназия 1",
    ["ЧОУ Гимназия №1", "Частное общеобразовательное учреждение «Гимназия № 1»", "АНОО «Гимназия №1»"],
  ],
];

/** Names that stay apart: what differs is part of the school's identity. */
const TWO_SCHOOLS: readonly (readonly [string, string, string])[] = [
  ["number", "СОШ №1", "СОШ №11"],
  ["number of two signs", "СОШ №1", "СОШ №10"],
  ["type", "Берёзовская СОШ", "Берёзовская ООШ"],
  ["type with a number", "Лицей №1", "Гимназия №1"],
  ["primary and basic", "Берёзовская НОШ", "Берёзовская ООШ"],
  ["letter of the number", "СОШ №12", "СОШ №12А"],
  ["named after", "СОШ №5", "СОШ №5 им. И.И. Н-ского"],
  ["settlement", "СОШ №1", "СОШ №1 г. Н-ска"],
  ["branch", "Берёзовская СОШ", "Филиал Берёзовской СОШ"],
  ["private and municipal", "ЧОУ Гимназия №1", "МБОУ Гимназия №1"],
  ["evening", "СОШ №2", "В(С)ОШ №2"],
  ["one letter", "Берёзовская СОШ", "Берёзовкая СОШ"],
  [
    "basic by its full wording",
    "основная общеобразовательная школа №2",
    "средняя общеобразовательная школа №2",
  ],
];

describe("normaliseSchoolName", () => {
  const cases = ONE_SCHOOL.flatMap(([expected, spellings]) =>
    spellings.map((text) => [text, expected] as const),
  );
  test.each(cases)("%s → %s", (text, expected) => {
    expect(normaliseSchoolName(text)).toBe(expected);
  });

  test.each(TWO_SCHOOLS)("%s tells schools apart: %s and %s", (_, a, b) => {
    expect(normaliseSchoolName(a)).not.toBe(normaliseSchoolName(b));
  });

  test.each([
    ["", ""],
    [" « » ", ""],
    ["МБОУ", "мбоу"],
  ])("nothing but a legal form: «%s» → «%s»", (text, expected) => {
    expect(normaliseSchoolName(text)).toBe(expected);
  });

  test("what is normal stays as it is", () => {
    const names = fc.constantFrom(...cases.map(([text]) => text));
    fc.assert(
      // «N» is a number sign only once, so «n n0» is left to the first reading
      fc.property(
        fc.oneof(names, fc.string({ unit: fc.constantFrom(...Array.from("абвгдеёСОШ №«»().-05")) })),
        (text) => {
          const once = normaliseSchoolName(text);
          expect(normaliseSchoolName(once)).toBe(once);
        },
      ),
    );
  });

  test("case and surrounding spaces never matter", () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases.map(([text]) => text)), (text) => {
        expect(normaliseSchoolName(`\u00a0 ${text.toUpperCase()} `)).toBe(normaliseSchoolName(text));
      }),
    );
  });
});

describe("logins", () => {
  test.each([
    ["МБОУ «СОШ №1»(edu200001)", "МБОУ «СОШ №1»", "200001"],
    ["МБОУ « СОШ №1 » (sch200001)", "МБОУ «СОШ №1»", "200001"],
    ["edu200001 | МБОУ «СОШ №1»", "МБОУ «СОШ №1»", "200001"],
    ["ksh200001", "", "200001"],
    ['МБОУ "СОШ №1 "', 'МБОУ "СОШ №1"', null],
    ["СОШ 200001", "СОШ 200001", null],
  ])("%s → %s, %s", (text, name, login) => {
    expect(splitLogin(text)).toEqual({ name, login });
  });

  test("digits are the same before and after 2021", () => {
    expect(loginDigits("sch223017")).toBe(loginDigits("EDU223017"));
    expect(loginDigits("111002")).toBeNull();
  });

  test("tidyName keeps the spelling", () => {
    expect(tidyName(" МБОУ  « Берёзовская\u00a0СОШ » ")).toBe("МБОУ «Берёзовская СОШ»");
  });
});

describe("schoolKey", () => {
  test.each([
    ["Н-ский муниципальный район", "Н-ский муниципальный округ", true],
    ["Н-ский район(reg20_m012)", "reg20_m012 | Н-ский р-н", true],
    ["г. Н-ск", "город Н-ск", true],
    ["Н-ский район", "М-ский район", false],
    ["Н-ский район", "Н-ский городской округ", false],
  ])("municipality %s and %s: one is %s", (a, b, one) => {
    expect(normaliseMunicipality(a) === normaliseMunicipality(b)).toBe(one);
    expect(schoolKey("СОШ №1", a) === schoolKey("СОШ №1", b)).toBe(one);
  });

  test("is a name a person can read", () => {
    expect(schoolKey("МБОУ «СОШ № 5»")).toBe("name:сош 5");
    expect(schoolKey("СОШ №5", "Н-ский район")).toBe("name:сош 5@н ский район");
  });
});
