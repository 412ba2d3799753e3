import type { DeadlineRule, IndicatorFormula, Measure, Role, Tag } from "../measure";

interface Words {
  readonly text: string;
  readonly result: string;
  /** The municipality's unless said. */
  readonly level?: Measure["level"];
  readonly indicator?: IndicatorFormula;
}

type Draft = Omit<Measure, "origin" | "block">;

/** A row of a template; `item` is both its number in the plan and the item of the seed it comes from. */
export const step = (
  item: string,
  deadline: DeadlineRule,
  roles: readonly Role[],
  tags: readonly Tag[],
  { text, result, level = "municipality", indicator }: Words,
): Draft => ({
  number: item,
  deadline,
  roles,
  tags,
  text,
  result,
  level,
  ...(indicator === undefined ? {} : { indicator }),
});

/** The rows of a section, with their origin and the heading they stand under. */
export const rows = (seed: string, drafts: readonly Draft[], block?: string): readonly Measure[] =>
  drafts.map((draft) => ({
    ...draft,
    origin: `${seed}:${draft.number}`,
    ...(block === undefined ? {} : { block }),
  }));
