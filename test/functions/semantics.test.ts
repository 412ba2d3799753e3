/**
 * What issue E asks of every function alike: blanks, error cells, Russian text numbers, numbers out of range, shapes.
 * Each row says how one cell reaches a function; the rest of the call is good.
 */
import "./excel-errors";
import { FUNCTIONS } from "../../src/functions/functions";
import { call, errorCell } from "./excel-errors";

type Id = keyof typeof FUNCTIONS;
const NO_DATA = "нет данных";
const header = ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"];
const LIST = (cell: unknown) => [
  header,
  ["Берёзовская СОШ", "ВПР математика 5", "2024/2025", 10, cell],
  ["Берёзовская СОШ", "ВПР математика 5", "2023/2024", 10, 4],
];
const listAnswer = (...row: readonly string[]) => [["Школа", "Вывод", "Критерии", "Процедуры"], row];

interface Subject {
  readonly id: Id;
  /** The call with one cell of its first range; 3 there is good where numbers are read. */
  readonly with: (cell: unknown) => readonly unknown[];
  readonly blank: unknown;
  /** What 3 gives; null where the range has names. */
  readonly three: unknown;
  /** A number that cannot be; null where every number is a name. */
  readonly impossible: unknown;
  /** `#NUM!` of the whole call, or in place of the row's answer. */
  readonly numError?: unknown;
  /** As for numError. */
  readonly naError: unknown;
  /** A call whose ranges do not fit, and what the message names. */
  readonly misfit: readonly [args: readonly unknown[], names: RegExp];
}

const inCell = (...row: readonly string[]) => [row];
const atCell = (row: number, column: number) =>
  `#N/A Ошибка #N/A в строке ${row}, столбце ${column} диапазона.`;

const SUBJECTS: readonly Subject[] = [
  {
    id: "LOWRESULT",
    with: (x) => [[[10, x]]],
    blank: [[NO_DATA]],
    three: [[true]],
    impossible: 11,
    naError: inCell("#N/A"),
    misfit: [[[[1, 2, 3]]], /Столбцов в диапазоне: 3/],
  },
  {
    id: "FAILSHARE",
    with: (x) => [[[10, x]]],
    blank: [[NO_DATA]],
    three: [[0.3]],
    impossible: -1,
    naError: inCell("#N/A"),
    misfit: [[[[1, 2, 3]]], /Столбцов в диапазоне: 3/],
  },
  {
    id: "LOWSCHOOL",
    with: (x) => [[[10, x, 10, 4]], null, null, null, "числа"],
    blank: [[NO_DATA]],
    three: [[true]],
    impossible: 2.5,
    numError: "#NUM!",
    naError: atCell(1, 2),
    misfit: [[[[0.3], [0.4]]], /нужна одна строка школы, а строк 2/],
  },
  {
    id: "WHYLOW",
    with: (x) => [[[10, x, 10, 4]], null, null, null, "числа"],
    blank: [[NO_DATA]],
    three: [["критерий 1: процедура 1 — 30,0\u00a0%, процедура 2 — 40,0\u00a0%"]],
    impossible: 11,
    numError: "#NUM!",
    naError: atCell(1, 2),
    misfit: [[[[10, 3, 10]], null, null, null, "числа"], /пары столбцов .* а столбцов 3/],
  },
  {
    id: "LOWSCHOOLS",
    with: (x) => [LIST(x)],
    blank: listAnswer("Берёзовская СОШ", "недостаточно данных", "", ""),
    three: listAnswer("Берёзовская СОШ", "низкие результаты", "2", "ВПР математика 5"),
    impossible: 11,
    numError: "#NUM!",
    naError: atCell(2, 5),
    misfit: [
      [
        [
          ["а", "б"],
          ["в", "г"],
        ],
      ],
      /нужны заголовки и строки школ/,
    ],
  },
  {
    id: "TREND",
    with: (x) => [[[x, 0.1]]],
    blank: [[NO_DATA, NO_DATA]],
    three: null,
    impossible: 1.5,
    numError: inCell("#NUM!", "#NUM!"),
    naError: inCell("#N/A", "#N/A"),
    misfit: [[[[0.1, 0.2, 0.3, 0.4]]], /за 2 или 3 года .* а столбцов 4/],
  },
  {
    id: "JOURNALGAP",
    with: (x) => [[[x]], [[9]], [[0]]],
    blank: [[NO_DATA, NO_DATA, NO_DATA]],
    three: [[0.25, 0.75, 0]],
    impossible: -3,
    numError: inCell("#NUM!", "#NUM!", "#NUM!"),
    naError: inCell("#N/A", "#N/A", "#N/A"),
    misfit: [[[[1], [2]], [[1], [2], [3]], [[1]]], /2×1, 3×1, 1×1/],
  },
  {
    id: "INDICATOR",
    with: (x) => [[[x]], [[12]]],
    blank: [[NO_DATA]],
    three: [[0.25]],
    impossible: 13,
    naError: inCell("#N/A"),
    misfit: [
      [
        [[1], [2]],
        [[1], [2], [3]],
      ],
      /2×1, 3×1/,
    ],
  },
  {
    id: "SCHOOLKEY",
    with: (x) => [[[x]]],
    blank: [[""]],
    three: null,
    impossible: null,
    naError: inCell("#N/A"),
    misfit: [[], /./],
  },
  {
    id: "SAMESCHOOL",
    with: (x) => [[[x]], [["СОШ № 1"]]],
    blank: [[NO_DATA]],
    three: null,
    impossible: null,
    naError: inCell("#N/A"),
    misfit: [
      [
        [["а"], ["б"]],
        [["а"], ["б"], ["в"]],
      ],
      /2×1, 3×1/,
    ],
  },
  {
    id: "DEADLINE",
    with: (x) => [[[x]], 2026],
    blank: [[""]],
    three: null,
    impossible: -5,
    naError: inCell("#N/A"),
    misfit: [[], /./],
  },
  {
    id: "DEADLINESTATUS",
    with: (x) => [[[x]], [["в работе"]], 46479],
    blank: [["срок не указан"]],
    three: null,
    impossible: 5,
    naError: inCell("#N/A"),
    misfit: [[[[46478], [46478]], [["снято"], ["снято"], ["снято"]], 46479], /2×1, 3×1/],
  },
  {
    id: "MEASURES",
    with: (x) => ["project-500", x],
    blank: expect.any(Array),
    three: expect.any(Array),
    impossible: 9,
    numError: "#NUM!",
    naError: expect.stringMatching(/^#N\/A /),
    misfit: [["project-500", [1, 2]], /./],
  },
];

const run = ({ id }: Subject, args: readonly unknown[]) => call(FUNCTIONS[id], args);
const table = (wanted: (subject: Subject) => boolean = () => true) =>
  SUBJECTS.filter(wanted).map((subject) => [subject.id, subject] as const);

test("the table has every function", () => {
  expect(SUBJECTS.map(({ id }) => id).sort()).toEqual(Object.keys(FUNCTIONS).sort());
});

test.each(table())("%s: a blank of the web (null) and a blank text are no data", async (_id, subject) => {
  for (const blank of [null, "", " "]) expect(await run(subject, subject.with(blank))).toEqual(subject.blank);
});

test.each(table())("%s: an error cell comes out as that error", async (_id, subject) => {
  expect(await run(subject, subject.with(errorCell("#N/A")))).toEqual(subject.naError);
});

test.each(table(({ three }) => three !== null))("%s: a number as Russian text", async (_id, subject) => {
  expect(await run(subject, subject.with(3))).toEqual(subject.three);
  for (const text of subject.id === "MEASURES" ? ["3", " 3 "] : ["3", " 3 ", "3,0", "3\u00a0"])
    expect(await run(subject, subject.with(text))).toEqual(subject.three);
});

test.each([
  ["LOWRESULT", [[["1\u00a0200", "360"]], "30 %"], [[true]]],
  ["FAILSHARE", [[["30,5 %"]], "доли"], [[0.305]]],
  ["FAILSHARE", [[["12,5"]], "проценты"], [[0.125]]],
  ["LOWSCHOOL", [[["30 %", "0,4"]], null, "«000»", "30,0"], [[true]]],
  ["TREND", [[["10 %", "20,5 %"]], "10,5"], [[10.5, "отрицательная динамика"]]],
  ["INDICATOR", [[["9"]], [["12"]], "75 %"], [[0.75, true]]],
  ["DEADLINESTATUS", [[["01.04.2027"]], [["в работе"]], "02.04.2027"], [["просрочено"]]],
] as [Id, unknown[], unknown][])("%s: text numbers in every parameter", async (id, args, expected) => {
  expect(await call(FUNCTIONS[id], args)).toEqual(expected);
});

test.each(table(({ impossible }) => impossible !== null))(
  "%s: a number out of range",
  async (_id, subject) => {
    expect(await run(subject, subject.with(subject.impossible))).toEqual(subject.numError ?? [["#NUM!"]]);
  },
);

test.each([
  ["LOWRESULT", [[[10, 3]], 0.3, null, -1]],
  ["LOWRESULT", [[[10, 3]], 101]],
  ["LOWSCHOOL", [[[0.3]], null, null, -1]],
  ["WHYLOW", [[[0.3]], null, null, 300]],
  ["LOWSCHOOLS", [LIST(3), null, 1500]],
  ["LOWSCHOOLS", [LIST(3), null, null, 101]],
  ["TREND", [[[0.1, 0.2]], -1]],
  ["INDICATOR", [[[9]], [[12]], -0.1]],
  ["DEADLINE", [[["до 1 апреля"]], 1500]],
  ["DEADLINESTATUS", [[[46478]], [["снято"]], 46479, 1500]],
] as [Id, unknown[]][])("%s: a scalar out of range, %j", async (id, args) => {
  expect(await call(FUNCTIONS[id], args)).toBe("#NUM!");
});

test.each(table(({ id }) => !["SCHOOLKEY", "DEADLINE", "MEASURES"].includes(id)))(
  "%s: a shape that does not match, and which",
  async (_id, subject) => {
    const [args, names] = subject.misfit;
    const text = await run(subject, args);
    expect(text).toMatch(/^#VALUE! /);
    expect(text).toMatch(names);
  },
);

test.each(table())("%s: an error in any scalar parameter names it or comes out", async (_id, subject) => {
  const args = subject.with(3);
  for (const [at, value] of args.entries()) {
    if (Array.isArray(value)) continue;
    const broken = args.map((each, index) => (index === at ? errorCell("#DIV/0!") : each));
    expect(JSON.stringify(await run(subject, broken))).toContain("#DIV/0!");
  }
});
