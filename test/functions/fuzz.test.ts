/** Every function over random cells: what holds for any input whatever (issue G, 4). A failing seed becomes a case. */
import fc from "fast-check";
import { FUNCTIONS } from "../../src/functions/functions";
import "./excel-errors";
import { fuzz } from "../fuzz";

type Id = keyof typeof FUNCTIONS;

/** learn.microsoft.com, "Handle errors while returning from custom functions". */
const CODES = Object.values(CustomFunctions.ErrorCode);
const error = (code: CustomFunctions.ErrorCode): CustomFunctions.Error => new CustomFunctions.Error(code);

const errors = fc.constantFrom(...CODES).map(error);
const numbers = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 40 }) },
  { weight: 2, arbitrary: fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000) },
  { weight: 2, arbitrary: fc.integer({ min: 36_000, max: 74_000 }) },
  fc.constantFrom(-1, -0, 1e-12, 0.1 + 0.2, 100, 100.5, 1e15, 1e21, 1e308, Number.MAX_SAFE_INTEGER, 5e-324),
);
const texts = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "\u00a0",
      "-",
      "н/д",
      "нет",
      "30 %",
      "34,8%",
      "12,5",
      "1\u00a0200",
      "1 200,5",
      "−5",
      "9".repeat(400),
    ],
    ...[
      "#Н/Д",
      "#DIV/0!",
      "constructor",
      "__proto__",
      "toString",
      "=1+1",
      "доли",
      "числа",
      "отметки",
      "тройки",
    ],
    ...["Школа", "Процедура", "Учебный год", "Участников", "Не справились", "ВПР математика 5", "2024/2025"],
    ...[
      "Берёзовская СОШ",
      "МБОУ « Берёзовская СОШ»",
      "СОШ № 5 (edu200001)",
      "ИТОГО",
      "004",
      "000",
      "project-500",
    ],
    ...[
      "до 1 апреля",
      "апрель 2027 года",
      "постоянно",
      "31.02.2027",
      "01.04.2027",
      "в работе",
      "выполнено",
      "начало",
    ],
  ),
  fc.string({ maxLength: 12, unit: "binary" }),
);
const plain = fc.oneof(
  { weight: 6, arbitrary: numbers },
  { weight: 3, arbitrary: texts },
  fc.boolean(),
  fc.constant(null),
);
const cells = fc.oneof({ weight: 12, arbitrary: plain }, errors);
/** Small enough to be often right in shape. */
const ranges = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cells, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const scalars = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: plain },
  errors,
);

const R = ranges;
const S = scalars;
/** Kinds of the parameters, in order; a range may be left out where it is optional. */
const PARAMETERS: Readonly<Record<Id, readonly fc.Arbitrary<unknown>[]>> = {
  LOWRESULT: [R, S, S, S],
  LOWSCHOOL: [R, fc.option(R), S, S, S, S],
  LOWSCHOOLS: [R, S, S, S],
  FAILSHARE: [R, S],
  WHYLOW: [R, fc.option(R), S, S, S, S, fc.option(R)],
  SCHOOLKEY: [R],
  SAMESCHOOL: [R, R],
  DEADLINE: [R, S, S],
  DEADLINESTATUS: [R, R, S, S],
  MEASURES: [S, S],
  INDICATOR: [R, R, S],
  TREND: [R, S],
  JOURNALGAP: [R, R, R],
};

interface Outcome {
  readonly thrown: boolean;
  readonly value: unknown;
}

async function outcomeOf(id: Id, args: readonly unknown[]): Promise<Outcome> {
  const shell: (...values: never[]) => Promise<unknown> = FUNCTIONS[id];
  try {
    return { thrown: false, value: await shell(...([...args, { functionName: id }] as never[])) }; // as: any values at all
  } catch (value) {
    return { thrown: true, value };
  }
}

const isError = (value: unknown): value is CustomFunctions.Error => value instanceof CustomFunctions.Error;

function isCell(value: unknown): boolean {
  if (isError(value)) return CODES.includes(value.code);
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || typeof value === "boolean";
}

/** Rows of the answer; fails where it is no answer that Excel can put into cells. */
function rowsOf({ thrown, value }: Outcome): readonly (readonly unknown[])[] | null {
  if (thrown) {
    if (!isError(value)) throw value;
    expect(CODES).toContain(value.code);
    return null;
  }
  const rows = value as readonly (readonly unknown[])[]; // as: checked by the lines below
  expect(Array.isArray(rows) && rows.length > 0 && rows.every(Array.isArray)).toBe(true);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(rows[0]?.length).toBeGreaterThan(0);
  expect(rows.flat().filter((cell) => !isCell(cell))).toEqual([]);
  return rows;
}

const IDS = Object.keys(PARAMETERS) as Id[]; // as: the keys that the type above demands

test("every function is tried", () => {
  expect([...IDS].sort()).toEqual(Object.keys(FUNCTIONS).sort());
});

test.each(IDS)(
  "%s: settles with a rectangle of plain values and known errors, whatever it gets",
  async (id) => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...PARAMETERS[id]), async (args) => {
        rowsOf(await outcomeOf(id, args));
      }),
      fuzz(400),
    );
  },
);

/** Good calls of every function that takes ranges, wide enough for the error to stand anywhere. */
const GOOD: readonly (readonly [id: Id, args: readonly unknown[]])[] = [
  [
    "LOWRESULT",
    [
      [
        [10, 3],
        [10, 1],
        [20, 0],
      ],
    ],
  ],
  [
    "LOWRESULT",
    [
      [
        [3, 4, 2, 1],
        [0, 5, 3, 2],
        [1, 1, 1, 1],
      ],
    ],
  ],
  [
    "LOWRESULT",
    [
      [
        [10, 3, 4, 2, 1],
        [10, 0, 5, 3, 2],
        [4, 1, 1, 1, 1],
      ],
    ],
  ],
  [
    "LOWRESULT",
    [
      [
        [0.3, 0.1],
        [0.2, 0.5],
        [1, 0],
      ],
      null,
      "доли",
    ],
  ],
  ["LOWRESULT", [[[2], [3], [5]], null, "отметки"]],
  [
    "FAILSHARE",
    [
      [
        [10, 3, 5, 1],
        [10, 1, 4, 2],
        [20, 0, 3, 3],
      ],
      "числа",
    ],
  ],
  [
    "TREND",
    [
      [
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
        [0, 0, 0],
      ],
    ],
  ],
  ["INDICATOR", [[[9], [3], [0]], [[12], [12], [12]], 70]],
  [
    "JOURNALGAP",
    [
      [[9], [3], [0]],
      [[12], [12], [12]],
      [[1], [1], [1]],
    ],
  ],
  [
    "SCHOOLKEY",
    [
      [
        ["а СОШ", "б СОШ"],
        ["в СОШ", "г СОШ"],
        ["д СОШ", "е СОШ"],
      ],
    ],
  ],
  [
    "SAMESCHOOL",
    [
      [["а СОШ"], ["б СОШ"], ["в СОШ"]],
      [["а СОШ"], ["в СОШ"], ["в СОШ"]],
    ],
  ],
  ["DEADLINE", [[["до 1 апреля"], [46478], ["май"]], 2026]],
  ["DEADLINESTATUS", [[[46478], [46478], ["май"]], [["в работе"], ["снято"], ["в работе"]], 46479, 2026]],
];
/** One verdict for all the cells: the whole call is the error. */
const WHOLE: readonly (readonly [id: Id, args: readonly unknown[]])[] = [
  ["LOWSCHOOL", [[[0.3, 0.4]], [[0.3, 0.4]], "004"]],
  ["LOWSCHOOL", [[[10, 3, 10, 4]], [[10, 3, 10, 4]], null, null, "числа"]],
  ["LOWSCHOOL", [[[10, 3, 0.3]], [[10, 3, 0.3]], null, null, "тройки"]],
  ["WHYLOW", [[[0.3, 0.4]], [[0.3, 0.4]], null, null, null, null, [["а", "б"]]]],
  [
    "LOWSCHOOLS",
    [
      [
        ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"],
        ["Лесная СОШ", "ВПР математика 5", "2024/2025", 10, 3],
        ["Лесная СОШ", "ВПР математика 5", "2023/2024", 10, 3],
      ],
    ],
  ],
];

const areRows = (value: unknown): value is readonly (readonly unknown[])[] => Array.isArray(value);

/** The call with an error in one cell of one of its ranges. */
function spoilt(args: readonly unknown[], pick: number): { readonly args: unknown[]; readonly row: number } {
  const places = args.flatMap((value, at) =>
    areRows(value) ? value.flatMap((line, row) => line.map((_, column) => ({ at, row, column }))) : [],
  );
  const { at, row, column } = places[pick % places.length] ?? { at: 0, row: 0, column: 0 };
  const put = (value: unknown, index: number): unknown =>
    index === at && areRows(value)
      ? value.map((line, r) =>
          line.map((cell, c) =>
            r === row && c === column ? error(CustomFunctions.ErrorCode.invalidReference) : cell,
          ),
        )
      : value;
  return { args: args.map(put), row };
}

test.each([...GOOD, ...WHOLE])(
  "%s %j: an error cell never leaves its row with a plain answer",
  async (id, good) => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 999 }), async (pick) => {
        const { args, row } = spoilt(good, pick);
        const rows = rowsOf(await outcomeOf(id, args));
        if (rows === null) return;
        expect(WHOLE.some(([whole]) => whole === id)).toBe(false);
        expect(rows[row]?.some(isError)).toBe(true);
        expect(
          rows
            .filter((_, other) => other !== row)
            .flat()
            .some(isError),
        ).toBe(false);
      }),
      fuzz(60),
    );
  },
);
