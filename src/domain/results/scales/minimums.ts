import type { Form, Procedure } from "../procedure";

/** The least result that passes; the result itself passes. */
export interface Minimum {
  readonly form: Form;
  /** Absent: every subject of the form that is not listed apart. */
  readonly subject?: string;
  readonly unit: "score" | "mark";
  readonly value: number;
  readonly citation: string;
}

const CERTIFICATE =
  "Рособрнадзор: минимальные баллы ЕГЭ для аттестата, плакат 2026 г. (РИА Новости, 20.01.2026; amulex.ru)";
const LETTER = "письмо Рособрнадзора от 25.02.2026 № 02-20, приложение 1: минимальная отметка ОГЭ — «3»";

/**
 * Minimums of ГИА. ЕГЭ русский is 24, the score of the school certificate; 36 is for university admission and is not
 * what the rule asks. A minimum printed in the protocol's own footer wins over this table.
 */
export const MINIMUMS: readonly Minimum[] = [
  { form: "ЕГЭ", subject: "русский язык", unit: "score", value: 24, citation: CERTIFICATE },
  { form: "ЕГЭ", subject: "математика профильная", unit: "score", value: 27, citation: CERTIFICATE },
  { form: "ЕГЭ", subject: "математика базовая", unit: "mark", value: 3, citation: CERTIFICATE },
  { form: "ОГЭ", unit: "mark", value: 3, citation: LETTER },
];

/** @returns null for a procedure whose minimum no source at hand gives. */
export function findMinimum({ form, subject }: Procedure): Minimum | null {
  const own = MINIMUMS.find((minimum) => minimum.form === form && minimum.subject === subject);
  return own ?? MINIMUMS.find((minimum) => minimum.form === form && minimum.subject === undefined) ?? null;
}
