import * as fc from "fast-check";
import { mergeRows, type Merge, type MergedRow } from "../../../src/domain/regeneration/merge";
import { same, type SheetRow } from "../../../src/domain/regeneration/rows";
import { fuzz } from "../../fuzz";
import { anyGenerated, anySheet, asSheet, editedFrom } from "./rows";

const texts = (rows: readonly { readonly cells: readonly unknown[] }[]): unknown[] =>
  rows.map(({ cells }) => cells);

/** The result as the sheet has it afterwards; what stands beside a row goes with it. */
const asWritten = (rows: readonly MergedRow[], mine: readonly SheetRow[]): SheetRow[] =>
  rows.map(({ id, from, cells }) => ({
    id,
    cells,
    beside: from === null ? false : (mine[from]?.beside ?? false),
  }));

const scenario = fc
  .tuple(anyGenerated, anyGenerated)
  .chain(([base, theirs]) =>
    fc.tuple(fc.constant(base), fc.oneof(editedFrom(base), anySheet), fc.constant(theirs)),
  );

test("no edit is ever lost", () => {
  fc.assert(
    fc.property(scenario, fc.boolean(), ([base, mine, theirs], known) => {
      const result = mergeRows({ base: known ? base : null, mine, theirs });
      const places = new Map(result.rows.map((row) => [row.from, row]));
      mine.forEach((row, index) => {
        const before = known ? base.find(({ id }) => id === row.id) : undefined;
        const untouched = (column: number): boolean =>
          before !== undefined && same(row.cells[column], before.cells[column]);
        const stands = places.get(index);
        if (stands === undefined) {
          // only a row that nobody edited and that the template dropped may go
          expect(row.beside).toBe(false);
          expect(theirs.some(({ id }) => id === row.id)).toBe(false);
          row.cells.forEach((_, column) => {
            expect(untouched(column)).toBe(true);
          });
        } else
          row.cells.forEach((cell, column) => {
            if (!untouched(column)) expect(stands.cells[column]).toBe(cell);
          });
      });
    }),
    fuzz(500),
  );
});

test("no row is there twice, and every row is accounted for", () => {
  fc.assert(
    fc.property(scenario, ([base, mine, theirs]) => {
      const { rows } = mergeRows({ base, mine, theirs });
      const places = rows.flatMap(({ from }) => (from === null ? [] : [from]));
      expect(new Set(places).size).toBe(places.length);
      const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id } of theirs) {
        const deleted = base.some((row) => row.id === id) && mine.every((row) => row.id !== id);
        expect(ids.includes(id)).toBe(!deleted);
      }
    }),
    fuzz(500),
  );
});

test("merging again with nothing changed changes nothing", () => {
  fc.assert(
    fc.property(scenario, fc.boolean(), ([base, mine, theirs], known) => {
      const first = mergeRows({ base: known ? base : null, mine, theirs });
      const again = mergeRows({ base: theirs, mine: asWritten(first.rows, mine), theirs });
      expect(texts(again.rows)).toEqual(texts(first.rows));
      expect(again.rows.map(({ from }) => from)).toEqual(first.rows.map((_, index) => index));
      const nothing: Partial<Merge> = { arrived: 0, conflicts: [], copies: [], dropped: [] };
      expect(again).toMatchObject(nothing);
    }),
    fuzz(500),
  );
});

test("with no edits the result is what is generated", () => {
  fc.assert(
    fc.property(anyGenerated, anyGenerated, (base, theirs) => {
      const result = mergeRows({ base, mine: asSheet(base), theirs });
      expect(result.rows.map(({ id }) => id)).toEqual(theirs.map(({ id }) => id));
      expect(texts(result.rows)).toEqual(texts(theirs));
      expect(result.kept).toBe(0);
    }),
    fuzz(500),
  );
});

test("with no change of the template the result is the sheet", () => {
  fc.assert(
    fc.property(scenario, ([base, mine]) => {
      const result = mergeRows({ base, mine, theirs: base });
      expect(texts(result.rows)).toEqual(texts(mine));
      expect(result).toMatchObject({ arrived: 0, conflicts: [] });
    }),
    fuzz(500),
  );
});
