import type { Problem, Source } from "../../../src/domain/problem";
import { procedureTitle } from "../../../src/domain/results/procedure";
import { readWorkbook } from "../../../src/domain/results/read";
import type { Reading, Result } from "../../../src/domain/results/result";
import { formatYear } from "../../../src/domain/results/year";
import { position, toGrid, type Fact, type Paper } from "./paper";

export interface Outcome {
  /** Wrong or invented figures, and figures dropped in silence: must be empty. */
  readonly faults: readonly string[];
  readonly read: number;
  /** Facts that were not read, each with a problem that names its cell, row, column or sheet. */
  readonly announced: number;
  /** Problems of the reading that are errors. */
  readonly errors: readonly string[];
}

/** Reads a sheet and holds every figure against the truth. */
export const check = (paper: Paper): Outcome => checkRead(paper, readWorkbook([toGrid(paper)]));

/** Holds what was read from a paper against its truth. */
export function checkRead(
  paper: Paper,
  { results, problems, tables }: Pick<Reading, "results" | "problems" | "tables">,
): Outcome {
  const truth = new Map(paper.facts.map((fact) => [keyOf(fact.school, fact.procedure, fact.year), fact]));
  const faults: string[] = [];
  const right = new Set<string>();
  for (const result of results) {
    const key = keyOf(result.school, procedureTitle(result.procedure), formatYear(result.year));
    const fact = truth.get(key);
    if (fact === undefined) faults.push(`invented: ${show(result)}`);
    else if (fact.either === true) continue;
    else if (!agrees(result, fact))
      faults.push(`wrong: ${show(result)}, truly ${fact.failed}/${fact.participants}`);
    else right.add(key);
  }
  const headers = tables.map(({ header }) => header.split(":").map(position));
  let announced = 0;
  for (const [key, fact] of truth) {
    if (right.has(key) || fact.either === true) continue;
    if (problems.some((problem) => names(problem, fact, paper, headers))) announced += 1;
    else faults.push(`silent: ${fact.school} · ${fact.procedure} · ${fact.year}`);
  }
  const errors = problems
    .filter(({ severity }) => severity === "error")
    .map(({ code, source }) => `${code} ${source?.address ?? ""}`);
  return { faults, read: right.size, announced, errors };
}

const TWINS: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
  k: "к",
  h: "н",
  m: "м",
  t: "т",
  b: "в",
};

/** Letters and digits only: quotes, spaces, case, ё and look-alikes aside. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[a-z]/g, (letter) => TWINS[letter] ?? letter)
    .replace(/[^а-яa-z0-9]/g, "");
}

const keyOf = (school: string, procedure: string, year: string): string =>
  `${bare(school)} | ${procedure} | ${year}`;

const show = ({ school, procedure, year, failed, participants, share, source }: Result): string =>
  `${school} · ${procedureTitle(procedure)} · ${formatYear(year)} · ${failed}/${participants} ${share} at ${source.address}`;

/** The same counts; where the sheet leaves only a share, the same share as far as it is printed. */
function agrees(result: Result, fact: Fact): boolean {
  if (result.participants !== null && fact.participants !== null) {
    return result.participants === fact.participants && result.failed === fact.failed;
  }
  const rounding = 0.5 * 10 ** -(result.shareDecimals ?? 9) + 1e-6;
  return Math.abs((result.share ?? -1) * 100 - fact.share * 100) <= rounding;
}

type Cell = ReturnType<typeof position>;

/**
 * Whether a problem is about the fact's row, a header cell of its columns, or everything.
 * @param headers first and last cell of what was taken for headers: a column that is not recognised is named there, though
 * a spoiled row of figures may have been taken for one
 */
function names(
  { code, severity, source, related = [] }: Problem,
  fact: Fact,
  paper: Paper,
  headers: readonly (readonly Cell[])[],
): boolean {
  if (severity === "info") return false;
  if (source === undefined || code === "sheetNotRecognised") return true;
  const row = paper.rows.indexOf(fact.row);
  const columns = fact.columns.map((id) => paper.columns.indexOf(id));
  const body = new Set(paper.facts.map((other) => other.row));
  const figures = new Set(paper.facts.flatMap((other) => other.columns));
  // A cell of another procedure in the same row explains nothing about this one.
  const foreign = (column: number): boolean =>
    !columns.includes(column) && figures.has(paper.columns[column] ?? -1);
  return [source, ...related].some(({ address }: Source) => {
    const [first, last] = address.split(":").map(position);
    if (first === undefined) return false;
    const end = last ?? first;
    if (first.row <= row && row <= end.row) return first.column !== end.column || !foreign(first.column);
    const asHeader =
      code === "columnNotRecognised" &&
      headers.some(
        ([top, bottom = top]) =>
          top !== undefined && bottom !== undefined && top.row <= first.row && first.row <= bottom.row,
      );
    const inBody = !asHeader && body.has(paper.rows[first.row] ?? -1);
    return !inBody && columns.some((column) => first.column <= column && column <= end.column);
  });
}
