import type { Frame } from "playwright-core";
import type { OpenPage, Workbench } from "../../test/e2e/workbench";
import type { Locale } from "../../src/locales/locale";
import { STORIES, TODAY, visit } from "../screens";
import type { Screen, Story } from "../screens/screen";
import { examine, type Found, type Look, saidOf, turnTo, type Width, widen } from "./examine";
import { cyrillicTexts, settled } from "./in-page";
import { russianLeft, type RussianLeft } from "./russian-left";
import { tabThrough, type TabWalk } from "./keyboard";

/** A look of the pane at a width. */
export interface Variant {
  readonly look: Look;
  readonly width: Width;
}

/** What was found on one screen. */
export interface Examined {
  readonly story: string;
  readonly id: string;
  readonly title: string;
  readonly variants: readonly (Variant & { readonly found: Found })[];
  /** The last width's controls, and what was found at each. */
  readonly keyboard: TabWalk;
  readonly said: readonly string[];
  /** Language of the page as it says it. */
  readonly language: string;
  /** In an English pane: texts that are not English, nor words of the workbook. */
  readonly russian: readonly string[];
}

export interface WalkOptions {
  readonly locale: Locale;
  readonly stories?: readonly Story[];
  readonly variants: readonly Variant[];
  /** Widths at which Tab is gone through too. */
  readonly keyboard: readonly Width[];
  /** Only these screens are examined; the others of their stories are passed. All when left out. */
  readonly only?: readonly string[];
}

/** Names of functions, which the compiler of scripts adds, are not known in the page. */
const NAMES = "globalThis.__name ??= (named) => named;";

/** Examines every screen of the stories in each variant. */
export async function walkScreens(workbench: Workbench, options: WalkOptions): Promise<readonly Examined[]> {
  const examined: Examined[] = [];
  const left = await russianLeft();
  const wanted = ({ id }: Screen): boolean => options.only?.includes(id) ?? true;
  for (const story of (options.stories ?? STORIES).filter(({ screens }) => screens.some(wanted))) {
    const open = await workbench.open({
      now: TODAY,
      reducedMotion: "reduce",
      ...(options.locale === "en" ? { language: "en-US" } : {}),
    });
    await visit(open, options.locale, story, async (screen, walker) => {
      if (screen.part !== undefined || !wanted(screen)) return;
      const frame = await walker.frame();
      const { id, title } = screen;
      examined.push({ story: story.name, id, title, ...(await examineScreen(open, frame, left, options)) });
    });
    const { outside, errors } = open;
    await open.close();
    if (outside.length + errors.length > 0)
      throw new Error(`${story.name}: ${[...outside, ...errors].join("; ")}`);
  }
  return examined;
}

async function examineScreen(
  { page }: OpenPage,
  frame: Frame,
  left: RussianLeft,
  { locale, variants, keyboard }: WalkOptions,
): Promise<Omit<Examined, "story" | "id" | "title">> {
  await frame.evaluate(NAMES);
  const said = await saidOf(frame);
  const language = await frame.evaluate(() => document.documentElement.lang);
  const russian = locale === "en" ? left(await frame.evaluate(cyrillicTexts)) : [];
  const found: (Variant & { readonly found: Found })[] = [];
  for (const variant of variants) {
    await turnTo(page, frame, variant.look);
    await widen(page, variant.width, true);
    await frame.evaluate(settled);
    found.push({ ...variant, found: await examine(frame) });
  }
  await turnTo(page, frame, "light");
  let walked: TabWalk = { controls: 0, faults: [] };
  for (const width of keyboard) {
    await widen(page, width);
    await frame.evaluate(settled);
    const { controls, faults } = await tabThrough(page, frame);
    walked = { controls, faults: [...walked.faults, ...faults.map((fault) => `${width}: ${fault}`)] };
  }
  await widen(page, "350");
  return { variants: found, keyboard: walked, said, language, russian };
}
