import type { Problem } from "../problem";
import { pairId } from "./questions";
import { claimsOf, formsOf, mergedRows, problemAt, type Claim } from "./registry-claims";
import type { RegistryEntry } from "./registry-entry";
import type { School } from "./school";

/** What the registry says of identities, for `settleSchools`. */
export interface RegistryAnswers {
  readonly answers: ReadonlyMap<string, string>;
  readonly different: ReadonlySet<string>;
  /** Key of a branch → key of the school that its figures count for. */
  readonly parents: ReadonlyMap<string, string>;
  /** Entries by the key of their school: of rows that are one school, the first. */
  readonly entries: ReadonlyMap<string, RegistryEntry>;
  readonly problems: readonly Problem[];
}

/**
 * Reads identities out of the rows: what each name, login and code stands for, which rows are one school, which are
 * branches of others. What contradicts itself is a problem at its cell and counts for neither row.
 */
export function resolveRegistry(given: readonly RegistryEntry[]): RegistryAnswers {
  const problems: Problem[] = [];
  const entries = withoutRepeated(given, problems);
  const claims = claimsOf(entries, problems);
  const canonical = mergedRows(entries, claims, problems);
  const answers = new Map<string, string>();
  for (const { key } of entries) if (canonical(key) !== key) answers.set(key, canonical(key));
  for (const [form, owner] of claims) {
    const key = canonical(owner.entry.key);
    if (form !== key && !answers.has(form)) answers.set(form, key);
  }
  const find = finder(entries, claims, canonical);
  const different = new Set(
    entries.flatMap((entry) =>
      entry.different.flatMap((text) =>
        [find(text, entry), ...formsOf(text, entry.municipality)].flatMap((other) =>
          other === null ? [] : [pairId(canonical(entry.key), other)],
        ),
      ),
    ),
  );
  const parents = parentsOf(entries, find, canonical, problems);
  // a branch is another unit than its school: that is answered already
  for (const [branch, parent] of parents) different.add(pairId(branch, parent));
  const byKey = new Map<string, RegistryEntry>();
  for (const entry of entries) {
    const key = canonical(entry.key);
    if (!byKey.has(key) || entry.key === key) byKey.set(key, entry);
  }
  return {
    answers,
    different,
    parents,
    entries: byKey,
    problems,
  };
}

function withoutRepeated(given: readonly RegistryEntry[], problems: Problem[]): readonly RegistryEntry[] {
  const first = new Map<string, RegistryEntry>();
  for (const entry of given) {
    const known = first.get(entry.key);
    if (known === undefined) first.set(entry.key, entry);
    else
      problems.push(
        problemAt("registryKeyRepeated", "warning", entry.at.key, { school: entry.name }, known.at.key),
      );
  }
  return [...first.values()];
}

type Find = (text: string, from: RegistryEntry) => string | null;

/** The key of the school that a cell names. */
function finder(
  entries: readonly RegistryEntry[],
  claims: ReadonlyMap<string, Claim>,
  canonical: (key: string) => string,
): Find {
  const keys = new Set(entries.map(({ key }) => key));
  return (text, { municipality }) => {
    for (const form of formsOf(text, municipality)) {
      const owner = claims.get(form)?.entry.key ?? (keys.has(form) ? form : undefined);
      if (owner !== undefined) return canonical(owner);
    }
    return null;
  };
}

function parentsOf(
  entries: readonly RegistryEntry[],
  find: Find,
  canonical: (key: string) => string,
  problems: Problem[],
): ReadonlyMap<string, string> {
  const direct = new Map<string, { readonly parent: string; readonly entry: RegistryEntry }>();
  for (const entry of entries) {
    if (entry.parent === "") continue;
    const parent = find(entry.parent, entry);
    if (parent === null)
      problems.push(
        problemAt("registryParentUnknown", "error", entry.at.parent, {
          school: entry.name,
          parent: entry.parent,
        }),
      );
    else direct.set(canonical(entry.key), { parent, entry });
  }
  const parents = new Map<string, string>();
  for (const [key, { entry }] of direct) {
    const seen = new Set([key]);
    let at = key;
    for (let next = direct.get(at); next !== undefined; next = direct.get(at)) {
      at = next.parent;
      if (seen.has(at)) break;
      seen.add(at);
    }
    if (direct.has(at))
      problems.push(
        problemAt("registryParentCycle", "error", entry.at.parent, {
          school: entry.name,
          parent: entry.parent,
        }),
      );
    else parents.set(key, at);
  }
  return parents;
}

/** The entry of a settled school, by any key that it answers to. */
export function entryOf(
  { key, keys = [] }: School,
  entries: ReadonlyMap<string, RegistryEntry>,
): RegistryEntry | undefined {
  return entries.get(key) ?? keys.map((other) => entries.get(other)).find((entry) => entry !== undefined);
}
