import type { Problem } from "../../problem";
import type { PupilBlock } from "../pupils/pupil";
import type { DisputedFigure, JournalComparison, Mention, ReadTable, Result } from "../result";
import type { SheetView } from "../sheet-view";

/**
 * A layout of results sheets. A new one is a file beside this and a line in `index.ts`; it is recognised by content,
 * never by the sheet's name alone.
 */
export interface Layout {
  /** Shown in the report and kept with the user's corrections: never renamed. */
  readonly id: string;
  /** The tables of this layout on a sheet; empty where it has none. */
  recognise(view: SheetView): readonly RecognisedTable[];
}

/** A result of another attempt than the first, with the text that says so. */
export interface RetakenResult {
  readonly result: Result;
  readonly text: string;
}

/** A table that a layout claims. Of overlapping claims the most confident is read. */
export interface RecognisedTable {
  readonly layout: string;
  /** 0…1: 1 where every column is named and year and procedure are told; above 1 for a layout known exactly. */
  readonly confidence: number;
  /** Rows of the sheet that the claim covers, header included; local and inclusive. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  read(): TableReading;
}

export interface TableReading {
  readonly table: ReadTable;
  readonly results: readonly Result[];
  /** Counted only where retakes are wanted. */
  readonly retakes?: readonly RetakenResult[];
  readonly journal?: readonly JournalComparison[];
  /** Pupils, counted together after every sheet is read: one person may stand in several. */
  readonly pupils?: readonly PupilBlock[];
  /** Schools in a row each, with or without figures; those with a result are taken out at the end. */
  readonly mentioned?: readonly Mention[];
  readonly disputed?: readonly DisputedFigure[];
  readonly problems: readonly Problem[];
}
