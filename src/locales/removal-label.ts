import type { Locale } from "./locale";

const LABELS: Readonly<Record<Locale, string>> = { ru: "Убрать созданные листы", en: "Remove made sheets" };

/** What opens the screen; it stands under the first screen, so it is kept apart from the screen's texts. */
export const removalLabel = (locale: Locale): string => LABELS[locale];
