import { SMALL_GROUP } from "../identification/rules";
import type { Problem, Source } from "../problem";
import { procedureTitle } from "../results/procedure";
import { formatYear, type SchoolYear } from "../results/year";
import { compareSources } from "../schools/order";
import type { SchoolResult } from "../schools/school";
import type { Checked } from "./checked";

/** Cells that the problem of a year names; the count tells of the rest. */
const MOST_CELLS = 10;

type Small = SchoolResult & { readonly participants: number };

/**
 * Listed results of fewer than ten participants, one problem for each year in view: in villages most groups are small,
 * and a line for each would hide everything else. Those that make a school low have a problem each (`smallGroup`).
 */
export function fewParticipants({ results, identification }: Checked): Problem[] {
  const { year, yearBefore, procedures, minParticipants, problems } = identification;
  const listed = new Set(procedures);
  const said = new Set(
    problems.flatMap(({ code, source, fields }) =>
      code === "smallGroup" && source !== undefined
        ? [cellKey(source, String(fields["procedure"]), String(fields["year"]))]
        : [],
    ),
  );
  const small = results.filter(
    (result): result is Small =>
      result.participants !== null &&
      result.participants > 0 &&
      result.participants < SMALL_GROUP &&
      result.participants >= minParticipants &&
      listed.has(procedureTitle(result.procedure)) &&
      !said.has(cellKey(result.source, procedureTitle(result.procedure), formatYear(result.year))),
  );
  return [year, yearBefore].flatMap((each) =>
    each === null
      ? []
      : problemOf(
          small.filter((result) => result.year === each),
          each,
        ),
  );
}

const cellKey = ({ file = "", sheet, address }: Source, procedure: string, year: string): string =>
  [file, sheet, address, procedure, year].join("\n");

function problemOf(small: readonly Small[], year: SchoolYear): Problem[] {
  const inOrder = [...small].sort(
    (a, b) => a.participants - b.participants || compareSources(a.source, b.source),
  );
  const [least, ...rest] = inOrder;
  if (least === undefined) return [];
  return [
    {
      code: "smallGroups",
      severity: "info",
      source: least.source,
      related: rest.slice(0, MOST_CELLS - 1).map(({ source }) => source),
      fields: {
        year: formatYear(year),
        limit: SMALL_GROUP,
        count: small.length,
        schools: new Set(small.map(({ schoolKey }) => schoolKey)).size,
        least: least.participants,
        group: formatYear(year),
      },
    },
  ];
}
