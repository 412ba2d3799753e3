import type { Problem } from "../../../domain/problem";
import type { Reading } from "../../../domain/results/result";
import type { Grid } from "../../../domain/grid";

/** What the pane says of one added file. */
export interface FileFacts {
  readonly file: string;
  /** Sheets on which results were found. */
  readonly sheets: number;
  readonly results: number;
  readonly problems: number;
}

/** The files added now and those kept from earlier runs, in the order in which they came. */
export function fileFacts(
  { tables, results }: Reading,
  problems: readonly Problem[],
  grids: readonly Grid[],
): readonly FileFacts[] {
  const kept = problems.flatMap(({ code, fields }) =>
    code === "keptRemarks" ? [String(fields["file"])] : [],
  );
  const names = [...grids, ...tables].flatMap(({ file }) => (file === undefined ? [] : [file])).concat(kept);
  return [...new Set(names)].map((file) => ({
    file,
    sheets: new Set(tables.filter((table) => table.file === file).map(({ sheet }) => sheet)).size,
    results: results.filter(({ source }) => source.file === file).length,
    problems: problems.reduce((sum, problem) => sum + remarksAbout(problem, file), 0),
  }));
}

/** Of a file of an earlier run the number of remarks is kept, not the remarks. */
function remarksAbout({ code, source, fields }: Problem, file: string): number {
  if (code === "keptRemarks") return fields["file"] === file ? Number(fields["count"]) : 0;
  return source?.file === file ? 1 : 0;
}
