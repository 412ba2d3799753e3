/** Form of an assessment procedure: ВПР, ОГЭ, ЕГЭ. */
export type Form = "ВПР" | "ОГЭ" | "ЕГЭ";

/**
 * An assessment procedure (оценочная процедура) = form × subject × class or level.
 * Its title is its identity everywhere: «ВПР математика 5», «ОГЭ русский язык», «ЕГЭ математика базовая».
 */
export interface Procedure {
  readonly form: Form;
  /** Lower case, as in the title: «математика», «русский язык», «математика базовая». */
  readonly subject: string;
  /** Class, only where it tells procedures apart (ВПР). */
  readonly grade?: number;
}

/** @example procedureTitle({ form: "ВПР", subject: "математика", grade: 5 }) // "ВПР математика 5" */
export function procedureTitle({ form, subject, grade }: Procedure): string {
  return grade === undefined ? `${form} ${subject}` : `${form} ${subject} ${grade}`;
}
