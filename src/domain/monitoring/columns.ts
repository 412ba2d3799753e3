import type { StyleName } from "../styles";

export type ExecutionKey = "status" | "due" | "fact" | "document" | "comment";

export interface ExecutionColumn {
  readonly key: ExecutionKey;
  /** By which the column is found again wherever it was moved: headers do not change. */
  readonly header: string;
  readonly width: number;
  readonly style: StyleName;
}

/** Columns to the right of every roadmap: working cells of the coordinator, not printed. */
export const EXECUTION_COLUMNS: readonly ExecutionColumn[] = [
  { key: "status", header: "Статус", width: 14, style: "input" },
  { key: "due", header: "Срок (дата)", width: 13, style: "inputDate" },
  { key: "fact", header: "Дата исполнения", width: 15, style: "inputDate" },
  { key: "document", header: "Документ (ссылка)", width: 30, style: "input" },
  { key: "comment", header: "Комментарий", width: 34, style: "input" },
];

/** Label beside the cell from which overdue and near deadlines are counted. */
export const TODAY_LABEL = "Сегодня";
