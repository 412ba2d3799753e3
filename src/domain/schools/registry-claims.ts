import type { Problem, Source } from "../problem";
import { examCodeKey, loginKey, schoolKey } from "./key";
import { loginDigits, normaliseMunicipality } from "./name";
import type { RegistryEntry, RegistryField } from "./registry-entry";

/** Two rows of known and different municipalities are never one school by name. */
function mayMeet(a: RegistryEntry, b: RegistryEntry): boolean {
  const [first, second] = [a, b].map(({ municipality }) => normaliseMunicipality(municipality));
  return first === "" || second === "" || first === second;
}
const isLogin = (key: string): boolean => key.startsWith("edu:");

/** The keys that a text may stand for in a row: a login, or a name in the row's municipality and anywhere. */
export function formsOf(text: string, municipality: string): readonly string[] {
  const login = loginDigits(text);
  if (login !== null) return [loginKey(login)];
  return /^(edu|code|name):/.test(text) ? [text] : [schoolKey(text, municipality), schoolKey(text)];
}

export function problemAt(
  code: Problem["code"],
  severity: Problem["severity"],
  source: Source,
  fields: Problem["fields"],
  related?: Source,
): Problem {
  return { code, severity, source, fields, ...(related === undefined ? {} : { related: [related] }) };
}

export interface Claim {
  readonly entry: RegistryEntry;
  readonly field: RegistryField;
  readonly text: string;
  /** Typed as another name of the school, not its own one. */
  readonly explicit: boolean;
}

/** What each form stands for; a form that several rows claim stands for none. */
export function claimsOf(entries: readonly RegistryEntry[], problems: Problem[]): ReadonlyMap<string, Claim> {
  const all = new Map<string, Claim[]>();
  const claim = (form: string, made: Claim): void => {
    const known = all.get(form) ?? [];
    if (!known.some(({ entry }) => entry === made.entry)) all.set(form, [...known, made]);
  };
  for (const entry of entries) {
    for (const made of claimsOfEntry(entry)) for (const form of made.forms) claim(form, made);
  }
  const held = new Map<string, Claim>();
  for (const [form, claims] of all) {
    const [first] = claims;
    const byName = form.startsWith("name:");
    if (first === undefined || (byName && claims.some(({ entry }) => !mayMeet(entry, first.entry)))) continue;
    const explicit = claims.filter((made) => made.explicit);
    const [only, second] = explicit.length > 0 ? explicit : claims;
    if (only !== undefined && second === undefined) held.set(form, only);
    else if (only?.explicit === true && second !== undefined) problems.push(repeatedAlias(only, second));
  }
  return held;
}

function claimsOfEntry(entry: RegistryEntry): readonly (Claim & { readonly forms: readonly string[] })[] {
  const { key, name, shortName, aliases, login, codeOge, codeEge, municipality } = entry;
  const own = [
    { field: "name" as const, text: name },
    { field: "shortName" as const, text: shortName },
  ].filter(({ text }) => text !== "");
  const codes = [
    ...(login === null ? [] : [{ field: "login" as const, text: login, form: loginKey(login) }]),
    ...(codeOge === ""
      ? []
      : [{ field: "codeOge" as const, text: codeOge, form: examCodeKey("ОГЭ", codeOge) }]),
    ...(codeEge === ""
      ? []
      : [{ field: "codeEge" as const, text: codeEge, form: examCodeKey("ЕГЭ", codeEge) }]),
  ];
  return [
    ...own.map((each) => ({ ...each, entry, explicit: false, forms: formsOf(each.text, municipality) })),
    ...aliases.map((text) => ({
      field: "aliases" as const,
      text,
      entry,
      explicit: true,
      forms: formsOf(text, municipality),
    })),
    ...codes.map(({ form, ...each }) => ({ ...each, entry, explicit: form !== key, forms: [form] })),
  ];
}

function repeatedAlias(first: Claim, second: Claim): Problem {
  return problemAt(
    "registryAliasRepeated",
    "error",
    second.entry.at[second.field],
    { alias: second.text, first: first.entry.name, second: second.entry.name },
    first.entry.at[first.field],
  );
}

/** Rows that are one school, because one has the other's name, login or code among its own. */
export function mergedRows(
  entries: readonly RegistryEntry[],
  claims: ReadonlyMap<string, Claim>,
  problems: Problem[],
): (key: string) => string {
  const into = new Map<string, string>();
  const canonical = (key: string): string => {
    let at = key;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
    return at;
  };
  const merge = (row: RegistryEntry, other: RegistryEntry, claim: Claim, byKey: boolean): void => {
    const [a, b] = [canonical(row.key), canonical(other.key)];
    if (a === b) return;
    if (isLogin(a) && isLogin(b) && !byKey) {
      problems.push(repeatedAlias({ ...claim, entry: other, field: "name" }, claim));
      return;
    }
    if (isLogin(b) && !byKey) into.set(a, b);
    else into.set(b, a);
  };
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const named = ownNames(entries);
  for (const [form, claim] of claims) {
    if (!claim.explicit) continue;
    const other = byKey.get(form) ?? named.get(form);
    if (other === undefined || other === null || other === claim.entry) continue;
    if (!form.startsWith("name:") || mayMeet(claim.entry, other))
      merge(claim.entry, other, claim, other.key === form && !form.startsWith("name:"));
  }
  return canonical;
}

/** Rows by their own names; null where several have one. */
function ownNames(entries: readonly RegistryEntry[]): ReadonlyMap<string, RegistryEntry | null> {
  const named = new Map<string, RegistryEntry | null>();
  for (const entry of entries) {
    for (const form of new Set(formsOf(entry.name, entry.municipality))) {
      const known = named.get(form);
      named.set(form, known === undefined || known === entry ? entry : null);
    }
  }
  return named;
}
