import type { CellValue } from "../grid";
import { lowResultsColumns, readColumns } from "./columns";
import type { ColumnHeader, RoadmapTemplate } from "./measure";
import type { PlanPeriod } from "./period";
import { MOST_YEARS } from "./plan-start";
import { plainWord, TEMPLATE_FACTS, UNITS, type TemplateFact } from "./template-layout";

type Rows = readonly (readonly CellValue[])[];

/** What stands above the table of a template. */
export interface TemplateFacts {
  readonly title: string;
  readonly goal: string;
  /** The year that deadlines of the table are written for. */
  readonly start: number;
  readonly period: Omit<PlanPeriod, "start">;
  readonly columns: readonly ColumnHeader[];
  readonly basedOn?: string;
}

interface Found {
  readonly text: string;
  /** Place among the rows given. */
  readonly row: number;
}

/**
 * Reads the rows above a template's table by their labels; what is missing comes from the base.
 * @returns headers of columns that are none, or repeat one, with their rows
 */
export function readFacts(
  rows: Rows,
  { base, name }: { readonly base: RoadmapTemplate | null; readonly name: string },
): {
  readonly facts: TemplateFacts;
  readonly unknownColumns: readonly { readonly row: number; readonly header: string }[];
} {
  const values = valuesOf(rows);
  const text = (fact: TemplateFact): string | undefined => values.get(fact)?.text;
  const [unit, years, start] = [text("unit"), Number(text("years")), Number(text("start"))];
  const fallback = base?.period ?? ({ unit: "schoolYear", years: 1 } as const);
  const columns = values.get("columns");
  const read = columns === undefined ? { columns: null, unknown: [] } : readColumns(columns.text);
  const basedOn = text("basedOn");
  return {
    facts: {
      title: text("title") ?? base?.title ?? name,
      goal: text("goal") ?? "",
      start: Number.isInteger(start) && start > 2000 && start < 2100 ? start : 2026,
      period: {
        unit: unit === undefined ? fallback.unit : unitOf(unit),
        years: Number.isInteger(years) && years > 0 && years <= MOST_YEARS ? years : fallback.years,
      },
      columns: read.columns ?? base?.columns ?? lowResultsColumns,
      ...(basedOn === undefined ? {} : { basedOn }),
    },
    unknownColumns: read.unknown.map((header) => ({ row: columns?.row ?? 0, header })),
  };
}

const unitOf = (typed: string): PlanPeriod["unit"] =>
  plainWord(typed) === UNITS.calendarYear ? "calendarYear" : "schoolYear";

function valuesOf(rows: Rows): ReadonlyMap<TemplateFact, Found> {
  const labels = Object.entries(TEMPLATE_FACTS) as [TemplateFact, string][]; // the keys of that object
  const values = new Map<TemplateFact, Found>();
  rows.forEach((row, index) => {
    const texts = row.map((value) => String(value ?? "").trim()).filter((text) => text !== "");
    const label = labels.find(([, text]) => plainWord(text) === plainWord(texts[0] ?? ""));
    if (label !== undefined && texts[1] !== undefined) values.set(label[0], { text: texts[1], row: index });
  });
  return values;
}

/** Name of the template that a table was copied from; undefined where it does not say. */
export const basedOnOf = (rows: Rows): string | undefined => valuesOf(rows).get("basedOn")?.text;
