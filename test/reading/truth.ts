import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gridsOf } from "../../scripts/job/grids";
import { analyse, type Analysis } from "../../src/domain/analysis";
import type { Source } from "../../src/domain/problem";
import { procedureTitle } from "../../src/domain/results/procedure";
import { formatYear } from "../../src/domain/results/year";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import { openWorkbook } from "../../src/workbench/files";

/** A truth file; its fields are described in test/fixtures/README.md. */
export interface Truth {
  readonly schools: readonly { readonly school: string; readonly written: readonly string[] }[];
  readonly results: readonly TrueResult[];
  readonly noData: readonly TrueCell[];
  readonly either: readonly TrueResult[];
  readonly problems: readonly TrueProblem[];
  readonly mayReport: readonly TrueProblem[];
}
interface TrueCell {
  readonly school: string;
  readonly procedure: string;
  readonly year: string;
  readonly sheet: string;
  readonly address: string;
}
interface TrueResult extends TrueCell {
  readonly participants: number | null;
  readonly failed: number | null;
  readonly share: number | null;
}
interface TrueProblem {
  readonly sheet: string;
  readonly address: string;
  readonly kind: string;
  readonly also?: readonly string[];
}

export const fixture = (...path: string[]): string => join(__dirname, "..", "fixtures", ...path);

/** Trusted as written: the files are made by `scripts/sample` and checked by its own test. */
export const readTruth = (path: string): Truth => JSON.parse(readFileSync(path, "utf8")) as Truth;

/** The domain's whole way over a file, without Excel. */
export async function analyseFile(path: string, settings: Partial<Settings> = {}): Promise<Analysis> {
  const name = basename(path);
  const workbook = await openWorkbook(readFileSync(path), name);
  return analyse({
    grids: gridsOf(workbook),
    openWorkbook: name,
    decisions: null,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
}

const rowOf = (address: string): string => /\d+/.exec(address)?.[0] ?? "";

/** Everything in which the reading differs from the truth, in words; empty when it is right. */
export function differences({ results, reading, problems }: Analysis, truth: Truth): string[] {
  const names = new Map(
    truth.schools.flatMap(({ school, written }) => [school, ...written].map((name) => [name.trim(), school])),
  );
  const id = (school: string, procedure: string, year: string): string =>
    `${school} | ${procedure} | ${year}`;
  const idOf = (cell: TrueCell): string => id(cell.school, cell.procedure, cell.year);
  const read = new Map(
    results.map((result) => {
      const school = names.get(result.school.trim()) ?? `? ${result.school}`;
      return [id(school, procedureTitle(result.procedure), formatYear(result.year)), result];
    }),
  );
  const found: string[] = [];
  const reported = (sheet: string, addresses: readonly string[]): boolean =>
    problems.some(({ source, related = [] }) =>
      [source, ...related].some(
        (cell: Source | undefined) => cell?.sheet === sheet && addresses.includes(cell.address),
      ),
    );
  const reportedInRow = (sheet: string, address: string): boolean =>
    problems.some(({ source }) => source?.sheet === sheet && rowOf(source.address) === rowOf(address));
  const same = (truthful: TrueResult, key: string): boolean => {
    const result = read.get(key);
    if (result === undefined) return false;
    const close = Math.abs((result.share ?? -1) - (truthful.share ?? -1)) < 1e-9;
    return close && result.participants === truthful.participants && result.failed === truthful.failed;
  };
  const expected = new Set<string>();
  for (const result of truth.results) {
    const key = idOf(result);
    expected.add(key);
    const was = read.get(key);
    if (was === undefined) found.push(`not read: ${key} at ${result.sheet}!${result.address}`);
    else if (!same(result, key)) {
      found.push(
        `wrong: ${key}: ${was.failed}/${was.participants} ${was.share}, truly ${result.failed}/${result.participants} ${result.share}`,
      );
    }
  }
  for (const result of truth.either) {
    const key = idOf(result);
    expected.add(key);
    if (read.has(key) ? !same(result, key) : !reportedInRow(result.sheet, result.address))
      found.push(`silent or wrong: ${key}`);
  }
  for (const cell of truth.noData) {
    const key = idOf(cell);
    expected.add(key);
    const was = read.get(key);
    if (was !== undefined && was.participants !== 0) found.push(`figure from no data: ${key}`);
  }
  for (const key of read.keys()) if (!expected.has(key)) found.push(`invented: ${key}`);
  for (const { sheet, address, kind, also = [] } of truth.problems) {
    if (!reported(sheet, [address, ...also])) found.push(`not reported: ${kind} at ${sheet}!${address}`);
  }
  const allowed = [...truth.problems, ...truth.mayReport, ...truth.either];
  for (const { severity, code, source } of reading.problems) {
    if (severity !== "error" || source === undefined) continue;
    const known = allowed.some(
      ({ sheet, address }) => sheet === source.sheet && rowOf(address) === rowOf(source.address),
    );
    if (!known) found.push(`false alarm: ${code} at ${source.sheet}!${source.address}`);
  }
  return found;
}
