import { createStore } from "zustand/vanilla";
import type { Grid } from "../../domain/grid";
import type { FailedFile } from "./failure";

export interface AddedFiles {
  readonly grids: readonly Grid[];
  /** Files of the last adding that could not be read; absent where all were. */
  readonly failures?: readonly FailedFile[];
}

/** Sheets of files that the user added beside the open workbook; they are read, not put into it. */
export const addedFiles = createStore<AddedFiles>(() => ({ grids: [] }));
