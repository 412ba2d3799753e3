import { resolveDeadline } from "../measures/deadline";
import { parseDeadline } from "../measures/deadline-parse";
import type { PlanPeriod, Span } from "../measures/period";
import { parseYear } from "../results/year";
import { serialOfDate } from "../text/russian";
import { elementwise, readText } from "./elementwise";
import { isProblem, NUMBER_PROBLEM, valueProblem, type CellProblem, type Input, type Range } from "./input";

/** Words for the first and the last day; English ones for the English interface. */
const PARTS: ReadonlyMap<string, keyof Span> = new Map([
  ["начало", "start"],
  ["start", "start"],
  ["конец", "end"],
  ["срок", "end"],
  ["end", "end"],
]);

/**
 * First or last day of a deadline as staff write it, as a date serial.
 * @param year When the plan begins: 2026 or «2026/2027». Needed where the text names no year of its own.
 * @param part «начало» or «конец»; the end when left out.
 * @returns "" for a blank cell; a date stays itself.
 * @example deadlines([["до 1 апреля"]], "2026/2027", null) // [[46478]], 1 April 2027
 */
export function deadlines(
  texts: Range,
  year: Input,
  part: Input,
): (number | string | CellProblem)[][] | CellProblem {
  const edge = readPart(part);
  if (isProblem(edge)) return edge;
  const start = readStart(year);
  if (isProblem(start)) return start;
  return elementwise([texts], ([cell], row, column) => {
    if (typeof cell === "number" && cell !== 0) return isPlanDate(cell) ? Math.floor(cell) : NUMBER_PROBLEM;
    const text = readText(cell ?? null, row, column);
    if (isProblem(text) || text === "") return text;
    const span = spanOf(text, start, row, column);
    return isProblem(span) ? span : serialOfDate(span[edge]);
  });
}

/** First and last serial of a plan's dates, 2000 to 2099: a number outside is not one. */
export const isPlanDate = (serial: number): boolean => serial >= 36526 && serial < 73051;

/** The span of a deadline's words. @param start calendar year in which the plan begins; null where none is given. */
export function spanOf(text: string, start: number | null, row: number, column: number): Span | CellProblem {
  const span = start === null ? spanWithoutYear(text) : spanIn(text, start);
  return span ?? valueProblem("deadlineUnknown", { text, row, column });
}

function spanIn(text: string, start: number): Span | null {
  const period: PlanPeriod = { unit: "schoolYear", start, years: 1 };
  const rule = parseDeadline(text, period);
  return rule === null ? null : resolveDeadline(rule, period);
}

/** A text that names its year gives the same dates in any plan. */
function spanWithoutYear(text: string): Span | null | CellProblem {
  const [one, other] = [spanIn(text, 2020), spanIn(text, 2030)];
  if (one === null || other === null) return null;
  return one.start === other.start && one.end === other.end ? one : valueProblem("yearNeeded", { text });
}

function readPart(part: Input): keyof Span | CellProblem {
  const text = readText(part, 1, 1);
  if (isProblem(text)) return text;
  if (text === "") return "end";
  return PARTS.get(text.toLowerCase()) ?? valueProblem("partUnknown", { part: text });
}

/** One year, as a plan names it: «2026», «2026 г.», «2026 год». */
const ONE_YEAR = /^(20\d\d)\s*(?:г\.?|год)?$/i;

/** The calendar year in which a school-year plan begins: a bare 2026 is it, «2026/2027» begins in it. */
export function readStart(year: Input): number | null | CellProblem {
  const text = readText(year, 1, 1);
  if (isProblem(text)) return text;
  if (text === "") return null;
  const one = ONE_YEAR.exec(text)?.[1];
  if (one !== undefined) return Number(one);
  if (typeof year === "number") return NUMBER_PROBLEM;
  // «2026 учебный год» says neither that it begins nor that it ends then
  const ends = (text.match(/\d+/g) ?? []).length < 2 ? null : parseYear(text);
  return ends === null ? valueProblem("yearUnknown", { year: text }) : ends - 1;
}
