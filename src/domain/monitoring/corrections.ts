import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem } from "../problem";
import { formatDate, serialOfDate } from "../text/russian";
import { readDate } from "./dates";
import type { ExecutionRow } from "./read-roadmap";
import { STATUSES } from "./status";

/** What can be done with a measure after the order is signed (issue D, point 4). */
export const CORRECTIONS = {
  "перенос срока": "move",
  "новая редакция": "reword",
  снятие: "withdraw",
} as const;

export type CorrectionKind = (typeof CORRECTIONS)[keyof typeof CORRECTIONS];

/** Columns of the sheet «История изменений», in order. The last two are filled in when the change is carried out. */
export const HISTORY_COLUMNS = [
  "№ в плане",
  "Изменение",
  "Новый срок или новая редакция",
  "Причина",
  "Дата изменения",
  "Лист (если дорожных карт несколько)",
  "Было",
  "Внесено",
] as const;
const [NUMBER, KIND, VALUE, REASON, DATE, SHEET, BEFORE, DONE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** A line of the history that is not carried out yet. */
export interface Correction {
  /** Row of the line in its sheet, zero-based. */
  readonly line: number;
  readonly kind: CorrectionKind;
  /** New wording, or the new deadline as an ISO date; empty for a withdrawal. */
  readonly value: string;
  readonly reason: string;
  /** Day of the change, ISO. */
  readonly date: string;
  readonly target: ExecutionRow;
}

/** A cell to write: a number is a date where the cell is one for dates. */
export interface CellEdit {
  readonly sheet: string;
  readonly address: string;
  readonly value: string | number;
}

/**
 * Reads the lines of the history that are not carried out yet. A line without number, change, reason or date, or
 * without what the change needs, is a problem at its cell and is left alone.
 */
export function readCorrections(
  grid: Grid,
  rows: readonly ExecutionRow[],
): { readonly corrections: readonly Correction[]; readonly problems: readonly Problem[] } {
  const corrections: Correction[] = [];
  const problems: Problem[] = [];
  const header = grid.cells.findIndex((row) =>
    HISTORY_COLUMNS.slice(0, 3).every((text, column) => row[column - grid.left] === text),
  );
  grid.cells.forEach((row, index) => {
    const at = (column: number): CellValue => row[column - grid.left] ?? null;
    const text = (column: number): string => String(at(column) ?? "").trim();
    const typed = [NUMBER, KIND, VALUE, REASON].some((column) => text(column) !== "");
    if (header < 0 || index <= header || !typed || text(DONE) !== "") return;
    const report = (code: "correctionIncomplete" | "correctionUnknownMeasure", column: number): void => {
      const address = cellAddress(grid.top + index, column);
      const fields = { number: text(NUMBER) };
      problems.push({ code, severity: "error", source: { sheet: grid.sheet, address }, fields });
    };
    const kind = kindOf(text(KIND));
    const value = kind === "move" ? movedTo(at(VALUE)) : text(VALUE);
    const date = readDate(at(DATE));
    const missing = [
      [NUMBER, text(NUMBER) === ""],
      [KIND, kind === null],
      [VALUE, kind !== "withdraw" && value === ""],
      [REASON, text(REASON) === ""],
      [DATE, date.kind === "blank" || date.kind === "unreadable"],
    ] as const;
    const gap = missing.find(([, is]) => is);
    if (gap !== undefined || kind === null || !("iso" in date)) {
      report("correctionIncomplete", gap?.[0] ?? KIND);
      return;
    }
    const found = rows.filter(
      ({ number, sheet }) =>
        number.replace(/\.$/, "") === text(NUMBER).replace(/\.$/, "") &&
        (text(SHEET) === "" || text(SHEET) === sheet),
    );
    const target = found.find(({ school }) => school === null) ?? found[0];
    if (target === undefined) report("correctionUnknownMeasure", NUMBER);
    else
      corrections.push({
        line: grid.top + index,
        kind,
        value,
        reason: text(REASON),
        date: date.iso,
        target,
      });
  });
  return { corrections, problems };
}

function kindOf(word: string): CorrectionKind | null {
  const wanted = word.toLowerCase();
  return Object.entries(CORRECTIONS).find(([text]) => text === wanted)?.[1] ?? null;
}

function movedTo(cell: CellValue): string {
  const date = readDate(cell);
  return date.kind === "date" || date.kind === "text" ? date.iso : "";
}

/** The measures as they are after the changes. */
export function correctedRows(
  rows: readonly ExecutionRow[],
  corrections: readonly Correction[],
): readonly ExecutionRow[] {
  return rows.map((row) =>
    corrections
      .filter(({ target }) => target === row)
      .reduce((current, { kind, value }): ExecutionRow => {
        if (kind === "reword") return { ...current, text: value };
        return kind === "withdraw"
          ? { ...current, status: "withdrawn" }
          : { ...current, status: "moved", due: value, dueFromWords: false };
      }, row),
  );
}

/**
 * Cells that carry the changes out: the roadmap shows the current wording and deadline and, in the comment, what was
 * changed, when and why; the history keeps what was there before and the day on which it was carried out.
 * @param today ISO
 */
export function correctionEdits(
  corrections: readonly Correction[],
  history: string,
  today: string,
): readonly CellEdit[] {
  const comments = new Map<ExecutionRow, string>();
  const changes = corrections.flatMap((correction): CellEdit[] => {
    const { target, line } = correction;
    const before = comments.get(target) ?? target.comment;
    comments.set(target, [before, noteOf(correction)].filter((text) => text !== "").join("; "));
    const inHistory = (column: number, content: string | number): CellEdit => ({
      sheet: history,
      address: cellAddress(line, column),
      value: content,
    });
    return [
      ...changedCells(correction),
      inHistory(BEFORE, beforeOf(correction)),
      inHistory(DONE, serialOfDate(today)),
    ];
  });
  const notes = [...comments].flatMap(([{ sheet, cells }, value]): CellEdit[] =>
    cells.comment === undefined ? [] : [{ sheet, address: cells.comment, value }],
  );
  return [...changes, ...notes];
}

function changedCells({ kind, value, date, target }: Correction): CellEdit[] {
  const edit = (address: string | undefined, content: string | number): CellEdit[] =>
    address === undefined ? [] : [{ sheet: target.sheet, address, value: content }];
  const { places, cells } = target;
  switch (kind) {
    case "reword":
      return edit(places.measure, value);
    case "withdraw":
      // the printed part says so too
      return [
        ...edit(places.deadline, `снято с ${formatDate(date)}`),
        ...edit(cells.status, STATUSES.withdrawn),
      ];
    case "move":
      return [
        ...edit(places.deadline, `до ${formatDate(value)}`),
        ...edit(cells.due, serialOfDate(value)),
        ...edit(cells.status, STATUSES.moved),
      ];
  }
}

/** What the history keeps: the wording, or the deadline in words, with the status where that goes. */
function beforeOf({ kind, target }: Correction): string {
  if (kind === "reword") return target.text;
  const deadline = target.deadline || (target.due === null ? "—" : formatDate(target.due));
  return kind === "move" ? deadline : `${STATUSES[target.status]}, срок: ${deadline}`;
}

const NOTES: Readonly<Record<CorrectionKind, (correction: Correction) => string>> = {
  move: (correction) => `срок перенесён (был: ${beforeOf(correction)})`,
  reword: () => "новая редакция",
  withdraw: () => "мероприятие снято",
};

/** @example "01.03.2027: срок перенесён (был: сентябрь 2026 г.), причина: не готово положение" */
const noteOf = (correction: Correction): string =>
  `${correction.date.split("-").reverse().join(".")}: ${NOTES[correction.kind](correction)}, причина: ${correction.reason}`;
