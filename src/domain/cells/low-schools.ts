import type { CellValue, Grid } from "../grid";
import { identify, type Identification } from "../identification/identify";
import type { Verdict } from "../identification/verdict";
import { readWorkbook } from "../results/read";
import { parseYear, type SchoolYear } from "../results/year";
import { settleSchools } from "../schools/settle";
import { isInputError, isProblem, valueProblem, type CellProblem, type Input, type Range } from "./input";
import { readRule } from "./low-school";
import { readThreshold } from "./options";

/** The sheet name that a table of a function has: none of the user's. */
const SHEET = "";

export interface LowSchoolsOptions {
  readonly rule: Input;
  readonly year: Input;
  readonly threshold: Input;
}

/**
 * Schools that are low, and those that nothing can be said of, from a list with headers: read, settled and judged as
 * the button does.
 * @returns verdicts in Russian order of names; a problem where a row cannot be used, naming its place.
 */
export function lowSchools(table: Range, options: LowSchoolsOptions): Identification | CellProblem {
  const rule = readRule(options.rule);
  if (isProblem(rule)) return rule;
  const threshold = readThreshold(options.threshold);
  if (isProblem(threshold)) return threshold;
  const year = readYear(options.year);
  if (isProblem(year)) return year;
  const grid = toGrid(table);
  if (isProblem(grid)) return grid;
  const reading = readWorkbook([grid]);
  const settled = settleSchools(reading.results);
  const errors = [...reading.problems, ...settled.problems].filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first?.source !== undefined) {
    return valueProblem("tableProblem", { address: first.source.address, count: errors.length });
  }
  if (reading.results.length === 0) return valueProblem("tableNotRead");
  return identify(settled.schools, settled.results, {
    ruleId: rule.id,
    threshold,
    minParticipants: 0,
    year,
    yearBefore: null,
    procedures: null,
  });
}

/** Who is on the list that the function gives. */
export function isListed({ status }: Verdict): boolean {
  return status !== "notLow";
}

function toGrid(table: Range): Grid | CellProblem {
  const cells: CellValue[][] = [];
  for (const [r, row] of table.entries()) {
    const values: CellValue[] = [];
    for (const [c, cell] of row.entries()) {
      if (isInputError(cell))
        return { problem: "input", error: cell.error, place: { row: r + 1, column: c + 1 } };
      values.push(cell);
    }
    cells.push(values);
  }
  return { sheet: SHEET, top: 0, left: 0, cells };
}

function readYear(input: Input): SchoolYear | null | CellProblem {
  if (isInputError(input)) return { problem: "input", error: input.error, place: null };
  if (input === null || input === 0 || input === "") return null;
  return parseYear(String(input)) ?? valueProblem("yearUnknown", { year: String(input) });
}
