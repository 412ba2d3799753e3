import { hasContext } from "../groups";
import { claimTables } from "../read-table";
import type { Layout } from "./layout";

/**
 * Schools in rows, procedures or years in columns under a header of one to three merged rows. What the header leaves
 * open (the year, the form) comes from a column of the row, the title, the sheet or the file.
 */
export const wide: Layout = {
  id: "wide",
  recognise: (view) => claimTables(view, "wide", ({ groups }) => groups.some(hasContext)),
};
