import type { LowState } from "../../domain/identification/low";
import type { AskedPaneTexts } from "../ru/asked-pane";
import { percentOf } from "./percents";

const lows: Readonly<Record<LowState, string>> = {
  low: "low result",
  notLow: "not low",
  noData: "not counted: no data",
};

export const askedPane: AskedPaneTexts = {
  headings: {
    why: "Why this school?",
    results: "These are results",
    notResults: "These are not results",
    failed: "No cells are selected",
  },
  reading: "Reading the workbook…",
  close: "Close",
  toSchools: "Show all schools",
  toData: "Show the data",
  choose: "Select one cell or one range on a sheet and press the button again.",
  place: "Selected:",
  nobody:
    "This cell does not belong to one school: a header, a total or a cell outside a table. Select a cell in the row of a school – its name or any of its results – and press “Why this school?” again.",
  here: "In this cell",
  low: (state, threshold) =>
    state === "noData" ? lows[state] : `${lows[state]} (threshold ${percentOf(threshold)})`,
  verdicts: {
    low: "A school with low results, by the figures.",
    notLow: "The criteria are not met: the school is not on the list.",
    insufficient: "Not enough data for the year in view: the school cannot be judged.",
  },
  added: "Put on the list by a decision.",
  removed: "Taken off the list by a decision.",
  excluded: (reason) => `Not considered (registry of schools)${reason === "" ? "" : `: ${reason}`}.`,
  unjudged: "The school has no usable results, it is not judged.",
  all: (count) => `All results of the school: ${count}`,
  nothing: (sheet) =>
    `No table here is read as results. Select a cell of such a table on the sheet “${sheet}”, or press “Show the data”: all are listed there.`,
  made: (sheet) =>
    `The sheet “${sheet}” was made by the add-in, no results are read from it. Select a cell on a sheet with source data.`,
  empty:
    "The selection holds no table: a row of headings and rows of schools below it. Select them and try again.",
  already: (address, results) =>
    `The table ${address} is read already, results from it: ${results}. If it is understood wrongly, correct it below.`,
  part: (address) => `A part of the table ${address} is selected. What is not to be read?`,
  wholeTable: (address) => `Do not read the table ${address}`,
  tell: "The headings of the table are not understood. Check its range and tell what the columns hold.",
  noLabels: "The table has no row of headings, so a correction cannot be remembered. Add headings.",
};
