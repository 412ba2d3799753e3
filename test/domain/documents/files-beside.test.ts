/** Where what stands beside the table of files goes near the last row of the sheet, of which nothing is lost. */
import { FILES_WIDTH } from "../../../src/domain/documents/beside";
import { besideOf, layBeside } from "../../../src/domain/documents/files-beside";
import { NOTHING_KEPT, planFiles } from "../../../src/domain/documents/files-sheet";
import type { Grid } from "../../../src/domain/grid";

const LAST = 1_048_575;
/** The heading, two files, two rows below them; the last one is the sheet's. */
const HEADER = LAST - 4;
const WIDTH = 8;
const line = (file: string | null, note: string | null): (string | null)[] => [
  file,
  ...Array<null>(WIDTH - 1).fill(null),
  note,
];
const gridOf = (notes: readonly (string | null)[]): Grid => ({
  ...{ sheet: "Лист", top: HEADER, left: 0 },
  cells: ["Файл", "А", "Б", null, null].map((file, index) => line(file, notes[index] ?? null)),
});

test.each([
  // one row more: the lower two would be pushed, and there is room for one of them
  [
    "a row comes, the last row is taken",
    ["А", "В", "Б"],
    [null, null, "б", null, "y"],
    { б: 3, y: 4 },
    false,
  ],
  [
    "a row comes, both rows below are taken",
    ["А", "Б", "В"],
    [null, null, null, "x", "y"],
    { x: 3, y: 4 },
    false,
  ],
  // nothing is pushed off
  ["a row comes, the last row is free", ["А", "Б", "В"], [null, null, null, "x", null], { x: 4 }, true],
  // its row is gone and there is no row below the last: the first free one below the table
  ["another in its place", ["А", "В"], [null, null, "б", null, "y"], { б: 3, y: 4 }, false],
  ["a row goes: one more is free", ["А"], [null, null, "б", null, "y"], { y: 3, б: 4 }, true],
] as const)("%s", (_, files, notes, expected, moves) => {
  const grid = gridOf(notes);
  const laid = layBeside(
    besideOf(grid, grid, 0, WIDTH),
    HEADER,
    files.map((file) => line(file, null)),
    WIDTH,
  );
  const places = laid.blocks.map(({ row, cells }) => [cells[0]?.[0], row - HEADER]);
  expect(Object.fromEntries(places)).toEqual(expected);
  expect(laid.moves !== undefined).toBe(moves);
});

test("reading tells the user's tables by the width that the table of files has", () => {
  const { columns } = planFiles(NOTHING_KEPT, "always");
  expect(columns).toHaveLength(FILES_WIDTH);
});
