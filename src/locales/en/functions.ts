import type { functionTexts as ru } from "../ru/functions";

const threshold = {
  name: "threshold",
  description: "A fraction below 1 or per cent from 1 to 100. 30 %, inclusive, when left out.",
};
const minParticipants = {
  name: "minParticipants",
  description: "Results with fewer participants are no data. Nobody is excluded when left out.",
};

export const functionTexts: typeof ru = {
  LOWRESULT: {
    description:
      'Whether a result is low: TRUE, FALSE or "нет данных" (no data), one per row. A blank and zero participants are no data.',
    parameters: {
      range: {
        name: "results",
        description:
          "2 columns: participants, failed; 4: marks 2, 3, 4, 5; 5: participants and marks. Otherwise give the kind.",
      },
      threshold,
      kind: {
        name: "kind",
        description:
          '"shares", "percents", "marks" (a list of marks, one answer) or "counts" (pairs participants, failed).',
      },
      minParticipants,
    },
  },
  LOWSCHOOL: {
    description:
      'Whether a school has low results by two years: TRUE, FALSE or "нет данных" (no data). Without the earlier year only criterion 1 is checked.',
    parameters: {
      year: { name: "year", description: "The row of a school: results of the year by procedure." },
      yearBefore: {
        name: "yearBefore",
        description: "The row of the same school in an earlier year: the same procedures in the same order.",
      },
      rule: { name: "rule", description: '"000" (when left out) or "004".' },
      threshold,
      kind: {
        name: "kind",
        description:
          '"shares" (when left out), "counts" (pairs participants, failed) or "triples" (participants, failed, %).',
      },
      minParticipants,
    },
  },
};
