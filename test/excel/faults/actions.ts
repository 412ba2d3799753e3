import { moveSheet, deleteSheet } from "../../../src/workbench/store/sheets";
import { addSheet, findSheet } from "../../../src/workbench/store/create";
import { put, setContent } from "../../../src/workbench/store/cells";
import { renameInFormulas } from "../../../src/workbench/store/rename";
import { type Shift, shiftSheet } from "../../../src/workbench/store/shift";
import { shiftFormulas } from "../../../src/workbench/store/shift-formulas";
import type { Cell, Sheet, Workbook } from "../../../src/workbench/store/model";
import type { JobCell } from "./jobs";

/** What the user does while a job runs, to one sheet. */
export interface Action {
  readonly name: string;
  /** Whether the job must notice it where it goes by that sheet or writes it. */
  readonly noticed: boolean;
  /** Nothing but the order of rows changes. */
  readonly order?: true;
  /** Excel refuses it on a protected sheet. */
  readonly edits?: true;
  /** Excel refuses it where the structure of the workbook is protected. */
  readonly structural?: true;
  readonly act: (workbook: Workbook, sheet: Sheet) => void;
  /** Whether what the user did is still there. */
  readonly stands: (workbook: Workbook, id: string) => boolean;
}

const SHIFT: Shift = { direction: "rows", change: "insert", first: 0, last: 1 };
const MINE = "Правка пользователя";
const byId = ({ sheets }: Workbook, id: string): Sheet | undefined => sheets.find((sheet) => sheet.id === id);
const texts = (sheet: Sheet | undefined): readonly unknown[] =>
  sheet === undefined
    ? []
    : [...sheet.cells.values()].flatMap((row) => [...row.values()].map(({ value }) => value));

/** First cell of text below the fourth row: a row of data, not a title. */
function someCell({ cells }: Sheet): readonly [row: number, column: number] {
  for (const [row, columns] of [...cells].sort(([a], [b]) => a - b))
    for (const [column, { value }] of columns)
      if (row >= Math.min(4, cells.size - 1) && typeof value === "string" && value !== "")
        return [row, column];
  return [0, 0];
}

function swapRows({ cells }: Sheet, one: number, other: number): void {
  const [a, b] = [cells.get(one), cells.get(other)];
  const none = (): Map<number, Cell> => new Map();
  cells.set(one, b ?? none());
  cells.set(other, a ?? none());
}

/** Rows by their texts in the order of the sheet: what a sort by hand leaves. */
const order = (sheet: Sheet | undefined): readonly string[] =>
  [...(sheet?.cells ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => [...row.values()].filter(({ spilledFrom }) => spilledFrom === undefined)) // an array fills its cells by itself
    .filter(({ length }) => length > 0)
    .map((row) => JSON.stringify(row.map(({ value, formula }) => formula ?? value)));

let sorted: readonly string[] = [];

/** Whether lines stand among others in their order: what was put into an empty row beside them takes nothing away. */
function stand(lines: readonly string[], among: readonly string[]): boolean {
  let next = 0;
  for (const line of among) if (line === lines[next]) next++;
  return next === lines.length;
}

export const ACTIONS: readonly Action[] = [
  {
    name: "правит ячейку",
    edits: true,
    noticed: true,
    act: (_, sheet) => {
      setContent(sheet, ...someCell(sheet), { value: MINE });
    },
    stands: (workbook, id) => texts(byId(workbook, id)).includes(MINE),
  },
  {
    name: "дописывает строку снизу",
    edits: true,
    noticed: true,
    act: (_, sheet) => {
      put(sheet, Math.max(0, ...sheet.cells.keys()) + 1, 0, { value: MINE });
    },
    stands: (workbook, id) => texts(byId(workbook, id)).includes(MINE),
  },
  {
    name: "вставляет строки сверху",
    edits: true,
    noticed: true,
    act: (workbook, sheet) => {
      shiftSheet(sheet, SHIFT);
      shiftFormulas(workbook, sheet, SHIFT);
      put(sheet, 0, 0, { value: MINE });
    },
    stands: (workbook, id) => texts(byId(workbook, id)).includes(MINE),
  },
  {
    name: "сортирует строки",
    edits: true,
    noticed: true,
    order: true,
    act: (_, sheet) => {
      const [row] = someCell(sheet);
      swapRows(sheet, row, row + 1);
      sorted = order(sheet);
    },
    stands: (workbook, id) => stand(sorted, order(byId(workbook, id))),
  },
  {
    name: "переименовывает лист",
    structural: true,
    noticed: true,
    act: (workbook, sheet) => {
      renameInFormulas(workbook, sheet.name, "Мой лист");
      sheet.name = "Мой лист";
    },
    stands: (workbook, id) => byId(workbook, id)?.name === "Мой лист",
  },
  {
    name: "переставляет лист",
    structural: true,
    noticed: false,
    act: (workbook, sheet) => {
      moveSheet(workbook, sheet, 0);
    },
    stands: ({ sheets }, id) => sheets[0]?.id === id,
  },
  {
    name: "удаляет лист",
    structural: true,
    noticed: true,
    act: (workbook, sheet) => {
      deleteSheet(workbook, addSheet(workbook, "Временный")); // the store gives no id twice once it saw the highest
      deleteSheet(workbook, sheet);
    },
    stands: (workbook, id) => byId(workbook, id) === undefined,
  },
  {
    name: "защищает лист",
    edits: true,
    noticed: false,
    act: (_, sheet) => {
      sheet.protected = true;
    },
    stands: (workbook, id) => byId(workbook, id)?.protected === true,
  },
  {
    name: "копирует лист",
    structural: true,
    noticed: false,
    act: (workbook, sheet) => {
      const copy = addSheet(workbook, freeName(workbook, sheet.name));
      for (const [row, cells] of sheet.cells)
        for (const [column, cell] of cells) put(copy, row, column, structuredClone(cell));
      copy.protected = sheet.protected;
      if (sheet.allowed !== undefined) copy.allowed = sheet.allowed;
      copy.names = structuredClone(sheet.names); // names of the sheet's own scope are copied too
      put(copy, 0, 30, { value: MINE });
    },
    stands: ({ sheets }) => sheets.some((sheet) => texts(sheet).includes(MINE)),
  },
];

function freeName(workbook: Workbook, name: string): string {
  for (let n = 2; ; n++) if (findSheet(workbook, `${name} (${n})`) === undefined) return `${name} (${n})`;
}

/** The user types into the very cell that a job writes; an array that spilled over it has no room any more. */
export const typesInto = ({ name, row, column }: JobCell): Action => ({
  name: `пишет в ячейку задания (${name})`,
  edits: true,
  noticed: true,
  act: (_, sheet) => {
    setContent(sheet, row, column, { value: MINE });
  },
  stands: (workbook, id) => texts(byId(workbook, id)).includes(MINE),
});
