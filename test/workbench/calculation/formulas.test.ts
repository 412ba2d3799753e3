import { UniverCalculation } from "../../../src/workbench/calculation";
import type { Scalar } from "../../../src/workbench/store/model";
import { build, cellAt, EVERYTHING } from "./build";

/**
 * Three schools of a made-up district: participants in B, failed in C. Expected values are worked out by hand
 * beside each case.
 */
const CONTENT = {
  "Результаты ВПР": {
    A1: "Школа",
    B1: "Участники",
    C1: "Не справились",
    A2: "Берёзовская СОШ",
    B2: 20,
    C2: 6,
    A3: "Озёрная ООШ",
    B3: 10,
    C3: 2,
    A4: "Полевая СОШ",
    B4: 0,
    C4: 0,
    E1: 30,
    E2: "#N/A",
    E3: "текст",
    E4: true,
  },
  Свод: { A1: 7, A2: 8 },
};

type Case = readonly [what: string, formula: string, expected: Scalar];
const CASES: readonly Case[] = [
  ["precedence", "=2+3*4^2", 50], // 2 + 3 × 16
  ["unary minus binds before the power, as in Excel", "=-2^2", 4],
  ["per cent", "=E1%*B2", 6], // 0.3 × 20
  ["a share", "=C2/B2", 0.3],
  ["division by zero", "=C4/B4", "#DIV/0!"],
  ["a boolean stays one", "=C2*100>=$E$1*B2", true], // 600 ≥ 600
  ["… and false", "=C3*100>=$E$1*B3", false], // 200 ≥ 300
  ["the status column", '=IF(B4=0,"нет данных",C4*100>=$E$1*B4)', "нет данных"],
  ["the share column over a zero", '=IF(B4="","",C4/B4)', "#DIV/0!"], // 0 is not ""
  ["the share column over a blank", '=IF(B9="","",C9/B9)', ""],
  ["a blank equals zero too", "=B9=0", true],
  ["0 is not an empty text", '=B4=""', false],
  ["IFERROR catches", '=IFERROR(C4/B4,"—")', "—"],
  ["an error goes through", "=E2+1", "#N/A"],
  ["text in a sum", "=E3+1", "#VALUE!"],
  ["joins text and number", '=A2&": "&B2', "Берёзовская СОШ: 20"],
  ["texts compare without case", '="ВПР"="впр"', true],
  ["SUM skips text and booleans of cells", "=SUM(B2:B4,E3:E4)", 30],
  ["AVERAGE of 20, 10, 0", "=AVERAGE(B2:B4)", 10],
  ["COUNTIF with a comparison", '=COUNTIF(B2:B4,">5")', 2],
  ["COUNTIF with a joined comparison", '=COUNTIF(B2:B4,">="&B3)', 2],
  ["COUNTIF with a wildcard", '=COUNTIF(A2:A4,"*СОШ")', 2],
  ["COUNTIFS", '=COUNTIFS(A2:A4,"*СОШ",C2:C4,">0")', 1],
  ["SUMIFS", '=SUMIFS(C2:C4,B2:B4,">0",A2:A4,"*СОШ")', 6],
  ["SUMPRODUCT of a condition", "=SUMPRODUCT((B2:B4>0)*(C2:C4*100>=E1*B2:B4))", 1], // only the first
  ["SUMPRODUCT of two columns", "=SUMPRODUCT(B2:B4,C2:C4)", 140], // 120 + 20 + 0
  ["INDEX and MATCH", '=INDEX(C2:C4,MATCH("Озёрная ООШ",A2:A4,0))', 2],
  ["MATCH that finds nothing", '=MATCH("Лесная СОШ",A2:A4,0)', "#N/A"],
  ["VLOOKUP", '=VLOOKUP("Полевая СОШ",A2:C4,2,FALSE)', 0],
  ["XLOOKUP with its prefix of files", '=_xlfn.XLOOKUP("Озёрная ООШ",A2:A4,B2:B4,"нет")', 10],
  ["ROUND half away from zero", "=ROUND(2.5,0)", 3],
  ["TEXT of a date", '=TEXT(DATE(2019,9,1),"dd.mm.yyyy")', "01.09.2019"],
  ["a date is a serial", "=DATE(2019,9,1)", 43709], // 1 September 2019
  ["a plain sheet name", "=Свод!A1+Свод!A2", 15],
  ["AND, OR, NOT", "=AND(B2>0,OR(C2=0,NOT(C3=0)))", true],
  ["a link shows its friendly name", '=HYPERLINK("#\'Свод\'!A1","A1")', "A1"],
  ["… a link without one its address", '=HYPERLINK("https://example.org/")', "https://example.org/"],
  ["… a name from a cell", '=HYPERLINK("#A1",A3)', "Озёрная ООШ"],
  ["… inside another formula", '=LEN(HYPERLINK("#A1","B2:C2"))', 5],
  // A text in quotes is a text unless a number is asked for (support.microsoft.com, conversion of values in formulas).
  ["a text like a date stays text in IF", '=IF(TRUE,"02.04.2027","")', "02.04.2027"],
  ["… and in ISTEXT", '=ISTEXT("02.04.2027")', true],
  ["… and in a lookup", '=IFNA(MATCH("1/2",A2:A4,0),"12%")', "12%"],
  ["… and counts its signs", '=LEN("02.04.2027")', 10],
  ["an operator asks for a number: 02.04.2027 is day 46479 or 46422", '=ISNUMBER("02.04.2027"+0)', true],
  ["TEXT asks for a number", '=TEXT("02.04.2027","yyyy")', "2027"],
  ["an unknown function", "=НЕТТАКОЙ(1)", "#NAME?"],
  ["LET", "=_xlfn.LET(_xlpm.d,C2,d*2)", 12],
  ["LEN, MID, FIND", '=MID(A2,1,FIND(" ",A2)-1)', "Берёзовская"],
  ["TEXTJOIN", '=_xlfn.TEXTJOIN("; ",TRUE,A2:A4)', "Берёзовская СОШ; Озёрная ООШ; Полевая СОШ"],
];

describe("a formula of Excel", () => {
  // All formulas stand on a sheet of the table's own, so one recalculation serves every case.
  const cells = Object.fromEntries(CASES.map(([, formula], at) => [`Z${at + 1}`, formula]));
  const workbook = build({ ...CONTENT, "Результаты ВПР": { ...CONTENT["Результаты ВПР"], ...cells } });
  beforeAll(() => new UniverCalculation().recalculate(workbook, EVERYTHING));

  it.each(CASES.map(([what, formula, expected], at) => ({ what, formula, expected, at })))(
    "$what: $formula",
    ({ expected, at }) => {
      const { value, error } = cellAt(workbook, `Z${at + 1}`) ?? {};
      if (typeof expected === "number") expect(value).toBeCloseTo(expected, 9);
      else expect(value).toBe(expected);
      expect(error).toBe(typeof expected === "string" && expected.startsWith("#") ? true : undefined);
    },
  );
});

it("reads a sheet whose name stands in apostrophes", async () => {
  const workbook = build({
    "ВПР 2018-19": { A1: 3 },
    "O'Нил": { A1: 4 },
    Лист: { A1: "='ВПР 2018-19'!A1+'O''Нил'!$A$1" },
  });
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  expect(cellAt(workbook, "Лист!A1")?.value).toBe(7);
});
