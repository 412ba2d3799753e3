import type { Problem } from "../domain/problem";
import { problems as en } from "./en/problems";
import type { Locale } from "./locale";
import type { ProblemTexts } from "./problem-texts";
import { splitAdvice } from "./ru/advice";
import { problems as ru } from "./ru/problems";

const TEXTS: Readonly<Record<Locale, ProblemTexts>> = { ru, en };

/** The text of a problem, with its cell first. @example problemText(problem, "ru") // "«ВПР 2019», F12: вместо числа…" */
export function problemText(problem: Problem, locale: Locale): string {
  const cell = problem.source === undefined ? "" : place(problem.source);
  const text = textOf(problem, locale, (problem.related ?? []).map(place).join("; "));
  return cell === "" ? text : `${cell}: ${text}`;
}

/** The text alone, for a list where the cells are links beside it. */
export function problemMessage(problem: Problem, locale: Locale): string {
  const text = textOf(problem, locale, "");
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Both halves of the text, for a document: what is wrong, and what to do, empty where there is nothing to do. */
export function problemAdvice(problem: Problem): ReturnType<typeof splitAdvice> {
  return splitAdvice(problemMessage(problem, "ru"));
}

function textOf(problem: Problem, locale: Locale, related: string): string {
  return TEXTS[locale][problem.code]({
    of: (name) => fieldText(problem.fields[name], locale),
    related: related === "" ? "" : ` (${related})`,
    severity: problem.severity,
  });
}

function place({ file, sheet, address }: NonNullable<Problem["source"]>): string {
  return `${file === undefined ? "" : `${file}, `}«${sheet}»${address === "" ? "" : `, ${address}`}`;
}

function fieldText(value: string | number | undefined, locale: Locale): string {
  if (value === undefined) return "";
  return typeof value === "number"
    ? value.toLocaleString(locale, { maximumFractionDigits: 10, useGrouping: false })
    : value;
}
