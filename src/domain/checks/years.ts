import type { Problem } from "../problem";
import { formatYear } from "../results/year";
import type { Checked } from "./checked";

/** Results of one year only: criterion 2 has nothing to compare. A year that the user named is said by `yearMissing`. */
export function earlierYear({ identification: { year, yearBefore, problems } }: Checked): Problem[] {
  if (year === null || yearBefore !== null || problems.some(({ code }) => code === "yearMissing")) return [];
  return [{ code: "yearBeforeMissing", severity: "warning", fields: { year: formatYear(year) } }];
}
