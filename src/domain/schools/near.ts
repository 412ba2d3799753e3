/**
 * Names so alike that they may be one school: a question for the user, never a merge. Each name is indexed by its
 * «near forms»; only names that share one are compared, so the work grows with the number of names, not its square.
 */
import { remembered } from "../results/text";

export interface NearCandidate {
  readonly key: string;
  /** Normalised names. */
  readonly names: readonly string[];
  /** Normalised; empty where unknown, which fits any. */
  readonly municipality: string;
  /** Two logins are two schools, however alike their names. */
  readonly login: boolean;
}

/** What makes two names alike. `status`: a school that may have become a лицей or гимназия. */
export type Likeness = "order" | "named" | "type" | "typo" | "part" | "status";

export interface NearPair {
  readonly first: string;
  readonly second: string;
  readonly why: Likeness;
}

const LIKENESSES: readonly Likeness[] = ["order", "named", "type", "typo", "part", "status"];
const GENERAL_TYPES = new Set(["сош", "оош", "нош", "сш", "ош", "нш", "школа"]);
const STATUS_TYPES = new Set(["лицей", "гимназия"]);
/** Letters that stand for a settlement and not for a letter of the number («12 а»). */
const SETTLEMENT_LETTERS = new Set(["г", "с", "п", "д", "х"]);
/** A branch is not its parent. */
const OTHER_UNIT = /(?:^| )филиал/;

const EVERYWHERE = "*";

interface Form {
  readonly text: string;
  readonly why: Likeness;
  /** Forms meet only across sides: a part of a name meets a whole name, but not another's part. */
  readonly side: "both" | "whole" | "part";
}

interface Entry {
  readonly candidate: NearCandidate;
  readonly side: Form["side"];
}

/** @returns each pair once, keys in order within a pair and pairs in order; same input in any order, same pairs. */
export function findNearPairs(candidates: readonly NearCandidate[]): readonly NearPair[] {
  if (candidates.every((candidate) => candidate.login)) return [];
  const forms = candidates.map(formsOf);
  const index = indexForms(candidates, forms);
  const pairs = new Map<string, NearPair>();
  candidates.forEach((candidate, i) => {
    if (candidate.login) return;
    const scopes = candidate.municipality === "" ? [EVERYWHERE] : [candidate.municipality, ""];
    for (const scope of scopes) {
      const entries = index.get(scope);
      if (entries === undefined) continue;
      for (const form of forms[i] ?? []) {
        for (const other of entries.get(form.text) ?? []) {
          if (other.candidate.key === candidate.key || !sidesMeet(form.side, other.side)) continue;
          keep(pairs, candidate.key, other.candidate.key, form.why);
        }
      }
    }
  });
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

/** Entries by municipality, then by form; those of all municipalities only where a school of unknown one asks. */
function indexForms(
  candidates: readonly NearCandidate[],
  forms: readonly (readonly Form[])[],
): ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>> {
  const index = new Map<string, Map<string, Entry[]>>();
  const everywhere = candidates.some(({ municipality, login }) => municipality === "" && !login);
  candidates.forEach((candidate, i) => {
    for (const scope of everywhere ? [candidate.municipality, EVERYWHERE] : [candidate.municipality]) {
      let entries = index.get(scope);
      if (entries === undefined) index.set(scope, (entries = new Map<string, Entry[]>()));
      for (const { text, side } of forms[i] ?? []) {
        const found = entries.get(text);
        if (found === undefined) entries.set(text, [{ candidate, side }]);
        else found.push({ candidate, side });
      }
    }
  });
  return index;
}

function sidesMeet(a: Form["side"], b: Form["side"]): boolean {
  return a === "both" ? b === "both" : a !== b && b !== "both";
}

function keep(pairs: Map<string, NearPair>, a: string, b: string, why: Likeness): void {
  const [first, second] = a < b ? [a, b] : [b, a];
  const id = `${first}\n${second}`;
  const known = pairs.get(id);
  if (known !== undefined && LIKENESSES.indexOf(known.why) <= LIKENESSES.indexOf(why)) return;
  pairs.set(id, { first, second, why });
}

function formsOf(candidate: NearCandidate): readonly Form[] {
  const forms = new Map<string, Form>();
  for (const name of candidate.names)
    for (const form of formsOfName(name)) forms.set(`${form.side}${form.text}`, form);
  return [...forms.values()];
}

/** Names repeat from municipality to municipality. */
const formsOfName = remembered((name: string): readonly Form[] => {
  const tokens = name.split(" ");
  const both = (why: Likeness, text: string): Form => ({ text: `${why}:${text}`, why, side: "both" });
  const forms: Form[] = [
    both("order", [...tokens].sort().join(" ")),
    { text: `part:${name}`, why: "part", side: "whole" },
  ];
  const named = tokens.indexOf("им");
  const unnamed = named > 0 ? tokens.slice(0, named) : tokens;
  if (tellsApart(unnamed)) forms.push(both("named", unnamed.join(" ")));
  forms.push(both("type", replaceTypes(tokens, GENERAL_TYPES).join(" ")));
  forms.push(both("status", replaceTypes(replaceTypes(tokens, GENERAL_TYPES), STATUS_TYPES).join(" ")));
  for (const text of withoutOneLetter(tokens)) forms.push(both("typo", text));
  for (const part of partsOf(tokens))
    forms.push({ text: `part:${part.join(" ")}`, why: "part", side: "part" });
  return forms;
});

/** A number or a word of the school's own; «сош» alone tells nothing. */
function tellsApart(tokens: readonly string[]): boolean {
  return tokens.some(
    (token) =>
      /\d/.test(token) || (token.length >= 4 && !GENERAL_TYPES.has(token) && !STATUS_TYPES.has(token)),
  );
}

function replaceTypes(tokens: readonly string[], types: ReadonlySet<string>): readonly string[] {
  return tokens.map((token) => (types.has(token) ? "*" : token));
}

/** The number with its letter stays whole: a typing error in «№ 1» is «№ 11», another school. */
function splitNumber(tokens: readonly string[]): { readonly number: string; readonly words: string } {
  const isNumber = (i: number): boolean => {
    const token = tokens[i] ?? "";
    if (/\d/.test(token)) return true;
    const letter = token.length === 1 && i > 0 && /\d/.test(tokens[i - 1] ?? "");
    return letter && (!SETTLEMENT_LETTERS.has(token) || i === tokens.length - 1);
  };
  return {
    number: tokens.filter((_, i) => isNumber(i)).join(" "),
    words: tokens.filter((_, i) => !isNumber(i)).join(" "),
  };
}

/**
 * The name and the name with each of its letters left out. Two names that differ by one letter added, lost, changed or
 * swapped with its neighbour share one of these.
 */
function withoutOneLetter(tokens: readonly string[]): readonly string[] {
  const { number, words } = splitNumber(tokens);
  if (words.length < 3) return [];
  const forms = new Set([`${number}|${words}`]);
  for (let i = 0; i < words.length; i++) forms.add(`${number}|${words.slice(0, i)}${words.slice(i + 1)}`);
  return [...forms];
}

/**
 * Beginnings of a name that keep its number, «сош 1» of «сош 1 г н ска»; its ends only where there is a number, since
 * «Нижне-Берёзовская» is not «Берёзовская».
 */
function partsOf(tokens: readonly string[]): readonly (readonly string[])[] {
  const { number } = splitNumber(tokens);
  const parts: (readonly string[])[] = [];
  for (let i = 1; i < tokens.length - 1; i++) {
    parts.push(tokens.slice(0, i + 1));
    if (number !== "") parts.push(tokens.slice(i));
  }
  return parts.filter(
    (part) =>
      part.length < tokens.length &&
      tellsApart(part) &&
      splitNumber(part).number === number &&
      OTHER_UNIT.test(part.join(" ")) === OTHER_UNIT.test(tokens.join(" ")),
  );
}
