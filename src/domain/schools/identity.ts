import type { Mention } from "./mention";

/** A mention whose school could be any of several; it stays a school of its own and is asked about. */
export interface Ambiguity {
  readonly key: string;
  readonly candidates: readonly string[];
}

/** Key of each mention, in the order of the mentions. */
export interface Identities {
  readonly keys: readonly string[];
  readonly ambiguities: readonly Ambiguity[];
}

/** Keys of the schools that have a name. */
interface Owners {
  readonly all: Set<string>;
  /** By normalised municipality; "" where it is not told. */
  readonly byMunicipality: Map<string, Set<string>>;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Decides which mentions are one school. By what is surest first: the user's own answers, ФИС ОКО logins (637 of 639
 * schools kept their digits over two years, domain reference), then an exact normalised name that only one school of
 * the municipality has. A mention that fits several schools joins none of them.
 * @param answers own key of a mention → key of its school, as the user settled earlier (registry of schools).
 */
export function settleIdentity(
  mentions: readonly Mention[],
  answers: ReadonlyMap<string, string>,
): Identities {
  const keys = mentions.map((mention) => answers.get(mention.ownKey) ?? mention.ownKey);
  const fixed = mentions.map((mention) => mention.login !== null || answers.has(mention.ownKey));
  const ambiguities = new Map<string, Ambiguity>();
  const join = (i: number, mention: Mention, candidates: ReadonlySet<string>) => {
    const [only] = candidates;
    if (only === undefined) return;
    if (candidates.size === 1) keys[i] = only;
    else ambiguities.set(mention.ownKey, { key: mention.ownKey, candidates: [...candidates].sort() });
  };

  const municipalities = municipalitiesOfNames(mentions);
  const located = ownersByName(mentions, keys, (_, i) => fixed[i] === true);
  mentions.forEach((mention, i) => {
    if (fixed[i] === true || mention.name === "" || mention.municipality === "") return;
    const unlocatedFit = municipalities.get(mention.name)?.size === 1;
    const owners = located.get(mention.name)?.byMunicipality;
    const here = owners?.get(mention.municipality) ?? NOBODY;
    const anywhere = unlocatedFit ? (owners?.get("") ?? NOBODY) : NOBODY;
    join(i, mention, anywhere.size === 0 ? here : new Set([...here, ...anywhere]));
  });

  const all = ownersByName(mentions, keys, (mention, i) => fixed[i] === true || mention.municipality !== "");
  mentions.forEach((mention, i) => {
    if (fixed[i] === true || mention.name === "" || mention.municipality !== "") return;
    join(i, mention, all.get(mention.name)?.all ?? NOBODY);
  });

  const codes = new Map<string, Set<string>>();
  mentions.forEach((mention, i) => {
    if (mention.code === null || mention.code === mention.ownKey) return;
    add(codes, mention.code, keys[i] ?? mention.ownKey);
  });
  mentions.forEach((mention, i) => {
    if (fixed[i] === true || mention.code !== mention.ownKey) return;
    join(i, mention, codes.get(mention.code) ?? new Set());
  });
  return { keys, ambiguities: [...ambiguities.values()] };
}

function municipalitiesOfNames(mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, municipality } of mentions) if (municipality !== "") add(found, name, municipality);
  return found;
}

/** Schools by each normalised name they have; one found with a municipality and without is taken with it. */
function ownersByName(
  mentions: readonly Mention[],
  keys: readonly string[],
  isOwner: (mention: Mention, i: number) => boolean,
): ReadonlyMap<string, Owners> {
  const municipalityOf = new Map<string, string>();
  mentions.forEach((mention, i) => {
    const key = keys[i] ?? mention.ownKey;
    if (mention.municipality > (municipalityOf.get(key) ?? "")) municipalityOf.set(key, mention.municipality);
  });
  const owners = new Map<string, Owners>();
  mentions.forEach((mention, i) => {
    if (mention.name === "" || !isOwner(mention, i)) return;
    const key = keys[i] ?? mention.ownKey;
    let same = owners.get(mention.name);
    if (same === undefined) owners.set(mention.name, (same = { all: new Set(), byMunicipality: new Map() }));
    same.all.add(key);
    add(same.byMunicipality, municipalityOf.get(key) ?? "", key);
  });
  return owners;
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
