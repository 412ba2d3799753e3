import { planDecisions, readDecisions } from "../../../src/domain/documents/decisions";
import { planPackage } from "../../../src/domain/documents/package";
import { planRequisites } from "../../../src/domain/documents/requisites";
import type { CellValue } from "../../../src/domain/grid";
import type { Adjustment } from "../../../src/domain/identification/verdict";
import { loadTemplate, templateIds, type TemplateId } from "../../../src/domain/measures/templates";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import { faultsOf } from "./faults";
import {
  analysisOf,
  cellsOf,
  cellText,
  findPlan,
  formulasOf,
  resultsOf,
  shareOnly,
  textsOf,
  type Row,
} from "./support";

const M5 = "ВПР математика 5";
const R5 = "ВПР русский язык 5";
const ROWS: readonly Row[] = [
  ["А", 2019, M5, "3/10"],
  ["А", 2019, R5, "4/10"],
  ["А", 2018, M5, "0/10"],
  ["Б", 2019, M5, "1/10"],
  ["В", 2018, M5, "1/10"],
];
/** Every class of two subjects in two years, all low: the most reasons that a school can have. */
const MANY: readonly Row[] = [2018, 2019].flatMap((year) =>
  ["ВПР математика", "ВПР русский язык"].flatMap((subject) =>
    [4, 5, 6, 7, 8, 10].map((grade): Row => ["Школа", year, `${subject} ${grade}`, "9/10"]),
  ),
);
const LONG = Array.from({ length: 700 }, (_, n) => `слово${n}`).join(" "); // 6 890 letters
const GLUED = "ы".repeat(5000);
const ground = (text: string): Adjustment => ({
  schoolKey: "",
  school: "Б",
  action: "add",
  ground: text,
  date: null,
});

type Analysis = ReturnType<typeof analysisOf>;
const ANALYSES: Readonly<Record<string, Analysis>> = {
  ordinary: analysisOf(resultsOf(ROWS)),
  "no low school": analysisOf(resultsOf(ROWS.slice(3))),
  "only one year": analysisOf(resultsOf(ROWS.slice(0, 2))),
  "shares only": analysisOf(ROWS.map((row, n) => shareOnly(row, n / 10))),
  "a year without results": analysisOf(resultsOf(ROWS), { year: 2025 }),
  "24 reasons": analysisOf(resultsOf(MANY), { ruleId: "004" }),
  "a ground of 6 890 letters": analysisOf(resultsOf(ROWS), {}, [ground(LONG)]),
  "a ground of 5 000 letters without a space": analysisOf(resultsOf(ROWS), {}, [ground(GLUED)]),
  "many schools without data": analysisOf(
    resultsOf([
      ...ROWS,
      ...Array.from({ length: 300 }, (_, n): Row => [`Школа с длинным именем № ${n}`, 2018, M5, "1/10"]),
    ]),
  ),
};

async function plansOf(
  analysis: Analysis,
  template: TemplateId = "low-results-roadmap",
  requisites = {},
): Promise<readonly SheetPlan[]> {
  return planPackage({ analysis, template: await loadTemplate(template), requisites, start: 2026 });
}
const squeezed = (texts: readonly string[]): string => texts.join(" ").replace(/\s+/g, " ");

describe.each(templateIds)("template %s", (id) => {
  test("makes three sound sheets", async () => {
    for (const plan of await plansOf(analysisOf(resultsOf(ROWS)), id)) expect(faultsOf(plan)).toEqual([]);
  });

  test("has every measure in full, in its order, with its number", async () => {
    const roadmap = findPlan(await plansOf(analysisOf(resultsOf(ROWS)), id), "roadmap");
    const measures = (await loadTemplate(id)).sections.flatMap((section) => section.measures);
    const rows = roadmap.blocks.flatMap(({ cells }) => cells);
    const printed = rows.flatMap((row) => (measures.some(({ text }) => text === row[1]) ? [row] : []));
    expect(printed.map((row) => [row[0], row[1]])).toEqual(measures.map((m) => [m.number, m.text]));
    // section 3 of seed 004 holds indicators, which are counted apart from measures
    const indicators = measures.filter(({ indicator }) => indicator !== undefined).length;
    expect(roadmap.measures).toBe(measures.length - indicators);
  });
});

describe.each(Object.entries(ANALYSES))("%s", (_name, analysis) => {
  test("makes three sound sheets", async () => {
    for (const plan of await plansOf(analysis)) expect(faultsOf(plan)).toEqual([]);
  });
});

test.each([planRequisites(), planDecisions()])("the blank sheet «$name» is sound", (plan) => {
  expect(faultsOf(plan)).toEqual([]);
});

describe("texts higher than a row go on in the next", () => {
  test("a ground of 6 890 letters, in the passport and in the list", async () => {
    const plans = await plansOf(ANALYSES["a ground of 6 890 letters"] as Analysis); // named above
    expect(squeezed(textsOf(findPlan(plans, "roadmap")))).toContain(LONG);
    const list = findPlan(plans, "lowSchools");
    const rows = list.blocks.flatMap(({ cells }) => cells).filter((row) => row[1] === "Б");
    expect(rows.length).toBeGreaterThan(1);
    expect(squeezed(rows.map((row) => cellText(row[4])))).toBe(LONG);
    expect(rows.every((row) => row[2] === "включена решением" && row[0] === 2)).toBe(true);
  });

  test("5 000 letters without a space", async () => {
    const plans = await plansOf(ANALYSES["a ground of 5 000 letters without a space"] as Analysis);
    expect(
      textsOf(findPlan(plans, "lowSchools")).join("").replace(/[^ы]/g, "").length,
    ).toBeGreaterThanOrEqual(5000);
  });

  test("24 reasons: every one is there, none is cut in the middle", async () => {
    const list = findPlan(await plansOf(ANALYSES["24 reasons"] as Analysis), "lowSchools");
    const lines = list.blocks.flatMap(({ cells }) => cells).flatMap((row) => cellText(row[4]).split(";\n"));
    for (const [, year, procedure] of MANY)
      expect(lines.map((line) => line.replace(/;$/, ""))).toContain(
        `${procedure}, ${year - 1}/${year}: 90,0 % (9 из 10)`,
      );
  });

  test("a working group of 6 890 letters", async () => {
    const plans = await plansOf(analysisOf(resultsOf(ROWS)), "low-results-roadmap", { workingGroup: LONG });
    const roadmap = findPlan(plans, "roadmap");
    expect(faultsOf(roadmap)).toEqual([]);
    expect(squeezed(textsOf(roadmap))).toContain(LONG);
  });
});

test("no low school: the list says so, there is no table, the plan of measures is still there", async () => {
  const plans = await plansOf(ANALYSES["no low school"] as Analysis);
  const list = findPlan(plans, "lowSchools");
  expect(textsOf(list)).toContain("По принятым критериям таких школ не выявлено.");
  expect(list.table).toBeUndefined();
  expect(findPlan(plans, "roadmap").measures).toBe(38);
});

test("only one year: the list names no earlier one", async () => {
  const list = findPlan(await plansOf(ANALYSES["only one year"] as Analysis), "lowSchools");
  expect(textsOf(list).find((text) => text.startsWith("Правило"))).toContain("Учебные годы: 2018/2019.");
});

test("shares only: the share is a number, counts are blank, «low» is a formula over the share", async () => {
  const plan = findPlan(await plansOf(ANALYSES["shares only"] as Analysis), "results");
  const row = cellsOf(plan).find(({ cell }) => cell === 0.1)?.row ?? -1; // А, ВПР русский язык 5
  const cells = cellsOf(plan).filter((each) => each.row === row);
  expect(cells.map(({ cell }) => cell).slice(4, 8)).toEqual([
    null,
    null,
    0.1,
    { formula: `=IF(ROUND(G${row + 1}*100,7)>=$E$3,"да","нет")` },
  ]);
});

test("a link to the source names the sheet as a formula must: quotes doubled; none into another file", async () => {
  const [first, second] = resultsOf(ROWS);
  if (first === undefined || second === undefined) throw new Error("two rows are above");
  const analysis = analysisOf([
    { ...first, source: { sheet: `Д'Арк "5"`, address: "B2:C2" } },
    { ...second, source: { file: "2.xlsx", sheet: "Лист1", address: "B3" } },
  ]);
  const plan = findPlan(await plansOf(analysis), "results");
  expect(formulasOf(plan).filter((formula) => formula.startsWith("=HYPERLINK"))).toEqual([
    `=HYPERLINK("#'Д''Арк ""5""'!B2:C2","B2:C2")`,
  ]);
  expect(textsOf(plan)).toEqual(expect.arrayContaining(["2.xlsx, Лист1", "B3"]));
});

describe("«Решения по школам» as typed", () => {
  const HEADER: CellValue[] = ["Школа", "Решение", "Основание", "Дата"];
  const read = (rows: readonly (readonly CellValue[])[], top = 0) =>
    readDecisions({ sheet: "Решения", top, left: 0, cells: rows });

  test.each<[string, CellValue[], object]>([
    ["a date cell", ["СОШ № 5", "включить", "НСУ", 46266], { action: "add", date: "2026-09-01" }],
    ["a typed date", ["СОШ № 5", " Исключить ", "НСУ", "1.9.2026"], { action: "remove", date: "2026-09-01" }],
    ["no such day", ["СОШ № 5", "включить", "НСУ", "31.02.2026"], { date: null }],
    ["no date", ["СОШ № 5", "включить", "", null], { ground: "", date: null }],
  ])("%s", (_name, row, expected) => {
    const { decisions, problems } = read([["Решения"], [null], [null], HEADER, row]);
    expect(problems).toEqual([]);
    expect(decisions).toMatchObject([{ school: "СОШ № 5", ...expected }]);
  });

  test.each<[string, CellValue[], string]>([
    ["an unknown decision", ["СОШ № 5", "подумать", "", null], "B5"],
    ["a word of the language", ["СОШ № 5", "constructor", "", null], "B5"],
    ["no school", [null, "включить", "НСУ", null], "A5"],
    ["no decision", ["СОШ № 5", null, "НСУ", null], "B5"],
  ])("%s is a problem at its cell", (_name, row, address) => {
    const { decisions, problems } = read([["Решения"], [null], [null], HEADER, row]);
    expect(decisions).toEqual([]);
    expect(problems).toMatchObject([{ code: "decisionUnreadable", source: { address } }]);
  });

  test("rows above the headings may be deleted or added", () => {
    const row: CellValue[] = ["СОШ № 5", "включить", "НСУ", 46266];
    expect(read([HEADER, row]).decisions).toHaveLength(1);
    expect(read([["Решения"], [null], [null], [null], [null], HEADER, row])).toMatchObject({
      decisions: [{ school: "СОШ № 5" }],
      problems: [],
    });
  });
});
