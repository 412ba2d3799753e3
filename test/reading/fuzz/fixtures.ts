import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { readFileSync } from "node:fs";
import type { Grid } from "../../../src/domain/grid";
import { gridsOf } from "../../../scripts/job/grids";
import { openWorkbook } from "../../../src/workbench/files";
import { fixture, readTruth } from "../truth";
import { position, type Fact, type Paper } from "./paper";

/**
 * The real fixtures, a paper per sheet with facts. Left out: 10, whose rows are wrong already, and what needs the
 * school's name from a merge.
 */
export async function fixturePapers(): Promise<readonly Paper[]> {
  const untidy = readdirSync(fixture("untidy")).filter(
    (name) => name.endsWith(".xlsx") && !/^(?:10)/.test(name),
  );
  const files = untidy.map((name) => ({
    path: fixture("untidy", name),
    truth: fixture("untidy", name.replace(".xlsx", ".truth.json")),
  }));
  const sample = join(__dirname, "..", "..", "..", "assets", "sample", "results-sample.xlsx");
  files.push({ path: sample, truth: fixture("sample-truth.json") });
  const papers: Paper[] = [];
  for (const { path, truth } of files) papers.push(...(await papersOf(path, truth)));
  return papers;
}

async function papersOf(path: string, truthPath: string): Promise<readonly Paper[]> {
  const truth = readTruth(truthPath);
  const written = new Map(truth.schools.map(({ school, written: names }) => [school, [school, ...names]]));
  const workbook = await openWorkbook(readFileSync(path), basename(path));
  return gridsOf(workbook).flatMap((grid) => {
    const rows = grid.cells.map((_, at) => at);
    const columns = (grid.cells[0] ?? []).map((_, at) => at);
    let names = -1;
    const all = [...truth.results, ...truth.either.map((result) => ({ ...result, either: true }))];
    const facts = all.flatMap((result): Fact[] => {
      if (result.sheet !== grid.sheet) return [];
      const [first, last] = result.address.split(":").map(position);
      if (first === undefined) return [];
      const row = first.row - grid.top;
      const own = columns.filter((at) => {
        const column = at + grid.left;
        const inside = first.column <= column && column <= (last ?? first).column;
        return inside && !isLabel(grid, at);
      });
      const known = (written.get(result.school) ?? []).map((name) => name.trim());
      const column = columns.findLast(
        (at) => at < (own[0] ?? 0) && known.includes(String(grid.cells[row]?.[at] ?? "").trim()),
      );
      const anywhere =
        column ?? columns.find((at) => known.includes(String(grid.cells[row]?.[at] ?? "").trim()));
      if (anywhere !== undefined) names = anywhere;
      const school = anywhere === undefined ? result.school : String(grid.cells[row]?.[anywhere]);
      const share = result.share ?? 0;
      return [{ ...result, school, share, row, columns: own }];
    });
    if (facts.length === 0 || names < 0) return [];
    const { sheet, file, cells } = grid;
    const moved = (grid.merges ?? []).map(({ top, left, bottom, right }) => ({
      top: top - grid.top,
      bottom: bottom - grid.top,
      left: left - grid.left,
      right: right - grid.left,
    }));
    const formats = grid.formats ?? cells.map((row) => row.map(() => ""));
    const loose = false;
    return [
      {
        sheet,
        ...(file === undefined ? {} : { file }),
        cells,
        formats,
        merges: moved,
        rows,
        columns,
        facts,
        names,
        loose,
      },
    ];
  });
}

/** Columns of names and codes that stand between the figures. */
function isLabel({ cells }: Grid, column: number): boolean {
  return cells.some((row) => row[column] === "ОО" || row[column] === "Код");
}
