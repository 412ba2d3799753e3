/** Input that tries to get a wrong answer in place of an error or of «no data»; each row did, once. */
import { FUNCTIONS } from "../../src/functions/functions";
import { call } from "./excel-errors";

type Id = keyof typeof FUNCTIONS;
const NO_DATA = "нет данных";
const header = ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"];
const row = (procedure: string, year: string, ...counts: readonly number[]) => [
  "Берёзовская СОШ",
  procedure,
  year,
  ...counts,
];
const listAnswer = (...cells: readonly string[]) => [["Школа", "Вывод", "Критерии", "Процедуры"], cells];

const HUGE = 1e308;
test.each([
  ["LOWRESULT", "counts beyond all people: 10 % of them is not low", [[[HUGE, 1e307]]], [["#NUM!"]]],
  ["LOWRESULT", "the largest count that is read", [[[90_000_000, 27_000_000]]], [[true]]],
  ["FAILSHARE", "marks whose sum overflows", [[[HUGE, HUGE, HUGE, HUGE]]], [["#NUM!"]]],
  ["JOURNALGAP", "counts whose sum overflows", [[[HUGE]], [[HUGE]], [[HUGE]]], [["#NUM!", "#NUM!", "#NUM!"]]],
  ["INDICATOR", "counts beyond all people", [[[1e307]], [[HUGE]], 30], [["#NUM!", "#NUM!"]]],
  ["LOWRESULT", "«200 %» is no mark 2", [[["200 %"], [5]], null, "отметки"], /^#VALUE! .*«200 %»/],
  [
    "LOWRESULT",
    "«5 чел.» is no mark 5",
    [[["5 чел."], [2]], null, "отметки"],
    /^#VALUE! .*строке 1.*«5 чел\.»/,
  ],
  ["LOWRESULT", "marks with decimals and absent pupils", [[["2,0"], ["н"], [5]], null, "отметки"], [[true]]],
  [
    "LOWRESULT",
    "«н/д» for a threshold is not 30 %",
    [[[10, 3]], "н/д"],
    /^#VALUE! .*в параметре стоит «н\/д»/,
  ],
  ["LOWRESULT", "«-» for a minimum is not none", [[[10, 3]], null, null, "-"], /^#VALUE! .*«-»/],
  ["TREND", "«нет» for a limit is not 10", [[[0.1, 0.3]], "нет"], /^#VALUE! .*«нет»/],
  ["INDICATOR", "«н/д» for a target", [[[9], [0]], [[12], [0]], "н/д"], /^#VALUE! .*«н\/д»/],
  [
    "INDICATOR",
    "a blank target is none: one column",
    [[[9], [0]], [[12], [0]], ""],
    [[0.75], ["нет данных"]],
  ],
  [
    "DEADLINE",
    "a word of the language for a part",
    [[["до 1 апреля"]], 2026, "constructor"],
    /^#VALUE! Часть/,
  ],
  // 8 of 27 is 29,6 %, 9 of 27 is 33,3 %: nobody prints 30,0 %
  [
    "LOWSCHOOL",
    "a per cent that no whole number of people gives",
    [[[27, null, "30,0 %"]], null, null, null, "тройки"],
    /^#VALUE! Процент в столбце 3 не сходится с числами: 8 из 27/,
  ],
  // 8 of 27 prints as 30 %, and is below it
  [
    "LOWSCHOOL",
    "a rounded per cent of known participants is judged by the people behind it",
    [[[27, null, "30 %", 27, null, 30]], [[27, null, 30, 27, null, "30 %"]], null, null, "тройки"],
    [[false]],
  ],
  ["DEADLINE", "a date and time is its day", [[[46478.7]]], [[46478]]],
  ["SCHOOLKEY", "«-» and «н/д» are no school", [[["-", "н/д", "«»"]]], [["", "", ""]]],
  ["SCHOOLKEY", "TRUE and an error as text are no school", [[[true, "#Н/Д"]]], [["#VALUE!", "#VALUE!"]]],
  ["SAMESCHOOL", "two «н/д» are not one school", [[["н/д", "-"]], [["н/д", "-"]]], [[NO_DATA, NO_DATA]]],
  ["SAMESCHOOL", "nor are two errors as text", [[["#Н/Д"]], [["#Н/Д"]]], [["#VALUE!"]]],
  [
    "LOWSCHOOLS",
    "rows of zeros, the blanks of a whole column, are no school",
    [
      [
        header,
        row("ВПР математика 5", "2024/2025", 10, 3),
        row("ВПР математика 5", "2023/2024", 10, 4),
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    ],
    listAnswer("Берёзовская СОШ", "низкие результаты", "2", "ВПР математика 5"),
  ],
  [
    "LOWSCHOOLS",
    "counts beyond all people",
    [
      [
        header,
        row("ВПР математика 5", "2024/2025", HUGE, 1e307),
        row("ВПР русский язык 5", "2024/2025", HUGE, 1e307),
      ],
    ],
    "#NUM!",
  ],
] as [Id, string, unknown[], unknown][])("%s: %s", async (id, _name, args, expected) => {
  const answer = await call(FUNCTIONS[id], args);
  if (expected instanceof RegExp) expect(answer).toMatch(expected);
  else expect(answer).toEqual(expected);
});

// a plan that begins in 2026 has its first of April in 2027: 46478
test.each(["2026", "2026 г.", "2026 год", "2026г", 2026, "2026/2027", "2026/27", "2026–2027 учебный год"])(
  "DEADLINE: a plan of %s",
  async (year) => {
    expect(await call(FUNCTIONS.DEADLINE, [[["до 1 апреля"]], year])).toEqual([[46478]]);
  },
);
test.each(["2026 учебный год", "2026/2028", "апрель 2026"])(
  "DEADLINE: «%s» does not say it",
  async (year) => {
    expect(await call(FUNCTIONS.DEADLINE, [[["до 1 апреля"]], year])).toMatch(/^#VALUE! Год «/);
  },
);
