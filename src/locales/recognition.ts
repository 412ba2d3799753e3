import { recognition as en } from "./en/recognition";
import type { Locale } from "./locale";
import { recognition as ru, type RecognitionTexts } from "./ru/recognition";

const TEXTS: Readonly<Record<Locale, RecognitionTexts>> = { ru, en };

/** Texts of how sheets were understood and of its corrections. */
export const recognitionTexts = (locale: Locale): RecognitionTexts => TEXTS[locale];
