import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { procedureMeasures } from "../../../../src/domain/documents/package/procedure-measures";
import { chooseMeasures } from "../../../../src/domain/documents/package/school-measures";
import { SCHOOL_WORDING } from "../../../../src/domain/documents/package/school-wording";
import type { Measure } from "../../../../src/domain/measures/measure";
import { loadTemplate, templateIds, type TemplateId } from "../../../../src/domain/measures/templates";
import { longestShared, runsOfWords } from "../../measures/words";
import { textsOf, plain, type Row } from "../support";
import { caseOf, casesOf, wholePackage } from "./made-up";

const NINE = [
  "ВПР математика 5",
  "ВПР математика 6",
  "ВПР русский язык 5",
  "ВПР русский язык 6",
  "ОГЭ математика",
  "ОГЭ русский язык",
  "ЕГЭ математика базовая",
  "ЕГЭ математика профильная",
  "ЕГЭ русский язык",
];
const ID: TemplateId = "low-results-roadmap";

async function measuresFor(rows: readonly Row[], id: TemplateId = ID) {
  const template = await loadTemplate(id);
  const sections = chooseMeasures({ template, school: caseOf(rows), threshold: 30, roleNames: {} });
  return sections.flatMap(({ measures }) => measures);
}

const lowIn = (...titles: string[]): Row[] => titles.map((title): Row => ["А", 2026, title, "8/20"]);

test.each(NINE)(
  "low in «%s» alone in both years: the procedure is named in a measure for teachers or pupils",
  async (title) => {
    const measures = await measuresFor([...lowIn(title), ["А", 2025, title, "8/20"]]);
    const naming = measures.filter(({ text }) => text.includes(`«${title}»`) || text.includes(title));
    expect(naming.map(({ audience }) => audience)).toContain("management"); // it is low for the second year
    expect(naming.some(({ audience }) => audience === "staff" || audience === "pupils")).toBe(true);
    expect(naming.every(({ basis }) => basis.includes(title))).toBe(true);
  },
);

test.each(templateIds)("with template %s every one of nine low procedures is named", async (id) => {
  const texts = (await measuresFor(lowIn(...NINE), id)).map(({ text }) => text).join("\n");
  expect(NINE.filter((title) => !texts.includes(`«${title}»`))).toEqual([]);
});

test("two schools with different reasons get different measures, the same reasons the same", async () => {
  const inMaths = await measuresFor(lowIn("ВПР математика 5", "ВПР математика 6"));
  const inRussian = await measuresFor(lowIn("ВПР русский язык 5", "ОГЭ русский язык"));
  const again = await measuresFor(lowIn("ВПР математика 5", "ВПР математика 6"));
  const texts = (measures: typeof inMaths): string[] => measures.map(({ text }) => text);
  expect(texts(again)).toEqual(texts(inMaths));
  expect(texts(inMaths).some((text) => /математик/.test(text))).toBe(true);
  expect(texts(inMaths).filter((text) => /русск|ОГЭ/.test(text))).toEqual([]);
  expect(texts(inRussian).filter((text) => /математик/.test(text))).toEqual([]);
  expect(texts(inRussian).some((text) => /ОГЭ/.test(text))).toBe(true);
});

test("classes of one subject share their measures; the classes are named", () => {
  const { low } = caseOf(lowIn("ВПР математика 5", "ВПР математика 6"));
  const measures = procedureMeasures(low, 30).map(({ text }) => text);
  expect(measures).toHaveLength(4); // two for teachers, one for pupils, one for parents
  expect(measures[0]).toContain("«ВПР математика 5» и «ВПР математика 6»");
  expect(measures[1]).toContain("для 5 и 6 классов");
});

test("subjects of one form are spoken of apart, to parents together", () => {
  const measures = procedureMeasures(caseOf(lowIn("ВПР математика 5", "ВПР русский язык 6")).low, 30);
  const texts = (audience: string): string[] =>
    measures.filter((one) => one.audience === audience).map(({ text }) => text);
  expect(texts("pupils").map((text) => /ВПР по (.+?) в (\d)/.exec(text)?.slice(1))).toEqual([
    ["математике", "5"],
    ["русскому языку", "6"],
  ]);
  expect(texts("parents")).toEqual([
    expect.stringContaining("5 и 6 классов, итоги по математике и русскому языку"),
  ]);
});

test.each<[string, Row[], RegExp, boolean]>([
  [
    "fewer than ten took part: each by a plan of their own",
    [
      ["А", 2026, "ОГЭ математика", "3/9"],
      ["А", 2026, "ВПР математика 5", "8/20"],
    ],
    /по индивидуальным планам/,
    true,
  ],
  ["ten and more: in groups", lowIn("ОГЭ математика", "ВПР математика 5"), /по индивидуальным планам/, false],
  [
    "the profile level: is it the right choice",
    lowIn("ЕГЭ математика профильная", "ЕГЭ русский язык"),
    /выбрали экзамен «ЕГЭ математика профильная»/,
    true,
  ],
  [
    "the base level: no such question",
    lowIn("ЕГЭ математика базовая", "ЕГЭ русский язык"),
    /выбрали экзамен/,
    false,
  ],
  [
    "low in the earlier year only: a check",
    [
      ...lowIn("ВПР математика 5", "ОГЭ математика"),
      ["А", 2025, "ВПР русский язык 5", "8/20"],
      ["А", 2026, "ВПР русский язык 5", "1/20"],
    ],
    /преодолено ли отставание.*«ВПР русский язык 5» \(2024\/2025\)/,
    true,
  ],
])("%s", (_name, rows, pattern, there) => {
  const texts = procedureMeasures(caseOf(rows).low, 30)
    .map(({ text }) => plain(text))
    .join("\n");
  expect(pattern.test(texts)).toBe(there);
});

test("a municipal measure of a subject is for the schools that are low in it", async () => {
  // project-500, 5.4: a webinar on teaching mathematics
  const has = async (...titles: string[]): Promise<boolean> =>
    (await measuresFor(lowIn(...titles), "project-500")).some(({ text }) => text.includes("пункта 5.4"));
  expect(await has("ВПР математика 5", "ВПР математика 6")).toBe(true);
  expect(await has("ВПР русский язык 5", "ВПР русский язык 6")).toBe(false);
});

test("every school-level measure of every template is said from the school's side, and nothing else is", async () => {
  const templates = await Promise.all(templateIds.map(loadTemplate));
  const origins = templates
    .flatMap(({ sections }) => sections.flatMap(({ measures }): readonly Measure[] => measures))
    .filter(({ level }) => level === "school")
    .map(({ origin }) => origin);
  expect([...origins].sort()).toEqual(Object.keys(SCHOOL_WORDING).sort());
});

test("a school added by hand without results gets measures of the template and help for pupils and parents", async () => {
  const added = {
    schoolKey: "",
    school: "МБОУ «Новая ООШ»",
    action: "add",
    ground: "перечень региона",
    date: null,
  } as const;
  const [school] = casesOf([["А", 2026, "ВПР математика 5", "0/20"]], [added]);
  if (school === undefined) throw new Error("the added school is not there");
  expect(school).toMatchObject({ name: "МБОУ «Новая ООШ»", verdict: null, low: [], results: [] });
  const template = await loadTemplate(ID);
  const sections = chooseMeasures({ template, school, threshold: 30, roleNames: {} });
  const origin = "Решение о включении в перечень";
  expect(sections.flatMap(({ measures }) => measures).filter(({ basis }) => basis === origin)).toHaveLength(
    2,
  );
  // ten measures of the school's level in the template, two of help, one report
  expect(sections.flatMap(({ measures }) => measures)).toHaveLength(13);
});

const seeds = join(__dirname, "../../../../../shared/seeds");
(existsSync(seeds) ? test : test.skip)(
  "no eight words in a row as in a seed (skipped without the shared reference)",
  async () => {
    const source = readdirSync(seeds).map((file) => readFileSync(join(seeds, file), "utf8"));
    const known = new Set(source.flatMap((text) => runsOfWords(text, 8)));
    const plans = await wholePackage([...lowIn(...NINE), ["Б", 2026, "ОГЭ математика", "0/20"]]);
    const texts = [
      ...plans.flatMap(textsOf),
      ...Object.values(SCHOOL_WORDING).flatMap(({ text, result }) => [text, result]),
    ];
    expect(texts.flatMap((text) => longestShared(text, known, 8))).toEqual([]);
  },
);
