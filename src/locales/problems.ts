import type { Problem, ProblemCode } from "../domain/problem";
import { problems as en } from "./en/problems";
import type { Locale } from "./locale";
import { problems as ru } from "./ru/problems";

/** What a text is made from: the problem's fields, as text, and its cells. */
export interface ProblemFields {
  /** The value of a field, empty when there is none. */
  readonly of: (name: string) => string;
  /** «Лист», F12 — where the problem stands; empty for the workbook as a whole. */
  readonly cell: string;
  /** The other cells that take part, joined. */
  readonly related: string;
}

/** What is wrong and what to do; a code without a text fails the type check. */
export type ProblemTexts = Readonly<Record<ProblemCode, (fields: ProblemFields) => string>>;

const TEXTS: Readonly<Record<Locale, ProblemTexts>> = { ru, en };

/** The text of a problem, with its cell first. @example problemText(problem, "ru") // "«ВПР 2019», F12: вместо числа…" */
export function problemText(problem: Problem, locale: Locale): string {
  const cell = problem.source === undefined ? "" : place(problem.source);
  const text = TEXTS[locale][problem.code]({
    of: (name) => fieldText(problem.fields[name], locale),
    cell,
    related: (problem.related ?? []).map(place).join("; "),
  });
  return cell === "" ? text : `${cell}: ${text}`;
}

function place({ file, sheet, address }: NonNullable<Problem["source"]>): string {
  return `${file === undefined ? "" : `${file}, `}«${sheet}»${address === "" ? "" : `, ${address}`}`;
}

function fieldText(value: string | number | undefined, locale: Locale): string {
  if (value === undefined) return "";
  return typeof value === "number"
    ? value.toLocaleString(locale, { maximumFractionDigits: 4, useGrouping: false })
    : value;
}
