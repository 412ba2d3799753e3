import fc from "fast-check";
import type { Area } from "../../../src/domain/grid";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import { borderAreas, joinAreas, styleAreas } from "../../../src/excel/sheets/style-areas";
import { STYLES, type StyleName } from "../../../src/domain/styles";

const area = (top: number, left: number, bottom: number, right: number): Area => ({
  top,
  left,
  bottom,
  right,
});
const areas = fc
  .tuple(fc.nat(8), fc.nat(6), fc.nat(3), fc.nat(3))
  .map(([top, left, high, wide]) => area(top, left, top + high, left + wide));
const styled = fc.array(
  fc.record({ area: areas, style: fc.constantFrom<StyleName>("cell", "number", "section", "body") }),
  { maxLength: 25 },
);

/** Last style of each cell. */
function painted(styles: SheetPlan["styles"]): Map<string, StyleName> {
  const cells = new Map<string, StyleName>();
  for (const {
    area: { top, left, bottom, right },
    style,
  } of styles)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.set(`${row},${column}`, style);
  return cells;
}
const cellsOf = (list: readonly Area[]): string[] =>
  [...painted(list.map((one) => ({ area: one, style: "cell" }))).keys()].sort();

test.each<[string, Area[], Area[]]>([
  ["columns side by side", [area(1, 0, 3, 0), area(1, 1, 3, 1), area(1, 2, 3, 2)], [area(1, 0, 3, 2)]],
  ["rows below each other", [area(1, 0, 1, 4), area(2, 0, 5, 4)], [area(1, 0, 5, 4)]],
  ["a row that closes a gap", [area(1, 0, 1, 4), area(3, 0, 3, 4), area(2, 0, 2, 4)], [area(1, 0, 3, 4)]],
  ["different widths stay apart", [area(1, 0, 1, 4), area(2, 0, 2, 3)], [area(1, 0, 1, 4), area(2, 0, 2, 3)]],
  ["corners do not touch", [area(0, 0, 0, 0), area(1, 1, 1, 1)], [area(0, 0, 0, 0), area(1, 1, 1, 1)]],
])("%s", (_name, given, expected) => {
  expect(joinAreas(given)).toEqual(expected);
});

test("every cell keeps its style, whatever lies over it", () => {
  fc.assert(
    fc.property(styled, (styles) => {
      const joined = styleAreas(styles);
      expect([...painted(joined)].sort()).toEqual([...painted(styles)].sort());
      expect(joined.length).toBeLessThanOrEqual(styles.length);
    }),
  );
});

test("lines are drawn round the cells of bordered styles and no others", () => {
  fc.assert(
    fc.property(styled, (styles) => {
      const bordered = styles.filter(({ style }) => "border" in STYLES[style]);
      expect(cellsOf(borderAreas(styles))).toEqual(cellsOf(bordered.map((one) => one.area)));
    }),
  );
});

test("a table of four styles under one header is one area of lines", () => {
  const body = (["number", "cell", "percent", "date"] as const).map((style, column) => ({
    area: area(1, column, 9, column),
    style,
  }));
  expect(borderAreas([{ area: area(0, 0, 0, 3), style: "tableHeader" }, ...body])).toEqual([
    area(0, 0, 9, 3),
  ]);
});
