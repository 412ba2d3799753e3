import type { ProcedureParts } from "./parse-procedure";
import type { SchoolYear } from "./year";

/** What a heading row between blocks of schools tells. */
export interface Heading {
  readonly year: SchoolYear | null;
  readonly parts: ProcedureParts;
  readonly text?: string;
}

/** Which parts of year and procedure a heading tells. */
export function told({ year, parts }: Heading): readonly string[] {
  const { forms, subjects, levels, grades } = parts;
  const parted = Object.entries({ forms, subjects, levels, grades }).filter(([, set]) => set.size > 0);
  return [...(year === null ? [] : ["year"]), ...parted.map(([name]) => name)];
}
