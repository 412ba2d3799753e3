import type { ChosenMeasure } from "../../../domain/measures/compose";
import type { Measure, Tag } from "../../../domain/measures/measure";
import { plainWord } from "../../../domain/measures/template-layout";
import type { LoadedTemplate } from "./use-templates";

/** A measure that may be picked. */
export interface Candidate extends ChosenMeasure {
  readonly key: string;
  /** Text, result and number in one, for the search. */
  readonly words: string;
}

/** What the list is narrowed to; an empty string does not narrow. */
export interface MixFilter {
  readonly template: string;
  readonly section: string;
  readonly tag: Tag | "";
  readonly level: Measure["level"] | "";
  readonly search: string;
}

export const NO_FILTER: MixFilter = { template: "", section: "", tag: "", level: "", search: "" };

/** Every measure of every template, in their order. */
export function candidatesOf(templates: readonly LoadedTemplate[]): readonly Candidate[] {
  return templates.flatMap(({ template }) =>
    template === null
      ? []
      : template.sections.flatMap((section, s) =>
          section.measures.map((measure, m): Candidate => {
            // by place, for a table may repeat a number or an origin
            const key = `${template.id}/${s}/${m}`;
            const words = plainWord(`${measure.number} ${measure.text} ${measure.result}`);
            return { key, words, template, section, measure };
          }),
        ),
  );
}

/** A section as a value of its list: those of one title in several templates are one. */
export const sectionKey = ({ section }: Candidate): string => `:${section.title}`;

/** Measures that fit; every word of the search must be in the text, the result or the number. */
export function filterMeasures(all: readonly Candidate[], filter: MixFilter): readonly Candidate[] {
  const words = plainWord(filter.search).split(" ");
  return all.filter(
    (candidate) =>
      (filter.template === "" || candidate.template.id === filter.template) &&
      (filter.section === "" || sectionKey(candidate) === filter.section) &&
      (filter.tag === "" || candidate.measure.tags.includes(filter.tag)) &&
      (filter.level === "" || candidate.measure.level === filter.level) &&
      words.every((word) => candidate.words.includes(word)),
  );
}
