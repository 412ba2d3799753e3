import { nameKey } from "./key";
import type { Mention } from "./mention";
import { compareSchools, compareText } from "./order";
import type { School } from "./school";

/** A school with what its comparison with others needs. */
export interface BuiltSchool {
  readonly school: School;
  /** Normalised names met. */
  readonly names: ReadonlySet<string>;
  /** Normalised; empty where no row tells it. */
  readonly municipality: string;
  readonly login: boolean;
}

interface Draft {
  readonly mentions: Mention[];
}

/** Puts the mentions of each key together. @returns schools in Russian order of names. */
export function buildSchools(mentions: readonly Mention[], keys: readonly string[]): readonly BuiltSchool[] {
  const drafts = new Map<string, Draft>();
  mentions.forEach((mention, i) => {
    const key = keys[i] ?? mention.ownKey;
    const draft = drafts.get(key);
    if (draft === undefined) drafts.set(key, { mentions: [mention] });
    else draft.mentions.push(mention);
  });
  return [...drafts]
    .map(([key, { mentions: own }]) => build(key, own))
    .sort((a, b) => compareSchools(a.school, b.school));
}

function build(key: string, mentions: readonly Mention[]): BuiltSchool {
  const spellings = unique(mentions.map((mention) => mention.spelling));
  const located = [...mentions].sort(
    (a, b) =>
      compareText(b.municipality, a.municipality) ||
      compareText(a.municipalitySpelling, b.municipalitySpelling),
  )[0];
  const municipality = located?.municipality ?? "";
  const otherKeys = mentions.flatMap(({ ownKey, name, code, municipality: scope }) => [
    ownKey,
    ...(name === "" ? [] : [nameKey(name, scope)]),
    ...(code === null ? [] : [code]),
  ]);
  return {
    school: {
      key,
      name: fullest(spellings) ?? key.replace(/^code:([^:]+):(.+)$/, "$2 ($1)").replace(/^edu:/, "edu"),
      spellings,
      keys: unique([key, ...otherKeys]),
      ...(municipality === "" ? {} : { municipality: located?.municipalitySpelling ?? municipality }),
    },
    names: new Set(mentions.map((mention) => mention.name).filter((name) => name !== "")),
    municipality,
    login: mentions.some((mention) => mention.login !== null),
  };
}

function fullest(spellings: readonly string[]): string | undefined {
  return [...spellings].sort((a, b) => b.length - a.length || compareText(a, b))[0];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ""))].sort(compareText);
}
