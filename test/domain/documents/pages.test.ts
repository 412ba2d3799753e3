import { pageBreaks } from "../../../src/domain/documents/pages";
import { templateIds } from "../../../src/domain/measures/templates";
import type { PageFlow, SheetPlan } from "../../../src/domain/sheet-plan";
import { lowSchools, wholePackage } from "./package/made-up";

const flow = (heights: readonly number[], more: Partial<PageFlow> = {}): PageFlow => ({
  heights,
  keep: [],
  top: 0,
  begin: [],
  page: 100,
  ...more,
});

test.each<[string, PageFlow, readonly number[]]>([
  ["all on one page", flow([40, 40, 20]), []],
  ["as they fall", flow([40, 40, 40, 40]), [2]],
  ["a heading goes over with its row", flow([40, 40, 20, 40], { keep: [2] }), [2]],
  ["a signature takes the last row along", flow([50, 30, 15, 15], { keep: [1, 2] }), [1]],
  [
    "the repeated header takes room from its second page on",
    flow([20, 40, 40, 40, 40, 40], { header: 0 }),
    [3, 5],
  ],
  ["a row that begins a page in any case", flow([40, 10, 10], { begin: [1] }), [1]],
  [
    "what is kept together does not reach over such a row",
    flow([60, 20, 60], { keep: [0, 1], begin: [1] }),
    [1],
  ],
  ["rows kept together that fill more than a page are divided", flow([60, 60, 60], { keep: [0, 1] }), [1, 2]],
  ["a row higher than a page stands alone", flow([150, 30, 30]), [1]],
  ["rows above what is printed take no room", flow([60, 50, 50], { top: 1 }), []],
])("%s", (_name, given, expected) => {
  expect(pageBreaks(given)).toEqual(expected);
});

/** Pages of a plan as runs of rows. */
function pagesOf({ print }: SheetPlan): readonly (readonly [number, number])[] {
  const starts = [print.area.top, ...(print.breaks ?? [])];
  return starts.map((from, index) => [from, (starts[index + 1] ?? print.area.bottom + 1) - 1] as const);
}

describe("documents of the package, whatever the template", () => {
  test.each(templateIds)(
    "%s: no page ends with a heading, no signature stands alone, none is too high",
    async (id) => {
      const plans = await wholePackage(lowSchools(9), { template: id });
      const signed = plans.filter(({ print }) => print.flow !== undefined);
      expect(signed.length).toBeGreaterThan(10);
      for (const plan of signed) {
        const { flow: laid } = plan.print;
        if (laid === undefined) continue;
        const pages = pagesOf(plan);
        const keep = new Set(laid.keep);
        const ends = pages.slice(0, -1).map(([, to]) => to);
        expect(ends.filter((row) => keep.has(row) && !laid.begin.includes(row + 1))).toEqual([]);
        for (const [from, to] of pages) {
          const height = laid.heights.slice(from, to + 1).reduce((sum, each) => sum + each, 0);
          const repeated =
            laid.header !== undefined && from > laid.header ? (laid.heights[laid.header] ?? 0) : 0;
          expect(height + repeated).toBeLessThanOrEqual(Math.max(laid.page, laid.heights[from] ?? 0));
        }
        // the signature, two blank rows and what is signed
        const last = pages.at(-1);
        expect((last?.[1] ?? 0) - (last?.[0] ?? 0)).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
