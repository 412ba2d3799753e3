import { classIn } from "./class-letter";
import { figureWords } from "./figure-words";
import { filledColumns, isFigureLabel, LONGEST_LABEL } from "./header-cells";
import { looksLikeSchool, rowKind } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText } from "./text";

/** Whether labels of both figures are among the texts; a total of the municipality is no school's. */
export function tellsBoth(texts: readonly string[]): boolean {
  const topics = new Set<string | null>();
  for (const text of texts) {
    if (text.length > LONGEST_LABEL || rowKind(text) === "total") continue;
    const { topic, weak, mark } = figureWords(normaliseText(text));
    if (!weak) topics.add(mark === 2 ? "failed" : topic);
  }
  return topics.has("participants") && topics.has("failed");
}

/** What stands over the figures of a summary, whole words: none of them begins the name of a school. */
const OVER_SUMMARIES =
  /^(?:(?:базов[а-я]* |целев[а-я]* |текущ[а-я]* )?(?:значени[ея]|показател[ьи]|данные|результат[а-я]*|итоги?)|план|факт|прогноз|изменени[ея]|прирост|разница|отклонени[ея]|до|после|(?:основн|дополнительн|досрочн|резервн)[а-я]* (?:период|волна|этап|срок)[а-я]*|резерв|срок[иа]?|порядок|столбец|строка|ед|единиц[аы]|весна|осень|(?:\d|i+) (?:этап|полугодие|четверть|волна)|свод(?:ка|н[а-я]*)?|справочно|село|сельск(?:ие|ая) [а-я ]*|городск(?:ие|ая) [а-я ]*|мальчики|девочки|юноши|девушки|прим|примечани[ея]|комментари[ий])(?: |$)/;

/** Whether a text over figures may name a school: no year, procedure, class, figure or word that heads a summary. */
export function mayNameSchool(view: SheetView, row: number, column: number): boolean {
  const cell = view.cell(row, column);
  if (cell.kind !== "text" || rowKind(cell.text) === "total" || rowKind(cell.text) === "region") return false;
  if (looksLikeSchool(cell.text)) return true;
  const text = normaliseText(cell.text);
  if (text === "" || OVER_SUMMARIES.test(text) || classIn(cell.text) !== null) return false;
  return figureWords(text).topic === null && !isFigureLabel(view, row, column);
}

/** Whether a text names one school, by its number or its own name, and no centre or office above the schools. */
export function namesOneSchool(text: string): boolean {
  if (text.length > LONGEST_LABEL || !looksLikeSchool(text)) return false;
  return /№\s*\d/.test(text) || (/[«"“]/.test(text) && !OFFICES.test(normaliseText(text)));
}

const OFFICES = /методическ|управлени|отдел|департамент|комитет|администраци/;

/** Labels of figures of a column one below the other. */
export function labelsFrom(view: SheetView, column: number, top: number, bottom: number): readonly string[] {
  const labels: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const label = view.text(row, column);
    if (!isFigureLabel(view, row, column) || looksLikeSchool(label)) break;
    labels.push(label);
  }
  return labels;
}

/** Whether a row has figures under what may be a school's name without a word that says so: «Берёзовская | 30 | 3». */
export function mayBeSchool(view: SheetView, row: number, column: number): boolean {
  if (!mayNameSchool(view, row, column) || rowKind(view.text(row, column)) === "note") return false;
  return filledColumns(view, row).some((at) => at > column && view.cell(row, at).kind === "number");
}
