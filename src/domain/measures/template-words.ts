import type { Problem, ProblemCode } from "../problem";
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

/** Other words for a role that documents use: abbreviations of seed 000, singulars, names of the sheet «Справочник». */
const ALSO: Readonly<Partial<Record<Role, readonly string[]>>> = {
  department: ["орган управления образованием"],
  personnel: ["кадровая служба"],
  methodCentre: ["ИМЦ", "ММЦ", "РМЦ", "информационно-методический центр", "методическая служба"],
  workingGroup: ["рабочая группа"],
  curator: ["куратор", "куратор школы"],
  mentor: ["наставник"],
  tutor: ["тьютор"],
  school: ["школа", "школы"],
  schoolHead: ["директор", "директор школы", "директора школ", "руководители школ", "руководитель ОО"],
  partnerSchool: ["школа-партнёр"],
};

/** Roles by what the table calls them. */
export const ROLES: ReadonlyMap<string, Role> = new Map(
  allRoles.flatMap((role) =>
    [defaultRoleNames[role].short, defaultRoleNames[role].full, ...(ALSO[role] ?? [])].map(
      (name) => [plainWord(name), role] as const,
    ),
  ),
);
export const TAGS: ReadonlyMap<string, Tag> = new Map(allTags.map((tag) => [plainWord(tagNames[tag]), tag]));

/** Words that may be unknown in every row of a table. */
const WORDS: readonly ProblemCode[] = ["templateRoleUnknown", "templateTagUnknown", "templateLevelUnknown"];
/** So many cells of an unknown word are named; the first of them is where it is told. */
const MOST_RELATED = 50;

/** One problem for each unknown word, with the other cells that have it. */
export function oncePerWord(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, readonly Problem[]>();
  problems.forEach((problem, index) => {
    const key = WORDS.includes(problem.code) ? `${problem.code}\n${problem.fields["value"]}` : String(index);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  });
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          others.length === 0
            ? first
            : { ...first, related: others.slice(0, MOST_RELATED).flatMap(({ source }) => source ?? []) },
        ],
  );
}

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
