import { formatRoles } from "../measures/roles";
import { isTemplateId, loadTemplate, templateIds } from "../measures/templates";
import { readText } from "./elementwise";
import { isProblem, NUMBER_PROBLEM, valueProblem, type CellProblem, type Input } from "./input";

/**
 * Measures of a template: number, measure, responsible, expected result.
 * @param section number of a section; all when left out.
 */
export async function measureRows(template: Input, section: Input): Promise<string[][] | CellProblem> {
  const id = readText(template, 1, 1);
  if (isProblem(id)) return id;
  if (!isTemplateId(id))
    return valueProblem("templateUnknown", { template: id, choices: templateIds.join(", ") });
  const number = readText(section, 1, 1);
  if (isProblem(number)) return number;
  const { sections } = await loadTemplate(id);
  const chosen = number === "" ? sections : sections.filter((_, index) => String(index + 1) === number);
  if (chosen.length === 0 && typeof section === "number") return NUMBER_PROBLEM;
  if (chosen.length === 0) return valueProblem("sectionUnknown", { section: number, count: sections.length });
  return chosen.flatMap(({ measures }) =>
    measures.map((measure) => [measure.number, measure.text, formatRoles(measure.roles), measure.result]),
  );
}
