import { type Procedure, procedureTitle } from "../results/procedure";
import { ProcedureIndex } from "../results/procedure-index";
import type { SchoolYear } from "../results/year";

/** One procedure in one year. */
export interface Sitting {
  readonly procedure: Procedure;
  readonly title: string;
  readonly year: SchoolYear;
}

/** Numbers sittings in order of their first appearance. */
export class SittingIndex {
  private readonly procedures = new ProcedureIndex();
  /** Numbers of titles, and of the title of each procedure by its own number. */
  private readonly titles = new Map<string, number>();
  private readonly titleOf: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly found: Sitting[] = [];
  private readonly followers: number[] = [];
  private last = 0;

  /** Sittings met so far, each at its own number. */
  get sittings(): readonly Sitting[] {
    return this.found;
  }

  /**
   * The number of an equal sitting is always the same, and sittings of one title are equal: a table, and whoever reads of
   * it, tells them by that. Sheets run down a column or along a row again and again: the
   * sitting of the last time is tried first, then the one that followed it.
   */
  of(procedure: Procedure, year: SchoolYear): number {
    if (this.isAt(this.last, procedure, year)) return this.last;
    const follower = this.followers[this.last] ?? 0;
    if (this.isAt(follower, procedure, year)) return (this.last = follower);
    const number = this.find(procedure, year);
    this.followers[this.last] = number;
    return (this.last = number);
  }

  /** By identity: an equal procedure that is another object is found the long way. */
  private isAt(number: number, procedure: Procedure, year: SchoolYear): boolean {
    const sitting = this.found[number];
    return sitting?.procedure === procedure && sitting.year === year;
  }

  private find(procedure: Procedure, year: SchoolYear): number {
    // a year has four digits
    const id = this.titleNumber(procedure) * 10_000 + year;
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.found.length);
    return this.found.push({ procedure, title: procedureTitle(procedure), year }) - 1;
  }

  private titleNumber(procedure: Procedure): number {
    const index = this.procedures.indexOf(procedure);
    const known = this.titleOf[index];
    if (known !== undefined) return known;
    const title = procedureTitle(procedure);
    const number = this.titles.get(title) ?? this.titles.size;
    this.titles.set(title, number);
    return (this.titleOf[index] = number);
  }
}
