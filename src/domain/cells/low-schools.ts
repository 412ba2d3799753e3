import type { CellValue, Grid } from "../grid";
import { identify, type Identification } from "../identification/identify";
import { columnsOf } from "../identification/result-columns";
import type { Verdict, VerdictStatus } from "../identification/verdict";
import type { ProblemCode } from "../problem";
import { readWorkbook } from "../results/read";
import { parseYear, type SchoolYear } from "../results/year";
import { settleSchools } from "../schools/settle";
import {
  errorIn,
  isInputError,
  isProblem,
  NUMBER_PROBLEM,
  valueProblem,
  type CellProblem,
  type Input,
  type Range,
} from "./input";
import { readRule } from "./low-school";
import { MOST_PEOPLE } from "./number";
import { readThreshold } from "./options";

/** The sheet name that a table of a function has: none of the user's. */
const SHEET = "";

/** Problems of a number that is one, but not a possible one: `#NUM!` in every function. */
const OUT_OF_RANGE: ReadonlySet<ProblemCode> = new Set([
  "negativeCount",
  "fractionalCount",
  "failedAboveParticipants",
  "shareOutOfRange",
]);

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
  const settled = settleSchools(reading.results, { mentioned: reading.mentioned });
  const errors = [...reading.problems, ...settled.problems].filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first?.source !== undefined) {
    if (OUT_OF_RANGE.has(first.code)) return NUMBER_PROBLEM;
    return valueProblem("tableProblem", { address: first.source.address, count: errors.length });
  }
  if (reading.results.some(({ participants }) => (participants ?? 0) > MOST_PEOPLE)) return NUMBER_PROBLEM;
  if (reading.results.length === 0) return valueProblem("tableNotRead");
  return identify(columnsOf(settled.schools, settled.results), {
    ruleId: rule.id,
    threshold,
    minParticipants: 0,
    year,
    yearBefore: null,
    procedures: null,
  });
}

/**
 * What the function says of a school: where a criterion could not be checked, what is missing never turns into «not
 * low», as in LOWSCHOOL.
 */
export function toldStatus({ status, unchecked }: Verdict): VerdictStatus {
  return status === "notLow" && unchecked.length > 0 ? "insufficient" : status;
}

function toGrid(table: Range): Grid | CellProblem {
  const error = errorIn(table);
  if (error !== null) return error;
  const cells = table
    .slice(0, rowsOf(table))
    .map((row) =>
      isBare(row) ? row.map(() => null) : row.map((cell): CellValue => (isInputError(cell) ? null : cell)),
    );
  return { sheet: SHEET, top: 0, left: 0, cells: withoutSources(cells) };
}

/** A row that names nothing: blank cells, which arrive as zeros on desktop. Whole columns have a million of them. */
const isBare = (row: readonly Input[]): boolean =>
  row.every((cell) => cell === null || cell === 0 || cell === "");

/** Rows without the bare ones at the end. */
function rowsOf(table: Range): number {
  let count = table.length;
  while (count > 0 && isBare(table[count - 1] ?? [])) count--;
  return count;
}

/** Headers of the sheet «Результаты» over the place that a figure came from. */
const SOURCE_HEADERS = ["Лист", "Ячейки"];

/** A sheet of the user's may be called «ВПР»: its name beside a procedure is no part of the procedure. */
function withoutSources(cells: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const header = cells.find((row) => SOURCE_HEADERS.every((name) => row.includes(name)));
  if (header === undefined) return cells;
  const out = new Set(SOURCE_HEADERS.map((name) => header.indexOf(name)));
  return cells.map((row) => row.map((cell, column) => (out.has(column) ? null : cell)));
}

function readYear(input: Input): SchoolYear | null | CellProblem {
  if (isInputError(input)) return { problem: "input", error: input.error, place: null };
  if (input === null || input === 0 || input === "") return null;
  const year = parseYear(String(input));
  if (year !== null) return year;
  return typeof input === "number" ? NUMBER_PROBLEM : valueProblem("yearUnknown", { year: String(input) });
}
