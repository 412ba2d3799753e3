import { laterTexts } from "../locales/pane-later";
import type { LaterTexts } from "../locales/ru/pane-later";
import { useLocale } from "./texts";

/** For what is loaded on demand only: the first screen must not need it. */
export const useLaterTexts = (): LaterTexts => laterTexts(useLocale());
