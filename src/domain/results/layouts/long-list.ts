import { hasContext } from "../groups";
import { claimTables } from "../read-table";
import type { Layout } from "./layout";

/**
 * A row per school × year × procedure, each in a column of its own or told once by the title, the sheet or the file.
 * Its one set of figures has no year or procedure over it.
 */
export const longList: Layout = {
  id: "long-list",
  recognise: (view) =>
    claimTables(
      view,
      "long-list",
      ({ groups }) => groups.length === 1 && groups.every((group) => !hasContext(group)),
    ),
};
