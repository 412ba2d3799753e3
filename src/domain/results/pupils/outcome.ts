import type { CellValue } from "../../grid";
import { parseCell } from "../cell";
import { normaliseText, remembered } from "../text";

/** What the cell of a mark or score says of a pupil. `other` is never repeated to the user: it may be a name. */
export type Outcome = number | "blank" | "absent" | "other";

/**
 * Words of a sheet for somebody who did not take part or has no mark (layouts.md, L3 and L4; domain reference). A work
 * annulled or a pupil removed is none of them: what it counts for is decided by the user.
 */
const ABSENT =
  /^(?:отсутств[а-я]*|неявка|не яв[а-я]*|нет отметки|нет оценки|без отметки|не участв[а-я]*|не писал[а-я]*|не сдавал[а-я]*|н|нб)$/;

/** Reads a mark or a score; numbers typed as text are numbers. */
export function readOutcome(value: CellValue): Outcome {
  if (typeof value === "number") return value;
  if (value === null || value === "") return "blank";
  if (typeof value === "boolean") return "other";
  return readText(value);
}

const readText = remembered((text: string): Outcome => {
  const cell = parseCell(text);
  if (cell.kind === "number") return cell.percent ? "other" : cell.value;
  if (cell.kind === "blank") return "blank";
  if (cell.kind === "noData") return "absent";
  if (cell.kind !== "text") return "other";
  return ABSENT.test(normaliseText(text)) ? "absent" : "other";
});

/** Whether a variant says that the pupil took part: «отсутствовал», X and a blank do not. */
export function tookVariant(value: CellValue): boolean {
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "string") return false;
  const outcome = readText(value.length > 40 ? value.slice(0, 40) : value);
  return outcome !== "blank" && outcome !== "absent";
}
