import type { Grid } from "../../../../src/domain/grid";
import type { Correction } from "../../../../src/domain/results/corrections/correction";
import { makeCorrections, type Wish } from "../../../../src/domain/results/corrections/make";
import { procedureTitle } from "../../../../src/domain/results/procedure";
import { readWorkbook } from "../../../../src/domain/results/read";
import type { Reading } from "../../../../src/domain/results/result";

export const BOOK = "Работа.xlsx";

export const read = (grids: readonly Grid[], corrections: readonly Correction[] = []): Reading =>
  readWorkbook(grids, { openWorkbook: BOOK, corrections });

/** The corrections that a wish about the only table of a sheet makes; of a sheet that is not understood, about all of it. */
export function wish(grid: Grid, wanted: Wish, before: readonly Correction[] = []): readonly Correction[] {
  const [table] = read([grid], before).tables;
  const made = makeCorrections(
    grid,
    table ?? { sheet: grid.sheet, header: null, address: "A1:B2" },
    wanted,
    BOOK,
  );
  if (typeof made === "string") throw new Error(made);
  return [...before, ...made];
}

/** Results as «school procedure year failed/participants», in order of the school. */
export const figures = ({ results }: Reading): readonly string[] =>
  results
    .map(
      ({ school, procedure, year, failed, participants }) =>
        `${school} ${procedureTitle(procedure)} ${year} ${failed}/${participants}`,
    )
    .sort();

/** Problems about corrections as «why cell». */
export const unfit = ({ problems }: Reading): readonly string[] =>
  problems
    .filter(({ code }) => code === "recognitionUnfit")
    .map(({ fields, source }) => `${fields["why"] ?? ""} ${source?.address ?? ""}`);

export const codes = ({ problems }: Reading): readonly string[] => problems.map(({ code }) => code);
