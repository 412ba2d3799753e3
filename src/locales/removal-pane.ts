import { removalPane as en } from "./en/removal-pane";
import type { Locale } from "./locale";
import { removalPane as ru, type RemovalPaneTexts } from "./ru/removal-pane";

const TEXTS: Readonly<Record<Locale, RemovalPaneTexts>> = { ru, en };

export const removalPaneTexts = (locale: Locale): RemovalPaneTexts => TEXTS[locale];
