/** Results of a country as the reader of wide sheets leaves them: year by year, column by column, school by school. */
import { cellAddress } from "../../src/domain/grid";
import { parseProcedure } from "../../src/domain/results/parse-procedure";
import type { Result } from "../../src/domain/results/result";
import { parseYear } from "../../src/domain/results/year";
import { settleSchools, type Settled } from "../../src/domain/schools/settle";
import { countryGrid, proceduresOfRule, YEARS } from "./country";

const COLUMNS_BEFORE_FIGURES = 2;
const ROWS_ABOVE = 2;

function countryResults(schools: number): Result[] {
  return YEARS.flatMap((year, seed) => resultsOf(countryGrid(schools, year, seed + 1), parseYear(year) ?? 0));
}

/** Schools and results in the shape in which identification gets them. */
export function settledCountry(schools: number): Settled {
  return settleSchools(countryResults(schools));
}

function resultsOf({ sheet, cells }: ReturnType<typeof countryGrid>, year: number): Result[] {
  return proceduresOfRule().flatMap((title, at) => {
    const procedure = parseProcedure(title);
    if (procedure === null) throw new Error(`a rule names a procedure that is none: ${title}`);
    const column = COLUMNS_BEFORE_FIGURES + at * 2;
    return cells.slice(ROWS_ABOVE).map((row, below): Result => {
      const [participants, failed] = [Number(row[column]), Number(row[column + 1])];
      const address = `${cellAddress(below + ROWS_ABOVE, column)}:${cellAddress(below + ROWS_ABOVE, column + 1)}`;
      return {
        school: String(row[0]),
        municipality: String(row[1]),
        procedure,
        year,
        participants,
        failed,
        share: failed / participants,
        source: { sheet, address },
      };
    });
  });
}
