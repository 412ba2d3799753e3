/** Every function in formulas as users nest them, calculated by the embedded host; values worked out beside them. */
import { signaturesOf } from "../../scripts/packaging/signatures";
import { generate } from "../../scripts/packaging/functions-metadata";
import { bootFunctions, type Calculated, valuesOf } from "./calculated";

let book: Calculated;
beforeAll(async () => {
  book = await bootFunctions();
}, 60_000);
afterAll(() => {
  book.dispose();
});

const NBSP = "\u00a0";

/**
 * Three schools; participants and failed in mathematics (B, C) and Russian (D, E) of a year, (F, G) and (H, I) of the
 * year before. At 30 %: Берёзовская 3/10 and 4/10 are low; Осиновская 1/10 and 6/20 = 30 % low, 1/10 and 1/10 before;
 * Кленовская nobody in mathematics, 1/10.
 */
const SCHOOLS = {
  A1: "Школа",
  B1: "ВПР математика 5",
  D1: "ВПР русский язык 5",
  A2: "Берёзовская СОШ",
  B2: 10,
  C2: 3,
  D2: 10,
  E2: 4,
  F2: 10,
  G2: 3,
  H2: 10,
  I2: 0,
  A3: "Осиновская СОШ",
  B3: 10,
  C3: 1,
  D3: 20,
  E3: 6,
  F3: 10,
  G3: 1,
  H3: 10,
  I3: 1,
  A4: "Кленовская ООШ",
  B4: 0,
  C4: 0,
  D4: 10,
  E4: 1,
  F4: 10,
  G4: 1,
  H4: 10,
  I4: 1,
} as const;

interface Case {
  readonly name: string;
  readonly formula: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly area?: string;
  readonly expected: readonly (readonly unknown[])[];
}

const CASES: readonly Case[] = [
  {
    name: "LOWRESULT in IF: one verdict",
    formula: '=IF(NOR.LOWRESULT(B2:C2),"низкий","нет")',
    expected: [["низкий"]],
  },
  {
    name: "LOWRESULT in FILTER: two schools have a result in mathematics that is or is not low, one has none",
    formula: "=FILTER(A2:A4,NOR.LOWRESULT(B2:C4)=TRUE)",
    area: "K1:K2",
    expected: [["Берёзовская СОШ"], [""]],
  },
  {
    name: "LOWRESULT in SUMPRODUCT: Russian is low at 4/10 and at 6/20",
    formula: "=SUMPRODUCT(--(NOR.LOWRESULT(D2:E4)=TRUE))",
    expected: [[2]],
  },
  {
    name: "LOWRESULT in LET: low in the year and in the year before",
    formula: "=LET(now,NOR.LOWRESULT(B2:C2),before,NOR.LOWRESULT(F2:G2),AND(now,before))",
    expected: [[true]],
  },
  {
    name: "LOWSCHOOL in IF",
    formula: '=IF(NOR.LOWSCHOOL(B2:E2,F2:I2,"000",30,"числа"),"в перечень","нет")',
    expected: [["в перечень"]],
  },
  {
    name: "LOWSCHOOL in LET, rule 004 by number: Осиновская has one low result in one year only",
    formula: '=LET(low,NOR.LOWSCHOOL(B3:E3,F3:I3,4,30,"числа"),IF(low,1,0))',
    expected: [[0]],
  },
  {
    name: "FAILSHARE in SUMPRODUCT: Russian 0,4 + 0,3 + 0,1",
    formula: "=ROUND(SUMPRODUCT(NOR.FAILSHARE(D2:E4)),6)",
    expected: [[0.8]],
  },
  {
    name: "FAILSHARE in FILTER: shares above 0,35",
    formula: "=FILTER(A2:A4,NOR.FAILSHARE(D2:E4)>0.35)",
    expected: [["Берёзовская СОШ"]],
  },
  {
    name: "WHYLOW in IF: two low of the year (criterion 1); mathematics low in both years (criterion 2)",
    formula:
      '=IF(NOR.LOWSCHOOL(B2:E2,F2:I2,"004",30,"числа"),NOR.WHYLOW(B2:E2,F2:I2,"004",30,"числа",,B1:E1),"")',
    expected: [
      [
        `критерий 1: ВПР математика 5 — 30,0${NBSP}%, ВПР русский язык 5 — 40,0${NBSP}%; ` +
          `критерий 2: ВПР математика 5 — 30,0${NBSP}% и 30,0${NBSP}%`,
      ],
    ],
  },
  {
    name: "TREND in LET: from 10 % to 30 % is +20 points",
    formula:
      '=LET(t,NOR.TREND(HSTACK(NOR.FAILSHARE(H3:I3),NOR.FAILSHARE(D3:E3))),IF(INDEX(t,1,1)>=10,INDEX(t,1,2),""))',
    expected: [["отрицательная динамика"]],
  },
  {
    name: "JOURNALGAP in SUMPRODUCT: the three shares are a whole",
    formula: "=SUMPRODUCT(NOR.JOURNALGAP(5,15,0))",
    expected: [[1]],
  },
  {
    name: "SCHOOLKEY in SUMPRODUCT: how many rows are this school, however it is written",
    formula: '=SUMPRODUCT(--(NOR.SCHOOLKEY(A2:A4)=NOR.SCHOOLKEY("МБОУ « Березовская СОШ»")))',
    expected: [[1]],
  },
  {
    name: "SAMESCHOOL in FILTER: the rows of that school",
    formula: '=FILTER(C2:C4,NOR.SAMESCHOOL(A2:A4,"МКОУ «Осиновская СОШ»")=TRUE)',
    expected: [[1]],
  },
  {
    name: "DEADLINE in IF: 1 April 2027 is 46478",
    formula:
      '=IF(NOR.DEADLINE("до 1 апреля","2026/2027")<DATE(2027,4,2),NOR.DEADLINE("до 1 апреля","2026/2027"),0)',
    expected: [[46478]],
  },
  {
    name: "DEADLINESTATUS in SUMPRODUCT: of three measures one is overdue on 2 April 2027",
    formula: '=SUMPRODUCT(--(NOR.DEADLINESTATUS(K10:K12,L10:L12,DATE(2027,4,2),"2026/2027")="просрочено"))',
    data: {
      K10: "до 1 апреля",
      L10: "в работе",
      K11: "до 1 апреля",
      L11: "выполнено",
      K12: "май",
      L12: "не начато",
    },
    expected: [[1]],
  },
  {
    name: "MEASURES in FILTER and INDEX: the first measure has number 1",
    formula: '=LET(m,NOR.MEASURES("low-results-roadmap",1),INDEX(FILTER(m,INDEX(m,,1)<>""),1,1))',
    expected: [["1"]],
  },
  {
    name: "INDICATOR in IF: 9 of 12 is 75 %, the target of 70 % is met",
    formula: '=LET(i,NOR.INDICATOR(9,12,70),IF(INDEX(i,1,2),INDEX(i,1,1),""))',
    expected: [[0.75]],
  },
  {
    name: "LOWSCHOOLS in LET: of a long list one school is low under rule 000",
    formula: '=LET(list,NOR.LOWSCHOOLS(K10:O12,"000"),SUMPRODUCT(--(INDEX(list,,2)="низкие результаты")))',
    data: {
      K10: "Школа",
      L10: "Процедура",
      M10: "Учебный год",
      N10: "Участников",
      O10: "Не справились",
      K11: "Берёзовская СОШ",
      L11: "ВПР математика 5",
      M11: "2024/2025",
      N11: 10,
      O11: 3,
      K12: "Берёзовская СОШ",
      L12: "ВПР русский язык 5",
      M12: "2024/2025",
      N12: 10,
      O12: 4,
    },
    expected: [[1]],
  },
  {
    name: "an error of the input comes out, and IFERROR catches it",
    formula: '=IFERROR(NOR.FAILSHARE(K10:L10),"ошибка")',
    data: { K10: 10, L10: "#N/A" },
    expected: [["ошибка"]],
  },
];

test.each(CASES.map((each) => [each.name, each] as const))(
  "%s",
  async (_name, { formula, data, area = "K1", expected }) => {
    const workbook = await book.calculate({ Лист: { ...SCHOOLS, ...data, K1: formula } });
    expect(valuesOf(workbook, area)).toEqual(expected);
    expect(book.node.host.unknownCalls).toEqual([]);
  },
);

test("every function is in a formula, and IF, FILTER, SUMPRODUCT and LET stand around some", async () => {
  const formulas = CASES.map(({ formula }) => formula).join("\n");
  const ids = Object.keys(signaturesOf(await generate()));
  expect(ids.filter((id) => !formulas.includes(`NOR.${id}(`))).toEqual([]);
  for (const outer of ["IF", "FILTER", "SUMPRODUCT", "LET"])
    expect(formulas).toMatch(new RegExp(`\\b${outer}\\([^\n]*NOR\\.`));
});

test("a blank cell, which arrives as 0 on desktop, is no data in every function; a typed 0 is a 0", async () => {
  // Z1 is blank, Y1 is a typed 0; nobody failed of 10 is not low, 0 of 10 is 0 %
  const formulas: readonly (readonly [formula: string, expected: unknown])[] = [
    ["=NOR.LOWRESULT(Y2:Z2)", "нет данных"],
    ["=NOR.FAILSHARE(Y2:Z2)", "нет данных"],
    ["=NOR.FAILSHARE(Y3:Z3)", 0],
    ["=NOR.LOWRESULT(Y3:Z3)", false],
    ['=NOR.LOWSCHOOL(Y2:Z2,Y3:Z3,,,"числа")', "нет данных"],
    ['=NOR.WHYLOW(Y2:Z2,Y3:Z3,,,"числа")', "нет данных"],
    ["=NOR.INDICATOR(Z1,Y2)", "нет данных"],
    ["=NOR.INDICATOR(Y1,Y2)", 0],
    ["=INDEX(NOR.JOURNALGAP(Z1,Y2,Y2),1,1)", "нет данных"],
    ["=INDEX(NOR.JOURNALGAP(Y1,Y2,Y2),1,1)", 0],
    ["=INDEX(NOR.TREND(Y4:Z4),1,1)", "нет данных"],
    ["=NOR.SCHOOLKEY(Z1)", ""],
    ['=NOR.SAMESCHOOL(Z1,"СОШ № 1")', "нет данных"],
    ["=NOR.DEADLINE(Z1,2026)", ""],
    ['=NOR.DEADLINESTATUS(Z1,"в работе",46479)', "срок не указан"],
  ];
  const cells = Object.fromEntries(formulas.map(([formula], index) => [`A${index + 1}`, formula]));
  const workbook = await book.calculate({ Лист: { ...cells, Y1: 0, Y2: 10, Y3: 10, Z3: 0, Y4: 0.2 } });
  const found = formulas.map(([formula], index) => [formula, valuesOf(workbook, `A${index + 1}`)[0]?.[0]]);
  expect(found).toEqual(formulas.map(([formula, expected]) => [formula, expected]));
});

test("long ranges of blank rows and blank parameters, which arrive as zeros on desktop", async () => {
  const list = {
    A1: "Школа",
    B1: "Процедура",
    C1: "Учебный год",
    D1: "Участников",
    E1: "Не справились",
    A2: "Берёзовская СОШ",
    B2: "ВПР математика 5",
    C2: "2024/2025",
    D2: 10,
    E2: 3,
    A3: "Берёзовская СОШ",
    B3: "ВПР русский язык 5",
    C3: "2024/2025",
    D3: 20,
    E3: 6,
  };
  const formulas: readonly (readonly [formula: string, expected: unknown])[] = [
    ['=INDEX(NOR.LOWSCHOOLS(Список!A1:E20000,"000"),2,1)', "Берёзовская СОШ"],
    ['=ROWS(NOR.LOWSCHOOLS(Список!A1:E20000,"000"))', 2],
    ["=NOR.LOWRESULT(Список!D2:E2,Z9)", true],
    ["=INDEX(NOR.TREND(HSTACK(0.2,0.3),Z9),1,1)", 10],
    ["=COLUMNS(NOR.INDICATOR(Список!E2,Список!D2,Z9))", 1],
    ["=COLUMNS(NOR.INDICATOR(Список!E2,Список!D2,Z8))", 2],
    ['=NOR.LOWSCHOOL(Список!D2:E2,Z9:AA9,Z9,Z9,"числа")', "нет данных"],
    ["=IFERROR(NOR.LOWRESULT(Список!D2:E2,Z8),0)", 0],
    ["=IFERROR(NOR.LOWRESULT(Список!D2:E2,0),0)", 0],
  ];
  const cells = Object.fromEntries(formulas.map(([formula], index) => [`A${index + 1}`, formula]));
  const workbook = await book.calculate({ Лист: { ...cells, Z8: 0 }, Список: list });
  const found = formulas.map(([formula], index) => [formula, valuesOf(workbook, `A${index + 1}`)[0]?.[0]]);
  expect(found).toEqual(formulas.map(([formula, expected]) => [formula, expected]));
  expect(book.node.host.unknownCalls).toEqual([]);
}, 60_000);
