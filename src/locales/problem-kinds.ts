import { problemKinds as en } from "./en/problem-kinds";
import type { Locale } from "./locale";
import { problemKinds as ru, type ProblemKindTexts } from "./ru/problem-kinds";

const TEXTS: Readonly<Record<Locale, ProblemKindTexts>> = { ru, en };

export const problemKindTexts = (locale: Locale): ProblemKindTexts => TEXTS[locale];
