import * as fc from "fast-check";
import type { GeneratedRow, SheetRow } from "../../../src/domain/regeneration/rows";

/** «id: a | b» as a generated row. */
export function generated(...lines: readonly string[]): GeneratedRow[] {
  return lines.map((line) => {
    const [id = "", cells = ""] = line.split(": ");
    return { id, cells: cells.split(" | ") };
  });
}

/** The same as the sheet has it; «-: a | b» is a row without an id, «id*: …» one with something beside it. */
export function sheet(...lines: readonly string[]): SheetRow[] {
  return generated(...lines).map(({ id, cells }) => ({
    id: id === "-" ? null : id.replace("*", ""),
    cells,
    beside: id.endsWith("*"),
  }));
}

export const asSheet = (rows: readonly GeneratedRow[]): SheetRow[] =>
  rows.map((row) => ({ ...row, beside: false }));

const WIDTH = 3;
const cell = fc.constantFrom("", "а", "б", "в", "г");
const cells = fc.array(cell, { minLength: WIDTH, maxLength: WIDTH });

/** Rows with unique ids in any order. */
export const anyGenerated: fc.Arbitrary<GeneratedRow[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 10 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => cells.map((each): GeneratedRow => ({ id: `000:${id}`, cells: each })))),
  );

/** A sheet of rows with ids, some twice, some unknown, and rows without one. */
export const anySheet: fc.Arbitrary<SheetRow[]> = fc.array(
  fc.record({
    id: fc.option(fc.integer({ min: 1, max: 14 }).map((id) => `000:${id}`)),
    cells,
    beside: fc.boolean(),
  }),
  { maxLength: 14 },
);

/** A sheet that a user made of generated rows: edits, deletions, copies, moves, own rows. */
export const editedFrom = (base: readonly GeneratedRow[]): fc.Arbitrary<SheetRow[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.nat({ max: Math.max(0, base.length - 1) }) },
        { weight: 1, arbitrary: cells },
      ),
      { maxLength: base.length + 4 },
    )
    .chain((picked) =>
      fc.tuple(
        ...picked.map((what): fc.Arbitrary<SheetRow> => {
          const row = typeof what === "number" ? base[what] : undefined;
          if (row === undefined) return cells.map((each) => ({ id: null, cells: each, beside: false }));
          return fc
            .tuple(fc.option(fc.nat({ max: WIDTH - 1 })), cell, fc.boolean())
            .map(([at, text, beside]) => ({
              id: row.id,
              cells: row.cells.map((each, column) => (column === at ? text : each)),
              beside,
            }));
        }),
      ),
    );
