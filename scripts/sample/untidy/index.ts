import { offsetOddColumns } from "./f01-offset-odd-columns";
import { sheetPerYear } from "./f02-sheet-per-year";
import { printedPages } from "./f03-printed-pages";
import { mergedNames } from "./f04-merged-names";
import { headerAgainstSheet } from "./f05-header-against-sheet";
import { sharesOnly } from "./f06-shares-only";
import { markCounts } from "./f07-mark-counts";
import { markShares } from "./f08-mark-shares";
import { twoTables } from "./f09-two-tables";
import { wrongCells } from "./f10-wrong-cells";
import { textNumbers } from "./f11-text-numbers";
import { examsAndGve } from "./f12-exams-and-gve";
import type { Fixture } from "./kit";

export const FIXTURES: readonly Fixture[] = [
  offsetOddColumns,
  sheetPerYear,
  printedPages,
  mergedNames,
  headerAgainstSheet,
  sharesOnly,
  markCounts,
  markShares,
  twoTables,
  wrongCells,
  textNumbers,
  examsAndGve,
];
