import type { WorkbookError } from "../../../src/excel/port";
import { workbookErrorText } from "../../../src/locales/workbook-errors";

/** What the texts bid the user do. */
const ADVICE = { ru: /[Пп]овторите|Разделите|Обновите/, en: /try again|Split|Update/i };
/** What happened, then what to do: at least two whole sentences, with no gap left to fill in. */
const saysAll = (text: string): boolean =>
  text.split(/[.:] /).length >= 2 && /^[A-ZА-ЯЁ«]/.test(text) && text.endsWith(".") && !/[{}]/.test(text);
const LETTERS = { ru: /[а-яё]/gi, en: /[a-z]/gi };
/** A place that a text names is in the user's language. */
const inLanguage = (text: string, locale: "ru" | "en"): boolean =>
  (text.match(LETTERS[locale]) ?? []).length > text.length / 2;
/** What a text promises of the workbook. */
const UNTOUCHED = /Книга не изменена|Всё начатое убрано/;

/**
 * The text that the pane shows for an error, in both languages.
 * @param untouched whether the workbook is as it was
 * @returns what is wrong with it; null where it says truly what happened and what to do
 */
export function wrongText({ code, detail }: WorkbookError, untouched: boolean): string | null {
  for (const locale of ["ru", "en"] as const) {
    const text = workbookErrorText(code, locale, detail);
    if (!saysAll(text) || !inLanguage(text, locale)) return `${code}: не сказано, что случилось: «${text}»`;
    if (!ADVICE[locale].test(text)) return `${code}: не сказано, что делать: «${text}»`;
  }
  return UNTOUCHED.test(workbookErrorText(code, "ru", detail)) && !untouched
    ? `${code}: сказано, что книга не изменена, а она изменена`
    : null;
}
