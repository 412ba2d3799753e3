import { planRegistry, readRegistry } from "../../../src/domain/documents/registry-sheet";
import type { CellValue, Grid } from "../../../src/domain/grid";
import type { Result } from "../../../src/domain/results/result";
import { settleWithRegistry } from "../../../src/domain/schools/settle-with-registry";

const HEADINGS = [
  "Школа",
  "Краткое название",
  "Другие названия",
  "Не путать с",
  "Логин ФИС ОКО",
  "Код ОГЭ",
  "Код ЕГЭ",
  "Муниципалитет",
  "Головная школа или преемник",
  "Не рассматривать",
  "Причина",
  "Ключ",
] as const;
type Row = Partial<Record<(typeof HEADINGS)[number], CellValue>>;

const gridOf = (rows: readonly Row[]): Grid => ({
  sheet: "Школы",
  top: 6,
  left: 0,
  cells: [[...HEADINGS], ...rows.map((row) => HEADINGS.map((heading) => row[heading] ?? null))],
});

/** name, code, municipality; figures are added where they matter */
type Mention = readonly [school: string, code?: string, municipality?: string];
const result = ([school, schoolCode = "", municipality = ""]: Mention, row: number): Result => ({
  school,
  ...(schoolCode === "" ? {} : { schoolCode }),
  ...(municipality === "" ? {} : { municipality }),
  procedure: { form: "ОГЭ", subject: `предмет ${row}` },
  year: 2026,
  participants: 10,
  failed: 3,
  share: 0.3,
  source: { sheet: "Свод", address: `A${row + 2}` },
});
function settle(mentions: readonly Mention[], rows: readonly Row[]) {
  const { entries, problems } = readRegistry(gridOf(rows));
  const settled = settleWithRegistry(mentions.map(result), entries);
  return {
    names: settled.schools.map(({ name }) => name),
    /** Key of the school of each mention, in their order. */
    keys: mentions.map(
      (_, row) => settled.results.find(({ procedure }) => procedure.subject === `предмет ${row}`)?.schoolKey,
    ),
    unlisted: settled.unlisted.map(({ key }) => key),
    problems: [...problems, ...settled.problems].map(
      ({ code, source }) => `${code} ${source?.address ?? ""}`,
    ),
    excluded: settled.excluded,
  };
}

const A: Row = { Школа: "Лесная СОШ", Ключ: "name:лесная сош" };
const B: Row = { Школа: "Лесная школа", Ключ: "name:лесная школа" };

describe("who is who by the registry", () => {
  test.each<[string, readonly Mention[], readonly Row[], readonly (string | undefined)[]]>([
    ["no rows: as the data say", [["Лесная СОШ"]], [], ["name:лесная сош"]],
    [
      "another name",
      [["Лесная СОШ"], ["Школа в лесу"]],
      [{ ...A, "Другие названия": "Лесная; Школа в лесу" }],
      ["name:лесная сош", "name:лесная сош"],
    ],
    [
      "another name that has a row of its own: the row with the alias is the school",
      [["Лесная СОШ"], ["Лесная школа"]],
      [{ ...A, "Другие названия": "Лесная школа" }, B],
      ["name:лесная сош", "name:лесная сош"],
    ],
    [
      "the alias typed from the side of the name, the other row has the login: the login's",
      [["Лесная СОШ", "edu200001"], ["Лесная школа"]],
      [
        { Школа: "Лесная СОШ", "Логин ФИС ОКО": "edu200001", Ключ: "edu:200001" },
        { ...B, "Другие названия": "Лесная СОШ" },
      ],
      ["edu:200001", "edu:200001"],
    ],
    [
      "a changed login as an alias",
      [
        ["Лесная СОШ", "edu200001"],
        ["Лесная СОШ", "sch200777"],
      ],
      [
        { Школа: "Лесная СОШ", "Другие названия": "sch200777", Ключ: "edu:200001" },
        { Школа: "Лесная СОШ", Ключ: "edu:200777" },
      ],
      ["edu:200001", "edu:200001"],
    ],
    [
      "an exam code, typed as a number",
      [["Лесная СОШ"], ["", "111002"]],
      [{ ...A, "Код ОГЭ": 111002 }],
      ["name:лесная сош", "name:лесная сош"],
    ],
    [
      "the exam code of a row that the first run made for the bare code",
      [["Лесная СОШ"], ["", "111002"]],
      [
        { ...A, "Код ОГЭ": "111002" },
        { Школа: "111002 (ОГЭ)", "Код ОГЭ": "111002", Ключ: "code:ОГЭ:111002" },
      ],
      ["name:лесная сош", "name:лесная сош"],
    ],
    [
      "a code of ЕГЭ is no code of ОГЭ",
      [["Лесная СОШ"], ["", "111002"]],
      [{ ...A, "Код ЕГЭ": "111002" }],
      ["name:лесная сош", "code:ОГЭ:111002"],
    ],
    [
      "the school got a login after the registry was made: its aliases follow",
      [["Лесная СОШ", "edu200001"], ["Школа в лесу"], ["Лесная СОШ"]],
      [{ ...A, "Другие названия": "Школа в лесу" }],
      ["edu:200001", "edu:200001", "edu:200001"],
    ],
    [
      "a school known by login is found by its name where no login is left in the data",
      [["Лесная СОШ"]],
      [{ Школа: "Лесная СОШ", "Логин ФИС ОКО": "edu200001", Ключ: "edu:200001" }],
      ["edu:200001"],
    ],
    [
      "an alias is one of its municipality only",
      [
        ["СОШ № 1", "", "Н-ский район"],
        ["Первая школа", "", "М-ский район"],
      ],
      [
        {
          Школа: "СОШ № 1",
          Муниципалитет: "Н-ский район",
          "Другие названия": "Первая школа",
          Ключ: "name:сош 1@н ский район",
        },
        { Школа: "Первая школа", Муниципалитет: "М-ский район", Ключ: "name:первая школа@м ский район" },
      ],
      ["name:сош 1@н ский район", "name:первая школа@м ский район"],
    ],
    [
      "№ 1 and № 11 stay two",
      [["СОШ № 1"], ["СОШ № 11"]],
      [
        { Школа: "СОШ № 1", Ключ: "name:сош 1" },
        { Школа: "СОШ № 11", Ключ: "name:сош 11" },
      ],
      ["name:сош 1", "name:сош 11"],
    ],
    [
      "a row that the user added needs no key",
      [["Лесная СОШ"], ["Школа в лесу"]],
      [{ Школа: "Лесная СОШ", "Другие названия": "Школа в лесу" }],
      ["name:лесная сош", "name:лесная сош"],
    ],
  ])("%s", (_, mentions, rows, keys) => {
    const settled = settle(mentions, rows);
    expect(settled.keys).toEqual(keys);
    expect(settled.unlisted.filter((key) => rows.length > 0 && !key.startsWith("code:"))).toEqual([]);
  });
});

describe("what contradicts itself is a problem at its cell and counts for nobody", () => {
  test.each<[string, readonly Row[], readonly string[]]>([
    [
      "one alias in two rows",
      [
        { ...A, "Другие названия": "Школа у реки" },
        { ...B, "Другие названия": "Школа у реки" },
      ],
      ["registryAliasRepeated C9"],
    ],
    ["one key twice", [A, { ...A, Школа: "Лесная" }], ["registryKeyRepeated L9"]],
    [
      "an unknown parent",
      [{ ...A, "Головная школа или преемник": "Горная СОШ" }],
      ["registryParentUnknown I8"],
    ],
    [
      "a circle of parents",
      [
        { ...A, "Головная школа или преемник": "Лесная школа" },
        { ...B, "Головная школа или преемник": "Лесная СОШ" },
      ],
      ["registryParentCycle I8", "registryParentCycle I9"],
    ],
    [
      "a school that is its own parent",
      [{ ...A, "Головная школа или преемник": "Лесная СОШ" }],
      ["registryParentCycle I8"],
    ],
    ["neither да nor нет", [{ ...A, "Не рассматривать": "иногда" }], ["registryValueUnknown J8"]],
    ["no reason", [{ ...A, "Не рассматривать": "да" }], ["registryReasonMissing K8"]],
    ["no login", [{ ...A, "Логин ФИС ОКО": "лес" }], ["registryValueUnknown E8"]],
    ["a key of the user's own", [{ ...A, Ключ: "5" }], ["registryValueUnknown L8"]],
    ["no name", [{ "Другие названия": "Лесная" }], ["registryNameMissing A8"]],
  ])("%s", (_, rows, problems) => {
    const settled = settle([["Лесная СОШ"], ["Горная школа № 2"]], rows);
    expect(settled.problems.sort()).toEqual(problems);
    expect(settled.names).toContain("Лесная СОШ");
  });

  test("headings that are gone", () => {
    const read = readRegistry({ sheet: "Школы", top: 0, left: 0, cells: [["Список школ"], ["Лесная СОШ"]] });
    expect(read.problems.map(({ code }) => code)).toEqual(["registryUnreadable"]);
    expect(read.append).toBeNull();
  });
});

test("figures with a branch of which a share alone is known are not used", () => {
  const { entries } = readRegistry(gridOf([A, { ...B, "Головная школа или преемник": "Лесная СОШ" }]));
  const own = result(["Лесная СОШ"], 0);
  const branch: Result = {
    ...own,
    school: "Лесная школа",
    participants: null,
    failed: null,
    source: { sheet: "Свод", address: "A3" },
  };
  const settled = settleWithRegistry([own, branch], entries);
  expect(settled.results).toEqual([]);
  expect(
    settled.problems.map(({ code, source, related }) => [code, source?.address, related?.[0]?.address]),
  ).toEqual([
    ["branchAdded", "A3", undefined],
    ["branchNotAdded", "A2", "A3"],
  ]);
});

test("columns moved and a row put above by the user are found by their headings", () => {
  const grid: Grid = {
    sheet: "Школы",
    top: 2,
    left: 1,
    cells: [
      ["моя строка", null, null],
      ["Другие названия", "Ключ", "Школа"],
      ["Школа в лесу", "name:лесная сош", "Лесная СОШ"],
    ],
  };
  const { entries, append } = readRegistry(grid);
  expect(entries).toMatchObject([{ name: "Лесная СОШ", aliases: ["Школа в лесу"], key: "name:лесная сош" }]);
  const blocks = append?.([{ key: "edu:200001", name: "Горная СОШ", spellings: ["Горная СОШ"] }]) ?? [];
  const cells = Object.fromEntries(
    blocks.map(({ row, column, cells: [first] }) => [`${row},${column}`, first?.[0]]),
  );
  expect(cells).toEqual({ "5,1": null, "5,2": "edu:200001", "5,3": "Горная СОШ" });
});

test("the sheet made of schools is read back as those schools; names that two schools share are no aliases", () => {
  const plan = planRegistry([
    {
      key: "edu:200001",
      name: 'МБОУ "Лесная СОШ"',
      spellings: ['МБОУ "Лесная СОШ"', "Школа в лесу", "Школа № 1"],
      keys: ["edu:200001", "code:ОГЭ:111002"],
      municipality: "Н-ский район",
    },
    { key: "edu:200002", name: "Горная СОШ", spellings: ["Горная СОШ", "Школа № 1", "ГОРНАЯ СОШ"] },
  ]);
  const width = plan.columns.length;
  const cells: CellValue[][] = Array.from({ length: 10 }, () => new Array<CellValue>(width).fill(null));
  for (const { row, column, cells: rows } of plan.blocks)
    rows.forEach((line, r) => {
      line.forEach((cell, c) => {
        const target = cells[row + r];
        if (target !== undefined && typeof cell !== "object") target[column + c] = cell;
      });
    });
  const { entries, problems } = readRegistry({ sheet: "Школы", top: 0, left: 0, cells });
  expect(problems).toEqual([]);
  expect(entries).toMatchObject([
    { key: "edu:200002", name: "Горная СОШ", aliases: [], login: "200002", codeOge: "", excluded: false },
    {
      key: "edu:200001",
      name: "МБОУ «Лесная СОШ»",
      shortName: "Лесная СОШ",
      aliases: ["Школа в лесу"],
      login: "200001",
      codeOge: "111002",
      municipality: "Н-ский район",
    },
  ]);
});
