import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem, Source } from "../problem";
import type { SheetPlan } from "../sheet-plan";
import { typedDate } from "../text/russian";
import { headingsRow, isBlankCell } from "./typed-lines";

/** A line of the sheet «Решения по школам» as typed; the school is found by its name later. */
export interface Decision {
  readonly school: string;
  readonly action: "add" | "remove";
  readonly ground: string;
  /** ISO date; null where none was given or it is not a date. */
  readonly date: string | null;
  readonly source: Source;
}

export const DECISIONS_ID = "decisions";
export const DECISIONS_NAME = "Решения по школам";

const ACTIONS = { включить: "add", исключить: "remove" } as const;
const FIRST_ROW = 4;
const EMPTY_ROWS = 30;
const COLUMNS = ["Школа", "Решение", "Основание", "Дата"] as const;

/** Reads the decisions. A line with no school, no decision or an unknown one is a problem that names its cell. */
export function readDecisions(grid: Grid): {
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
} {
  const decisions: Decision[] = [];
  const problems: Problem[] = [];
  const firstRow = (headingsRow(grid, COLUMNS) ?? FIRST_ROW - 1) + 1;
  grid.cells.forEach((row, index) => {
    const sheetRow = grid.top + index;
    if (sheetRow < firstRow) return;
    const at = (column: number): CellValue => row[column - grid.left] ?? null;
    if ([0, 1, 2, 3].every((column) => isBlankCell(at(column)))) return;
    const source = { sheet: grid.sheet, address: cellAddress(sheetRow, 0) };
    const word = String(at(1) ?? "")
      .trim()
      .toLowerCase();
    const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word as keyof typeof ACTIONS] : undefined;
    if (isBlankCell(at(0)) || action === undefined) {
      const address = cellAddress(sheetRow, isBlankCell(at(0)) ? 0 : 1);
      problems.push({
        code: "decisionUnreadable",
        severity: "error",
        source: { ...source, address },
        fields: { value: word },
      });
      return;
    }
    const text = (column: number): string => String(at(column) ?? "").trim();
    decisions.push({ school: text(0), action, ground: text(2), date: typedDate(at(3)), source });
  });
  return { decisions, problems };
}

/** The sheet «Решения по школам», blank, made once; after that it is the user's. */
export function planDecisions(): SheetPlan {
  const last = FIRST_ROW + EMPTY_ROWS - 1;
  const all = { top: 0, left: 0, bottom: last, right: 3 };
  const body = { ...all, top: FIRST_ROW };
  return {
    id: DECISIONS_ID,
    kind: "decisions",
    name: DECISIONS_NAME,
    columns: [44, 16, 70, 14],
    blocks: [
      { row: 0, column: 0, cells: [["Решения по школам"]] },
      {
        row: 1,
        column: 0,
        cells: [
          [
            "Школы, которые включены в перечень или исключены из него решением, а не расчётом: неблагоприятные социальные условия (НСУ), перечень региона, особый контингент.",
          ],
          ["В документах они названы отдельно от выявленных по результатам, с основанием и датой."],
        ],
      },
      { row: 3, column: 0, cells: [COLUMNS] },
    ],
    styles: [
      { area: { ...all, bottom: 0 }, style: "title" },
      { area: { ...all, top: 1, bottom: 2 }, style: "note" },
      { area: { ...all, top: 3, bottom: 3 }, style: "tableHeader" },
      { area: body, style: "input" },
      { area: { ...body, left: 3 }, style: "inputDate" },
    ],
    merges: [0, 1, 2].map((row) => ({ ...all, top: row, bottom: row })),
    rowHeights: [{ row: 0, points: 24 }],
    autofit: [],
    frozenRows: FIRST_ROW,
    choices: [{ area: { ...body, left: 1, right: 1 }, values: Object.keys(ACTIONS) }],
    print: { orientation: "landscape", area: all, titleRows: { from: 3, to: 3 }, footer: DECISIONS_NAME },
  };
}
