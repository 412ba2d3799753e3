import { createContext, useContext } from "react";
import type { Locale } from "../locales/locale";
import { paneTexts } from "../locales/pane";
import type { PaneTexts } from "../locales/ru/pane";

export const LocaleContext = createContext<Locale>("ru");

export const useLocale = (): Locale => useContext(LocaleContext);

export const useTexts = (): PaneTexts => paneTexts(useLocale());
