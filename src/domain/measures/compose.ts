import { lowResultsColumns } from "./columns";
import type { Measure, MeasureSection, RoadmapTemplate } from "./measure";

/** A measure that the user picked, with where it stands. */
export interface ChosenMeasure {
  readonly template: RoadmapTemplate;
  readonly section: MeasureSection;
  readonly measure: Measure;
}

/** Sections without a title are called so beside others: the table of a template reads a blank one as that above. */
export const UNTITLED_SECTION = "Общие мероприятия";

/** What a template is that nothing was picked for: a school year, the columns of the first template. */
const EMPTY = { title: "Дорожная карта", period: { unit: "schoolYear", years: 1 } } as const;

/**
 * One template out of measures of several, in the order given: sections in the order of their first measures, those of
 * one title together; numbers 1, 2, 3 … through all sections; origins stay, so that deadlines, formulas of indicators
 * and edits are found by them again. A measure picked twice stands once. The plan runs as long as the longest of the
 * templates, so that no deadline falls out of it; nothing picked gives a template without sections.
 */
export function composeTemplate(
  chosen: readonly ChosenMeasure[],
  { id, name }: Pick<RoadmapTemplate, "id" | "name">,
): RoadmapTemplate {
  const titled = chosen.some(({ section }) => section.title !== "");
  const sections = new Map<string, MeasureSection & { readonly measures: Measure[] }>();
  const origins = new Origins();
  for (const { section, measure } of chosen) {
    const origin = origins.of(measure);
    if (origin === null) continue;
    const title = section.title === "" && titled ? UNTITLED_SECTION : section.title;
    const { tasks } = section;
    const own = sections.get(title) ?? { title, ...(tasks === undefined ? {} : { tasks }), measures: [] };
    sections.set(title, own);
    own.measures.push({ ...measure, origin });
  }
  const { title, period } = longest(chosen) ?? EMPTY;
  return {
    id,
    name,
    title,
    source: "",
    period,
    columns: lowResultsColumns,
    sections: numbered([...sections.values()]),
  };
}

/** Numbers are given last: a measure may join a section that stands before the one of the measure picked before it. */
function numbered(sections: readonly MeasureSection[]): MeasureSection[] {
  let number = 0;
  return sections.map((section) => ({
    ...section,
    measures: section.measures.map((measure) => ({ ...measure, number: String(++number) })),
  }));
}

/** Origins are the ids of rows: two rows never share one. */
class Origins {
  private readonly taken = new Map<string, string>();

  /** @returns null for a measure that is there already */
  of({ origin, text }: Measure): string | null {
    for (let copy = 1; ; copy++) {
      const id = copy === 1 ? origin : `${origin}~${copy}`;
      const there = this.taken.get(id);
      if (there === text) return null;
      if (there !== undefined) continue;
      this.taken.set(id, text);
      return id;
    }
  }
}

function longest(chosen: readonly ChosenMeasure[]): RoadmapTemplate | null {
  return chosen.reduce<RoadmapTemplate | null>(
    (found, { template }) =>
      found === null || template.period.years > found.period.years ? template : found,
    null,
  );
}
