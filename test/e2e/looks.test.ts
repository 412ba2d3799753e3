import axe, { type AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { type OpenOptions, type OpenPage, startWorkbench, unknownCalls, type Workbench } from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 180_000);
afterAll(async () => {
  await workbench.close();
});

/** Tabs of sheets have the colours that the workbook gives them. */
const TABS = '[data-u-comp="slide-tab-item"]';

/** The screens of the pane are looked at by accessibility.test.ts. Ids of rules that are broken with serious or critical impact, each with the element where. */
async function violations(frame: Frame, without: readonly string[]): Promise<string[]> {
  if (!(await frame.evaluate("'axe' in window"))) await frame.evaluate(axe.source);
  const options = {
    iframes: false, // each frame is looked at by itself
    resultTypes: ["violations"],
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const context = JSON.stringify({ include: [["html"]], exclude: [[TABS]] });
  const results = await frame.evaluate<AxeResults>(`axe.run(${context}, ${JSON.stringify(options)})`);
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

function paneFrame({ page }: OpenPage): Frame {
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  if (!frame) throw new Error("no pane");
  return frame;
}

/** Share of light in the colour of an element's ground, 0 to 1. */
const lightness = (frame: Frame, selector: string): Promise<number> =>
  frame.locator(selector).evaluate((element) => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(element)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  });

describe("looks", () => {
  it.each<[string, OpenOptions, boolean, string[]]>([
    ["light", { colorScheme: "light" }, false, []],
    ["dark", { colorScheme: "dark" }, true, []],
    // The browser itself puts the user's colours in place of all others: nothing to measure.
    ["forced colours, dark", { colorScheme: "dark", forcedColors: "active" }, true, ["color-contrast"]],
  ])(
    "%s: the page keeps nobody out; the pane, as narrow as it goes, has its look",
    async (_, look, dark, without) => {
      const open = await workbench.open(look);
      const { page } = open;
      const edge = page.getByRole("separator", { name: "Ширина панели" });
      await edge.focus();
      for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
      const frame = paneFrame(open);
      await open.pane.getByRole("button", { name: "Прочитать результаты" }).waitFor();
      const found: string[] = [];
      for (const each of await violations(page.mainFrame(), without)) found.push(`page: ${each}`);
      expect(await frame.evaluate(() => window.innerWidth)).toBe(320);
      expect((await lightness(page.mainFrame(), "body")) < 0.5).toBe(dark);
      // Excel tells its theme once, when the pane is opened
      expect((await lightness(frame, ".fui-FluentProvider")) < 0.5).toBe(dark);
      // Ink of cells is drawn on paper in every theme.
      expect(await lightness(page.mainFrame(), "#grid section:has(> canvas)")).toBe(1);
      expect(await unknownCalls(page)).toBe("Неизвестных вызовов: 0");
      const { outside, errors } = open;
      await open.close();
      expect({ found, outside, errors }).toEqual({ found: [], outside: [], errors: [] });
    },
  );

  it.each<[width: number, why: string, scrolled: boolean]>([
    [1366, "room for every label in two lines", false],
    [1093, "the same screen at 125 %: labels take a third line", false],
    [800, "narrower than its longest words together: the ribbon is scrolled, the page is not cut", true],
  ])("at %d px the commands of the ribbon stand beside one another (%s)", async (width, _, scrolled) => {
    const open = await workbench.open({ width });
    const ribbon = open.page.locator(".groups");
    const sides = await ribbon.locator(".command").evaluateAll((all) =>
      all.map((each) => {
        const { left, right } = each.getBoundingClientRect();
        return [left, right] as const;
      }),
    );
    expect(sides.length).toBeGreaterThan(9);
    expect(sides.filter(([left], index) => left < (sides[index - 1]?.[1] ?? 0))).toEqual([]);
    const wider = await ribbon.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    expect(wider).toBe(scrolled);
    expect((await ribbon.boundingBox())?.width).toBe(width);
    await open.close();
  });
});
