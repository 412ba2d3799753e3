import {
  clearParts,
  fillParts,
  NO_PARTS,
  procedureParts,
  resolveProcedure,
  type ProcedureGap,
  type ProcedureParts,
} from "../parse-procedure";
import type { Procedure } from "../procedure";
import { examCode } from "../scales/exams";
import { normaliseText } from "../text";

/** Title of an exam in a protocol: «02 - Математика 2026.06.02». */
export interface ExamTitle {
  /** Two digits; empty where the title has none (languages). */
  readonly code: string;
  readonly subject: string;
  /** `2026-06-02`. */
  readonly date: string;
}

const TITLE =
  /^(?:(\d{1,2})\s*[-–—]\s*)?(\S.*?)\s*(?:[пу]\s*:\s*)?(20\d\d)\.(\d\d)\.(\d\d)\D*(?:20\d\d\.\d\d\.\d\d\D*)?$/i;
const EXAM_CELL = /^(\S.*?)\s*\(\s*(20\d\d)\.(\d\d)\.(\d\d)\s*\)$/;
const FILE = /^(\d{2})_(20\d\d)\.(\d\d)\.(\d\d)/;

/**
 * @example examTitle("02 - Математика 2026.06.02") // { code: "02", subject: "Математика", date: "2026-06-02" }
 * @example examTitle("Математика(2026.06.02)") // { code: "", subject: "Математика", date: "2026-06-02" }
 * @returns null for a text without a date, or with neither a code nor a subject: a person and a birthday are no title,
 * and a title's words get into problems.
 */
export function examTitle(text: string): ExamTitle | null {
  // A date needs «20»: spares the patterns nearly every cell.
  if (!text.includes("20") || text.length > 120) return null;
  const cell = EXAM_CELL.exec(text);
  if (cell !== null) {
    const [, subject = "", year, month, day] = cell;
    return namesSubject(subject) ? { code: "", subject, date: `${year}-${month}-${day}` } : null;
  }
  const title = TITLE.exec(text.trim());
  if (title === null) return null;
  const [, code = "", subject = "", year, month, day] = title;
  if (code === "" && !namesSubject(subject)) return null;
  return { code: code.padStart(code === "" ? 0 : 2, "0"), subject, date: `${year}-${month}-${day}` };
}

function namesSubject(text: string): boolean {
  return procedureParts(text).subjects.size > 0;
}

/** The title in a file's name: «01_2025.06.09….csv». */
export function fileTitle(file: string): ExamTitle | null {
  const match = FILE.exec(file);
  return match === null
    ? null
    : { code: match[1] ?? "", subject: "", date: `${match[2]}-${match[3]}-${match[4]}` };
}

/** What a block itself shows of its form. */
export interface ExamHints {
  /** Parts that titles, sheet and file tell. */
  readonly around: ProcedureParts;
  /** Most pupils are of class 9 or of class 11. */
  readonly grade: 9 | 11 | null;
  readonly hasScore: boolean;
  readonly hasMark: boolean;
}

export type Exam =
  | { readonly kind: "exam"; readonly procedure: Procedure }
  | { readonly kind: "ГВЭ" }
  | { readonly kind: "unknown"; readonly missing: ProcedureGap };

/**
 * Settles which exam a block is. The title's words and code must agree; the form is told by words around the block,
 * else by the level, else by the class, else by the column: a test score is ЕГЭ, a mark ОГЭ.
 */
export function examOf(title: ExamTitle | null, hints: ExamHints): Exam {
  const own = title === null ? NO_PARTS : clearParts(procedureParts(title.subject));
  const known = title === null ? null : examCode(title.code);
  const around = title === null ? hints.around : { ...NO_PARTS, forms: hints.around.forms };
  if (known?.kind === "ГВЭ" || own.forms.has("гвэ") || isStateFinal(title) || around.forms.has("гвэ")) {
    return { kind: "ГВЭ" };
  }
  if (known !== null && own.subjects.size > 0 && !own.subjects.has(known.subject)) {
    return { kind: "unknown", missing: "subject" };
  }
  const level = own.levels.size > 0 ? own.levels : new Set(around.levels);
  let parts = fillParts({ ...own, levels: level, grades: new Set() }, { ...around, grades: new Set() });
  if (known !== null && parts.subjects.size === 0) parts = { ...parts, subjects: new Set([known.subject]) };
  const form = formOf(parts, known?.level === "базовая", hints);
  if (form === null) return { kind: "unknown", missing: "form" };
  if (form === "ЕГЭ" && parts.levels.size === 0 && known?.level !== undefined) {
    parts = { ...parts, levels: new Set([known.level]) };
  }
  if (form === "ЕГЭ" && known?.level !== undefined && !parts.levels.has(known.level)) {
    return { kind: "unknown", missing: "level" };
  }
  const resolved = resolveProcedure({ ...parts, forms: new Set([form]) });
  return typeof resolved === "string"
    ? { kind: "unknown", missing: resolved }
    : { kind: "exam", procedure: resolved };
}

function isStateFinal(title: ExamTitle | null): boolean {
  return title !== null && /(?:^| )гвэ(?: |$)|государственный выпускной/.test(normaliseText(title.subject));
}

function formOf(parts: ProcedureParts, base: boolean, hints: ExamHints): "ОГЭ" | "ЕГЭ" | null {
  const told = [...parts.forms].filter((form) => form === "ОГЭ" || form === "ЕГЭ");
  const [only] = told;
  if (parts.forms.size > 0) return told.length === 1 && only !== undefined ? only : null;
  if (base || parts.levels.has("базовая") || parts.levels.has("профильная")) return "ЕГЭ";
  if (hints.grade !== null) return hints.grade === 9 ? "ОГЭ" : "ЕГЭ";
  if (hints.hasScore !== hints.hasMark) return hints.hasScore ? "ЕГЭ" : "ОГЭ";
  return null;
}
