import { defaultStart, pastMeasures, withPeriod } from "../../../src/domain/measures/plan-start";
import { loadTemplate, type TemplateId } from "../../../src/domain/measures/templates";

/** Results of spring 2026 are known in July 2026. */
test.each<[TemplateId, number]>([
  ["low-results-roadmap", 2026], // September 2026 – August 2027
  ["resources-and-staff", 2026], // October – December (seed 001)
  ["project-500", 2027], // January – December (seed 002)
  ["quality-system", 2027], // from February of its first year (seed 003)
  ["support-programme", 2026], // from July of its first year (seed 004, item 4.1)
])("%s made of the results of 2025/2026 begins in %d, with no deadline before them", async (id, start) => {
  const template = await loadTemplate(id);
  expect(defaultStart(template, 2026)).toBe(start);
  expect(pastMeasures(template, start, "2026-07-01").past).toBe(0);
});

test("a chosen period: its unit, its years, both, none", async () => {
  const template = await loadTemplate("low-results-roadmap");
  const periodOf = (...[choice]: [Parameters<typeof withPeriod>[1]]) => withPeriod(template, choice).period;
  expect(periodOf({ unit: "template", years: null })).toEqual({ unit: "schoolYear", years: 1 });
  expect(periodOf({ unit: "calendarYear", years: null })).toEqual({ unit: "calendarYear", years: 1 });
  expect(periodOf({ unit: "template", years: 3 })).toEqual({ unit: "schoolYear", years: 3 });
  expect(periodOf({ unit: "calendarYear", years: 2 })).toEqual({ unit: "calendarYear", years: 2 });
  // in a calendar year April comes before September, so the plan waits for January
  expect(defaultStart(withPeriod(template, { unit: "calendarYear", years: null }), 2026)).toBe(2027);
});

test("measures whose deadlines are over; the 13 indicators of seed 004 do not count", async () => {
  const [roadmap, programme] = await Promise.all(
    (["low-results-roadmap", "support-programme"] as const).map(loadTemplate),
  );
  if (roadmap === undefined || programme === undefined) throw new Error("no template");
  expect(pastMeasures(roadmap, 2026, "2026-09-30")).toEqual({ past: 0, total: 38 });
  expect(pastMeasures(roadmap, 2026, "2026-10-01")).toEqual({ past: 1, total: 38 }); // item 1, September
  expect(pastMeasures(roadmap, 2016, "2026-10-01")).toEqual({ past: 38, total: 38 });
  expect(pastMeasures(programme, 2026, "2036-01-01")).toEqual({ past: 27, total: 27 });
});
