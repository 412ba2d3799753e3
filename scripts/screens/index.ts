import type { OpenPage } from "../../test/e2e/workbench";
import type { Locale } from "../../src/locales/locale";
import type { Screen, Story } from "./screen";
import { asked } from "./stories/asked";
import { control } from "./stories/control";
import { data } from "./stories/data";
import { functions } from "./stories/functions";
import { nothing } from "./stories/nothing";
import { plan } from "./stories/plan";
import { roadmap } from "./stories/roadmap";
import { schools } from "./stories/schools";
import { Walker } from "./walker";

/** Every screen of the pane in each of its states: a new one is an entry of a story. */
export const STORIES: readonly Story[] = [data, nothing, schools, plan, roadmap, control, asked, functions];

/** The day of the visit: what is overdue on it is the same in every picture and report. */
export const TODAY = new Date("2026-11-30T09:00:00Z");

/**
 * Passes the screens of a story over a page that was just opened.
 * @throws Error that names the screen that was not reached
 */
export async function visit(
  open: OpenPage,
  locale: Locale,
  { screens }: Story,
  at: (screen: Screen, walker: Walker) => Promise<void>,
): Promise<void> {
  const walker = await Walker.over(open, locale);
  for (const screen of screens) {
    try {
      await screen.reach(walker);
    } catch (problem) {
      throw new Error(`screen «${screen.id}» was not reached`, { cause: problem });
    }
    await at(screen, walker);
  }
}
