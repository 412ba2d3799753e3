import type { Analysis } from "../../domain/analysis";
import type { Area } from "../../domain/grid";
import type { Problem, Severity, Source } from "../../domain/problem";
import type { Identification } from "../../domain/identification/identify";
import type { Criterion, Verdict } from "../../domain/identification/verdict";
import { procedureTitle } from "../../domain/results/procedure";
import type { ReadTable, Reading, Result } from "../../domain/results/result";
import type { AmountShown } from "../../locales/pane-values";
import type { SchoolYear } from "../../domain/results/year";

/** What the pane says of one table. */
export interface TableFacts {
  readonly table: ReadTable;
  readonly source: Source;
  readonly years: readonly SchoolYear[];
  readonly procedures: readonly string[];
  readonly results: number;
  readonly leftOut: readonly { readonly why: string; readonly sources: readonly Source[] }[];
}

/** The tables with what their results say of them: years and procedures may stand in columns or in rows. */
export function tableFacts({ tables, results }: Reading): readonly TableFacts[] {
  return tables.map((table) => {
    const own = results.filter(standsIn(table));
    const at = (address: string): Source => ({
      ...(table.file === undefined ? {} : { file: table.file }),
      sheet: table.sheet,
      address,
    });
    const whys = [...new Set(table.leftOut.map(({ why }) => why))].filter((why) => why !== "blank");
    return {
      table,
      source: at(table.address),
      years: [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b),
      procedures: [...new Set(own.map(({ procedure }) => procedureTitle(procedure)))],
      results: own.length,
      leftOut: whys.map((why) => ({
        why,
        sources: table.leftOut.filter((row) => row.why === why).map(({ address }) => at(address)),
      })),
    };
  });
}

function standsIn(table: ReadTable): (result: Result) => boolean {
  const area = parseArea(table.address);
  return ({ source }) => {
    if (source.sheet !== table.sheet || source.file !== table.file) return false;
    const cell = parseArea(source.address);
    if (area === null || cell === null) return true;
    return (
      cell.top >= area.top && cell.bottom <= area.bottom && cell.left >= area.left && cell.right <= area.right
    );
  };
}

/** @example parseArea("B2:C3") // { top: 1, left: 1, bottom: 2, right: 2 } */
export function parseArea(address: string): Area | null {
  const found = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address);
  if (found === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = found;
  return {
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom) - 1,
    right: columnIndex(right),
  };
}

const columnIndex = (letters: string): number =>
  Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const amountOf = ({ results, schools }: Analysis): AmountShown => ({
  results: results.length,
  schools: schools.length,
  procedures: new Set(results.map(({ procedure }) => procedureTitle(procedure))).size,
  years: new Set(results.map(({ year }) => year)).size,
});

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export function countBySeverity(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}

/** The year without data that keeps criteria unchecked: Y for a school with nothing there, else Y′. */
export function uncheckedYear({ status }: Verdict, { year, yearBefore }: Identification): SchoolYear | null {
  return status === "insufficient" ? year : yearBefore;
}

/** Criteria of a verdict that have evidence, in order. */
export const metCriteria = ({ criteria }: Verdict): readonly Criterion[] => [...criteria].sort();
