import { createStore } from "zustand/vanilla";
import type { Grid } from "../domain/grid";

/** Sheets of files that the user added beside the open workbook; they are read, not put into it. */
export const addedFiles = createStore<{ readonly grids: readonly Grid[] }>(() => ({ grids: [] }));
