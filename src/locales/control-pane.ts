import { controlPane as en } from "./en/control-pane";
import type { Locale } from "./locale";
import { controlPane as ru, type ControlPaneTexts } from "./ru/control-pane";

const TEXTS: Readonly<Record<Locale, ControlPaneTexts>> = { ru, en };

export const controlPaneTexts = (locale: Locale): ControlPaneTexts => TEXTS[locale];
