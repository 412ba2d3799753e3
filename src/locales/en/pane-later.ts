import type { ColumnsChoice } from "../../domain/documents/package/directory";
import type { Measure, Tag } from "../../domain/measures/measure";
import type { ChangedShown, WriterKind } from "../pane-values";
import type { LaterTexts } from "../ru/pane-later";

const writers: Readonly<Record<WriterKind, string>> = {
  roadmap: "The roadmap is being created",
  check: "The data are being checked",
  control: "The sheets of control are being prepared",
  answer: "The answer about schools is being written",
  files: "A file is being added or removed",
  heatMap: "The heat map is being written",
  templates: "The template is being written",
  removal: "Sheets are being deleted",
  functions: "Formulas are being replaced with values",
};
/** So many changed sheets are named. */
const NAMED = 3;
const changedHow: Readonly<Record<ChangedShown["how"], string>> = {
  edited: "",
  added: " (new)",
  deleted: " (deleted)",
};

const measures = (n: number): string => (n === 1 ? "1 measure" : `${n} measures`);
const levels: Readonly<Record<Measure["level"], string>> = {
  municipality: "Municipality",
  school: "School",
};
const tags: Readonly<Record<Tag, string>> = {
  management: "management",
  staff: "staff",
  resources: "resources",
  pupils: "pupils",
  parents: "parents",
  objectivity: "objectivity",
  subject: "subject",
  analysis: "analysis",
  partnership: "partnership",
  regulation: "regulations",
  support: "support",
  monitoring: "monitoring",
  information: "information",
  talent: "gifted children",
  careers: "careers guidance",
  "form:ВПР": "ВПР (VPR)",
  "form:ОГЭ": "ОГЭ (OGE)",
  "form:ЕГЭ": "ЕГЭ (EGE)",
  "subject:математика": "mathematics",
  "subject:русский язык": "Russian",
};
const columns: Readonly<Record<ColumnsChoice, string>> = {
  template: "As in the template or on “Справочник”",
  "000": "No., measure, deadline, in charge",
  "001": "No., measure, period, expected result",
  "002": "No., measure, deadline, planned result",
  "003": "No., name, deadline, in charge",
  "004": "No., measure, in charge, deadline, result",
};

export const later: LaterTexts = {
  counted: {
    heading: "Where these figures come from",
    less: (n: number) =>
      `Of these, not counted by themselves: ${n} (repeated, differing, added to the main school, of other municipalities)`,
    years: (years: readonly string[]) => `By year: ${years.join("; ")}.`,
    procedures: (names: readonly string[]) => `By procedure: ${names.join("; ")}.`,
  },
  check: {
    run: "Check the data",
    lead: "All problems as a table on a sheet of its own: cell, what is wrong, what to do. What was solved is gone when the check is run again.",
    running: "Checking the data",
    none: "No problems. The sheet says so, with the day of the check.",
    done: (n) => `Written: ${n} ${n === 1 ? "problem" : "problems"}.`,
    sheet: (name) => `Open the sheet “${name}”`,
  },
  conflicts: {
    lead: (n) =>
      `Cells where the texts differ: ${n}. Nothing has been written yet. Choose which text is to stand.`,
    mine: "Keep mine",
    theirs: "Take the new one",
    allMine: "Keep mine everywhere",
    allTheirs: "Take the new one everywhere",
    blank: "(blank)",
    proceed: "Write what is chosen",
    cancel: "Cancel the update",
  },
  settings: {
    builtIn: "Built-in templates",
    own: "Your templates",
    retakes: "Count retakes",
    retakesHint: "The last attempt counts; unticked, the first one, as the rules have it",
    columns: "Columns of the roadmap",
    columnsChoice: (choice) => columns[choice],
    unit: "Period of the plan",
    units: {
      template: "as the template has it",
      schoolYear: "school year (September – August)",
      calendarYear: "calendar year (January – December)",
    },
    years: "Number of years",
    yearsHint: "Blank: as the template has it",
    yearsWrong: "Enter a whole number from 1 to 10",
  },
  recovered: {
    locked: (names) =>
      `The writing that was broken off last time is not finished: ${names.length === 1 ? `the sheet “${names.join("")}” is protected` : `these sheets are protected: ${names.map((name) => `“${name}”`).join(", ")}`}. Unprotect (Review → Unprotect Sheet) and press “Read again”: the add-in will finish by itself. Until then what is shown of such a sheet may be wrong.`,
    begun: (names) =>
      `The writing that was broken off last time is taken back, but unfinished sheets are still there: ${names.map((name) => `“${name}”`).join(", ")}. The structure of the workbook is protected, or you have typed something there. Unprotect (Review → Protect Workbook) and press “Read again”: the add-in will remove them by itself. A sheet where you have typed is yours to delete once you have moved that elsewhere.`,
    overwritten:
      "Last time the add-in wrote over what you did on the sheet in that moment. What was there (it is named after the cell) is not put back: Excel refused, or the cell holds something else since. If you still need it, type it anew; if the sheet is protected, unprotect it first (Review → Unprotect Sheet). If rows or columns were inserted or deleted since, the cell may have moved.",
    lost: (names) =>
      `These sheets are not finished: ${names.map((name) => `“${name}”`).join(", ")}. The add-in cannot finish them: what tells it how was removed from the workbook or damaged, or the sheet was copied unfinished. Take the sheet from an earlier copy of the workbook. If there is none, move what is yours elsewhere, delete the sheet, add files of results again if they were there, and do once more what you did last time.`,
    finished: "The writing that was broken off last time is finished: the add-in's sheets are whole.",
    undone: (names) =>
      `The writing that was broken off last time is taken back${names.length === 0 ? "" : `, unfinished sheets are removed: ${names.join(", ")}`}. Your sheets are as they were.`,
    left: "The writing that was broken off last time could not be finished everywhere. Here all is as it was: you have edited it, or the sheet is protected.",
    more: (n) => `And ${n} more.`,
    leftNext:
      "The add-in will write nothing more there. Look at these places. To have it written, unprotect the sheet where it is protected and do once more what you did last time.",
  },
  busy: {
    line: (writer) => `${writers[writer]}. Buttons that write into the workbook cannot be used yet.`,
  },
  stale: {
    text: (changed) => {
      const said = changed.slice(0, NAMED).map(({ name, how }) => `sheet “${name}”${changedHow[how]}`);
      const left = changed.length - said.length;
      return `The workbook changed after it was read: ${said.join(", ")}${left === 0 ? "" : ` and ${left} more ${left === 1 ? "sheet" : "sheets"}`}. What is shown was read before that.`;
    },
  },
  plan: {
    locked:
      "The structure of the workbook is protected, so no sheet can be added. Unprotect it first: Review → Protect Workbook.",
    period: ({ unit, start, years }) => {
      const last = start + years - 1;
      if (unit === "calendarYear") return years === 1 ? String(start) : `${start}–${last}`;
      return years === 1
        ? `school year ${start}/${start + 1}`
        : `school years ${start}/${start + 1} – ${last}/${last + 1}`;
    },
    otherSettings:
      "The roadmap in the workbook was made by other settings than those now. Update it to have it follow them.",
    made: "Made by:",
    now: "Now:",
    past: (past, total) =>
      `Deadlines that are over already: ${past} of ${total}. If the plan is for the future, change its start in the settings.`,
  },
  templates: {
    open: "Templates of measures",
    heading: "Templates of measures",
    lead: "A template in the workbook is a table that you may edit: change, add, delete, reorder rows. The roadmap is made from it.",
    loading: "Loading the templates",
    broken: "The templates could not be loaded. Check the connection and open this screen again.",
    builtIn: "Built-in",
    own: "Yours",
    ownNone: "There are no templates of your own in the workbook yet.",
    amount: (n, indicators) =>
      indicators === 0
        ? measures(n)
        : `${measures(n)}, ${indicators === 1 ? "1 indicator" : `${indicators} indicators`}`,
    put: (name) => `Put into the workbook: ${name}`,
    putAndUse: (name) => `Put into the workbook and make from it: ${name}`,
    putAndUseShort: "Put into the workbook and make from it",
    putShort: "Put into the workbook",
    use: (name) => `Make from it: ${name}`,
    useShort: "Make from it",
    used: "The roadmap is made from it",
    unreadable: "The table could not be read, see the remarks.",
    writing: "Writing the template",
    written: (sheet) => `The template is on the sheet “${sheet}”.`,
    chosen: (name) => `The roadmap will be made from the template “${name}”.`,
    exists: "The workbook has a template of this name already. Give it another name.",
    newHeading: "New template",
    name: "Name",
    nameHint: "Up to 60 characters",
    nameWrong: "Enter a name of up to 60 characters",
    from: "Begin with",
    empty: "An empty table",
    create: "New template",
    mix: "Pick from several templates",
    back: "Back to the roadmap",
  },
  mix: {
    heading: "Compose your own template",
    lead: "Tick measures. Sections and their order stay, numbers run on.",
    template: "Template",
    section: "Section",
    tag: "Tag",
    level: "Level",
    search: "Search the text",
    all: "All",
    untitled: "No section",
    tagName: (tag) => tags[tag],
    levelName: (level) => levels[level],
    list: "Measures",
    counts: (shown, chosen) => `Found: ${shown}. Chosen: ${measures(chosen)}.`,
    chooseFound: (n) => `Choose those found (${n})`,
    dropFound: "Unselect those found",
    nothing: "Nothing fits this filter.",
    none: "Tick at least one measure",
    make: "Compose the template",
    back: "Back to the templates",
  },
};
