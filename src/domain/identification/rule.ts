/** An identification rule is data: a region's own rule is one more entry in `rules.ts`. */
export interface Rule {
  /** «000», «004»: the source document it comes from. */
  readonly id: string;
  /** Russian, as the documents name it. */
  readonly name: string;
  readonly source: string;
  /** Procedure titles, or every class of the named forms and subjects. */
  readonly procedures:
    readonly string[] | { readonly forms: readonly string[]; readonly subjects: readonly string[] };
  /** At least `count` different low procedures within one year: Y only, or within Y or within Y′. */
  readonly criterion1: { readonly count: number; readonly years: "inView" | "either" };
  /** Low in Y and in Y′: any procedures, or the same one. */
  readonly criterion2: { readonly procedures: "any" | "same" };
}

/** What the user may set; null means «as the rule or the data say». */
export interface IdentificationSettings {
  readonly ruleId: string;
  /** Per cent, inclusive; default 30. */
  readonly threshold: number;
  /** Results with fewer participants are no data; 0 excludes nobody. */
  readonly minParticipants: number;
  readonly year: number | null;
  readonly yearBefore: number | null;
  /** Procedure titles instead of the rule's own. */
  readonly procedures: readonly string[] | null;
}
