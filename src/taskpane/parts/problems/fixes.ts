import { createContext } from "react";
import { createStore } from "zustand/vanilla";
import { pairOf, type SchoolPair } from "../../../domain/answer-schools";
import { REGISTRY_ID } from "../../../domain/documents/registry-sheet";
import { SCALES_ID } from "../../../domain/documents/scales-sheet";
import type { Problem, Source } from "../../../domain/problem";
import type { ReadTable, Reading } from "../../../domain/results/result";
import type { Snapshot } from "../../../excel/port";
import { parseArea } from "../../state/facts";
import { kindOfProblem } from "./problem-kinds";

/** What the pane can do about a problem. */
export type Fix =
  | { readonly kind: "fixReading" | "fixYear" | "fixProcedure" | "showTable"; readonly place: string }
  | { readonly kind: "leaveOut"; readonly table: ReadTable }
  | { readonly kind: "openScales" | "openRegistry"; readonly source: Source }
  /** «Are these one school?»: answered by two buttons of its own. */
  | { readonly kind: "answer"; readonly pair: SchoolPair };

/** Says what can be done about a problem; nothing where the cell itself is to be mended. */
export type FindFixes = (problem: Problem) => readonly Fix[];

export const FixContext = createContext<FindFixes>(() => []);

interface Placed extends Pick<Source, "sheet"> {
  readonly file?: string | undefined;
  readonly address?: string;
}

/** What a part of the screen that corrects the reading of a table is found by; without an address, of a sheet without one. */
export const readingPlace = ({ sheet, file = "", address = "" }: Placed): string =>
  `${file}/${sheet}!${address}`;

/** Which field of the correction of a table is wanted; the form takes the wish when it is there. */
export const wantedField = createStore<{ readonly place: string | null; readonly field: WantedField }>(
  () => ({
    place: null,
    field: "year",
  }),
);
export type WantedField = "year" | "procedure";

const SCALES: ReadonlySet<Problem["code"]> = new Set<Problem["code"]>([
  "scaleUnknown",
  "scaleUnreadable",
  "minimumUnknown",
  "minimumDisagrees",
]);
/** A year or a procedure that the user can tell for the whole table. */
const FIELDS: Readonly<Partial<Record<Problem["code"], "fixYear" | "fixProcedure">>> = {
  yearUnknown: "fixYear",
  yearDisagrees: "fixYear",
  yearTaken: "fixYear",
  procedureUnknown: "fixProcedure",
};
/** What a table that is none of results is told by. */
const NO_RESULTS: ReadonlySet<Problem["code"]> = new Set<Problem["code"]>([
  "yearUnknown",
  "procedureUnknown",
  "hiddenSheetRead",
]);

/** Fixes for the workbook as it is: a sheet that is not there cannot be opened, nor a table corrected that is not. */
export function fixesFor(
  { own, grids }: Pick<Snapshot, "own" | "grids">,
  { tables }: Pick<Reading, "tables">,
): FindFixes {
  const readable = tables.filter(({ address }) => address !== "");
  const sheetOf = (id: string): Source | null => {
    const name = own.find((sheet) => sheet.id === id)?.name;
    return name === undefined ? null : { sheet: name, address: "A1" };
  };
  const open = (kind: "openScales" | "openRegistry", id: string, from?: Source): readonly Fix[] => {
    const source = sheetOf(id);
    return source === null || source.sheet === from?.sheet ? [] : [{ kind, source }];
  };
  return (problem) => {
    const { code, source } = problem;
    if (SCALES.has(code)) return open("openScales", SCALES_ID);
    const pair = pairOf(problem);
    if (pair !== null) return [{ kind: "answer", pair }, ...open("openRegistry", REGISTRY_ID, source)];
    const kind = kindOfProblem(problem);
    if (kind === "schools") return open("openRegistry", REGISTRY_ID, source);
    if ((kind !== "sheets" && kind !== "context") || source === undefined) return [];
    const table = tableAt(readable, source);
    if (table === null) {
      const unread = tables.every(({ sheet, file }) => sheet !== source.sheet || file !== source.file);
      const there = source.file === undefined && grids.some(({ sheet }) => sheet === source.sheet);
      return unread && there ? [{ kind: "showTable", place: readingPlace({ sheet: source.sheet }) }] : [];
    }
    const place = readingPlace(table);
    const leave: readonly Fix[] = NO_RESULTS.has(code) ? [{ kind: "leaveOut", table }] : [];
    return [{ kind: FIELDS[code] ?? "fixReading", place }, ...leave];
  };
}

/** The table that a cell stands in, or the only one of its sheet. */
function tableAt(tables: readonly ReadTable[], { sheet, file, address }: Source): ReadTable | null {
  const own = tables.filter((table) => table.sheet === sheet && table.file === file);
  const cell = parseArea(address);
  const within = own.find((table) => {
    const area = parseArea(table.address);
    if (area === null || cell === null) return false;
    return (
      cell.top >= area.top && cell.top <= area.bottom && cell.left >= area.left && cell.left <= area.right
    );
  });
  return within ?? (own.length === 1 ? (own[0] ?? null) : null);
}

/** Opens the part of the screen that corrects the reading of a table, and puts the focus there or into a field of it. */
export function openReading(place: string, field?: WantedField): void {
  const parts = [...document.querySelectorAll<HTMLDetailsElement>("details[data-reading]")];
  const part = parts.find(({ dataset }) => dataset["reading"] === place);
  if (part === undefined) return;
  for (
    let around: Element | null | undefined = part;
    around != null;
    around = around.parentElement?.closest("details")
  )
    if (around instanceof HTMLDetailsElement) around.open = true;
  part.querySelector("summary")?.focus();
  if (field !== undefined) wantedField.setState({ place, field });
}
