import type { Locale } from "./locale";
import { pane as ru, type PaneTexts } from "./ru/pane";

/** Russian comes with the first script; another language is loaded before the pane is painted in it. */
const loaded: Partial<Record<Locale, PaneTexts>> = { ru };

/** To be waited for before `paneTexts` of that language is asked. */
export async function loadPaneTexts(locale: Locale): Promise<void> {
  if (locale === "en") loaded.en ??= (await import("./en/pane")).pane;
}

/** The texts of a loaded language, else the Russian ones. */
export function paneTexts(locale: Locale): PaneTexts {
  return loaded[locale] ?? ru;
}
