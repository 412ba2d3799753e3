import type { Area } from "../../grid";
import type { Procedure } from "../procedure";
import type { SchoolYear } from "../year";
import { overlaps } from "./area";

export interface SaidContext {
  readonly year?: SchoolYear;
  readonly procedure?: Procedure;
}

/** Year and procedure that the user told of the table with this header; stronger than all that the sheet says. */
export interface Said extends SaidContext {
  /** The header; local. */
  readonly area: Area;
  /** Of single columns; local. */
  readonly columns: ReadonlyMap<number, SaidContext>;
}

const NOTHING: Omit<Said, "area"> = { columns: new Map() };

/** Everything said of the header that an area covers. */
export function saidOver(said: readonly Said[] | undefined, area: Area): Omit<Said, "area"> {
  const own = (said ?? []).filter((each) => overlaps(each.area, area));
  if (own.length === 0) return NOTHING;
  const columns = new Map<number, SaidContext>();
  let whole: SaidContext = {};
  for (const { columns: some, year, procedure } of own) {
    whole = {
      ...whole,
      ...(year === undefined ? {} : { year }),
      ...(procedure === undefined ? {} : { procedure }),
    };
    for (const [column, context] of some) columns.set(column, { ...columns.get(column), ...context });
  }
  return { ...whole, columns };
}
