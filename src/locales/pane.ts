import { pane as en } from "./en/pane";
import type { Locale } from "./locale";
import { pane as ru, type PaneTexts } from "./ru/pane";

const TEXTS: Readonly<Record<Locale, PaneTexts>> = { ru, en };

export function paneTexts(locale: Locale): PaneTexts {
  return TEXTS[locale];
}
