import type { Procedure } from "../procedure";
import type { SchoolYear } from "../year";

/** What a column can be told to be. `other`: nothing that is read. */
export const COLUMN_ROLES = [
  "school",
  "municipality",
  "code",
  "year",
  "procedure",
  "participants",
  "failed",
  "passed",
  "share",
  "passShare",
  "mark2",
  "mark3",
  "mark4",
  "mark5",
  "other",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What the user says of a table. Columns are counted from the first of its header, so that a moved table keeps it. */
export type Change =
  | { readonly kind: "notResults" }
  | {
      readonly kind: "range";
      /** Columns that the table takes. */
      readonly width: number;
      /** Rows from its first one; null: as many as there are before `end`. */
      readonly rows: number | null;
      /** Key of the row below the table; null: it goes on to the last row of the sheet. */
      readonly end: string | null;
    }
  | { readonly kind: "role"; readonly column: number; readonly role: ColumnRole }
  | {
      readonly kind: "year";
      /** Null: the table as a whole. */
      readonly columns: readonly number[] | null;
      readonly year: SchoolYear;
      /** Keys of the first rows: the year was said of these figures and of no others. */
      readonly rows: readonly string[];
    }
  | {
      readonly kind: "procedure";
      readonly columns: readonly number[] | null;
      readonly procedure: Procedure;
    };

/**
 * A correction of how a table was understood, kept in the workbook. The table is known again by its header without
 * years, dates and values (`layout`), so that a role or a range holds for the sheet of the next year. What a header
 * does not tell is bound closer: a procedure and «these are no results» to the sheet's name without its year as well
 * (`sheetKey`), a year to this very sheet and its figures.
 */
export interface Correction {
  /** One per table, kind and columns: a newer correction takes the place of the one before. */
  readonly id: string;
  readonly layout: string;
  readonly sheetKey: string;
  /** Where the table stood when it was corrected; absent file: the open workbook. */
  readonly at: { readonly file?: string; readonly sheet: string; readonly header: string };
  readonly change: Change;
}

/** The list with a correction, in place of the one with its id. */
export function withCorrection(list: readonly Correction[], added: Correction): readonly Correction[] {
  return [...list.filter(({ id }) => id !== added.id), added];
}
