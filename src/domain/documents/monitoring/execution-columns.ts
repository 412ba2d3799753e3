import { areaAddress, cellAddress, type Area } from "../../grid";
import { EXECUTION_COLUMNS, TODAY_LABEL, type ExecutionKey } from "../../monitoring/columns";
import { SOON_DAYS, STATUS_WORDS, STATUSES } from "../../monitoring/status";
import type { Block, PlanCell, SheetPlan } from "../../sheet-plan";
import { serialOfDate } from "../../text/russian";

/** An empty column between the document and the working cells, characters. */
const GAP = 2;

interface ExecutionInput {
  /** Row of the table's headings and position of its numbers, zero-based. */
  readonly header: number;
  readonly numberColumn: number;
  /** Due date of each measure by its number, ISO; rows that are not here, such as indicators, get no working cells. */
  readonly due: ReadonlyMap<string, string>;
}

/**
 * Adds the working columns to a roadmap, to the right of what is printed: status with a drop-down, due date from the
 * deadline, date of fact, document, comment. Overdue and near deadlines are native conditional formats over the cell
 * «Сегодня» above them, which holds `=TODAY()` until a date is typed there.
 */
export function withExecution(plan: SheetPlan, { header, numberColumn, due }: ExecutionInput): SheetPlan {
  const left = plan.columns.length + 1;
  const column = (key: ExecutionKey): number =>
    left + EXECUTION_COLUMNS.findIndex((each) => each.key === key);
  const blocks = plan.blocks.flatMap((block) => executionBlock(block, header, numberColumn, left, due));
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return plan;
  const areas = blocks.map((block): Area => areaOf(block));
  const all: Area = { ...areaOf(first), bottom: areaOf(last).bottom };
  const right = all.right;
  const today = { row: header - 1, column: column("due") };
  return {
    ...plan,
    columns: [...plan.columns, GAP, ...EXECUTION_COLUMNS.map(({ width }) => width)],
    blocks: [
      ...plan.blocks,
      { row: today.row, column: today.column - 1, cells: [[TODAY_LABEL, { formula: "=TODAY()" }]] },
      { row: header, column: left, cells: [EXECUTION_COLUMNS.map((each) => each.header)] },
      ...blocks,
    ],
    styles: [
      ...plan.styles,
      { area: cellArea(today.row, today.column - 1), style: "plain" },
      { area: cellArea(today.row, today.column), style: "inputDate" },
      { area: { top: header, left, bottom: header, right }, style: "tableHeader" },
      ...areas.flatMap((area) =>
        EXECUTION_COLUMNS.map(({ style }, index) => ({
          area: { ...area, left: left + index, right: left + index },
          style,
        })),
      ),
    ],
    choices: [
      ...(plan.choices ?? []),
      ...areas.map((area) => ({
        area: { ...area, left: column("status"), right: column("status") },
        values: STATUS_WORDS,
      })),
    ],
    limits: [
      ...(plan.limits ?? []),
      { area: cellArea(today.row, today.column), kind: "date" },
      ...areas.map((area) => ({
        area: { ...area, left: column("due"), right: column("fact") },
        kind: "date" as const,
      })),
    ],
    highlights: [...(plan.highlights ?? []), ...highlights(all, column, today)],
  };
}

/** Working cells of one block of measures; null cells where a measure goes on in the next row. */
function executionBlock(
  block: Block,
  header: number,
  numberColumn: number,
  left: number,
  due: ReadonlyMap<string, string>,
): Block[] {
  if (block.row <= header || block.column !== 0) return [];
  let before: PlanCell | undefined;
  const rows = block.cells.map((row) => {
    const number = row[numberColumn];
    const again = number === before;
    before = number;
    return typeof number === "string" && !again ? due.get(number) : undefined;
  });
  if (rows.every((date) => date === undefined)) return [];
  const empty = EXECUTION_COLUMNS.map((): PlanCell => null);
  return [
    {
      row: block.row,
      column: left,
      cells: rows.map((date) =>
        date === undefined
          ? empty
          : EXECUTION_COLUMNS.map(({ key }): PlanCell => {
              if (key === "status") return STATUSES.notStarted;
              return key === "due" ? serialOfDate(date) : null;
            }),
      ),
    },
  ];
}

/** Overdue in red, due in 30 days in yellow; done and withdrawn ones are left as they are. */
function highlights(
  area: Area,
  column: (key: ExecutionKey) => number,
  today: { readonly row: number; readonly column: number },
): NonNullable<SheetPlan["highlights"]> {
  const fixed = (key: ExecutionKey): string => `$${cellAddress(area.top, column(key))}`;
  const day = areaAddress(cellArea(today.row, today.column)).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const [due, status] = [fixed("due"), fixed("status")];
  const open = [STATUSES.done, STATUSES.approved, STATUSES.withdrawn]
    .map((word) => `${status}<>"${word}"`)
    .join(",");
  return [
    { area, formula: `=AND(ISNUMBER(${due}),${due}<${day},${open})`, style: "low" },
    {
      area,
      formula: `=AND(ISNUMBER(${due}),${due}>=${day},${due}<=${day}+${SOON_DAYS},${open})`,
      style: "unsure",
    },
  ];
}

const areaOf = ({ row, column, cells }: Block): Area => ({
  top: row,
  left: column,
  bottom: row + cells.length - 1,
  right: column + (cells[0]?.length ?? 1) - 1,
});

const cellArea = (row: number, column: number): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});
