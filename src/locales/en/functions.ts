import type { functionTexts as ru } from "../ru/functions";

const threshold = {
  name: "threshold",
  description: "A fraction below 1 or per cent from 1 to 100. 30 %, inclusive, when left out.",
};
const minParticipants = {
  name: "minParticipants",
  description: "Results with fewer participants are no data. Nobody is excluded when left out.",
};

const schoolRow = {
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
    parameters: schoolRow,
  },
  LOWSCHOOLS: {
    description:
      "Schools with low results and schools with too little data: school, verdict, criteria, procedures, from a list with headers.",
    parameters: {
      table: {
        name: "table",
        description: "The sheet «Результаты» or any list of results with its headers.",
      },
      rule: schoolRow.rule,
      year: {
        name: "year",
        description: 'The year in view: 2019 or "2018/2019". The newest with results when left out.',
      },
      threshold,
    },
  },
  FAILSHARE: {
    description: 'Share of those who failed, one per row, or "нет данных" (no data).',
    parameters: {
      range: { name: "results", description: "As in LOWRESULT: 2, 4 or 5 columns, otherwise give the kind." },
      kind: { name: "kind", description: '"shares", "percents", "marks" or "counts".' },
    },
  },
  WHYLOW: {
    description:
      "Why a school is on the list: criteria, procedures and shares in Russian words. Empty where it is not.",
    parameters: {
      ...schoolRow,
      headers: { name: "headers", description: "A row with the names of the procedures." },
    },
  },
  SCHOOLKEY: {
    description:
      "Key of a school: from its ФИС ОКО login, else from its name. Spellings of one school have one key.",
    parameters: { name: { name: "name", description: "A name or a column of names." } },
  },
  SAMESCHOOL: {
    description:
      'Whether two names are one school: TRUE, FALSE or "спросить" (ask) where only a person can tell.',
    parameters: {
      first: { name: "name1", description: "A name or a column of names." },
      second: { name: "name2", description: "A name or a column of the same size." },
    },
  },
  DEADLINE: {
    description: "Start or end of a deadline in Russian words, as a date.",
    parameters: {
      text: { name: "text", description: "A deadline or a column of deadlines." },
      year: {
        name: "year",
        description:
          'The year in which the plan begins: 2026 or "2026/2027". Needed where the text names none.',
      },
      part: { name: "part", description: '"start" or "end" (when left out).' },
    },
  },
  DEADLINESTATUS: {
    description: "How a measure stands on a day, in Russian: overdue, due within 30 days, done and so on.",
    parameters: {
      deadline: {
        name: "deadline",
        description: "A date, a deadline in Russian words (as in DEADLINE) or a column of them.",
      },
      status: {
        name: "status",
        description:
          "One of «не начато», «в работе», «выполнено», «одобрено», «перенесено», «снято»; a column of the same size.",
      },
      today: { name: "today", description: "The day in view: a date or TODAY()." },
      year: {
        name: "year",
        description:
          'The year in which the plan begins: 2026 or "2026/2027". Needed where the words name none.',
      },
    },
  },
  MEASURES: {
    description: "Measures of a roadmap template: number, measure, responsible, expected result, in Russian.",
    parameters: {
      template: {
        name: "template",
        description:
          "low-results-roadmap, resources-and-staff, project-500, quality-system or support-programme.",
      },
      section: { name: "section", description: "Number of a section. All when left out." },
    },
  },
  INDICATOR: {
    description:
      "An indicator: its share and, with a target, whether it is met. A zero denominator is no data.",
    parameters: {
      numerator: { name: "numerator", description: "A number or a column of numbers." },
      denominator: { name: "denominator", description: "Of all: a number or a column of numbers." },
      target: { name: "target", description: "A fraction up to 1 (100% is 1) or per cent above 1." },
    },
  },
  TREND: {
    description: "Change of the failing share in percentage points and its word in Russian.",
    parameters: {
      range: {
        name: "shares",
        description: "Shares of 2 or 3 years side by side, the earliest on the left.",
      },
      limit: {
        name: "limit",
        description:
          "Percentage points from which a change counts; below 1 a fraction (0.1 is 10 points). 10 when left out.",
      },
    },
  },
  JOURNALGAP: {
    description: "Shares of marks that the assessment lowered, confirmed and raised against the journal.",
    parameters: {
      lowered: { name: "lowered", description: "A number or a column of numbers." },
      confirmed: { name: "confirmed", description: "A number or a column of numbers." },
      raised: { name: "raised", description: "A number or a column of numbers." },
    },
  },
};
