/** Titles of the charts on our sheets: each is its chart's name too, by which it is told from the user's charts. */
export const CHART_TITLES = {
  shares: "Школы с долей от порога по процедурам",
  responsible: "По ответственным",
  months: "По месяцам, в которых наступает срок",
} as const;

const OURS: ReadonlySet<string> = new Set(Object.values(CHART_TITLES));

/** Whether a chart is one that a plan made: such a one goes when its sheet is written anew. */
export const isOurChart = (name: string): boolean => OURS.has(name);
