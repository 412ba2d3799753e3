import type { Area } from "../../grid";
import { CORRECTIONS, HISTORY_COLUMNS } from "../../monitoring/corrections";
import type { SheetPlan } from "../../sheet-plan";

export const HISTORY_ID = "history";
const HISTORY_NAME = "История изменений";

const FIRST_ROW = 4;
const EMPTY_ROWS = 40;
const WIDTHS = [10, 18, 50, 40, 14, 22, 40, 14];

/** The sheet «История изменений», blank, made once; after that it is the user's. */
export function planHistory(name = HISTORY_NAME): SheetPlan {
  const all: Area = {
    top: 0,
    left: 0,
    bottom: FIRST_ROW + EMPTY_ROWS - 1,
    right: HISTORY_COLUMNS.length - 1,
  };
  const body = { ...all, top: FIRST_ROW };
  const column = (index: number): Area => ({ ...body, left: index, right: index });
  return {
    id: HISTORY_ID,
    kind: "history",
    name,
    columns: WIDTHS,
    blocks: [
      { row: 0, column: 0, cells: [["История изменений дорожных карт"]] },
      {
        row: 1,
        column: 0,
        cells: [
          [
            "Впишите изменение: номер мероприятия, что меняется, новый срок или новую редакцию, причину и дату. При следующем составлении контроля оно будет внесено в дорожную карту.",
          ],
          ["Столбцы «Было» и «Внесено» заполняются сами. Внесённую строку не удаляйте: это история."],
        ],
      },
      { row: FIRST_ROW - 1, column: 0, cells: [HISTORY_COLUMNS] },
    ],
    styles: [
      { area: { ...all, bottom: 0 }, style: "title" },
      { area: { ...all, top: 1, bottom: 2 }, style: "note" },
      { area: { ...all, top: FIRST_ROW - 1, bottom: FIRST_ROW - 1 }, style: "tableHeader" },
      { area: { ...body, right: 5 }, style: "input" },
      { area: column(4), style: "inputDate" },
      { area: column(6), style: "cell" },
      { area: column(7), style: "date" },
    ],
    merges: [0, 1, 2].map((row) => ({ ...all, top: row, bottom: row })),
    rowHeights: [{ row: 0, points: 24 }],
    autofit: [{ from: FIRST_ROW - 1, to: FIRST_ROW - 1 }],
    frozenRows: FIRST_ROW,
    choices: [{ area: column(1), values: Object.keys(CORRECTIONS) }],
    limits: [{ area: column(4), kind: "date" }],
    print: {
      orientation: "landscape",
      area: all,
      titleRows: { from: FIRST_ROW - 1, to: FIRST_ROW - 1 },
      footer: HISTORY_NAME,
    },
  };
}
