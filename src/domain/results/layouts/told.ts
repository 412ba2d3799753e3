import type { Problem } from "../../problem";
import {
  clearParts,
  fillParts,
  joinParts,
  NO_PARTS,
  procedureParts,
  resolveProcedure,
  type ProcedureParts,
} from "../parse-procedure";
import { procedureTitle, type Procedure } from "../procedure";
import { saidOver } from "../corrections/said";
import { filledColumns } from "../header-block";
import type { ReadColumn } from "../result";
import type { SheetView } from "../sheet-view";
import type { ToldYear } from "../table";
import { formatYear, parseDateYear, parseYear } from "../year";

/** What stands around a table of a known layout: titles above it, the sheet's name, the file's name. */
export interface Told {
  readonly parts: ProcedureParts;
  /** The strongest year told; null where there is none. */
  readonly year: ToldYear | null;
  /** What completes the procedure; absent where it stays open or rows tell it. */
  readonly procedureFrom?: NonNullable<ReadColumn["procedureFrom"]>;
  /** Years that disagree with one another. */
  readonly problems: readonly Problem[];
}

/** More rows above a header belong to something else. */
const MOST_TITLES = 15;

/**
 * Reads year and procedure around a header: titles win over the sheet's name, that over the file's (domain reference,
 * Identification). Titles that contradict each other tell both, so that the procedure stays open and is asked for.
 * @param ignores titles of blocks, which say nothing of the blocks below them
 */
export function toldAround(
  view: SheetView,
  headerRow: number,
  ignores: (title: string) => boolean = () => false,
): Told {
  const { sheet, file } = view.grid;
  const titles = titleRows(view, headerRow).filter(({ text }) => !ignores(text));
  const years: ToldYear[] = [];
  for (const { row, text } of titles) {
    const year = parseYear(text);
    if (year !== null) years.push({ year, from: "title", row });
  }
  const sheetYear = parseYear(sheet);
  if (sheetYear !== null) years.push({ year: sheetYear, from: "sheet" });
  const fileYear = file === undefined ? null : parseYear(withoutExtension(file));
  if (fileYear !== null) years.push({ year: fileYear, from: "file" });
  if (years.length === 0) {
    for (const { row, text } of titles) {
      const year = parseDateYear(text);
      if (year !== null) years.push({ year, from: "title", row });
    }
  }
  let parts = NO_PARTS;
  for (const { text } of titles) parts = joinParts(parts, clearParts(procedureParts(text)));
  let from: ReadColumn["procedureFrom"] | undefined = isWhole(parts) ? "title" : undefined;
  const names = [["sheet", sheet] as const, ["file", withoutExtension(file ?? "")] as const];
  for (const [place, name] of names) {
    parts = fillParts(parts, clearParts(procedureParts(withoutLogins(name))));
    if (isWhole(parts)) from ??= place;
  }
  const row = { top: headerRow, bottom: headerRow, left: 0, right: view.columns - 1 };
  const { year, procedure } = saidOver(view.said, row);
  return {
    parts: procedure === undefined ? parts : procedureParts(procedureTitle(procedure)),
    year: year === undefined ? (years[0] ?? null) : { year, from: "user" },
    ...(procedure !== undefined
      ? { procedureFrom: "user" }
      : from === undefined
        ? {}
        : { procedureFrom: from }),
    problems: year === undefined ? disagreements(view, years) : [],
  };
}

function isWhole(parts: ProcedureParts): boolean {
  return typeof resolveProcedure(parts) !== "string";
}

/** This many numbers in a row are figures of a table above, not a title. */
const FIGURES = 3;

/** Texts of the rows above a header, nearest first, up to the table above. */
export function titleRows(view: SheetView, headerRow: number): { row: number; text: string }[] {
  const titles: { row: number; text: string }[] = [];
  for (let row = headerRow - 1; row >= Math.max(0, headerRow - MOST_TITLES); row--) {
    const filled = filledColumns(view, row);
    if (filled.filter((column) => view.cell(row, column).kind === "number").length >= FIGURES) break;
    const texts = filled.map((column) => view.text(row, column));
    if (texts.length > 0) titles.push({ row, text: texts.join(" ") });
  }
  return titles;
}

/** A file's name without its extension. */
export function withoutExtension(file: string): string {
  return file.replace(/\.[a-zа-я]{2,4}$/i, "");
}

/** Logins in names of files say nothing of the procedure: «edu200001 ВПР математика 5.xlsx». */
function withoutLogins(name: string): string {
  return name.replace(/(?:edu|sch|ksh|reg)\d+/gi, " ");
}

function disagreements(view: SheetView, years: readonly ToldYear[]): Problem[] {
  const [first] = years;
  if (first === undefined) return [];
  return years
    .filter(({ year }) => year !== first.year)
    .map(({ year, from, row }) => ({
      code: "yearDisagrees",
      severity: "warning",
      source: view.source(first.row ?? row ?? 0, 0),
      fields: { used: formatYear(first.year), other: formatYear(year), from },
    }));
}

/** The procedure that the surroundings tell, or the problem that it is open. */
export function procedureOf(
  parts: ProcedureParts,
  view: SheetView,
  row: number,
  column: number,
): Procedure | Problem {
  const resolved = resolveProcedure(parts);
  if (typeof resolved !== "string") return resolved;
  return {
    code: "procedureUnknown",
    severity: "error",
    source: view.source(row, column),
    fields: { text: [...parts.subjects].join(", "), missing: resolved },
  };
}

/** The problem that no year is told around the table. */
export function yearUnknown(view: SheetView, row: number, column: number): Problem {
  return { code: "yearUnknown", severity: "error", source: view.source(row, column), fields: { text: "" } };
}

export function isProblem(value: object): value is Problem {
  return "severity" in value;
}
