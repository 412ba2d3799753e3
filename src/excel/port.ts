import type { Grid } from "../domain/grid";
import type { CellEdit } from "../domain/monitoring/corrections";
import type { PlanPeriod } from "../domain/measures/period";
import type { Source } from "../domain/problem";
import type { CellConflict, Choice } from "../domain/regeneration/merge";
import type { MergeReport } from "../domain/regeneration/regenerate";
import type { Correction } from "../domain/results/corrections/correction";
import type { StoredCorrections } from "../domain/results/corrections/store";
import type { Settings } from "../domain/settings";
import type { Block, SheetKind, SheetPlan } from "../domain/sheet-plan";
import type { KeptState } from "./sheets/kept-state";
import type { Recovery } from "./recovery";

/** A sheet that the add-in made, found by its hidden name. */
export interface OwnSheet {
  /** Excel's id of the worksheet: stays when it is renamed or moved. */
  readonly sheetId: string;
  /** Our id, such as `roadmap:low-results-roadmap`. */
  readonly id: string;
  readonly kind: SheetKind;
  readonly name: string;
  readonly grid: Grid | null;
  /** What its cells show, where that is read beside the formulas of `grid`. */
  readonly shown?: Grid;
  /** Whether the sheet still is as the add-in wrote it; an edited one is never written over. */
  readonly unchanged: boolean;
  /** Fingerprint of what was generated; null or absent where there is none. */
  readonly written?: string | null;
  /** What it was generated as; null or absent where that was lost. */
  readonly kept?: KeptState | null;
  readonly tables: readonly string[];
  /** Names of its charts: ours go when it is written anew. */
  readonly charts?: readonly string[];
  readonly protected: boolean;
}

/** The workbook as read in one go. */
export interface Snapshot {
  readonly name: string;
  readonly sheetNames: readonly string[];
  /** Every sheet with Excel's id of it; absent: nothing is compared with the workbook before it is written. */
  readonly sheets?: readonly { readonly id: string; readonly name: string }[];
  /** Names that a new table cannot take: those of tables and of the workbook's defined names. */
  readonly tableNames: readonly string[];
  /** The user's sheets, hidden ones too. */
  readonly grids: readonly Grid[];
  readonly own: readonly OwnSheet[];
  readonly structureProtected: boolean;
  readonly settings: Settings;
  /** How the user corrected the reading of sheets; absent where that was never done. */
  readonly corrections?: StoredCorrections;
  /** Parts of the workbook that keep what was generated; those of no sheet go with the next write. */
  readonly keptParts?: readonly {
    readonly part: string;
    readonly sheet: string | null;
    readonly written: string | null;
  }[];
  /** A run that did not finish left its journal: its sheets are to be removed first. */
  readonly unfinished: boolean;
  /** Sheets that are half written and wait until they are not protected any more; absent: none. */
  readonly waiting?: readonly string[];
  /** How many edits of others were heard of before the reading began (`edits.ts`); absent: none. */
  readonly editsBefore?: number;
}

/** A sheet of the user's that has cells, by its used area. */
export interface DataSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: boolean;
}

/** A sheet that the add-in made to its end, without its cells. */
export interface MadeSheet {
  readonly id: string;
  readonly kind: SheetKind;
  readonly name: string;
  /** What a roadmap says that it runs over; null for other sheets, and where nobody left it there. */
  readonly period: PlanPeriod | null;
}

/** What a workbook holds at a glance; whether there are results is known when they are read. */
export interface Look {
  /** In the order of their tabs. */
  readonly data: readonly DataSheet[];
  readonly own: readonly MadeSheet[];
  /** A run of the add-in did not come to its end; the next reading puts the workbook right. */
  readonly unfinished: boolean;
}

/** What is to be written and where. */
export interface SheetTask {
  readonly plan: SheetPlan;
  /** An own sheet to write anew in place; absent: a new sheet. */
  readonly replace?: OwnSheet;
  /** Only these cells are put below what is there; the sheet is the user's, nothing else of it is touched. */
  readonly append?: readonly Block[];
  /** The user stays where they are: the sheet is not brought before their eyes. */
  readonly background?: true;
  /** What the user did to that sheet stays; absent: it is written anew as a whole. */
  readonly merge?: { readonly choose: (conflict: CellConflict) => Choice };
}

export interface WrittenSheet {
  readonly id: string;
  readonly kind: SheetKind;
  readonly name: string;
  readonly how: "created" | "updated";
  readonly measures?: number;
  readonly indicators?: number;
  /** What a merge kept and brought; absent where the sheet was written anew. */
  readonly merged?: MergeReport;
}

/** The workbook as the pane and the commands see it. Every promise settles; failures are `WorkbookError`. */
export interface WorkbookPort {
  read(progress?: (done: number) => void): Promise<Snapshot>;
  /**
   * Writes all or nothing: what a failed run began is taken back, or finished where it was nearly done. Nothing is
   * written where a sheet that is written, or was read from, is not as it was read.
   * @param edits cells of sheets that stay, written in the same batch
   * @param sources names of sheets whose contents went into what is written
   */
  write(
    tasks: readonly SheetTask[],
    snapshot: Snapshot,
    edits?: readonly CellEdit[],
    sources?: readonly string[],
  ): Promise<readonly WrittenSheet[]>;
  /** Takes back what an unfinished run began, or finishes it where it was nearly done. */
  removeUnfinished(): Promise<Recovery>;
  /** What sheets there are, for the first screen. @returns null as soon as it is no longer wanted */
  look(wanted: () => boolean): Promise<Look | null>;
  /** Calls when a sheet comes or goes, where Excel tells of it. @returns ends that */
  watch(changed: () => void): () => void;
  /** Notes what the user and co-authors do to sheets, in `edits.ts`. @returns ends */
  watchEdits(): () => void;
  saveSettings(settings: Settings): Promise<void>;
  saveCorrections(list: readonly Correction[]): Promise<void>;
  /** Shows a cell to the user. */
  select(source: Source): Promise<void>;
}

export type WorkbookErrorCode =
  | "cellEditing"
  | "structureProtected"
  | "sheetProtected"
  /** Excel says no more than «access denied»; the detail is the call that it refused. */
  | "denied"
  | "tooLarge"
  | "sheetGone"
  | "notSupported"
  /** The user changed something between reading and writing; the detail is the place. */
  | "changedMeanwhile"
  | "stopped"
  /** Excel never answered: what becomes of the last request is seen at the next start. */
  | "noAnswer"
  /** All was written; Excel refused when it was to be read again. The detail is the sheet. */
  | "writtenNotRead"
  /** Excel refused in the middle of writing, and again when it was to be taken back. */
  | "leftUnfinished"
  /**
   * The user changed cells in the very moment of the writing, which covered them, and Excel refused to put them back.
   * The detail is the cells, where it is known each with what stood there.
   */
  | "overwritten"
  /** A sheet was half changed when somebody protected it: it is finished once it is not protected. The detail names it. */
  | "leftLocked"
  /** Such a sheet is one that a run would go by: nothing was written. The detail names it. */
  | "inputLocked"
  /** The same of a new sheet that was begun and could not be taken away; the detail names it. */
  | "inputHalf"
  | "hostFailed";

/** Why Excel did not do what was asked, in terms the user can act on; text in `locales/`. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  constructor(
    readonly code: WorkbookErrorCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** A cell that is to change holds a formula of the user's: nothing was written. The detail is the place. */
export class FormulaThere extends WorkbookError {
  constructor(readonly place: Source) {
    super("changedMeanwhile", `«${place.sheet}», ${place.address}`);
  }
}
