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
import { addedFiles } from "../../../excel/added-files";
import { analyseSnapshot } from "../../../excel/create-roadmap";
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

const resultsAt = ({ analysis }: Found["prepared"], { sheet, file }: Place): number =>
  analysis.reading.results.filter(({ source }) => source.sheet === sheet && source.file === file).length;

/** Corrects the reading of sheets: the pane shows the effect at once, the workbook keeps the correction. */
export interface Correcting {
  /** @returns why the wish makes no correction; null where it does */
  readonly correct: (
    table: CorrectedTable & Partial<Pick<ReadTable, "corrected">>,
    wish: Wish,
  ) => WishFault | null;
  readonly undo: (correction: Correction) => void;
  readonly restore: (shown: Effect) => void;
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
  return {
    correct: (table, wish) => {
      const grid = gridAt(found, table);
      if (grid === undefined) return "outside";
      const made = makeCorrections(grid, table, wish, snapshot.name);
      if (typeof made === "string") return made;
      // a new range of a table takes the place of its old one
      const old = wish.kind === "range" ? (table.corrected ?? []) : [];
      const rest = correctionsOf(found).filter(
        ({ id, change }) => change.kind !== "range" || !old.includes(id),
      );
      put(table, made.reduce(withCorrection, rest), false);
      return null;
    },
    undo: ({ id, at }) => {
      put(
        at,
        correctionsOf(found).filter((each) => each.id !== id),
        true,
      );
    },
    restore: ({ sheet, list }) => {
      put({ sheet }, list, true);
    },
  };
}
