import { createStore } from "zustand/vanilla";
import type { Grid } from "../../../domain/grid";
import { withCorrection, type Correction } from "../../../domain/results/corrections/correction";
import {
  makeCorrections,
  type CorrectedTable,
  type Wish,
  type WishFault,
} from "../../../domain/results/corrections/make";
import type { ReadTable } from "../../../domain/results/result";
import { addedFiles } from "../../../excel/files/added-files";
import { analyseSnapshot } from "../../../excel/jobs/create-roadmap";
import { recognitionTexts } from "../../../locales/recognition";
import type { RecognitionTexts } from "../../../locales/ru/recognition";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { useLocale } from "../../texts";

export const useRecognitionTexts = (): RecognitionTexts => recognitionTexts(useLocale());

/** What a correction did, until the next one. */
export interface Effect {
  readonly sheet: string;
  readonly before: number;
  readonly after: number;
  readonly undone: boolean;
  /** Corrections as they were, for taking this one back. */
  readonly list: readonly Correction[];
}

/** Kept beside the screens: a corrected table may be another one, and its card new. */
export const effect = createStore<{ readonly shown: Effect | null }>(() => ({ shown: null }));

interface Place {
  readonly sheet: string;
  readonly file?: string | undefined;
}

/** The sheet as it was read; undefined where a file is no longer at hand. */
export function gridAt({ prepared: { snapshot } }: Found, { sheet, file }: Place): Grid | undefined {
  return file === undefined
    ? snapshot.grids.find((grid) => grid.sheet === sheet)
    : addedFiles.getState().grids.find((grid) => grid.sheet === sheet && grid.file === file);
}

export const correctionsOf = ({ prepared: { snapshot } }: Found): readonly Correction[] =>
  snapshot.corrections?.list ?? [];

export const resultsAt = ({ analysis }: Found["prepared"], { sheet, file }: Place): number =>
  analysis.reading.results.filter(({ source }) => source.sheet === sheet && source.file === file).length;

/** Corrects the reading of sheets: the pane shows the effect at once, the workbook keeps the correction. */
export interface Correcting {
  /** @returns why the wish makes no correction; null where it does */
  readonly correct: (
    table: CorrectedTable & Partial<Pick<ReadTable, "corrected">>,
    wish: Wish,
  ) => WishFault | null;
  /** Several wishes about one sheet as one correction: seen once, taken back at once. */
  readonly correctAll: (wanted: readonly Wanted[]) => WishFault | null;
  /** How many results a wish would bring; nothing is changed. */
  readonly attempt: (table: CorrectedTable, wish: Wish) => number | WishFault;
  readonly undo: (correction: Correction) => void;
  readonly undoAll: (corrections: readonly Correction[]) => void;
  readonly restore: (shown: Effect) => void;
}

export interface Wanted {
  readonly table: CorrectedTable & Partial<Pick<ReadTable, "corrected">>;
  readonly wish: Wish;
}

export function correctingOf(pane: Pane, found: Found): Correcting {
  const { snapshot, settings } = found.prepared;
  const put = (place: Place, list: readonly Correction[], undone: boolean): void => {
    const next = { ...snapshot, corrections: { list, problems: [] } };
    const prepared = analyseSnapshot(next, settings);
    const [before, after] = [resultsAt(found.prepared, place), resultsAt(prepared, place)];
    effect.setState({ shown: { sheet: place.sheet, before, after, undone, list: correctionsOf(found) } });
    pane.correct(prepared, list);
  };
  const listWith = (wanted: readonly Wanted[]): readonly Correction[] | WishFault => {
    let list = correctionsOf(found);
    for (const { table, wish } of wanted) {
      const grid = gridAt(found, table);
      if (grid === undefined) return "outside";
      const made = makeCorrections(grid, table, wish, snapshot.name);
      if (typeof made === "string") return made;
      // a new range of a table takes the place of its old one
      const old = wish.kind === "range" ? (table.corrected ?? []) : [];
      list = made.reduce(
        withCorrection,
        list.filter(({ id, change }) => change.kind !== "range" || !old.includes(id)),
      );
    }
    return list;
  };
  const correctAll = (wanted: readonly Wanted[]): WishFault | null => {
    const [first] = wanted;
    const list = listWith(wanted);
    if (typeof list === "string") return list;
    if (first !== undefined) put(first.table, list, false);
    return null;
  };
  const undoAll = (corrections: readonly Correction[]): void => {
    const ids = new Set(corrections.map(({ id }) => id));
    const [first] = corrections;
    const list = correctionsOf(found).filter(({ id }) => !ids.has(id));
    if (first !== undefined) put(first.at, list, true);
  };
  return {
    correct: (table, wish) => correctAll([{ table, wish }]),
    correctAll,
    attempt: (table, wish) => {
      const list = listWith([{ table, wish }]);
      if (typeof list === "string") return list;
      const next = { ...snapshot, corrections: { list, problems: [] } };
      return resultsAt(analyseSnapshot(next, settings), table);
    },
    undo: (correction) => {
      undoAll([correction]);
    },
    undoAll,
    restore: ({ sheet, list }) => {
      put({ sheet }, list, true);
    },
  };
}
