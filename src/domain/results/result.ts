import type { Problem, Source } from "../problem";
import type { Procedure } from "./procedure";
import type { SchoolYear } from "./year";

/** What one school got in one procedure of one year, with the cells it stands in. */
export interface Result {
  /** School name as the sheet writes it; identity is settled later, in `schools/`. */
  readonly school: string;
  /** ФИС ОКО login or exam code where the sheet carries one. */
  readonly schoolCode?: string;
  readonly municipality?: string;
  readonly procedure: Procedure;
  readonly year: SchoolYear;
  /** People who took part; null where only a share is known. Zero is «no data», never a share of 0 %. */
  readonly participants: number | null;
  /** Of them, with «2» (ВПР) or below the minimum (ОГЭ, ЕГЭ); null where only a share is known. */
  readonly failed: number | null;
  /** Fraction 0…1 as printed or counted; null where nobody took part. */
  readonly share: number | null;
  /** Decimals of the per cent as printed, where counts are not exact; absent where `failed` was read, not derived. */
  readonly shareDecimals?: number;
  /** Counts of marks «2»…«5», where the sheet has them. */
  readonly marks?: readonly [number, number, number, number];
  readonly source: Source;
}

/** How a sheet or a part of it was understood. */
export interface ReadTable {
  readonly file?: string;
  readonly sheet: string;
  /** Id of the layout module. */
  readonly layout: string;
  /** A1 address of the whole table and of its header. */
  readonly address: string;
  readonly header: string;
  /** School rows that gave at least one result or a problem. */
  readonly rows: number;
  readonly confidence: number;
  /** What each column was taken for, by its letter. */
  readonly columns: readonly ReadColumn[];
  /** Rows left out (totals, notes), with why. */
  readonly leftOut: readonly {
    readonly address: string;
    readonly why:
      | "total"
      | "note"
      | "blank"
      | "repeatedHeader"
      | "region"
      | "section"
      // a pupil who was absent or has no mark; a block of another exam (ГВЭ)
      | "absent"
      | "otherExam";
  }[];
  /** Ids of the user's corrections that it was read by. */
  readonly corrected?: readonly string[];
}
export interface ReadColumn {
  readonly column: string;
  readonly role: string;
  readonly year?: SchoolYear;
  readonly yearFrom?: "header" | "column" | "title" | "sheet" | "file" | "user";
  readonly procedure?: string;
  /** Where the procedure comes from; absent where that was not settled for the column as a whole. */
  readonly procedureFrom?: "header" | "column" | "title" | "sheet" | "file" | "user";
  /** Present where the user told the role. */
  readonly roleFrom?: "user";
}

/**
 * How the marks of one school in one procedure compare with its own marks of the term (ФИС ОКО «Сравнение отметок с
 * отметками по журналу»). Tells of objectivity, never of failing.
 */
export interface JournalComparison {
  readonly school: string;
  readonly schoolCode?: string;
  readonly municipality?: string;
  readonly procedure: Procedure;
  readonly year: SchoolYear;
  readonly participants: number | null;
  /** The mark of the procedure is below, equal to, above the mark of the journal. */
  readonly lowered: ComparedPart;
  readonly confirmed: ComparedPart;
  readonly raised: ComparedPart;
  readonly source: Source;
}

export interface ComparedPart {
  /** People; null where only the share is printed and the number of participants is not known. */
  readonly count: number | null;
  /** Fraction 0…1. */
  readonly share: number | null;
}

/** A school of a table without a result of its own anywhere; known all the same, so that it is not lost. */
export interface Mention {
  readonly school: string;
  readonly schoolCode?: string;
  readonly municipality?: string;
  /** The cell of its name. */
  readonly source: Source;
}

/** A figure of a school that an error keeps from being used: what it is stays unknown. */
export interface DisputedFigure extends Mention {
  readonly procedure: Procedure;
  readonly year: SchoolYear;
  /** Cells that stand in dispute; the name's cell is not one. */
  readonly cells: readonly Source[];
}

/** Everything read from a workbook. */
export interface Reading {
  readonly tables: readonly ReadTable[];
  readonly results: readonly Result[];
  readonly journal: readonly JournalComparison[];
  /** Schools that stand in a table with nothing usable: blank, «н/д», nobody took part, or a problem says why. */
  readonly mentioned: readonly Mention[];
  readonly disputed?: readonly DisputedFigure[];
  /** Ids of the user's corrections that were used; absent where there are none. */
  readonly corrected?: readonly string[];
  readonly problems: readonly Problem[];
}
