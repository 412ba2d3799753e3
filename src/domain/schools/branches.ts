import type { Problem, Source } from "../problem";
import { procedureTitle } from "../results/procedure";
import { formatYear } from "../results/year";
import { compareSources } from "./order";
import type { School, SchoolResult } from "./school";

export interface WithBranches {
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
  readonly problems: readonly Problem[];
}

/**
 * Counts the results of branches and predecessors for the school that they belong to: participants and failed are
 * added per procedure and year. Where a share alone is known nothing can be added, so none of the figures is used.
 * @param parents key of a branch → key of its school, as `resolveRegistry` gives them
 * @param makeSchool the school of a key that has no results of its own
 * @returns problems `branchAdded` (one per branch), `branchNotAdded`
 */
export function addBranches(
  schools: readonly School[],
  results: readonly SchoolResult[],
  parents: ReadonlyMap<string, string>,
  makeSchool: (key: string) => School,
): WithBranches {
  const branches = schools.filter(({ key }) => parents.has(key));
  if (branches.length === 0) return { schools, results, problems: [] };
  const rootOf = (key: string): string => parents.get(key) ?? key;
  const stay = schools.filter(({ key }) => !parents.has(key));
  const known = new Map(stay.map((school) => [school.key, school]));
  for (const { key } of branches)
    if (!known.has(rootOf(key))) known.set(rootOf(key), makeSchool(rootOf(key)));
  const affected = new Set(branches.map(({ key }) => rootOf(key)));

  const groups = new Map<string, SchoolResult[]>();
  const rest: SchoolResult[] = [];
  for (const result of results) {
    const root = rootOf(result.schoolKey);
    if (!affected.has(root)) rest.push(result);
    else {
      const cell = [root, procedureTitle(result.procedure), result.year].join("\n");
      groups.set(cell, [...(groups.get(cell) ?? []), result]);
    }
  }
  const problems: Problem[] = [];
  for (const group of groups.values()) {
    const root = rootOf(group[0]?.schoolKey ?? "");
    const school = known.get(root)?.name ?? root;
    const sum = addUp(group, root, school);
    if (sum.result !== null) rest.push(sum.result);
    else problems.push(sum.problem);
  }
  for (const branch of branches) {
    const own = results.filter(({ schoolKey }) => schoolKey === branch.key).map(({ source }) => source);
    problems.push(added(branch, known.get(rootOf(branch.key))?.name ?? "", own));
  }
  return {
    schools: [...known.values()].map((school) => withKeys(school, branches, rootOf)),
    results: rest,
    problems,
  };
}

/** A decision about the branch finds the school that it belongs to. */
function withKeys(school: School, branches: readonly School[], rootOf: (key: string) => string): School {
  const own = branches.filter(({ key }) => rootOf(key) === school.key);
  if (own.length === 0) return school;
  const keys = own.flatMap(({ key, keys: others = [] }) => [key, ...others]);
  return { ...school, keys: [...new Set([...(school.keys ?? [school.key]), ...keys])] };
}

type Sum = { readonly result: SchoolResult } | { readonly result: null; readonly problem: Problem };

function addUp(group: readonly SchoolResult[], schoolKey: string, school: string): Sum {
  const inOrder = [...group].sort(
    (a, b) =>
      Number(b.schoolKey === schoolKey) - Number(a.schoolKey === schoolKey) ||
      compareSources(a.source, b.source),
  );
  // nobody took part: nothing to add, and a share of nobody is none
  const held = inOrder.filter(({ participants }) => participants !== 0);
  const [first] = held.length === 0 ? inOrder : held;
  if (first === undefined) throw new RangeError("a group of results is never empty");
  if (held.length <= 1) return { result: { ...first, schoolKey } };
  const counts = held.flatMap(({ participants, failed }) =>
    participants === null || failed === null ? [] : [{ participants, failed }],
  );
  if (counts.length < held.length) {
    const fields = { school, procedure: procedureTitle(first.procedure), year: formatYear(first.year) };
    const related = held.slice(1).map(({ source }) => source);
    return {
      result: null,
      problem: { code: "branchNotAdded", severity: "error", source: first.source, related, fields },
    };
  }
  const participants = counts.reduce((sum, each) => sum + each.participants, 0);
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  const { school: written, schoolCode, municipality, procedure, year, source } = first;
  const who = {
    school: written,
    ...(schoolCode === undefined ? {} : { schoolCode }),
    ...(municipality === undefined ? {} : { municipality }),
  };
  return {
    result: {
      ...who,
      schoolKey,
      procedure,
      year,
      source,
      participants,
      failed,
      share: failed / participants,
    },
  };
}

function added({ name }: School, school: string, sources: readonly Source[]): Problem {
  const [source, ...related] = [...sources].sort(compareSources);
  return {
    code: "branchAdded",
    severity: "info",
    ...(source === undefined ? {} : { source, related }),
    fields: { branch: name, school, count: sources.length },
  };
}
