import { compareProblems } from "./order";
import type { Problem } from "../problem";
import type { DisputedFigure, Mention as Mentioned, Result } from "../results/result";
import { buildSchools } from "./build";
import { removeDuplicates } from "./duplicates";
import { settleIdentity } from "./identity";
import { collectMentions } from "./mention";
import { askAboutPairs } from "./questions";
import type { DisputedResult, School, SchoolResult } from "./school";

/** What the user settled before; kept in the workbook. */
export interface SettleOptions {
  /** Own key of a spelling (`schoolKey`) → key of the school that it is. */
  readonly answers?: ReadonlyMap<string, string>;
  /** Pairs answered «different schools», as `pairId` makes them. */
  readonly different?: ReadonlySet<string>;
  /** Schools of the data without a usable result: settled by the same rules, each is a school. */
  readonly mentioned?: readonly Mentioned[];
  /** Figures that an error keeps from being used. */
  readonly disputed?: readonly DisputedFigure[];
}

export interface Settled {
  /** In Russian order of names. */
  readonly schools: readonly School[];
  /** In the order given, without duplicates. */
  readonly results: readonly SchoolResult[];
  /** Figures that cannot be used, differing duplicates among them. */
  readonly disputed: readonly DisputedResult[];
  readonly problems: readonly Problem[];
}

/**
 * Settles which school each result belongs to. Two spellings are one school only by login digits, by an exact
 * normalised name inside one municipality, or by the user's own answer; alike names become a question
 * (`schoolNearMatch`). Keys do not depend on the order of rows; a key depends on other rows only in that a row
 * without a login takes the key of the one school of its name that has one.
 * @returns problems `schoolNameMissing`, `schoolNearMatch`, `duplicateSame`, `duplicateDiffers`.
 */
export function settleSchools(results: readonly Result[], options: SettleOptions = {}): Settled {
  const { disputed = [] } = options;
  const mentioned = [...disputed, ...(options.mentioned ?? [])];
  const mentions = collectMentions(results, mentioned);
  const { keys, ambiguities } = settleIdentity(mentions.list, options.answers ?? new Map<string, string>());
  const settled: SchoolResult[] = [];
  const problems: Problem[] = [];
  results.forEach((result, i) => {
    const key = keys[mentions.ofResult[i] ?? -1];
    // the key stands first: engines make a shape of its own for every object that is spread before another property
    if (key !== undefined) settled.push({ schoolKey: key, ...result });
    else problems.push({ code: "schoolNameMissing", severity: "error", source: result.source, fields: {} });
  });
  const traces = mentioned.flatMap(({ source }, i) => {
    const schoolKey = keys[mentions.ofMentioned[i] ?? -1];
    return schoolKey === undefined ? [] : [{ schoolKey, source }];
  });
  const schools = buildSchools(mentions.list, keys);
  const questions = askAboutPairs(schools, ambiguities, settled, options.different ?? new Set(), traces);
  const deduplicated = removeDuplicates(settled);
  return {
    schools: schools.map(({ school }) => school),
    results: deduplicated.results,
    disputed: [
      ...deduplicated.disputed,
      ...disputed.flatMap(({ procedure, year, cells }, i): DisputedResult[] => {
        const schoolKey = keys[mentions.ofMentioned[i] ?? -1];
        return schoolKey === undefined ? [] : [{ schoolKey, procedure, year, cells }];
      }),
    ],
    problems: [...problems, ...questions, ...deduplicated.problems].sort(compareProblems),
  };
}
