import { insightPane as en } from "./en/insight-pane";
import type { Locale } from "./locale";
import { insightPane as ru, type InsightPaneTexts } from "./ru/insight-pane";

const TEXTS: Readonly<Record<Locale, InsightPaneTexts>> = { ru, en };

export const insightPaneTexts = (locale: Locale): InsightPaneTexts => TEXTS[locale];
