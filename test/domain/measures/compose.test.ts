import { composeTemplate, UNTITLED_SECTION, type ChosenMeasure } from "../../../src/domain/measures/compose";
import type { Measure, RoadmapTemplate } from "../../../src/domain/measures/measure";

const measure = (origin: string, number: string, text = `Текст ${origin}`): Measure => ({
  number,
  origin,
  text,
  deadline: { kind: "throughout", period: "plan" },
  roles: ["department"],
  result: "Справка",
  level: "municipality",
  tags: ["analysis"],
});

const template = (
  id: string,
  years: number,
  sections: Readonly<Record<string, readonly Measure[]>>,
): RoadmapTemplate => ({
  id,
  name: id,
  title: `Документ ${id}`,
  source: id,
  period: { unit: "calendarYear", years },
  columns: [],
  sections: Object.entries(sections).map(([title, measures]) => ({ title, measures })),
});

/** «A, A» has one section without a title, «B» and «C» share the section «Кадры». */
const A = template("A", 1, { "": [measure("a:1", "1"), measure("a:2", "2")] });
const B = template("B", 2, {
  Кадры: [measure("b:1", "1.1"), measure("b:2", "1.2")],
  Ресурсы: [measure("b:3", "2.1")],
});
const C = template("C", 2, {
  Кадры: [measure("c:1", "1"), measure("b:2", "2"), measure("b:1", "3", "Своё")],
});

const ALL: ReadonlyMap<string, ChosenMeasure> = new Map(
  [A, B, C].flatMap((source) =>
    source.sections.flatMap((section) =>
      section.measures.map((row): [string, ChosenMeasure] => [
        `${source.id}/${row.origin}`,
        { template: source, section, measure: row },
      ]),
    ),
  ),
);
const pick = (...keys: readonly string[]): readonly ChosenMeasure[] =>
  keys.map((key) => ALL.get(key)).filter((found) => found !== undefined);

const CASES: readonly [string, readonly string[], readonly string[]][] = [
  ["nothing", [], []],
  ["one section without a title keeps none", ["A/a:2", "A/a:1"], [": 1=a:2 2=a:1"]],
  [
    "beside others it has one, for a blank cell means the section above",
    ["B/b:3", "A/a:1"],
    ["Ресурсы: 1=b:3", `${UNTITLED_SECTION}: 2=a:1`],
  ],
  [
    "sections in the order of their first measures, numbers through all of them",
    ["B/b:3", "B/b:1", "B/b:2"],
    ["Ресурсы: 1=b:3", "Кадры: 2=b:1 3=b:2"],
  ],
  [
    "a section of two templates is one, a measure may join it late",
    ["B/b:1", "B/b:3", "C/c:1"],
    ["Кадры: 1=b:1 2=c:1", "Ресурсы: 3=b:3"],
  ],
  ["the same measure of two templates stands once", ["B/b:2", "C/b:2"], ["Кадры: 1=b:2"]],
  ["another text under the same origin is a row of its own", ["B/b:1", "C/b:1"], ["Кадры: 1=b:1 2=b:1~2"]],
];

test.each(CASES)("%s", (_, keys, expected) => {
  const made = composeTemplate(pick(...keys), { id: "own:Мой", name: "Мой" });
  expect(
    made.sections.map(
      ({ title, measures }) =>
        `${title}: ${measures.map(({ number, origin }) => `${number}=${origin}`).join(" ")}`,
    ),
  ).toEqual(expected);
});

test("the plan runs as long as the longest template; everything else of a measure stays", () => {
  const made = composeTemplate(pick("A/a:1", "B/b:1", "C/c:1"), { id: "own:Мой", name: "Мой" });
  expect(made).toMatchObject({
    id: "own:Мой",
    name: "Мой",
    title: "Документ B",
    period: { unit: "calendarYear", years: 2 },
  });
  expect(made.sections[0]?.measures[0]).toEqual({ ...measure("a:1", "1") });
});
