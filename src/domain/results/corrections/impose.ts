import type { Area } from "../../grid";
import type { Problem } from "../../problem";
import type { TableReading } from "../layouts/layout";
import { procedureTitle } from "../procedure";
import type { ReadColumn } from "../result";
import type { SheetView } from "../sheet-view";
import { columnIndex, parseArea } from "./area";
import type { Correction } from "./correction";
import { saidOver, type Said } from "./said";

interface Used {
  readonly correction: Correction;
  readonly places: readonly Area[];
}

/** Problems that a told year or procedure answers. */
const ANSWERED: Readonly<Record<"year" | "procedure", ReadonlySet<Problem["code"]>>> = {
  year: new Set(["yearUnknown", "yearDisagrees", "yearTaken"]),
  procedure: new Set(["procedureUnknown"]),
};

/** A table as read, with the user's year and procedure in place of its own, and what comes from the user marked. */
export function impose(
  reading: TableReading,
  used: readonly Used[],
  said: readonly Said[],
  { grid }: SheetView,
): TableReading {
  const header = parseArea(reading.table.header);
  const local =
    header === null
      ? null
      : {
          top: header.top - grid.top,
          bottom: header.bottom - grid.top,
          left: header.left - grid.left,
          right: header.right - grid.left,
        };
  const own = local === null ? { columns: new Map<number, never>() } : saidOver(said, local);
  const { year, procedure } = own;
  const context = {
    ...(year === undefined ? {} : { year }),
    ...(procedure === undefined ? {} : { procedure }),
  };
  const put = <T>(each: T): T => ({ ...each, ...context });
  const answered = ({ code }: Problem): boolean =>
    (year !== undefined && ANSWERED.year.has(code)) ||
    (procedure !== undefined && ANSWERED.procedure.has(code));
  const roles = new Set(
    used.flatMap(({ correction: { change }, places }) =>
      change.kind === "role" ? places.map(({ left }) => left + change.column) : [],
    ),
  );
  const column = (each: ReadColumn): ReadColumn => {
    const index = columnIndex(each.column) - grid.left;
    const single = own.columns.get(index) ?? {};
    const figures = each.year !== undefined || each.yearFrom !== undefined || each.procedure !== undefined;
    const told = { ...(figures ? context : {}), ...single };
    return {
      ...each,
      ...(told.year === undefined ? {} : { year: told.year, yearFrom: "user" as const }),
      ...(told.procedure === undefined
        ? {}
        : { procedure: procedureTitle(told.procedure), procedureFrom: "user" as const }),
      ...(roles.has(index) ? { roleFrom: "user" as const } : {}),
    };
  };
  return {
    ...reading,
    table: {
      ...reading.table,
      columns: reading.table.columns.map(column),
      corrected: used.map(({ correction }) => correction.id),
    },
    results: reading.results.map(put),
    problems: reading.problems.filter((problem) => !answered(problem)),
    ...(reading.retakes === undefined
      ? {}
      : { retakes: reading.retakes.map((each) => ({ ...each, result: put(each.result) })) }),
    ...(reading.journal === undefined ? {} : { journal: reading.journal.map(put) }),
    ...(reading.pupils === undefined ? {} : { pupils: reading.pupils.map(put) }),
    ...(reading.disputed === undefined ? {} : { disputed: reading.disputed.map(put) }),
  };
}

/** Whether a table tells several years or procedures, so that one for all of it would be wrong. */
export function severalContexts(reading: TableReading, kind: "year" | "procedure"): boolean {
  const { results, retakes = [], journal = [], pupils = [], disputed = [] } = reading;
  const all = [...results, ...retakes.map(({ result }) => result), ...journal, ...pupils, ...disputed];
  return new Set(all.map((each) => (kind === "year" ? each.year : procedureTitle(each.procedure)))).size > 1;
}
