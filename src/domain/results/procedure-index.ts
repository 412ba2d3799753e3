import { type Procedure, procedureTitle } from "./procedure";

/** Numbers procedures in order of their first appearance, so that tables of results can be plain arrays. */
export class ProcedureIndex {
  private readonly bySubject = new Map<string, { readonly procedure: Procedure; readonly index: number }[]>();
  private readonly found: { readonly procedure: Procedure; readonly title: string }[] = [];

  /** Procedures met so far, each at its own number. */
  get entries(): readonly { readonly procedure: Procedure; readonly title: string }[] {
    return this.found;
  }

  /** Number of a procedure; an equal one (form, subject, class) always gets the same. */
  indexOf(procedure: Procedure): number {
    let known = this.bySubject.get(procedure.subject);
    if (known === undefined) this.bySubject.set(procedure.subject, (known = []));
    for (const entry of known) {
      if (entry.procedure.form === procedure.form && entry.procedure.grade === procedure.grade)
        return entry.index;
    }
    const index = this.found.length;
    known.push({ procedure, index });
    this.found.push({ procedure, title: procedureTitle(procedure) });
    return index;
  }
}
