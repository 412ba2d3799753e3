import type { CellValue } from "../../../src/domain/grid";
import {
  factColumns,
  factRows,
  insertColumn,
  insertRows,
  reorderColumns,
  reorderRows,
  withCell,
  type Fact,
  type Paper,
} from "./paper";

/** Three numbers that choose where a change happens and what it puts there. */
export interface Choice {
  readonly at: number;
  readonly which: number;
  readonly what: number;
}

export type Mutation = (paper: Paper, choice: Choice) => Paper;

export const choose = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** A repeatable shuffle. */
function shuffled(list: readonly number[], seed: number): number[] {
  const result = [...list];
  let state = seed + 1;
  for (let at = result.length - 1; at > 0; at--) {
    state = (state * 48271) % 2147483647;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other] ?? 0, result[at] ?? 0];
  }
  return result;
}

/** Rows of one run of facts that no merge ties to their neighbours. */
function movableRun(paper: Paper, at: number): readonly number[] {
  const rows = factRows(paper).filter(
    (row) => !paper.merges.some(({ top, bottom }) => top <= row && row <= bottom && bottom > top),
  );
  const start = choose(rows, at);
  if (start === undefined) return [];
  const run = [start];
  while (rows.includes((run.at(-1) ?? 0) + 1)) run.push((run.at(-1) ?? 0) + 1);
  return run;
}

export const shuffleRows: Mutation = (paper, { at, what }) => {
  const run = movableRun(paper, at);
  const order = paper.rows.map((_, row) => row);
  shuffled(run, what).forEach((row, index) => (order[run[index] ?? 0] = row));
  return reorderRows(paper, order);
};

export const shuffleColumns: Mutation = (paper, { what }) => {
  if (!paper.loose) return paper;
  return reorderColumns(
    paper,
    shuffled(
      paper.columns.map((_, at) => at),
      what,
    ),
  );
};

const TOTALS = [
  "Итого",
  "ИТОГО:",
  "Всего по району",
  "Средний показатель",
  "По муниципалитету",
  "Итого по округу",
];
const NOTES: readonly CellValue[][] = [
  [null, null, null],
  ["* по данным школ"],
  ["Лист 2"],
  ["Примечание: без учёта пересдач"],
];

/** Never between two rows that a merge ties. */
export function gap(paper: Paper, at: number): number {
  const rows = factRows(paper);
  const row = choose(rows, at) ?? 0;
  const tied = paper.merges.some(({ top, bottom }) => top < row && row <= bottom);
  return tied ? (rows.at(-1) ?? 0) + 1 : row;
}

export const insertBlank: Mutation = (paper, { at, what }) =>
  insertRows(
    paper,
    gap(paper, at),
    Array.from({ length: 1 + (what % 3) }, () => []),
  );

export const insertNote: Mutation = (paper, { at, which }) =>
  insertRows(paper, gap(paper, at), [choose(NOTES, which) ?? []]);

export const insertTotal: Mutation = (paper, { at, which, what }) => {
  const row: CellValue[] = paper.columns.map(() => null);
  for (const column of factColumns(paper)) row[column] = 10 + ((what + column) % 500);
  const names = paper.columns.indexOf(paper.names);
  row[what % 3 === 0 && names > 0 && !paper.loose ? names - 1 : names] = choose(TOTALS, which) ?? "Итого";
  return insertRows(paper, gap(paper, at), [row]);
};

/** The same name in other quotes and spaces. */
const NAMINGS: readonly ((name: string) => string)[] = [
  (name) => name.replace(/[«»]/g, '"'),
  (name) => name.replace(/[«»]/g, ""),
  (name) => name.replace(/ /g, "\u00A0"),
  (name) => `  ${name} `,
  (name) => name.replace(/ /g, "  "),
  (name) => name.replace("№ ", "№"),
  (name) => name.replace("«", "« ").replace("»", " »"),
  (name) => name.replace(/С/g, "C").replace(/о/g, "o"),
  (name) => name.replace(/ё/g, "е"),
  (name) => name.replace(" ", "\n"),
];

export const rename: Mutation = (paper, { at, which }) => {
  const row = choose(factRows(paper), at) ?? 0;
  const column = paper.columns.indexOf(paper.names);
  const name = paper.cells[row]?.[column];
  const naming = choose(NAMINGS, which);
  return typeof name === "string" && naming !== undefined
    ? withCell(paper, row, column, naming(name))
    : paper;
};

const BROKEN: readonly CellValue[] = [
  "много",
  "?",
  "5 (25%)",
  "1O",
  "12-15",
  "5/20",
  "#ДЕЛ/0!",
  "#Н/Д",
  "#REF!",
  "#VALUE!",
  -3,
  2.5,
  true,
  "12,5,3",
  "нет сведений",
  "болели",
];

export const breakFigure: Mutation = (paper, { at, which, what }) => {
  const column = choose(factColumns(paper), which) ?? 0;
  // A fraction among per cents is a figure like any other: nobody could tell that it is wrong.
  const shares = paper.cells.some((row) => /\d%|\d[.,]\d/.test(String(row[column] ?? "")));
  const broken = shares ? BROKEN.filter((value) => value !== 2.5) : BROKEN;
  return withCell(paper, choose(factRows(paper), at) ?? 0, column, choose(broken, what) ?? "?");
};

/** A blank, or words for it. Where nothing of a fact is left, the sheet says nothing any more. */
export const blankFigure: Mutation = (paper, { at, which, what }) => {
  const row = choose(factRows(paper), at) ?? 0;
  const column = choose(factColumns(paper), which) ?? 0;
  const blanked = withCell(paper, row, column, choose([null, "", "н/д", "-"], what) ?? null);
  const left = (fact: Fact): readonly string[] =>
    fact.columns
      .map((id) => String(blanked.cells[row]?.[paper.columns.indexOf(id)] ?? ""))
      .filter((text) => !["", "н/д", "-"].includes(text));
  return {
    ...blanked,
    facts: blanked.facts.flatMap((fact): readonly Fact[] => {
      if (fact.row !== paper.rows[row]) return [fact];
      const texts = left(fact);
      if (texts.length === 0) return [];
      // a share of nothing over blank counts may be a formula's, where nobody took part
      const isNothing = fact.columns.length > 1 && texts.every((text) => text === "0" || text === "0%");
      return [isNothing ? { ...fact, either: true } : fact];
    }),
  };
};

/** A number typed as text, as it is or with spaces. */
export const typeAsText: Mutation = (paper, { at, which, what }) => {
  const row = choose(factRows(paper), at) ?? 0;
  const column = choose(factColumns(paper), which) ?? 0;
  const value = paper.cells[row]?.[column];
  if (typeof value !== "number" || paper.formats[row]?.[column]?.includes("%") === true) return paper;
  const text = String(value).replace(".", ",");
  return withCell(paper, row, column, choose([text, ` ${text}`, `${text}\u00A0`], what) ?? text);
};

export const blankCell: Mutation = (paper, { at, which }) => {
  const figures = factColumns(paper);
  const told = paper.columns.flatMap((_, column) => (figures.includes(column) ? [] : [column]));
  return withCell(paper, choose(factRows(paper), at) ?? 0, choose(told, which) ?? 0, null);
};

const DECOYS: readonly (readonly [string, CellValue])[] = [
  ["Средний балл", 3.6],
  ["Примечание", "уточнить"],
  ["Код", 100_101],
  ["По списку", 120],
  ["Рейтинг", 7],
  ["Качество, %", 45.5],
  ["Порог, %", 30],
];

export const addColumn: Mutation = (paper, { at, which }) => {
  const [header, value] = choose(DECOYS, which) ?? ["Примечание", null];
  const rows = factRows(paper);
  const first = rows[0] ?? 0;
  const values = paper.cells.map((_, row) =>
    row === first - 1 ? header : rows.includes(row) ? value : null,
  );
  return insertColumn(paper, paper.loose ? at % (paper.columns.length + 1) : paper.columns.length, values);
};
