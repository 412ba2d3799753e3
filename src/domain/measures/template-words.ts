import type { Role, Tag } from "./measure";
import { allRoles, defaultRoleNames } from "./roles";
import { allTags, tagNames } from "./tag-names";
import { plainWord } from "./template-layout";

/** The parts of a cell that lists something. */
export const listOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Roles by what the table calls them. */
export const ROLES: ReadonlyMap<string, Role> = new Map(
  allRoles.flatMap((role) =>
    [defaultRoleNames[role].short, defaultRoleNames[role].full].map(
      (name) => [plainWord(name), role] as const,
    ),
  ),
);
export const TAGS: ReadonlyMap<string, Tag> = new Map(allTags.map((tag) => [plainWord(tagNames[tag]), tag]));

/** Numbers of measures: a blank one is the next free whole number, a repeated one is told. */
export class Numbers {
  private readonly seen = new Map<string, number>();
  private next: number;

  constructor(rows: readonly { readonly number: string }[]) {
    const whole = rows.flatMap(({ number }) => (/^\d{1,6}$/.test(number) ? [Number(number)] : []));
    this.next = Math.max(0, ...whole) + 1;
  }

  of({ number, at }: { readonly number: string; readonly at: number }): {
    readonly number: string;
    readonly repeats: number | null;
  } {
    if (number === "") return { number: String(this.next++), repeats: null };
    const repeats = this.seen.get(number) ?? null;
    if (repeats === null) this.seen.set(number, at);
    return { number, repeats };
  }
}
