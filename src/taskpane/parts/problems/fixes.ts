import { createContext } from "react";
import { REGISTRY_ID } from "../../../domain/documents/registry-sheet";
import { SCALES_ID } from "../../../domain/documents/scales-sheet";
import type { Problem, Source } from "../../../domain/problem";
import type { Reading } from "../../../domain/results/result";
import type { Snapshot } from "../../../excel/port";
import { kindOfProblem } from "./problem-kinds";

/** What the pane can do about a problem. */
export type Fix =
  | { readonly kind: "fixReading"; readonly place: string }
  | { readonly kind: "openScales" | "openRegistry"; readonly source: Source };

/** Says what can be done about a problem; null where the cell itself is to be mended. */
export type FindFix = (problem: Problem) => Fix | null;

export const FixContext = createContext<FindFix>(() => null);

/** What a part of the screen that corrects the reading of a sheet is found by. */
export const readingPlace = ({ sheet, file = "" }: Pick<Source, "sheet" | "file">): string =>
  `${file}/${sheet}`;

const SCALES: ReadonlySet<Problem["code"]> = new Set<Problem["code"]>([
  "scaleUnknown",
  "scaleUnreadable",
  "minimumUnknown",
  "minimumDisagrees",
]);

/** Fixes for the workbook as it is: a sheet that is not there cannot be opened, nor a table corrected that is not. */
export function fixesFor({ own }: Pick<Snapshot, "own">, { tables }: Pick<Reading, "tables">): FindFix {
  const tablesOf = new Set(tables.filter(({ address }) => address !== "").map(readingPlace));
  const sheetOf = (id: string): Source | null => {
    const name = own.find((sheet) => sheet.id === id)?.name;
    return name === undefined ? null : { sheet: name, address: "A1" };
  };
  return (problem) => {
    const { code, source } = problem;
    const kind = kindOfProblem(problem);
    if (SCALES.has(code)) {
      const scales = sheetOf(SCALES_ID);
      return scales === null ? null : { kind: "openScales", source: scales };
    }
    if (kind === "schools") {
      const registry = sheetOf(REGISTRY_ID);
      return registry === null || registry.sheet === source?.sheet
        ? null
        : { kind: "openRegistry", source: registry };
    }
    if ((kind !== "sheets" && kind !== "context") || source === undefined) return null;
    const place = readingPlace(source);
    return tablesOf.has(place) ? { kind: "fixReading", place } : null;
  };
}

/** Opens the part of the screen that corrects the reading of a sheet, and puts the focus there. */
export function openReading(place: string): void {
  const parts = [...document.querySelectorAll<HTMLDetailsElement>("details[data-reading]")];
  const part = parts.find(({ dataset }) => dataset["reading"] === place);
  if (part === undefined) return;
  part.open = true;
  part.querySelector("summary")?.focus();
}
