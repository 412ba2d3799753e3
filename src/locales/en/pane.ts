import type { Evidence } from "../../domain/identification/verdict";
import { formatYear, type SchoolYear } from "../../domain/results/year";
import type { Unchecked } from "../pane-values";
import type { PaneTexts } from "../ru/pane";
import { sheetNames } from "../sheet-names";
import { formatDate } from "./dates";
import { shareOf } from "./percents";
import { start, steps } from "./start-pane";

const counted = (n: number, one: string, many = `${one}s`): string => `${n}\u00A0${n === 1 ? one : many}`;
const schools = (n: number): string => counted(n, "school");
const layouts: Readonly<Record<string, string>> = {
  "long-list": "list: a row per school and procedure",
  wide: "schools in rows, procedures in columns",
  "schools-in-columns": "schools in columns, procedures in rows",
  kept: "a file read earlier",
  "exam-appeals": "protocol of appeals",
  "exam-protocol": "protocol of ОГЭ or ЕГЭ",
  "pupil-list": "list of pupils",
  "fisoko-form": "ФИС ОКО: form for collecting results",
  "fisoko-individual": "ФИС ОКО: results of each pupil",
  "fisoko-journal": "ФИС ОКО: marks compared with the journal",
  "fisoko-marks": "ФИС ОКО: statistics of marks",
};
const leftOut: Readonly<Record<string, string>> = {
  total: "totals",
  note: "notes",
  blank: "blank rows",
  repeatedHeader: "repeated header",
  region: "territory rows",
  section: "subheadings",
  absent: "absent pupils",
  otherExam: "another exam (ГВЭ)",
};
const rules: Readonly<Record<string, string>> = {
  "000": "Two low procedures in a year, or low results two years running",
  "004": "Two low procedures in either year, or the same procedure two years running",
};

export const pane: PaneTexts = {
  title: "Schools with low results",
  steps,
  actions: {
    read: "Read results",
    addFiles: "Add files",
    openControl: "Open control of the roadmaps",
    readAgain: "Read again",
    toSchools: "Show schools",
    toRoadmap: "Go to roadmap",
    create: "Create roadmap",
    createAgain: "Create again",
    retry: "Try again",
    showProblems: "Show remarks",
    openSheet: "Open roadmap",
    update: "Update sheets",
    makeNew: "Create new ones beside",
    cancel: "Cancel",
    change: "Change",
    collapse: "Collapse",
    apply: "Apply",
    more: (n) => `Show ${n} more`,
    dismiss: "Dismiss message",
    functions: "Functions in cells",
    guide: "Guide (in Russian)",
    control: "Control of the roadmaps",
    templates: "Templates of measures",
  },
  start,
  progress: {
    reading: "Reading sheets",
    identifying: "Looking for schools with low results",
    writing: "Writing sheets",
    done: "Finishing",
    recomputing: "Computing anew",
  },
  data: {
    heading: "What was read",
    lead: ({ results, schools: all, procedures, years }) =>
      `${counted(results, "result")}: ${schools(all)}, ${counted(procedures, "procedure")}, ${counted(years, "school year")}.`,
    tables: "Tables",
    layout: (id) => layouts[id] ?? "table of results",
    rows: (n) => counted(n, "row"),
    results: (n) => counted(n, "result"),
    years: (years) => (years.length === 0 ? "no year found" : years.join(", ")),
    procedures: (n) => counted(n, "procedure"),
    leftOut: "Rows left out",
    leftOutWhy: (why) => leftOut[why] ?? why,
    noProblems: "Nothing to remark on the data.",
    nothingHeading: "No results found",
    unlistedHeading: "No results for the chosen rule",
    arrange: "How to arrange a sheet",
    arrangeLead: "A row per school, procedure and year is the surest kind of table:",
    arrangeHeader: ["Column", "Example"],
    arrangeColumns: [
      ["Школа", "Берёзовская СОШ"],
      ["Процедура", "ВПР математика 5"],
      ["Учебный год", "2024/2025"],
      ["Участников", "23"],
      ["Не справились", "8"],
    ],
    arrangeNotes: [
      "A table with schools in rows and procedures in columns works too: put procedure and year into the header, the title above the table or the sheet name.",
      "Instead of «Не справились» you may give a share in per cent or the marks “2”, “3”, “4”, “5”.",
      "No data: leave the cell blank or enter “н/д”.",
    ],
  },
  files: {
    heading: "Files",
    lead: "Results of other .xlsx and .csv files. Only counted figures come into the workbook, nothing of pupils.",
    add: "Add files",
    stop: "Stop",
    stopping: "Stopping…",
    reading: (file) => `Reading “${file}”`,
    broken: "The files could not be read. Try again; if that does not help, add them one by one.",
    found: ({ sheets, results, problems }) =>
      results === 0
        ? "No results found, see the remarks."
        : `${counted(results, "result")}, ${counted(sheets, "sheet")}, remarks: ${problems}`,
    municipality: "Municipality",
    all: (n) => `All (${n})`,
  },
  problems: {
    heading: "Remarks",
    error: (n) => `Not counted: ${n}`,
    warning: (n) => `To check: ${n}`,
    info: (n) => `Worth knowing: ${n}`,
    also: "see also",
    select: (place) => `Show cell: ${place}`,
    summary: (errors, warnings) =>
      [
        errors === 0 ? "" : `${counted(errors, "value")} not counted`,
        warnings === 0 ? "" : `${counted(warnings, "place")} to check`,
      ]
        .filter((part) => part !== "")
        .join(", "),
  },
  settings: {
    label: "Settings",
    sentence: ({ threshold, ruleId, year, yearBefore, minParticipants, retakes }) => {
      const years =
        year === null
          ? "years by the data"
          : `${formatYear(year)}${yearBefore === null ? " alone" : ` against ${formatYear(yearBefore)}`}`;
      const minimum =
        minParticipants === 0
          ? "no minimum of participants"
          : `at least ${counted(minParticipants, "participant")}`;
      return [
        { field: "threshold", text: `Threshold ${threshold}%` },
        { field: "ruleId", text: `rule “${ruleId}”` },
        { field: "year", text: years },
        { field: "minParticipants", text: minimum },
        ...(retakes === "last" ? [{ field: "retakes", text: "retakes counted" } as const] : []),
      ];
    },
    changePart: (part) => `${part}, change`,
    rule: "Rule",
    ruleId: (id) => `Rule “${id}”`,
    ruleName: (id, name) => rules[id] ?? name,
    threshold: "Threshold, %",
    thresholdHint: "A result is low when this per cent or more failed",
    thresholdWrong: "Enter a number from 1 to 100",
    minimum: "Minimum of participants",
    minimumHint: "0 counts groups of any size",
    minimumWrong: "Enter a whole number, 0 or more",
    year: "School year",
    yearBefore: "Compare with",
    auto: (year: SchoolYear | null) => (year === null ? "By the data" : `By the data: ${formatYear(year)}`),
    template: "Kind of document",
    start: "Plan begins in calendar year",
    startHint: (year) =>
      `Blank: ${year}, or ${year + 1} where the plan has deadlines before July: results are known in summer`,
    startWrong: "Enter a year such as 2026",
    package: "What to make",
    packages: { roadmap: "The roadmap and the list of schools", all: "The whole package of documents" },
  },
  schools: {
    heading: (low, total) => `${low} of ${schools(total)} on the list`,
    noneHeading: "No schools with low results",
    noneLead: "Under the threshold and rule chosen no school is on the list.",
    low: "Found by results",
    criterion: (criterion, { criterion1, criterion2 }, years) => {
      const both = `in ${years.year} and ${years.yearBefore}`;
      if (criterion === 2) {
        const what = criterion2.procedures === "same" ? "the same procedure is low" : "low results";
        return `Criterion 2: ${what} ${both}`;
      }
      const when = criterion1.years === "inView" ? `in ${years.year}` : "in one of the two years";
      return `Criterion 1: at least ${counted(criterion1.count, "low procedure")} ${when}`;
    },
    added: "Added by decision",
    removed: "Removed by decision",
    idle: "Decisions without effect",
    idleNote: "Nothing to remove: these schools are not on the list.",
    ground: (ground, day) =>
      `${ground === "" ? "no ground given" : ground}, ${day === null ? "no date given" : formatDate(day)}`,
    byRuleToo: "found by results too",
    noResults: "no results",
    insufficient: "Insufficient data",
    insufficientLead: (year) => `No results for ${year}: missing data do not mean that all is well.`,
    notLow: "No signs",
    unchecked: ({ criteria, year }: Unchecked) =>
      `Not checked: ${criteria.length === 1 ? "criterion" : "criteria"} ${criteria.join(" and ")}, no data for ${year === null ? "the earlier year" : formatYear(year)}`,
    notFullyChecked: "Not fully checked",
    count: (n) => schools(n),
    lowResults: (n) => counted(n, "low result"),
    evidence: ({ procedure, year, participants, failed, share }: Evidence, threshold) => {
      const counts = participants !== null && failed !== null ? ` (${failed} of ${participants})` : "";
      return `${procedure}, ${formatYear(year)}: ${share === null ? "—" : shareOf(share, threshold)}${counts}`;
    },
  },
  roadmap: {
    heading: "Roadmap",
    lead: "New sheets will be made. Your own sheets stay as they are.",
    template: "Document",
    package: "To make",
    period: "Plan begins",
    group: "Schools",
    sheets: "Sheets",
    sheetKinds: {
      roadmap: "measures, deadlines, people in charge, passport",
      lowSchools: "list of schools with reasons",
      results: "all results read, with their sources",
      requisites: "form: order, approving officer, working group",
      decisions: "form: add or remove a school by decision",
      scales: "form: scales and minimum scores by year",
      registry: "registry: names, logins, codes, branches",
      files: "results of added files",
      fileCopy: "a table of an added file",
      checks: "problems of the data: cell, what is wrong, what to do",
      contents: "all sheets of the package with links",
      order: "order and its list of schools",
      appointments: "curators, mentors, partner schools",
      schoolRoadmap: "a school's results, reasons and measures",
      notice: "a page for the school's director",
      directory: "form: names of roles, persons, columns",
      examples: "examples of formulas with the functions",
      heatMap: "share below the minimum: schools and procedures in colours",
      register: "all measures of the roadmaps with deadlines and state",
      control: "how much is done, overdue, due soon: by section, person in charge, month, school",
      executionReport: "report of a period, ready to print",
      indicators: "indicators of the programme: value, target, source",
      dynamics: "change of the failing share by years",
      history: "form: measures moved, reworded, withdrawn",
      template: "table of measures that the roadmap is made from",
    },
    sheetNames,
    existing: (n) =>
      `The workbook already has ${counted(n, "sheet")} of the add-in. You will be asked whether to update ${n === 1 ? "it" : "them"}.`,
    questionHeading: "The sheets exist. Update them?",
    conflictsHeading: "Changed by you and by the new edition. Which one stays?",
    questionLead: "The workbook has sheets that the add-in made before:",
    willUpdate: "will be updated",
    keptEdited: "edited by you: your edits stay, changes are added",
    updateHint: "Update brings changes in and keeps your edits. Create new ones touches nothing.",
    doneHeading: "Done: the roadmap is created",
    doneUpdatedHeading: "Done: the roadmap is updated",
    created: "sheet created",
    updated: "sheet updated",
    measures: (n) => counted(n, "measure"),
    kept: (names) =>
      `${names.length === 1 ? "Sheet" : "Sheets"} ${names.map((name) => `“${name}”`).join(", ")} with your edits untouched; ${names.length === 1 ? "a new one stands" : "new ones stand"} beside.`,
    merged: (name, edits, changes) =>
      `Sheet “${name}”: your edits are kept (${edits}), changes brought in (${changes}).`,
    mergedStateLost:
      "The workbook no longer keeps what was written last, so every difference counts as your edit and nothing new was brought in.",
    mergedDropped: "No longer in the document, kept because you edited it:",
    mergedConflicts: "Both you and the new version changed these. Your text stays; the new version says:",
    problemsLeft: (n) => `Remarks on the data: ${n}. See them at step “Data”.`,
    noProblems: "Nothing to remark on the data.",
    next: "Fill in sheet “Реквизиты”: what is blank there prints as “____” in the document.",
    cancelled: "Cancelled. The workbook is unchanged.",
    failedHeading: "The roadmap was not created",
  },
  failures: {
    heading: "That did not work",
    select: "The cell could not be shown",
    settings: "The settings were not saved",
    corrections: "The correction of the reading was not saved",
  },
  place: (sheet, address, file) =>
    `${file === undefined ? "" : `${file}, `}sheet “${sheet}”${address === "" ? "" : `, ${address}`}`,
};
