import { later as en } from "./en/pane-later";
import type { Locale } from "./locale";
import { later as ru, type LaterTexts } from "./ru/pane-later";

const TEXTS: Readonly<Record<Locale, LaterTexts>> = { ru, en };

/** Texts of screens that load after the first one. */
export function laterTexts(locale: Locale): LaterTexts {
  return TEXTS[locale];
}
