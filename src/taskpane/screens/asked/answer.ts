import type { Grid } from "../../../domain/grid";
import type { CorrectedTable, WishFault } from "../../../domain/results/corrections/make";
import { meantAsNotResults, meantAsResults } from "../../../domain/results/corrections/selected";
import type { ReadTable } from "../../../domain/results/result";
import type { Selection } from "../../../excel/selection";
import type { Found } from "../../state/pane-state";
import { correctionsOf, resultsAt, type Correcting } from "../recognition/use-recognition";

/** What became of «Это результаты» or «Это не результаты». */
export type Answer =
  /** Corrected at once: the message with «Отменить» says what changed. */
  | { readonly kind: "applied" }
  | { readonly kind: "nothing" | "made" | "empty" | "noLabels" }
  | { readonly kind: "already"; readonly table: ReadTable }
  | { readonly kind: "part"; readonly table: ReadTable }
  /** Headings that are not understood: the form asks. */
  | { readonly kind: "tell"; readonly grid: Grid; readonly range: string };

const NO_ADDRESS = { header: null, address: "" } as const;

const done = (fault: WishFault | null): Answer => ({ kind: fault === null ? "applied" : "noLabels" });

export function answerNotResults(found: Found, { sheet, area }: Selection, correcting: Correcting): Answer {
  const { analysis, snapshot } = found.prepared;
  if (snapshot.own.some(({ name }) => name === sheet)) return { kind: "made" };
  const meant = meantAsNotResults(analysis.reading.tables, sheet, area);
  switch (meant.kind) {
    case "nothing":
      return { kind: "nothing" };
    case "ask":
      return { kind: "part", table: meant.table };
    case "tables":
      return done(
        correcting.correctAll(meant.tables.map((table) => ({ table, wish: { kind: "notResults" } }))),
      );
    case "columns": {
      const { table } = meant;
      return done(
        correcting.correctAll(
          meant.columns.map((column) => ({ table, wish: { kind: "role", column, role: "other" } })),
        ),
      );
    }
  }
}

export function answerResults(found: Found, { sheet, area }: Selection, correcting: Correcting): Answer {
  const { analysis, snapshot } = found.prepared;
  if (snapshot.own.some(({ name }) => name === sheet)) return { kind: "made" };
  const grid = snapshot.grids.find((each) => each.sheet === sheet && each.file === undefined);
  if (grid === undefined) return { kind: "empty" };
  const used = new Set(analysis.reading.corrected ?? []);
  const kept = correctionsOf(found).filter(({ id }) => used.has(id));
  const meant = meantAsResults(analysis.reading.tables, kept, grid, area);
  switch (meant.kind) {
    case "empty":
      return { kind: "empty" };
    case "already":
      return { kind: "already", table: meant.table };
    case "restore":
      correcting.undoAll(meant.corrections);
      return { kind: "applied" };
    case "range": {
      const table: CorrectedTable = meant.table ?? { sheet, ...NO_ADDRESS };
      const before = resultsAt(found.prepared, { sheet });
      const address = meant.addresses.find((each) => {
        const after = correcting.attempt(table, { kind: "range", address: each });
        return typeof after === "number" && after > before;
      });
      if (address === undefined) return { kind: "tell", grid, range: meant.addresses[0] ?? "" };
      return done(correcting.correct(table, { kind: "range", address }));
    }
  }
}
