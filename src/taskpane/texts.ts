import { createContext, useContext } from "react";
import type { Locale } from "../locales/locale";
import { paneTexts, type PaneTexts } from "../locales/pane";

export const LocaleContext = createContext<Locale>("ru");

export const useLocale = (): Locale => useContext(LocaleContext);

export const useTexts = (): PaneTexts => paneTexts(useLocale());
