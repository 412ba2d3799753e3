import { progressOf } from "../../../src/domain/regeneration/progress";
import type { SheetPatch } from "../../../src/domain/regeneration/patch";

/** Takes the second row out, puts one in at the third place and writes «x» into it. */
const PATCH: SheetPatch = {
  deletions: [{ from: 1, to: 1 }],
  insertions: [{ from: 2, to: 2 }],
  blocks: [{ row: 2, column: 0, cells: [["x", "y"]] }],
  styles: [],
  merges: [],
  rowHeights: [],
  autofit: [],
  highlights: [],
};
const rows = (...cells: readonly (readonly (string | null)[])[]) => ({ top: 0, left: 0, cells });
const BEFORE = rows(["a", "1"], ["b", "2"], ["c", "3"], ["d", "=A1"]);

test.each([
  ["nothing is done", BEFORE, 0],
  ["the row is out", rows(["a", "1"], ["c", "3"], ["d", "=A1"]), 1],
  ["the new one is in", rows(["a", "1"], ["c", "3"], [null, null], ["d", "=A1"]), 2],
  ["a formula followed", rows(["a", "1"], ["c", "3"], ["", ""], ["d", "=A9"]), 2],
  ["a part of it is written", rows(["a", "1"], ["c", "3"], ["x", null], ["d", "=A1"]), 2],
  ["all is written", rows(["a", "1"], ["c", "3"], ["x", "y"], ["d", "=A1"]), 2],
  ["the row is out, and the user typed beside it", rows(["a", "1"], ["c", "мое"], ["d", "=A1"]), 1],
  ["the user emptied it", null, null],
])("%s", (_name, now, done) => {
  expect(progressOf(PATCH, BEFORE, now)?.rows ?? null).toBe(done);
});
