import axe, { type AxeResults, type NodeResult, type Result } from "axe-core";
import type { Frame, Page } from "playwright-core";
import { contrastOf } from "./contrast";
import { announced, layoutFaults, LEAST_TARGET, unscrolled } from "./in-page";

/** The looks of Excel and of the system: `contrast` is the system's high contrast. */
export type Look = "light" | "dark" | "contrast";
/** Widths of the pane, CSS pixels: Excel's own, its least, and Excel's own where the page is shown twice as large. */
export type Width = "350" | "320" | "200 %";

export const LOOKS: readonly Look[] = ["light", "dark", "contrast"];
export const WIDTHS: readonly Width[] = ["350", "320", "200 %"];

/** Per screen and variant: each finding in words, to be counted. */
export interface Found {
  readonly violations: readonly string[];
  /** Places that axe left to a person and the report measured itself; what failed is among the violations. */
  readonly computed: number;
  /** What is left to a person after that: the rule and, after a colon, the reason; one for each place. */
  readonly unresolved: readonly string[];
  readonly wider: readonly string[];
  readonly cut: readonly string[];
  readonly small: readonly string[];
}

/** Criteria of WCAG 2.0–2.2, levels A and AA, and the practices that axe recommends. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Turns the page, and Excel's own theme in the pane with it, to a look. */
export async function turnTo(page: Page, frame: Frame, look: Look): Promise<void> {
  // Excel tells its theme once, when the pane is opened; without it the pane follows the system
  await frame.evaluate(
    "Object.assign(Office.context.officeTheme, { isDarkTheme: undefined, bodyBackgroundColor: undefined })",
  );
  await page.emulateMedia({
    colorScheme: look === "light" ? "light" : "dark",
    forcedColors: look === "contrast" ? "active" : "none",
  });
}

/** As high as the longest screen: nothing of it lies under the bar of buttons while it is looked at. */
const WHOLE = "9000px";

/** Sets the width of the pane; `whole` lets it be as high as what it shows. */
export async function widen(page: Page, width: Width, whole = false): Promise<void> {
  await page.locator("#pane").evaluate(
    (pane: HTMLElement, [wanted, height]) => {
      const zoomed = wanted === "200 %";
      pane.style.width = zoomed ? "350px" : `${wanted}px`;
      for (const frame of pane.querySelectorAll("iframe")) {
        frame.style.zoom = zoomed ? "2" : "";
        frame.style.minHeight = height;
      }
    },
    [width, whole ? WHOLE : ""] as const,
  );
}

/** Everything about the screen as it is shown, but for the keyboard. */
export async function examine(frame: Frame): Promise<Found> {
  await frame.evaluate(unscrolled);
  const { violations, incomplete } = await runAxe(frame);
  const { failed, computed, unresolved } = await decide(frame, incomplete);
  return {
    violations: [...violations.flatMap(({ id, nodes }) => nodes.map((node) => placed(id, node))), ...failed],
    computed,
    unresolved,
    ...(await frame.evaluate(layoutFaults, LEAST_TARGET)),
  };
}

const placed = (what: string, { html }: NodeResult): string => `${what}: ${html.slice(0, 300)}`;

/** Works out contrasts that axe left open; the rest stays open, with the reason. */
async function decide(
  frame: Frame,
  incomplete: readonly Result[],
): Promise<{
  readonly failed: readonly string[];
  readonly computed: number;
  readonly unresolved: readonly string[];
}> {
  const failed: string[] = [];
  const unresolved: string[] = [];
  let computed = 0;
  for (const { id, nodes } of incomplete)
    for (const node of nodes) {
      if (id !== "color-contrast") {
        unresolved.push(`${id}: ${reasonOf(node)}`);
        continue;
      }
      const contrast = await frame.evaluate(contrastOf, node.target.join(" "));
      if ("why" in contrast) unresolved.push(`${id}: ${contrast.why}`);
      else computed++;
      if ("ratio" in contrast && contrast.ratio < contrast.needed)
        failed.push(placed(`${id} ${contrast.ratio.toFixed(2)} < ${contrast.needed}`, node));
    }
  return { failed, computed, unresolved };
}

/** What axe calls the reason by itself. */
const reasonOf = ({ any, all, none }: NodeResult): string => {
  const data: unknown = [...any, ...all, ...none][0]?.data;
  return typeof data === "object" && data !== null && "messageKey" in data
    ? String(data.messageKey)
    : "unknown";
};

async function runAxe(frame: Frame): Promise<{ violations: Result[]; incomplete: Result[] }> {
  if (!(await frame.evaluate("'axe' in window"))) await frame.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: TAGS, resultTypes: ["violations", "incomplete"] });
  return frame.evaluate<AxeResults>(`axe.run(document, ${options})`);
}

/** What is said of a screen that has just come. */
export const saidOf = (frame: Frame): Promise<readonly string[]> => frame.evaluate(announced);
