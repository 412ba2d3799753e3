/** What is written around cells of the user's. */
import { blocksAround } from "../../../src/domain/regeneration/users-cells";
import type { Block } from "../../../src/domain/sheet-plan";

const DATE = "dd.mm.yyyy";
/** C2:E2: a date that the user put beside a row, a blank, a note. */
const BLOCK: Block = {
  row: 1,
  column: 2,
  cells: [[46_000, null, "сверено"]],
  formats: [[DATE, "General", "@"]],
};
const mine = (column: number) => [{ row: 1, column, content: "моё" }];

test.each([
  // else 46000 stands there for a day
  [
    "in its midst: both parts keep their formats",
    3,
    [
      { column: 2, cells: [[46_000]], formats: [[DATE]] },
      { column: 4, cells: [["сверено"]], formats: [["@"]] },
    ],
  ],
  ["at its beginning", 2, [{ column: 3, cells: [[null, "сверено"]], formats: [["General", "@"]] }]],
  ["beside it: it is left as it is", 5, [BLOCK]],
] as const)("a cell of the user's %s", (_, column, parts) => {
  expect(blocksAround([BLOCK], mine(column))).toEqual(parts.map((part) => ({ row: 1, ...part })));
});

test("a block without formats has none in its parts", () => {
  const { formats, ...plain } = BLOCK;
  expect(formats).toBeDefined();
  for (const part of blocksAround([plain], mine(3))) expect(part).not.toHaveProperty("formats");
});
