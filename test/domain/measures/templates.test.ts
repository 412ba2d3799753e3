import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resolveDeadline } from "../../../src/domain/measures/deadline";
import { formatDeadline } from "../../../src/domain/measures/deadline-format";
import { parseDeadline } from "../../../src/domain/measures/deadline-parse";
import type { DeadlineRule, Measure, RoadmapTemplate } from "../../../src/domain/measures/measure";
import { periodFrom, periodSpan, type PlanPeriod } from "../../../src/domain/measures/period";
import { loadTemplate, templateIds, templateName } from "../../../src/domain/measures/templates";
import items from "../../fixtures/seed-items.json";
import { foreignCapitals, longestShared, runsOfWords } from "./words";

const shared = join(__dirname, "../../../../shared");
const measuresOf = ({ sections }: RoadmapTemplate): readonly Measure[] =>
  sections.flatMap(({ measures }) => measures);

/** Every Russian text that a template puts into a document. */
function textsOf(template: RoadmapTemplate): readonly string[] {
  const { name, title, goal, note, columns, sections } = template;
  return [
    name,
    title,
    goal ?? "",
    ...(note?.parts ?? []).flatMap(({ heading, paragraphs, items: list }) => [
      heading,
      ...(paragraphs ?? []),
      ...(list ?? []),
    ]),
    ...columns.map(({ header }) => header),
    ...sections.flatMap(({ title: section, tasks }) => [section, ...(tasks ?? [])]),
    ...measuresOf(template).flatMap(({ text, result, block, indicator }) => [
      text,
      result,
      block ?? "",
      indicator?.numerator ?? "",
      indicator?.denominator ?? "",
    ]),
  ].filter((text) => text !== "");
}

let templates: readonly RoadmapTemplate[] = [];
beforeAll(async () => {
  templates = await Promise.all(templateIds.map(loadTemplate));
});

// Counts: domain reference, table «Roadmaps of the seeds»; issue C for the indicators.
test.each<[string, string, readonly number[], number]>([
  ["low-results-roadmap", "000", [38], 0],
  ["resources-and-staff", "001", [16], 0],
  ["project-500", "002", [17, 7, 1, 10, 5], 0],
  ["quality-system", "003", [4, 12, 9, 6, 8, 9, 5, 9, 5], 0],
  ["support-programme", "004", [8, 14, 13, 5], 13],
])("%s has the rows of seed %s", (id, source, sections, indicators) => {
  const template = templates.find((each) => each.id === id);
  expect(template?.source).toBe(source);
  expect(template?.sections.map(({ measures }) => measures.length)).toEqual(sections);
  expect(
    template?.sections.flatMap(({ measures }) => measures.filter((each) => each.indicator)),
  ).toHaveLength(indicators);
});

test("the ids, names and order are those of the modules", () => {
  expect(templates.map(({ id }) => id)).toEqual(templateIds);
  expect(templates.map(({ name }) => name)).toEqual(templateIds.map(templateName));
});

describe("each of the 201 items of the seeds", () => {
  test("is exactly one measure or indicator, in its section", () => {
    const expected = items.rows.map(
      ([seed, item, section]) => `${String(seed)}:${String(item)} in ${String(section)}`,
    );
    const found = templates.flatMap(({ sections }) =>
      sections.flatMap(({ title, measures }, index) =>
        measures.map(({ origin }) => `${origin} in ${title === "" ? 0 : index + 1}`),
      ),
    );
    expect(expected).toHaveLength(201);
    expect(found).toEqual(expected);
  });

  const table = join(shared, "domain/measures.tsv");
  (existsSync(table) ? test : test.skip)("is in the fixture (skipped without the shared reference)", () => {
    const listed = readFileSync(table, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
    const own = items.rows.map(([seed, item]) => `${String(seed)}:${String(item)}`);
    expect(own).toEqual(listed.map(([seed, item]) => `${seed ?? ""}:${(item ?? "").replace(/\s|\.$/g, "")}`));
  });
});

test("numbers follow each other inside a section", () => {
  for (const { sections } of templates) {
    for (const [index, { title, measures }] of sections.entries()) {
      const prefix = title === "" ? "" : `${index + 1}.`;
      expect(measures.map(({ number }) => number)).toEqual(measures.map((_, at) => `${prefix}${at + 1}`));
      if (title !== "") expect(title.startsWith(prefix)).toBe(true);
    }
  }
});

/** What is wrong with a text, as a list that ought to be empty. */
function faults(text: string): readonly string[] {
  const rules: readonly (readonly [string, RegExp])[] = [
    ["ends with a stop", /[.;:,]$/],
    ["two spaces or a space at an edge", / {2}|^ | $/],
    ["straight quotes", /["'`“”„]/],
    ["a hyphen for a dash, or an em dash", / - |—/],
    ["a dash between figures needs no spaces", /\d – \d|\d-\d/],
    ["a space before a stop", / [.,;:!?)]|\( /],
    ["a year of a seed", /20\d\d/],
    ["a word twice", /(?<!\p{L})(\p{L}{2,}) \1(?!\p{L})/iu],
    ["a Latin letter inside a Cyrillic word", /[а-яё][a-z]|[a-z][а-яё]/i],
    ["begins with what Excel takes for a formula", /^[=+\-@]/],
  ];
  const opened = text.split("«").length;
  return [
    ...rules.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
    ...(opened === text.split("»").length ? [] : ["quotes not balanced"]),
    ...(text.split("(").length === text.split(")").length ? [] : ["brackets not balanced"]),
    ...(text.length <= 400 ? [] : ["longer than 400 characters"]),
    ...foreignCapitals(text),
  ].map((fault) => `${fault}: ${text}`);
}

test("texts are clean: punctuation, quotes, length, no names", () => {
  const paragraphs = new Set(
    templates.flatMap(({ note }) => (note?.parts ?? []).flatMap((part) => part.paragraphs ?? [])),
  );
  const found = templates.flatMap((template) =>
    textsOf(template).flatMap((text) =>
      paragraphs.has(text) ? faults(text.replace(/\.$/, "")) : faults(text),
    ),
  );
  expect(found).toEqual([]);
});

const sameSpan = (read: DeadlineRule | null, rule: DeadlineRule, period: PlanPeriod): boolean =>
  read !== null &&
  JSON.stringify(resolveDeadline(read, period)) === JSON.stringify(resolveDeadline(rule, period));

test("every measure has an action, a product, a role, tags and a deadline inside its plan", () => {
  for (const template of templates) {
    const period = periodFrom(template, 2026);
    const plan = periodSpan(period);
    for (const measure of measuresOf(template)) {
      const { start, end } = resolveDeadline(measure.deadline, period);
      const printed = formatDeadline(measure.deadline, period);
      expect({
        origin: measure.origin,
        action:
          measure.indicator === undefined
            ? /^[А-Я]\p{L}+(?:т[ьи]|чь)(?:ся)?[ ,]/u.test(measure.text)
            : /^Доля .+, %$/.test(measure.text),
        result: measure.result.length >= 10,
        roles: measure.roles.length > 0 && new Set(measure.roles).size === measure.roles.length,
        tags: measure.tags.length > 0 && new Set(measure.tags).size === measure.tags.length,
        inside: start >= plan.start && end <= plan.end && start <= end,
        printed: printed !== "",
        readBack: sameSpan(parseDeadline(printed, period), measure.deadline, period),
      }).toEqual({
        origin: measure.origin,
        action: true,
        result: true,
        roles: true,
        tags: true,
        inside: true,
        printed: true,
        readBack: true,
      });
    }
  }
});

test("no two measures of a template say the same", () => {
  for (const template of templates) {
    const texts = measuresOf(template).map(({ text }) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  }
});

test("indicators: numerator, denominator, and «100 %» in the result where it is the target", () => {
  for (const { indicator, result } of templates.flatMap(measuresOf)) {
    if (indicator === undefined) continue;
    expect(indicator.numerator).not.toBe("");
    expect(indicator.denominator).not.toBe("");
    expect(result.includes("100 %")).toBe(indicator.target === 100);
  }
});

test("the support programme: goal, tasks in each section, two blocks in section 2", () => {
  const programme = templates.find(({ id }) => id === "support-programme");
  expect(programme?.goal).toBeTruthy();
  expect(programme?.sections.map(({ tasks }) => tasks?.length)).toEqual([3, 3, 4, 2]);
  const blocks = programme?.sections[1]?.measures.map(({ block }) => block) ?? [];
  expect(new Set(blocks).size).toBe(2);
  expect(blocks.lastIndexOf(blocks[0])).toBe(8);
});

// Defects that the domain reference lists: which dates a plan of 2026 gives.
test.each<[string, string, string]>([
  ["000:36", "2027-06-01", "2027-07-31"],
  ["000:21", "2026-10-01", "2026-11-30"],
  ["000:32", "2026-12-01", "2027-05-31"],
  ["002:5.4", "2026-10-01", "2026-12-31"],
  ["002:5.5", "2026-10-01", "2026-12-31"],
  ["003:3.5", "2026-09-01", "2031-09-30"],
  ["004:2.14", "2026-01-01", "2026-11-01"],
  ["004:4.4", "2026-01-01", "2027-01-25"],
])("a mended deadline: %s", (origin, start, end) => {
  for (const template of templates) {
    const measure = measuresOf(template).find((each) => each.origin === origin);
    if (measure !== undefined) {
      expect(resolveDeadline(measure.deadline, periodFrom(template, 2026))).toEqual({ start, end });
      return;
    }
  }
  throw new Error(`no ${origin}`);
});

const seeds = join(shared, "seeds");
(existsSync(seeds) ? test : test.skip)(
  "no eight words in a row as in a seed (skipped without the shared reference)",
  () => {
    const source = readdirSync(seeds).map((file) => readFileSync(join(seeds, file), "utf8"));
    const known = new Set(source.flatMap((text) => runsOfWords(text, 8)));
    const copied = templates.flatMap(textsOf).flatMap((text) => longestShared(text, known, 8));
    expect(known.size).toBeGreaterThan(5000);
    expect(copied).toEqual([]);
  },
);
