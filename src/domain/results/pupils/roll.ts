import type { Problem, Source } from "../../problem";
import { mayBeClass, type Pupil, type PupilBlock, type PupilSchool } from "./pupil";

/** What counts of a try: its row in its block, and the mark or score. */
export type Tried = Pick<Pupil, "row" | "value">;

/** One try of one person. */
export interface Attempt {
  readonly block: PupilBlock;
  readonly row: number;
  value: number;
  /** An appeal has said the last word. */
  appealed: boolean;
}

/** Somebody with a name, as the first try. */
interface Person extends Attempt {
  readonly grade: string;
  document: string;
  later: Attempt[] | null;
  /** Another person of the same name. */
  namesake: Person | null;
}

function attemptsOf(person: Person): readonly Attempt[] {
  return person.later === null ? [person] : [person, ...person.later];
}

function* namesakesOf(person: Person | undefined): Generator<Person, void> {
  for (let one = person ?? null; one !== null; one = one.namesake) yield one;
}

/** Everybody of one school in one procedure of one year. */
export class Roll {
  /** Tries of people whom the sheet does not tell apart. */
  readonly anonymous: Attempt[] = [];
  /** Nearly everybody comes once, in the first block, and shares a name with nobody: the pupil says it all. */
  private readonly alone = new Map<string, Pupil>();
  /** All others, by name. */
  private readonly people = new Map<string, Person>();
  /** Same-day results of one person that differ. */
  private readonly conflicts: { readonly one: Attempt; readonly other: Attempt }[] = [];
  private readonly appealConflicts: { readonly one: Attempt; readonly other: Attempt }[] = [];
  /** Rows met twice with equal values, per block. */
  readonly repeated = new Map<PupilBlock, number>();
  readonly doubled: Attempt[] = [];

  constructor(
    readonly school: PupilSchool,
    readonly first: PupilBlock,
  ) {}

  add(block: PupilBlock, pupil: Pupil): void {
    if (pupil.person === "") {
      this.anonymous.push(attemptOf(block, pupil));
      return;
    }
    const known = this.named(pupil.person);
    if (known === undefined) {
      if (block === this.first) this.alone.set(pupil.person, pupil);
      else this.people.set(pupil.person, personOf(block, pupil));
      return;
    }
    const attempt = attemptOf(block, pupil);
    let last = known;
    for (const one of namesakesOf(known)) {
      if (mayBe(one, pupil) && !this.isNamesake(one, pupil, attempt)) {
        this.addTo(one, pupil, attempt);
        return;
      }
      last = one;
    }
    last.namesake = personOf(block, pupil);
  }

  private named(name: string): Person | undefined {
    const alone = this.alone.get(name);
    if (alone === undefined) return this.people.get(name);
    const person = personOf(this.first, alone);
    this.alone.delete(name);
    this.people.set(name, person);
    return person;
  }

  private addTo(person: Person, { document }: Pupil, attempt: Attempt): void {
    if (person.document === "") person.document = document;
    const { block, value } = attempt;
    const before = attemptsOf(person).find((one) => sameDay(one.block, block));
    if (before === undefined) (person.later ??= []).push(attempt);
    else if (before.value === value) this.repeated.set(block, (this.repeated.get(block) ?? 0) + 1);
    else this.conflicts.push({ one: before, other: attempt });
  }

  /** Two rows of one protocol are two people, unless the document says that they are one. */
  private isNamesake(one: Person, pupil: Pupil, attempt: Attempt): boolean {
    const inBlock = attemptsOf(one).some(({ block }) => block === attempt.block);
    if (!inBlock || (pupil.document !== "" && one.document === pupil.document)) return false;
    this.doubled.push(attempt);
    return true;
  }

  /** @returns whether exactly one person of the roll is meant. */
  appeal(block: PupilBlock, pupil: Pupil): boolean {
    const known = [...namesakesOf(this.named(pupil.person))].filter((one) => mayBe(one, pupil));
    const [person, another] = known;
    if (pupil.person === "" || person === undefined || another !== undefined) return false;
    const dated = attemptsOf(person).filter((one) => sameDay(one.block, block));
    const [meant, later] = dated;
    // An appeal without a day, of somebody who came twice: either result may be meant.
    if (meant === undefined || later !== undefined) return false;
    if (meant.appealed && meant.value !== pupil.value) {
      const again = { block, row: pupil.row, value: pupil.value, appealed: true };
      this.appealConflicts.push({ one: meant, other: again });
    }
    meant.value = pupil.value;
    meant.appealed = true;
    return true;
  }

  /** Conflicts that no appeal has settled, and appeals that differ. */
  openConflicts(): readonly { readonly one: Attempt; readonly other: Attempt }[] {
    return [...this.conflicts.filter(({ one }) => !one.appealed), ...this.appealConflicts];
  }

  /** Visits one try of each person: the first, or the last where retakes are to count. */
  visitChosen(retakes: "first" | "last", visit: (block: PupilBlock, tried: Tried) => void): void {
    for (const attempt of this.anonymous) visit(attempt.block, attempt);
    this.alone.forEach((pupil) => {
      visit(this.first, pupil);
    });
    this.people.forEach((only) => {
      for (const person of namesakesOf(only)) {
        const best = bestOf(person, retakes);
        visit(best.block, best);
      }
    });
  }

  /** Nameless rows of several days: nobody can say who of them came twice. */
  retakesUnknown(): boolean {
    const days = new Set(this.anonymous.map(({ block }) => block.date));
    return days.size > 1;
  }
}

function attemptOf(block: PupilBlock, { row, value }: Pupil): Attempt {
  return { block, row, value, appealed: false };
}

function personOf(block: PupilBlock, { row, value, grade, document }: Pupil): Person {
  return { block, row, value, appealed: false, grade, document, later: null, namesake: null };
}

function bestOf(person: Person, retakes: "first" | "last"): Attempt {
  return attemptsOf(person).reduce((best, attempt) => {
    const order = (attempt.block.date ?? "").localeCompare(best.block.date ?? "");
    return (retakes === "first" ? order < 0 : order > 0) ? attempt : best;
  });
}

function mayBe(person: Person, { document, grade }: Pupil): boolean {
  if (document !== "" && person.document !== "") return document === person.document;
  return mayBeClass(grade, person.grade);
}

/** A day that is not told may be any. */
function sameDay(one: PupilBlock, other: PupilBlock): boolean {
  return one.date === other.date || one.date === null || other.date === null;
}

/** Cell of an attempt's value. */
export function cellOf({ block, row }: Pick<Attempt, "block" | "row">): Source {
  return block.view.source(row, block.column);
}

/** Cells of a block's pupils, first to last. */
export function areaOf(block: PupilBlock, pupils: readonly { readonly row: number }[]): Source {
  let top = pupils[0]?.row ?? 0;
  let bottom = top;
  for (const { row } of pupils) {
    if (row < top) top = row;
    if (row > bottom) bottom = row;
  }
  return block.view.sourceOf({ top, bottom, left: block.column, right: block.column });
}

export function report(
  code: Problem["code"],
  severity: Problem["severity"],
  source: Source,
  fields: Problem["fields"],
  related: readonly Source[] = [],
): Problem {
  return { code, severity, source, fields, ...(related.length === 0 ? {} : { related }) };
}
