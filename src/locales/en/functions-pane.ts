import type { FunctionsPaneTexts } from "../ru/functions-pane";

const purposes: Readonly<Record<string, string>> = {
  LOWSCHOOLS: "All schools with low results, as a list",
  LOWSCHOOL: "Whether a school has low results",
  WHYLOW: "Why a school is in the list, in words",
  LOWRESULT: "Whether one result is low",
  FAILSHARE: "Share below the minimum",
  TREND: "Better or worse over the years",
  SAMESCHOOL: "Whether two names are one school",
  SCHOOLKEY: "A key that all spellings of a school share",
  MEASURES: "Measures of a template, as a table",
  DEADLINE: "The date of a deadline in words",
  DEADLINESTATUS: "Overdue, near or in time",
  INDICATOR: "Value of an indicator of the programme",
  JOURNALGAP: "How marks differ from the journal",
};

export const functionsPane: FunctionsPaneTexts = {
  heading: "Functions in cells",
  back: "Back",
  lead: "A function gives in a cell what the button says. Choose one, fill in its parameters and insert the formula.",
  unsupported:
    "This Excel does not support functions of add-ins. Everything else works: lists and roadmaps use ordinary formulas.",
  insertHeading: "Insert a function",
  purpose: (id: string) => purposes[id] ?? "",
  optional: "optional",
  required: "Fill in the parameter.",
  take: "Take the selection",
  takeFor: (name) => `Take the selection: ${name}`,
  formula: "Formula",
  target: "Select the cell for the answer and press “Insert the formula”.",
  insert: "Insert the formula",
  overwrite: "Replace",
  keep: "Do not replace",
  filled: (address, content) => `Cell ${address} already has "${content}". Replace it?`,
  inserted: (address) => `The formula is in ${address}.`,
  portableHeading: "Replace formulas by values",
  portableLead:
    "For colleagues without the add-in: formulas with its functions become values, other formulas stay. Undo in Excel: Ctrl+Z.",
  scopes: { selection: "In the selection", sheet: "On the sheet", workbook: "In the workbook" },
  replaced: (formulas, cells, errors) =>
    formulas === 0
      ? "No formulas with functions of the add-in were found."
      : `Formulas replaced: ${formulas}, cells with values: ${cells}` +
        (errors === 0 ? "." : `, errors among them: ${errors} (kept as text).`),
  unanswered: (formulas) =>
    `Formulas without an answer: ${formulas} (such as #BUSY!, #SPILL! or #NAME?). They stay formulas: wait for the calculation or make room, then repeat.`,
  names: (names) =>
    `Names that call the add-in stay: ${names} (Formulas → Name Manager). Cells that use these names stay formulas too.`,
  left: (sheet, formulas) =>
    `The sheet "${sheet}" is protected, formulas left: ${formulas}. Unprotect it (Review → Unprotect Sheet) and try again.`,
  examplesHeading: "Examples of formulas",
  examplesLead:
    "A sheet with every function on small data. It is the only sheet with functions of the add-in.",
  examples: "Create the sheet of examples",
  examplesDone: {
    created: (name) => `Created: “${name}”.`,
    shown: (name) => `It is there already: “${name}”.`,
  },
  working: "Writing into the workbook",
};
