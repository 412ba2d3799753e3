import type { FigureShown, InsightPaneTexts } from "../ru/insight-pane";
import { percentOf, shareOf } from "./percents";

export const insightPane: InsightPaneTexts = {
  whatIf: {
    heading: "If the threshold were another",
    lead: "Nothing changes until you take a threshold.",
    percent: percentOf,
    choice: (text: string, count: number, used: boolean) =>
      `${text}: ${count} ${count === 1 ? "school" : "schools"}${used ? " (now)" : ""}`,
    moves: (enter: number, leave: number) =>
      enter + leave === 0 ? "The same schools" : `${enter} would enter, ${leave} would leave`,
    enter: (n: number) => `Who would enter: ${n}`,
    leave: (n: number) => `Who would leave: ${n}`,
    take: (text: string) => `Take ${text}`,
    takeFull: (text: string) => `Take ${text} as the threshold`,
    used: "In use",
    own: "A threshold of your own, %",
    ownHint: "From 1 to 100: it comes up among the thresholds above",
    ownWrong: "Type a number from 1 to 100",
  },
  heat: {
    heading: "Heat map: schools and procedures",
    year: "School year",
    caption: (year: string) => `Share below the minimum, %, school year ${year}`,
    legend: (threshold: string) =>
      `Bold and underlined: a low result, ${threshold} or more. Blank: no data. A figure leads to its cell.`,
    unjudged: "The rule does not judge by this procedure",
    school: "School",
    listed: "in the list",
    figure: ({ share, participants, failed, low, threshold }: FigureShown) =>
      [
        shareOf(share, threshold),
        failed !== null && participants !== null ? ` = ${failed} of ${participants}` : "",
        low ? ", low result" : "",
      ].join(""),
    told: (school: string, procedure: string, figure: string, place: string) =>
      `${school}, ${procedure}: ${figure}. From ${place}.`,
    tellHint: "Point at a figure, or go to it by Tab: what it comes from is said here.",
    short: (share: number, threshold: number) => shareOf(share, threshold).replace(/\s?%$/, ""),
    noData: "no data",
    more: (n: number) => `Show ${n} more`,
    sheet: "Make the sheet “Тепловая карта”",
    writing: "Writing the sheet",
    written: (name: string) => `The sheet “${name}” is ready.`,
    open: "Open the sheet",
  },
};
