/** What a code in the title of a ГИА protocol stands for («02 - Математика 2026.06.02»). */
export interface ExamCode {
  readonly code: string;
  /** Lower case; absent where the title's own words tell it. */
  readonly subject: string;
  readonly kind: "exam" | "ГВЭ";
  /** Level in ЕГЭ; ОГЭ has none. */
  readonly level?: "базовая" | "профильная";
  readonly citation: string;
}

const PROTOCOLS = "образцы протоколов РИС ГИА (справочник форматов, разделы ОГЭ и ЕГЭ)";

/** Codes that decide something by themselves; of every other code the words beside it are read. */
export const EXAM_CODES: readonly ExamCode[] = [
  { code: "01", subject: "русский язык", kind: "exam", citation: PROTOCOLS },
  { code: "02", subject: "математика", kind: "exam", level: "профильная", citation: PROTOCOLS },
  { code: "22", subject: "математика", kind: "exam", level: "базовая", citation: PROTOCOLS },
  { code: "51", subject: "русский язык", kind: "ГВЭ", citation: PROTOCOLS },
  { code: "52", subject: "математика", kind: "ГВЭ", citation: PROTOCOLS },
];

export function examCode(code: string): ExamCode | null {
  return EXAM_CODES.find((known) => known.code === code.padStart(2, "0")) ?? null;
}
