import fc from "fast-check";
import { analyse, type Analysis, type AnalysisInput } from "../../src/domain/analysis";
import { answerOf, pairOf, type SchoolPair } from "../../src/domain/answer-schools";
import { withoutNote, type SchoolAnswer } from "../../src/domain/documents/registry-answer";
import { planRegistry } from "../../src/domain/documents/registry-sheet";
import type { CellValue, Grid } from "../../src/domain/grid";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";

/** name, login, municipality */
type Mention = readonly [school: string, login?: string, municipality?: string];
const HEADER = ["Школа", "Логин", "Муниципалитет", "Процедура", "Учебный год", "Участников", "Не справились"];

/** Every row has a year or a procedure of its own, so that no figure is left out as a repeated one. */
function inputOf(mentions: readonly Mention[], registry: Grid | null = null): AnalysisInput {
  const rows = mentions.map(([school, login = "", municipality = ""], row): CellValue[] => {
    const year = 2010 + (row % 15);
    return [
      school,
      login,
      municipality,
      row < 15 ? "ВПР математика 5" : "ВПР математика 6",
      `${year}/${year + 1}`,
      10,
      3,
    ];
  });
  return {
    grids: [{ sheet: "Свод", top: 0, left: 0, cells: [HEADER, ...rows] }],
    openWorkbook: "Книга.xlsx",
    decisions: null,
    registry,
    settings: DEFAULT_SETTINGS,
  };
}

/** The registry that an earlier run made of these schools, in a grid of its own. */
function registryOf({ schools }: Analysis): Grid {
  const [title, notes, header, body] = planRegistry(schools).blocks;
  const width = header?.cells[0]?.length ?? 0;
  const wide = (row: readonly unknown[]): CellValue[] =>
    Array.from({ length: width }, (_, at) => (row[at] ?? null) as CellValue); // as: the registry has plain values
  const cells = [title, notes].flatMap((block) => block?.cells ?? []).map(wide);
  return {
    sheet: "Школы",
    top: 0,
    left: 0,
    cells: [...cells, wide([]), ...(header?.cells ?? []).map(wide), ...(body?.cells ?? []).map(wide)],
  };
}

/** Which rows are one school: numbers of rows by school, each sorted. */
function partition({ results }: Analysis): string[] {
  const groups = new Map<string, number[]>();
  for (const { schoolKey, source } of results) {
    const row = Number(/\d+/.exec(source.address)?.[0]);
    groups.set(
      schoolKey,
      [...(groups.get(schoolKey) ?? []), row].sort((a, b) => a - b),
    );
  }
  return [...groups.values()].map((rows) => rows.join(" ")).sort();
}

/** The same with two schools put together: counted here by rows, not by what the answer did. */
function united({ results }: Analysis, { first, second }: SchoolPair): string[] {
  const under = results.map((result) =>
    result.schoolKey === second ? { ...result, schoolKey: first } : result,
  );
  return partition({ results: under } as unknown as Analysis); // as: only results are looked at
}

const school = fc.record({
  stem: fc.constantFrom("Лесная", "Лесная им. Н.", "Луговая", "5", "5 г. Н-ска", "15"),
  type: fc.constantFrom("СОШ", "ООШ", "школа", "лицей"),
  login: fc.constantFrom("", "", "edu200001", "edu200002", "edu200003"),
  municipality: fc.constantFrom("", "", "Н-ский район", "М-ский район"),
});
const mention = school.map(({ stem, type, login, municipality }): Mention => [
  /^\d/.test(stem) ? `${type} № ${stem}` : `${stem} ${type}`,
  login,
  municipality,
]);

test("an answer never merges, nor parts, other schools, whatever the registry knows", () => {
  let kept = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(mention, { minLength: 2, maxLength: 12, selector: (each) => each.join("|") }),
      fc.constantFrom<"none" | "all" | "some">("none", "all", "some"),
      fc.constantFrom<SchoolAnswer>("same", "different"),
      fc.nat(),
      fc.nat(),
      (mentions, known, answer, a, b) => {
        const part = known === "some" ? mentions.slice(0, Math.ceil(mentions.length / 2)) : mentions;
        const input = inputOf(mentions, known === "none" ? null : registryOf(analyse(inputOf(part))));
        const before = analyse(input);
        const asked = before.problems.flatMap((problem) => pairOf(problem) ?? []);
        const { schools } = before;
        // mostly a pair that is asked about, at times any two
        const any = {
          first: schools[a % schools.length]?.key ?? "",
          second: schools[b % schools.length]?.key ?? "",
        };
        const pair = a % 4 > 0 ? (asked[b % Math.max(1, asked.length)] ?? any) : any;
        if (pair.first === pair.second) return;
        const change = answerOf(input, before, pair, answer);
        if (change === null) return;
        kept++;
        const after = analyse({ ...input, registry: change.grid });
        expect(partition(after)).toEqual(answer === "same" ? united(before, pair) : partition(before));
        // and taken back, all is as it was
        const edit = withoutNote(change.grid, change.noted);
        expect(edit).not.toBeNull();
      },
    ),
    { numRuns: 150 },
  );
  expect(kept).toBeGreaterThan(50); // the property says something
});

const answered = (mentions: readonly Mention[], answer: SchoolAnswer, known: boolean) => {
  const plain = inputOf(mentions);
  const input = known ? { ...plain, registry: registryOf(analyse(plain)) } : plain;
  const before = analyse(input);
  const [pair] = before.problems.flatMap((problem) => pairOf(problem) ?? []);
  if (pair === undefined) throw new Error("nothing is asked");
  return answerOf(input, before, pair, answer);
};

/** The spelling of two of three figures stays. */
const TYPO: readonly Mention[] = [["Лесная СОШ"], ["Лесная СОШ"], ["Леснаая СОШ"]];
const LOGINS: readonly Mention[] = [
  ["Лесная СОШ", "edu200001"],
  ["Лесная СОШ", "edu200002"],
];
/** The third row has no login: it may be either. */
const SEVERAL: readonly Mention[] = [
  ["СОШ № 5", "edu200001", "Н-ский район"],
  ["СОШ № 5", "edu200002", "М-ский район"],
  ["СОШ № 5"],
];
test.each([
  ["a typing error", TYPO, "same", "Леснаая СОШ"],
  ["a typing error, other schools", TYPO, "different", "Леснаая СОШ"],
  ["one name, a changed login: the name would tell nothing", LOGINS, "same", "edu200002"],
  ["one name, two logins, two schools", LOGINS, "different", "edu200002"],
  ["a name that two schools have: the first of them", SEVERAL, "same", null],
] as const)("%s is kept as a name or a login", (_, mentions, answer, text) => {
  for (const known of [false, true]) {
    const change = answered(mentions, answer, known);
    expect(change).not.toBeNull();
    if (text !== null) expect(change?.noted.text).toBe(text);
    expect([change?.plan === null, change?.edit === null]).toEqual([known, !known]);
  }
});

test("a registry without the column of an answer is left alone", () => {
  const plain = inputOf(TYPO);
  const whole = registryOf(analyse(plain));
  const cells = whole.cells.map((row) => row.map((cell) => (cell === "Не путать с" ? "Заметки" : cell)));
  const input = { ...plain, registry: { ...whole, cells } };
  const before = analyse(input);
  const [pair] = before.problems.flatMap((problem) => pairOf(problem) ?? []);
  if (pair === undefined) throw new Error("nothing is asked");
  expect(answerOf(input, before, pair, "different")).toBeNull();
  expect(answerOf(input, before, pair, "same")).not.toBeNull();
});

/** Figures of two like names on a sheet each: [procedure, participants, failed]. */
const two = (first: readonly CellValue[][], second: readonly CellValue[][]): AnalysisInput => {
  const grid = (sheet: string, school: string, rows: readonly CellValue[][]): Grid => ({
    sheet,
    top: 0,
    left: 0,
    cells: [
      ["Школа", "Учебный год", "Процедура", "Участников", "Не справились"],
      ...rows.map((row) => [school, "2024/2025", ...row]),
    ],
  });
  return {
    ...inputOf([]),
    grids: [grid("Первый", "Калиновская СОШ", first), grid("Второй", "Малиновская СОШ", second)],
  };
};
const [MATHS, RUSSIAN, BIOLOGY] = ["ВПР математика 5", "ВПР русский язык 5", "ВПР биология 5"];

/** Counted by hand from the rows above each other. */
test.each<[string, CellValue[][], CellValue[][], contradicting: number, left: number]>([
  ["nothing in common", [[MATHS, 10, 1]], [[RUSSIAN, 10, 2]], 0, 2],
  [
    "an equal figure stays once",
    [[MATHS, 10, 1]],
    [
      [MATHS, 10, 1],
      [RUSSIAN, 9, 2],
    ],
    0,
    2,
  ],
  [
    "one differs",
    [
      [MATHS, 10, 1],
      [BIOLOGY, 8, 0],
    ],
    [[MATHS, 10, 2]],
    1,
    1,
  ],
  [
    "one equal, two differ",
    [
      [MATHS, 9, 1],
      [RUSSIAN, 9, 1],
      [BIOLOGY, 9, 1],
    ],
    [
      [MATHS, 9, 1],
      [RUSSIAN, 9, 2],
      [BIOLOGY, 8, 1],
    ],
    2,
    1,
  ],
])("«Да» tells how many figures contradict: %s", (_, first, second, contradicting, left) => {
  const input = two(first, second);
  const before = analyse(input);
  const [pair] = before.problems.flatMap((problem) => pairOf(problem) ?? []);
  if (pair === undefined) throw new Error("nothing is asked");
  const change = answerOf(input, before, pair, "same");
  expect(change?.contradicting).toBe(contradicting);
  expect(analyse({ ...input, registry: change?.grid ?? null }).results).toHaveLength(left);
  expect(answerOf(input, before, pair, "different")?.contradicting).toBe(0);
});

/** What is in «Другие названия» of a row that keeps «Б», and what is left of it; the user's own signs stay. */
test.each([
  ["Б", ""],
  ["А; Б", "А"],
  ["Б; В", "В"],
  ["А\nБ;  В", "А;  В"],
  ["А ;Б\nВ,Г", "А \nВ,Г"],
  ["А; Б; Б", "А; Б"],
  ["Б\nА\nБ", "А\nБ"],
])("«%j» without the answer is «%j»", (held, left) => {
  const input = inputOf([["Лесная СОШ"]]);
  const registry = registryOf(analyse(input));
  const cells = registry.cells.map((row) => [...row]);
  const row = cells.find(([name]) => name === "Лесная СОШ");
  if (row === undefined) throw new Error("no row");
  row[2] = held;
  const noted = { answer: "same", row: analyse(input).schools[0]?.key ?? "", text: "Б" } as const;
  expect(withoutNote({ ...registry, cells }, noted)?.value).toBe(left);
});
