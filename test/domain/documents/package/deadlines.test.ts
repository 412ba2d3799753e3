import { reportDeadline, schoolPlanDeadline } from "../../../../src/domain/documents/package/order-deadlines";
import { formatDeadline } from "../../../../src/domain/measures/deadline-format";
import { periodFrom } from "../../../../src/domain/measures/period";
import { loadTemplate, type TemplateId } from "../../../../src/domain/measures/templates";
import { lowSchools, wholePackage } from "./made-up";
import type { Row } from "../support";

test.each<[TemplateId, string, string]>([
  // a plan of the school year 2026/2027: the municipal roadmap is approved in November (seed 000, item 7)
  ["low-results-roadmap", "до 30 ноября 2026 г.", "до 20 июня 2027 г."],
  // calendar years whose measures begin in autumn
  ["resources-and-staff", "до 30 ноября 2026 г.", "до 10 декабря 2026 г."],
  ["support-programme", "до 30 ноября 2026 г.", "ежегодно до 10 декабря"],
  // begins in January: roadmaps are checked by 1 April (seed 002, item 1.9)
  ["project-500", "до 1 апреля 2026 г.", "до 10 декабря 2026 г."],
])("%s: schools approve their roadmaps %s and report %s", async (id, approve, report) => {
  const template = await loadTemplate(id);
  const period = periodFrom(template, 2026);
  expect(formatDeadline(schoolPlanDeadline(template, period), period)).toBe(approve);
  expect(formatDeadline(reportDeadline(period), period)).toBe(report);
});

test("the plan of a school begins a page where results and reasons fit one, and follows them where they do not", async () => {
  const planBegins = async (rows: readonly Row[]): Promise<boolean> => {
    const plan = (await wholePackage(rows)).find(({ kind }) => kind === "schoolRoadmap");
    const heading = plan?.blocks.find(({ cells }) => cells[0]?.[0] === "3. План мероприятий")?.row ?? 0;
    return plan?.print.flow?.begin.includes(heading) ?? false;
  };
  const school = "МБОУ «Берёзовская СОШ № 1»";
  const many = [2024, 2025, 2026].flatMap((year) =>
    [
      "ВПР математика 5",
      "ВПР математика 6",
      "ВПР русский язык 5",
      "ВПР русский язык 6",
      "ОГЭ математика",
      "ОГЭ русский язык",
      "ЕГЭ русский язык",
    ].map((title): Row => [school, year, title, "8/20"]),
  );
  expect(await planBegins(lowSchools(1))).toBe(true);
  expect(await planBegins(many)).toBe(false); // 21 rows of results
});
