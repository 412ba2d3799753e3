import type { Problem } from "../problem";
import type { DisputedFigure, Mention as Mentioned, Result } from "../results/result";
import { addBranches } from "./branches";
import { compareProblems, compareSchools } from "./order";
import { entryOf, resolveRegistry, type RegistryAnswers } from "./registry";
import type { RegistryEntry } from "./registry-entry";
import type { DisputedResult, School, SchoolResult } from "./school";
import { settleSchools, type Settled } from "./settle";

/** A school that the user keeps out of the judging. */
export interface ExcludedSchool {
  readonly schoolKey: string;
  readonly school: string;
  /** In the user's words; empty where none was given. */
  readonly reason: string;
}

export interface SettledByRegistry {
  /** In Russian order of names, under the names of the registry; branches are in their schools. */
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
  readonly disputed: readonly DisputedResult[];
  /** Of the schools above, those that get no verdict. */
  readonly excluded: readonly ExcludedSchool[];
  /** Schools of the data that have no row in the registry yet, branches too. */
  readonly unlisted: readonly School[];
  readonly problems: readonly Problem[];
}

/**
 * Settles schools as the data and the user's registry say.
 * @param entries rows of the registry, none before the first run
 * @param mentioned schools of the data without a usable result
 */
export function settleWithRegistry(
  results: readonly Result[],
  entries: readonly RegistryEntry[],
  mentioned: readonly Mentioned[] = [],
  disputed: readonly DisputedFigure[] = [],
): SettledByRegistry {
  const registry = resolveRegistry(entries);
  const settled = settle(results, registry, { mentioned, disputed });
  const entryOfSchool = (school: School): RegistryEntry | undefined => entryOf(school, registry.entries);
  const unlisted = settled.schools.filter((school) => entryOfSchool(school) === undefined);
  const named = settled.schools.map((school) => underRegistryName(school, entryOfSchool(school)));
  const out = new Set(
    settled.schools.flatMap((school) => (entryOfSchool(school)?.excluded === true ? [school.key] : [])),
  );
  const parents = parentsOf(settled.schools, registry, out);
  const withBranches = addBranches(named, settled.results, parents, (key) =>
    schoolOf(key, registry.entries.get(key)),
  );
  const schools = [...withBranches.schools].sort(compareSchools);
  return {
    schools,
    results: withBranches.results,
    disputed: settled.disputed.map((figure) => ({
      ...figure,
      schoolKey: parents.get(figure.schoolKey) ?? figure.schoolKey,
    })),
    excluded: schools.flatMap((school): ExcludedSchool[] => {
      const entry = entryOfSchool(school);
      return entry?.excluded === true
        ? [{ schoolKey: school.key, school: school.name, reason: entry.reason }]
        : [];
    }),
    unlisted,
    problems: [...registry.problems, ...settled.problems, ...withBranches.problems].sort(compareProblems),
  };
}

/**
 * A school that the registry knows by its name may have a login in the data now, and then goes by that one: what the
 * registry says of the name must lead to the login too, so schools are settled once more.
 */
function settle(
  results: readonly Result[],
  { answers, different, entries }: RegistryAnswers,
  others: { readonly mentioned: readonly Mentioned[]; readonly disputed: readonly DisputedFigure[] },
): Settled {
  const first = settleSchools(results, { answers, different, ...others });
  const moved = new Map<string, string>();
  for (const school of first.schools) {
    const entry = entryOf(school, entries);
    if (entry !== undefined && !entries.has(school.key))
      moved.set(answers.get(entry.key) ?? entry.key, school.key);
  }
  const again = new Map(
    [...answers].flatMap(([form, key]) => {
      const to = moved.get(key);
      return to === undefined || to === form ? [] : [[form, to] as const];
    }),
  );
  if (again.size === 0) return first;
  return settleSchools(results, { answers: new Map([...answers, ...again]), different, ...others });
}

function underRegistryName(school: School, entry: RegistryEntry | undefined): School {
  if (entry === undefined) return school;
  const { name, municipality } = entry;
  return {
    ...school,
    ...(name === "" ? {} : { name }),
    ...(municipality === "" ? {} : { municipality }),
  };
}

function schoolOf(key: string, entry: RegistryEntry | undefined): School {
  const name = entry?.name ?? key;
  const municipality = entry?.municipality ?? "";
  return { key, name, spellings: [name], keys: [key], ...(municipality === "" ? {} : { municipality }) };
}

/** Keys of settled schools may be others than those of the registry's rows. A school left out stays by itself. */
function parentsOf(
  schools: readonly School[],
  { parents, entries, answers }: RegistryAnswers,
  out: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const settledKey = new Map<string, string>();
  for (const { key, keys = [] } of schools) for (const each of [...keys, key]) settledKey.set(each, key);
  const found = new Map<string, string>();
  for (const school of schools) {
    const entry = entryOf(school, entries);
    if (entry === undefined || out.has(school.key)) continue;
    const parent = parents.get(answers.get(entry.key) ?? entry.key);
    if (parent === undefined) continue;
    const key = settledKey.get(parent) ?? parent;
    if (key !== school.key) found.set(school.key, key);
  }
  return found;
}
