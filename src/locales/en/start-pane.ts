import type { PaneTexts } from "../ru/pane";
import { sheetNames } from "../sheet-names";
import { formatDate } from "./dates";

const counted = (n: number, one: string): string => `${n}\u00A0${n === 1 ? one : `${one}s`}`;

export const steps: PaneTexts["steps"] = {
  label: "Steps",
  data: "Data",
  schools: "Schools",
  roadmap: "Roadmap",
  current: "you are here",
  todo: "not started",
  unread: "not read",
  empty: "no data",
  listed: "list created",
  later: "after data",
  working: "in progress",
  failed: "failed",
  nothing: "no results",
  tables: (n) => counted(n, "table"),
  withErrors: (n) => `not counted: ${n}`,
  found: (n) => counted(n, "school"),
  ready: "created",
  otherSettings: "other settings",
  question: "needs an answer",
  toMake: "not created",
};

export const start: PaneTexts["start"] = {
  heading: "Find the schools and make their roadmap",
  looking: "Looking at the sheets of the workbook…",
  lead: "Open a workbook with results of ВПР, ОГЭ or ЕГЭ. The add-in reads all of its sheets.",
  emptyHeading: "The workbook has no data yet",
  emptyLead:
    "Add the files that schools sent, paste tables of results into sheets of this workbook, or open a workbook that has them.",
  dataHeading: (n) => `The workbook has ${counted(n, "sheet")} with data`,
  dataLead: "The add-in reads all sheets and finds the tables with results of ВПР, ОГЭ and ЕГЭ by itself.",
  dataNone: "The workbook has no sheets with data.",
  size: (rows, columns) => `${counted(rows, "row")}, ${counted(columns, "column")}`,
  hidden: "hidden sheet",
  moreSheets: (n) => `And ${counted(n, "more sheet")}.`,
  large: (cells) =>
    `The workbook is large: ${cells.toLocaleString("en")} cells. Reading takes longer than usual; it can be stopped.`,
  madeHeading: (roadmaps, period) => {
    if (roadmaps === 0) return "The add-in has worked on this workbook";
    if (roadmaps > 1) return `Roadmaps in the workbook: ${roadmaps}`;
    return `The roadmap is made${period === null ? "" : `: ${period}`}`;
  },
  period: ({ unit, start, years }) => {
    const last = start + years - 1;
    if (unit === "calendarYear") return years === 1 ? String(start) : `${start}–${last}`;
    return `${start}/${start + 1}${years === 1 ? "" : ` – ${last}/${last + 1}`}`;
  },
  made: "Made already",
  madeMany: (kind, n) => `${sheetNames[kind]}: ${n}`,
  others: (n) => `And ${counted(n, "more sheet")} of the add-in.`,
  data: (n) => `Sheets with data: ${n}`,
  next: {
    read: "Read the results: the add-in shows the schools and prepares the roadmap.",
    readAgain:
      "If the data have changed, read them again and update the roadmap: your edits of the sheets stay. Mark what is done on the roadmap's own sheet.",
    control:
      "Mark what is done in the column «Статус» of the roadmap's sheet. Control shows what is overdue and what is near.",
    files: "Add files with results: the add-in shows the schools and prepares the roadmap.",
  },
  over: (day) =>
    `The roadmap ended on ${formatDate(day)}. Read the results of the new school year and make the next one.`,
  unfinished:
    "Last time the writing of sheets was broken off. The add-in first puts the workbook right: it finishes the writing or takes back what was begun.",
  steps: [
    "Reads the tables of results and shows what is unclear in them.",
    "Finds schools with low results and names the reasons with their cells.",
    "Makes sheets: the roadmap, the list of schools, all results in one table.",
  ],
  safe: "Your sheets are not changed. No data leaves the workbook.",
};
