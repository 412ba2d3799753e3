import type { ControlPaneTexts } from "../ru/control-pane";
import { formatDate } from "./dates";

const measures = (n: number): string => `${n} ${n === 1 ? "measure" : "measures"}`;

const daysText = (n: number): string => `${n} ${n === 1 ? "day" : "days"}`;
const whenOf = (days: number): string =>
  days === 0 ? "today" : days < 0 ? `overdue by ${daysText(-days)}` : `in ${daysText(days)}`;

export const controlPane: ControlPaneTexts = {
  heading: "Control of the roadmaps",
  back: "Back",
  reading: "Reading the roadmaps",
  working: "Making the sheets of control",
  none: "The workbook has no roadmap. Create it, fill in the statuses and open this screen again.",
  day: "On the day",
  dayWrong: "Type a date",
  update: "Update the control",
  updated: "The sheets of control, measures, indicators and dynamics are up to date.",
  openControl: "Open “Контроль”",
  totals: (total, done, withdrawn) =>
    `${measures(total)} in all. Done: ${done}` + (withdrawn === 0 ? "." : `, withdrawn: ${withdrawn}.`),
  who: "Responsible",
  everybody: "Everybody",
  nobody: "Nobody is named",
  overdue: (n) => `Overdue: ${n}`,
  soon: (n) => `Due in 30 days: ${n}`,
  calm: "Nothing burns: nothing is overdue, nothing is due in 30 days.",
  item: (number, due, days) =>
    due === null ? `No. ${number}, no deadline` : `No. ${number}, by ${formatDate(due)}, ${whenOf(days)}`,
  place: (sheet, address) => `sheet “${sheet}”, ${address}`,
  more: (n) => `Show ${n} more`,
  byWho: "By responsible",
  byWhoLead: "Press a name to see its measures.",
  from: "Where these figures come from",
  fromSheet: (total, done, withdrawn) =>
    `${measures(total)}, done ${done}${withdrawn === 0 ? "" : `, withdrawn ${withdrawn}`}`,
  noDue: (n) => `No deadline: ${n}`,
  noDueLead: "Whether they are overdue cannot be said. Enter the deadlines.",
  empty:
    "The sheets of roadmaps were read, but no measures were found on them. There is nothing to count; see the problems.",
  columns: { who: "Responsible", overdue: "Overdue", soon: "30 days" },
  reportHeading: "Report",
  periodFrom: "From",
  periodTo: "to",
  periodWrong: "The period begins after its end",
  report: "Make the report for the period",
  reported: "The report is made.",
  openReport: "Open the report",
  problems: (n) => `Problems: ${n}`,
};
