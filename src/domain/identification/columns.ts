import { type Procedure, procedureTitle } from "../results/procedure";
import { ProcedureIndex } from "../results/procedure-index";
import type { SchoolYear } from "../results/year";

/** Results of one procedure in one year, a cell per school. */
export interface Column {
  readonly procedure: Procedure;
  readonly title: string;
  readonly year: SchoolYear;
  /** Place among the rule's procedures; −1 for one that the rule does not list: nothing is kept of it. */
  readonly rank: number;
  readonly states: Uint8Array;
  /** Number of the result in a cell that has one. */
  readonly resultAt: Int32Array;
  /** Schools whose rounded share could stand for either state, as `couldFlip` finds. */
  readonly unsure: number[];
  /** Whether any result is usable. */
  usable: boolean;
}

/** Finds the column of a procedure and year, and makes it where it is not there yet. */
export class ColumnIndex {
  private readonly procedures = new ProcedureIndex();
  private readonly byNumber = new Map<number, Column>();
  private readonly followers = new Map<Column, Column>();
  private last: Column | undefined;

  constructor(
    private readonly schools: number,
    private readonly rankOf: (procedure: Procedure, title: string) => number,
  ) {}

  get columns(): readonly Column[] {
    return [...this.byNumber.values()];
  }

  /** Sheets that run along their rows name their columns in one order again and again: the follower is tried first. */
  columnOf(procedure: Procedure, year: SchoolYear): Column {
    const { last } = this;
    const follower = last === undefined ? undefined : this.followers.get(last);
    if (follower?.procedure === procedure && follower.year === year) return (this.last = follower);
    const found = this.find(procedure, year);
    if (last !== undefined) this.followers.set(last, found);
    return (this.last = found);
  }

  private find(procedure: Procedure, year: SchoolYear): Column {
    // a year has four digits
    const number = this.procedures.indexOf(procedure) * 10_000 + year;
    const known = this.byNumber.get(number);
    if (known !== undefined) return known;
    const title = procedureTitle(procedure);
    const rank = this.rankOf(procedure, title);
    const size = rank < 0 ? 0 : this.schools;
    const made: Column = {
      procedure,
      title,
      year,
      rank,
      states: new Uint8Array(size),
      resultAt: new Int32Array(size),
      unsure: [],
      usable: false,
    };
    this.byNumber.set(number, made);
    return made;
  }
}
