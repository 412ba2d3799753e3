import { classIn } from "./class-letter";
import { figureWords } from "./figure-words";
import { filledColumns, isFigureLabel, LONGEST_LABEL } from "./header-cells";
import { looksLikePerson, looksLikeSchool, rowKind } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText, words } from "./text";
import { parseYear } from "./year";

/** Whether labels of both figures are among the texts of rows; a total of the municipality is no school's. */
export const tellsBoth = (texts: readonly string[]): boolean =>
  labelsBoth(texts.filter((text) => rowKind(text) !== "total"));

/** Whether labels of participants and of those who failed are among the texts. */
export function labelsBoth(texts: readonly string[]): boolean {
  const topics = new Set<string | null>();
  for (const text of texts) {
    if (text === "" || text.length > LONGEST_LABEL) continue;
    const { topic, weak, mark } = figureWords(normaliseText(text));
    if (!weak) topics.add(mark === 2 ? "failed" : topic);
  }
  return topics.has("participants") && topics.has("failed");
}

/** What stands over the figures of a summary, whole words: none of them begins the name of a school. */
const OVER_SUMMARIES = new RegExp(
  `^(?:${[
    "(?:(?:базов|целев|текущ)[а-я]* )?(?:значени[ея]|показател[ьи]|данные|результат[а-я]*|итоги?)",
    "(?:план|факт|прогноз|изменени[ея]|прирост|разница|отклонени[ея]|до|после|резерв|пересдач[аи]|срок[иа]?)",
    "(?:основн|дополнительн|досрочн|резервн)[а-я]* (?:период|волна|этап|срок|день|дни)[а-я]*",
    "(?:наименование|критери[йи]|параметр|категория|порядок|столбец|строка|ед|единиц[аы]|абс[а-я]*|отн[а-я]*|прим|примечани[ея]|комментари[ий])",
    "(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|весна|осень)",
    "(?:\\d|i+) (?:этап|полугодие|четверть|волна|группа|кластер)",
    "(?:этап|группа|кластер|куст) (?:\\d|i+)",
    "(?:свод(?:ка|н[а-я]*)?|справочно|статистика|информация|общ(?:ие|ая)|шнор|не шнор|остальные|прочие|другие)",
    "(?:село|сельск(?:ие|ая) [а-я ]*|городск(?:ие|ая) [а-я ]*|мальчики|девочки|юноши|девушки)",
  ].join("|")})(?: |$)`,
);
/** A word or a number after «№»: letters of classes, dates and signs are no names. */
const WORDED = /[а-яa-z]{2}|№ \d/;

/** Whether a text over figures may name a school: no year, procedure, class, figure or word that heads a summary. */
export function mayNameSchool(view: SheetView, row: number, column: number): boolean {
  const cell = view.cell(row, column);
  if (cell.kind !== "text") return false;
  const kind = rowKind(cell.text);
  if (kind === "total" || kind === "region") return false;
  const text = normaliseText(cell.text);
  if (namesOneSchool(cell.text)) return true;
  if (!WORDED.test(text) || OVER_SUMMARIES.test(text) || looksLikePerson(cell.text)) return false;
  if (kind === "school") return true;
  return classIn(cell.text) === null && figureWords(text).topic === null && !isFigureLabel(view, row, column);
}

/** Whether a text alone in its row may name the school whose figures stand below it: «Берёзовская», in two words at most. */
export function headsSchool(view: SheetView, row: number, column: number): boolean {
  if (filledColumns(view, row).length > 1 || !mayNameSchool(view, row, column)) return false;
  const text = view.text(row, column);
  return looksLikeSchool(text) ? namesOneSchool(text) : words(normaliseText(text)).length <= 2;
}

/** Whether a text names one school, by its number or its own name, and no centre or office above the schools. */
export function namesOneSchool(text: string): boolean {
  if (text.length > LONGEST_LABEL || !looksLikeSchool(text)) return false;
  return /№\s*\d/.test(text) || (/[«"“]/.test(text) && !OFFICES.test(normaliseText(text)));
}

const OFFICES = /методическ|управлени|отдел|департамент|комитет|администраци/;

/** Whether a cell labels a row of figures; «5А», «5» and «Русская» may be schools or classes. */
function labelsRow(view: SheetView, row: number, column: number): boolean {
  const value = view.value(row, column);
  if (typeof value !== "string" || value.length > LONGEST_LABEL || !/[а-я]/i.test(value)) return false;
  const { topic, unit } = figureWords(normaliseText(value));
  return (topic !== null || unit !== null) && !looksLikeSchool(value);
}

const FIGURES: ReadonlySet<string | null> = new Set([
  "participants",
  "failed",
  "passed",
  "passShare",
  "mark",
]);

/** Whether a text in place of a school's name is the label of a figure: «Участников», «Получили «2»»; «2» may be a number. */
export function namesFigure(text: string): boolean {
  const { topic, weak } = figureWords(normaliseText(text));
  return FIGURES.has(topic) && !weak && /[а-я]{3}/i.test(text) && !looksLikeSchool(text);
}

/**
 * Whether a row begins what sums a table up: labels of both figures one below the other, and down to the bottom nothing
 * that may be a school's and would be lost with them.
 */
export function sumsUp(view: SheetView, column: number, row: number, bottom: number): boolean {
  let end = row;
  while (end <= bottom && labelsRow(view, end, column)) end += 1;
  const labels = Array.from({ length: end - row }, (_, at) => view.text(row + at, column));
  if (!tellsBoth(labels)) return false;
  for (let below = end; below <= bottom; below++) {
    const isOfSummary =
      !filledColumns(view, below).some((at) => at > column) ||
      labelsRow(view, below, column) ||
      ["total", "region"].includes(rowKind(view.text(below, column))) ||
      (below < bottom && labelsRow(view, below + 1, column) && isOverSummary(view, below, column));
    if (!isOfSummary) return false;
  }
  return true;
}

/** Whether a row is the header of what sums up: no school's row, also where its figures are words or «н/д». */
export function isOverSummary(view: SheetView, row: number, column: number): boolean {
  if (looksLikeSchool(view.text(row, column)) || mayNameSchool(view, row, column)) return false;
  return filledColumns(view, row).every((at) => {
    const { kind } = view.cell(row, at);
    return kind === "text" || (kind === "number" && parseYear(view.text(row, at)) !== null);
  });
}
