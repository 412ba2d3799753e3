import type { Answers, Step } from "./step";

export interface Compared {
  readonly step: Step;
  readonly excel: unknown;
  readonly embedded: unknown;
  readonly same: boolean;
}

/** Answers of Excel beside those of the embedded host. */
export const compareAnswers = (steps: readonly Step[], excel: Answers, embedded: Answers): Compared[] =>
  steps.map((step) => {
    const [theirs, ours] = [excel[step.id], embedded[step.id]];
    return { step, excel: theirs, embedded: ours, same: JSON.stringify(theirs) === JSON.stringify(ours) };
  });

/** A report for whoever ran it: what differs first, with the document that says otherwise. */
export function formatCompared(compared: readonly Compared[]): string {
  const different = compared.filter(({ same }) => !same);
  const lines = different.flatMap(({ step, excel, embedded }) => [
    `≠ ${step.id}: ${step.behaviour}`,
    `    Excel:    ${JSON.stringify(excel)}`,
    `    площадка: ${JSON.stringify(embedded)}`,
    `    источник: ${step.source}`,
  ]);
  const same = compared.filter((each) => each.same).map(({ step }) => step.id);
  return [
    `Совпало ${same.length} из ${compared.length}.`,
    ...lines,
    ...(same.length > 0 ? [`= ${same.join(", ")}`] : []),
  ].join("\n");
}
