import type { CellProblem, ValueCode } from "../domain/cells/input";
import { functionErrors as en } from "./en/function-errors";
import type { Locale } from "./locale";
import { functionErrors as ru } from "./ru/function-errors";

// a code without a text fails the type check
const TEXTS: Readonly<
  Record<
    Locale,
    Record<ValueCode | "inputError", (fields: Readonly<Record<string, string | number>>) => string>
  >
> = { ru, en };

/** What the user reads at the error flag of a cell. */
export function functionErrorText(
  problem: Exclude<CellProblem, { problem: "number" }>,
  locale: Locale,
): string {
  if (problem.problem === "value") return TEXTS[locale][problem.code](problem.fields);
  const { error, place } = problem;
  return TEXTS[locale].inputError({ error, row: place?.row ?? 0, column: place?.column ?? 0 });
}
