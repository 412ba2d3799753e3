import { findingsOf } from "../../../src/domain/analysis";
import { conclude, conclusionIds } from "../../../src/domain/documents/conclusions";
import { analysisOf, plain, resultsOf, type Row } from "./support";

const M5 = "ВПР математика 5";
const M6 = "ВПР математика 6";
const M7 = "ВПР математика 7";
const R5 = "ВПР русский язык 5";
const OGE = "ОГЭ математика";
const NOW = 2019;
const BEFORE = 2018;

interface Case {
  readonly id: string;
  readonly why: string;
  readonly ruleId?: string;
  readonly rows: readonly Row[];
  /** What the rows say; null: nothing. */
  readonly says: string | null;
  /** One cell is typed anew: number of the row and its figures. */
  readonly change: readonly [row: number, figures: string];
  readonly then: string | null;
}

/** Low is 30 % or more: 3 of 10 is, 2 of 10 is not. Rule «000» unless said otherwise. */
const CASES: readonly Case[] = [
  {
    id: "scale",
    why: "А has two low procedures, Б and В none: 1 of 3 is 33,3 %",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["А", NOW, R5, "4/10"],
      ["Б", NOW, M5, "1/10"],
      ["В", NOW, M5, "0/10"],
    ],
    says: "к школам с низкими образовательными результатами по расчёту относится 1 из 3 школ с достаточными данными (33,3 %)",
    change: [1, "2/10"],
    then: null,
  },
  {
    id: "scale",
    why: "another school becomes low: 2 of 2",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["А", NOW, R5, "4/10"],
      ["Б", NOW, M5, "3/10"],
      ["Б", NOW, R5, "2/10"],
    ],
    says: "к школам с низкими образовательными результатами по расчёту относится 1 из 2 школ с достаточными данными (50,0 %)",
    change: [3, "3/10"],
    then: "к школам с низкими образовательными результатами по расчёту относятся 2 из 2 школ с достаточными данными (100,0 %)",
  },
  {
    id: "none",
    why: "one low procedure alone meets no criterion",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["А", NOW, R5, "2/10"],
    ],
    says: "ни у одной школы с достаточными данными принятые критерии не выполнены",
    change: [1, "3/10"],
    then: null,
  },
  {
    id: "repeated",
    why: "only А is low in mathematics in both years",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["А", BEFORE, M5, "4/10"],
      ["Б", NOW, M5, "2/10"],
      ["Б", BEFORE, M5, "4/10"],
    ],
    says: "низкий результат по одной и той же процедуре в двух рассмотренных годах повторился у школы: А (ВПР математика 5)",
    change: [2, "3/10"],
    then: "низкий результат по одной и той же процедуре в двух рассмотренных годах повторился у школ: А (ВПР математика 5); Б (ВПР математика 5)",
  },
  {
    id: "repeated",
    why: "the earlier year gets better",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["А", BEFORE, M5, "3/10"],
    ],
    says: "низкий результат по одной и той же процедуре в двух рассмотренных годах повторился у школы: А (ВПР математика 5)",
    change: [1, "2/10"],
    then: null,
  },
  {
    id: "subject",
    why: "two low results in mathematics, one in Russian; a tie says nothing",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["Б", NOW, M5, "3/10"],
      ["Б", NOW, R5, "3/10"],
    ],
    says: "больше всего низких результатов приходится на предмет «математика»: 2 из 3",
    change: [1, "2/10"],
    then: null,
  },
  {
    id: "subject",
    why: "both levels of ЕГЭ mathematics are one subject; one single low result makes no subject",
    rows: [
      ["А", NOW, "ЕГЭ математика базовая", "3/10"],
      ["Б", NOW, "ЕГЭ математика профильная", "3/10"],
    ],
    says: "больше всего низких результатов приходится на предмет «математика»: 2 из 2",
    change: [1, "2/10"],
    then: null,
  },
  {
    id: "betweenClasses",
    why: "2 of 20 in class 5, 3 of 20 in class 6: 5 points",
    rows: [
      ["А", NOW, M5, "1/10"],
      ["Б", NOW, M5, "1/10"],
      ["А", NOW, M6, "2/10"],
      ["Б", NOW, M6, "1/10"],
    ],
    says: "доля участников ВПР с отметкой «2» растёт от класса к классу: математика — с 10,0 % в 5 классе до 15,0 % в 6 классе",
    change: [3, "0/10"],
    then: null,
  },
  {
    id: "betweenClasses",
    why: "rises to class 6 and falls in class 7: it does not grow from class to class",
    ruleId: "004",
    rows: [
      ["А", NOW, M5, "1/10"],
      ["А", NOW, M6, "2/10"],
      ["А", NOW, M7, "2/10"],
    ],
    says: "доля участников ВПР с отметкой «2» растёт от класса к классу: математика — с 10,0 % в 5 классе до 20,0 % в 7 классе",
    change: [1, "3/10"],
    then: null,
  },
  {
    id: "finalExams",
    why: "ВПР are not final exams",
    rows: [
      ["А", NOW, OGE, "3/10"],
      ["Б", NOW, M5, "5/10"],
    ],
    says: "низкие результаты государственной итоговой аттестации (ОГЭ, ЕГЭ) имеет 1 школа",
    change: [0, "2/10"],
    then: null,
  },
  {
    id: "finalExams",
    why: "a second school",
    rows: [
      ["А", NOW, OGE, "3/10"],
      ["Б", NOW, OGE, "2/10"],
    ],
    says: "низкие результаты государственной итоговой аттестации (ОГЭ, ЕГЭ) имеет 1 школа",
    change: [1, "3/10"],
    then: "низкие результаты государственной итоговой аттестации (ОГЭ, ЕГЭ) имеют 2 школы",
  },
  {
    id: "rise",
    why: "from 1 of 10 to 3 of 20",
    rows: [
      ["А", BEFORE, M5, "1/10"],
      ["А", NOW, M5, "2/10"],
      ["Б", NOW, M5, "1/10"],
    ],
    says: "доля не справившихся по муниципалитету выросла: ВПР математика 5 — с 10,0 % до 15,0 %",
    change: [1, "1/10"],
    then: null,
  },
  {
    id: "rise",
    why: "exactly one point counts, nine tenths of a point do not",
    rows: [
      ["А", BEFORE, M5, "100/1000"],
      ["А", NOW, M5, "110/1000"],
    ],
    says: "доля не справившихся по муниципалитету выросла: ВПР математика 5 — с 10,0 % до 11,0 %",
    change: [1, "109/1000"],
    then: null,
  },
  {
    id: "fall",
    why: "from 2 of 10 to 1 of 10",
    rows: [
      ["А", BEFORE, M5, "2/10"],
      ["А", NOW, M5, "1/10"],
    ],
    says: "доля не справившихся по муниципалитету снизилась: ВПР математика 5 — с 20,0 % до 10,0 %",
    change: [1, "2/10"],
    then: null,
  },
  {
    id: "smallGroups",
    why: "9 participants are few, 10 are not",
    rows: [
      ["А", NOW, M5, "3/9"],
      ["А", NOW, R5, "3/10"],
    ],
    says: "низкие результаты получены в том числе в группах менее 10 участников, поэтому требуют разбора по отдельным обучающимся: А",
    change: [0, "3/10"],
    then: null,
  },
  {
    id: "insufficient",
    why: "nobody of Б took part in the year in view",
    rows: [
      ["А", NOW, M5, "1/10"],
      ["Б", NOW, M5, "0/0"],
    ],
    says: "за 2018/2019 учебный год нет данных по школе: Б",
    change: [1, "1/10"],
    then: null,
  },
  {
    id: "unchecked",
    why: "Б has nothing in the earlier year that others have",
    rows: [
      ["А", NOW, M5, "2/10"],
      ["А", BEFORE, M5, "1/10"],
      ["Б", NOW, M5, "1/10"],
      ["Б", BEFORE, M5, "0/0"],
    ],
    says: "за 2017/2018 учебный год нет результатов, поэтому критерий 2 не проверен у школы: Б",
    change: [3, "1/10"],
    then: null,
  },
  {
    id: "unchecked",
    why: "no earlier year at all, and the only school is low by criterion 1: it must be said all the same",
    rows: [
      ["А", NOW, M5, "3/10"],
      ["А", NOW, R5, "3/10"],
      ["А", BEFORE, M5, "0/0"],
    ],
    says: "результатов за более ранний учебный год нет, поэтому критерий 2 не проверен",
    change: [2, "1/10"],
    then: null,
  },
];

function said(rows: readonly Row[], id: string, ruleId = "000"): string | null {
  const conclusions = conclude(findingsOf(analysisOf(resultsOf(rows), { ruleId })));
  const found = conclusions.find((conclusion) => conclusion.id === id);
  return found === undefined ? null : plain(found.text);
}

test.each(CASES)("$id: $why", ({ id, rows, ruleId, says, change: [changed, figures], then }) => {
  expect(said(rows, id, ruleId)).toBe(says);
  const after = rows.map((row, index): Row => (index === changed ? [row[0], row[1], row[2], figures] : row));
  expect(said(after, id, ruleId)).toBe(then);
});

test("every conclusion has its case above", () => {
  // «disputed» rests on more than one result each: its cases are in test/domain/mentioned.test.ts
  const told = new Set([...CASES.map(({ id }) => id), "disputed"]);
  expect([...told].sort()).toEqual([...conclusionIds].sort());
});

test("results of procedures outside the rule and of too few participants carry no conclusion", () => {
  const rows: Row[] = [
    ["А", NOW, "ОГЭ химия", "9/10"],
    ["А", NOW, OGE, "4/4"],
    ["А", NOW, M5, "1/10"],
  ];
  const conclusions = conclude(findingsOf(analysisOf(resultsOf(rows), { minParticipants: 5 })));
  expect(conclusions.map(({ id }) => id)).toEqual(["none", "unchecked"]);
});

test("rule «004» finds a school by the earlier year alone: it is one of those with enough data", () => {
  const rows: Row[] = [
    ["А", BEFORE, M5, "3/10"],
    ["А", BEFORE, R5, "3/10"],
    ["Б", NOW, M5, "1/10"],
  ];
  expect(said(rows, "scale", "004")).toBe(
    "к школам с низкими образовательными результатами по расчёту относится 1 из 2 школ с достаточными данными (50,0 %)",
  );
});

test.each([
  [1, 1, "относится 1 из 1 школы"],
  [1, 21, "относится 1 из 21 школы"],
  [2, 22, "относятся 2 из 22 школ"],
  [5, 5, "относятся 5 из 5 школ"],
  [11, 11, "относятся 11 из 11 школ"],
  [21, 25, "относится 21 из 25 школ"],
])("%i low schools of %i: «%s»", (low, all, words) => {
  const rows = Array.from({ length: all }, (_, school): Row[] => {
    const figures = school < low ? "3/10" : "0/10";
    return [
      [`Школа ${school}`, NOW, M5, figures],
      [`Школа ${school}`, NOW, R5, figures],
    ];
  });
  expect(said(rows.flat(), "scale")).toContain(words);
});
