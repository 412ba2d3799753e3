import type { SheetView } from "../sheet-view";
import { headerAt, type FoundHeader, type RoleColumn } from "./headers";
import { own } from "../../text/own";

export type ExamRole =
  | "number"
  | "school"
  | "grade"
  | "place"
  | "code"
  | "surname"
  | "name"
  | "patronymic"
  | "series"
  | "document"
  | "primary"
  | "score"
  | "mark"
  | "exam"
  | "state"
  | "before"
  | "current";

/** Headers of ГИА protocols: РИС ГИА-9 and ГИА-11, sparse and dense, and the normalised .csv (layouts.md, L5, L6). */
const ROLES: Readonly<Record<string, ExamRole>> = {
  ...{ "№": "number", "№ п п": "number" },
  ...{ "код оо": "school", "код оу": "school", schoolcode: "school" },
  ...{ класс: "grade", classcode: "grade" },
  ...{ "код ппэ": "place", аудитория: "place", stationcode: "place", auditoriumcode: "place" },
  ...{ "код участника": "code" },
  ...{
    фамилия: "surname",
    surnamecell: "surname",
    фио: "surname",
    "ф и о": "surname",
    "фио участника": "surname",
  },
  ...{ имя: "name", namecell: "name", отчество: "patronymic", secondnamecell: "patronymic" },
  ...{ серия: "series", documentseriescode: "series", номер: "document", documentnumbercode: "document" },
  ...{ "первичный балл": "primary", primarymark: "primary" },
  ...{ "тестовый балл": "score", балл: "score", "итоговый балл": "score" },
  ...{ оценка: "mark", "итоговая оценка": "mark", отметка: "mark", mark5: "mark" },
  ...{ экзамен: "exam", "состояние апелляции": "state", состояние: "state" },
  ...{ "тип апелляции перепроверки": "state", "балл до изменения": "before", текущие: "current" },
};

const roleOf = (text: string): ExamRole | null => own(ROLES, text) ?? null;

/** A label of codes of schools. */
export const isExamSchool = (label: string): boolean => roleOf(label) === "school";

/** A header of a protocol, with its columns by role. */
export interface ExamHeader {
  readonly top: number;
  readonly bottom: number;
  readonly columns: ReadonlyMap<ExamRole, RoleColumn>;
  readonly left: number;
  readonly right: number;
  /** A protocol of appeals: its rows repeat people of the main one. */
  readonly appeals: boolean;
}

/** The header that begins in a row; two rows where «Текущие» stands over the score of an appeal. */
export function examHeaderAt(view: SheetView, row: number): ExamHeader | null {
  const found = headerAt(view, row, roleOf);
  if (found === null || !found.columns.has("school") || !tellsPeople(found)) return null;
  const { columns, left, right } = found;
  const appeals = columns.has("state") || columns.has("before") || columns.has("current");
  const current = columns.get("current");
  const below = current === undefined ? null : headerAt(view, row + 1, roleOf);
  if (current === undefined || below === null) {
    return hasResult(found) ? { top: row, bottom: row, columns, left, right, appeals } : null;
  }
  const joined = new Map(columns);
  for (const role of ["primary", "score", "mark"] as const) {
    const column = below.columns.get(role);
    if (column !== undefined && column.index >= current.index) joined.set(role, column);
  }
  if (!joined.has("score") && !joined.has("mark")) return null;
  return { top: row, bottom: row + 1, columns: joined, left, right: Math.max(right, below.right), appeals };
}

function tellsPeople({ columns }: FoundHeader<ExamRole>): boolean {
  return columns.has("surname") || columns.has("code") || columns.has("place");
}

function hasResult({ columns }: FoundHeader<ExamRole>): boolean {
  return columns.has("score") || columns.has("mark");
}
