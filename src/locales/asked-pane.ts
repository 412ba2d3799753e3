import { askedPane as en } from "./en/asked-pane";
import type { Locale } from "./locale";
import { askedPane as ru, type AskedPaneTexts } from "./ru/asked-pane";

const TEXTS: Readonly<Record<Locale, AskedPaneTexts>> = { ru, en };

/** Texts of what the ribbon and the menu of a cell ask of the pane. */
export const askedPaneTexts = (locale: Locale): AskedPaneTexts => TEXTS[locale];
