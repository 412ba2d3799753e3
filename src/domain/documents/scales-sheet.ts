import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem } from "../problem";
import {
  gradeParts,
  joinParts,
  parseProcedure,
  procedureParts,
  resolveProcedure,
} from "../results/parse-procedure";
import { procedureTitle, type Procedure } from "../results/procedure";
import { parseCell } from "../results/cell";
import type { Scale } from "../results/scales/scale";
import { parseYear } from "../results/year";
import type { SheetPlan } from "../sheet-plan";
import { headingsRow, isBlankCell } from "./typed-lines";

export const SCALES_ID = "scales";
const SCALES_NAME = "Шкалы";

const FIRST_ROW = 5;
const EMPTY_ROWS = 40;
const COLUMNS = [
  "Форма",
  "Предмет",
  "Класс",
  "Учебный год",
  "Отметка 3 от",
  "Отметка 4 от",
  "Отметка 5 от",
  "Наибольший балл",
  "Документ",
] as const;
const [FORM, SUBJECT, GRADE, YEAR, THREE, FOUR, FIVE, MOST, DOCUMENT] = COLUMNS.keys();

/** What of a line is missing or wrong; the texts of `scaleUnreadable` are made from it. */
type Part = "procedure" | "year" | "three" | "order" | "repeated";

/**
 * Reads the user's scales. A line that is not whole, whose scores do not rise, or that repeats another one's procedure
 * and year is a problem that names its cell, and gives no scale: nothing is guessed.
 */
export function readScales(grid: Grid): {
  readonly scales: readonly Scale[];
  readonly problems: readonly Problem[];
} {
  const scales: Scale[] = [];
  const problems: Problem[] = [];
  const known = new Set<string>();
  const firstRow = (headingsRow(grid, COLUMNS) ?? FIRST_ROW - 1) + 1;
  grid.cells.forEach((row, index) => {
    const sheetRow = grid.top + index;
    if (sheetRow < firstRow) return;
    const at = (column: number): CellValue => row[column - grid.left] ?? null;
    if (COLUMNS.every((_name, column) => isBlankCell(at(column)))) return;
    const scale = scaleOf(at);
    const fault = "part" in scale ? scale : repeats(known, scale);
    if (!("part" in scale) && fault === null) {
      scales.push(scale);
      return;
    }
    const { part, column } = fault ?? { part: "procedure" as const, column: FORM };
    problems.push({
      code: "scaleUnreadable",
      severity: "error",
      source: { sheet: grid.sheet, address: cellAddress(sheetRow, column ?? 0) },
      fields: { part, value: String(at(column ?? 0) ?? "").trim() },
    });
  });
  return { scales, problems };
}

interface Fault {
  readonly part: Part;
  readonly column: number | undefined;
}

function repeats(known: Set<string>, { procedure, year }: Scale): Fault | null {
  const key = `${procedureTitle(procedure)} ${year}`;
  if (known.has(key)) return { part: "repeated", column: FORM };
  known.add(key);
  return null;
}

function scaleOf(at: (column: number) => CellValue): Scale | Fault {
  const text = (column: number | undefined): string => String(at(column ?? 0) ?? "").trim();
  const procedure = procedureIn(text(FORM), text(SUBJECT), text(GRADE));
  if (procedure === null) return { part: "procedure", column: FORM };
  const year = parseYear(text(YEAR));
  if (year === null) return { part: "year", column: YEAR };
  const scores: (number | null)[] = [];
  for (const column of [THREE, FOUR, FIVE, MOST]) {
    const value = at(column ?? 0);
    const cell = parseCell(value);
    if (isBlankCell(value)) scores.push(null);
    else if (cell.kind === "number" && Number.isInteger(cell.value) && cell.value > 0)
      scores.push(cell.value);
    else return { part: column === THREE ? "three" : "order", column };
  }
  const [three = null, four = null, five = null, most = null] = scores;
  if (three === null) return { part: "three", column: THREE };
  const given = [three, four, five].filter((score) => score !== null);
  const rises = given.every((score, n) => n === 0 || score > (given[n - 1] ?? 0));
  if (!rises || (most !== null && most < (given.at(-1) ?? 0))) return { part: "order", column: THREE };
  return { procedure, year, three, four, five, most, citation: text(DOCUMENT) };
}

function procedureIn(form: string, subject: string, grade: string): Procedure | null {
  const named = joinParts(procedureParts(form), procedureParts(subject));
  const resolved = resolveProcedure(joinParts(named, gradeParts(grade)));
  return typeof resolved === "string" ? null : resolved;
}

/** A line to begin with: what a problem `scaleUnknown` or `minimumUnknown` asks for. */
export type WantedScale = Pick<Scale, "procedure" | "year">;

/** The scales that problems of reading ask for, each once. */
export function wantedScales(problems: readonly Problem[]): readonly WantedScale[] {
  const wanted = new Map<string, WantedScale>();
  for (const { code, fields } of problems) {
    if (code !== "scaleUnknown" && code !== "minimumUnknown") continue;
    const title = String(fields["procedure"] ?? "");
    const procedure = parseProcedure(title);
    const year = parseYear(String(fields["year"] ?? ""));
    if (procedure !== null && year !== null) wanted.set(`${title} ${year}`, { procedure, year });
  }
  return [...wanted.values()];
}

/**
 * The sheet «Шкалы», made once; after that it is the user's.
 * @param wanted scales that the results need: their lines stand ready, with the scores left blank
 */
export function planScales(wanted: readonly WantedScale[] = []): SheetPlan {
  const last = FIRST_ROW + Math.max(EMPTY_ROWS, wanted.length + 10) - 1;
  const all = { top: 0, left: 0, bottom: last, right: COLUMNS.length - 1 };
  const body = { ...all, top: FIRST_ROW };
  const lines = wanted.map(({ procedure: { form, subject, grade }, year }) => [
    ...[form, subject, grade ?? null, `${year - 1}/${year}`],
    ...[null, null, null, null, null],
  ]);
  return {
    id: SCALES_ID,
    kind: "scales",
    name: SCALES_NAME,
    columns: [10, 26, 9, 14, 13, 13, 13, 13, 44],
    blocks: [
      { row: 0, column: 0, cells: [["Шкалы перевода баллов в отметки"]] },
      {
        row: 1,
        column: 0,
        cells: [
          [
            "Нужны там, где в файле есть только суммы баллов. Впишите, с какого балла ставится каждая отметка.",
          ],
          ["Шкалы каждый год новые: строка действует для одной процедуры и одного учебного года."],
          ["Для ЕГЭ в столбец «Отметка 3 от» впишите минимальный балл, остальные отметки не нужны."],
        ],
      },
      { row: FIRST_ROW - 1, column: 0, cells: [COLUMNS] },
      ...(lines.length === 0 ? [] : [{ row: FIRST_ROW, column: 0, cells: lines }]),
    ],
    styles: [
      { area: { ...all, bottom: 0 }, style: "title" },
      { area: { ...all, top: 1, bottom: 3 }, style: "note" },
      { area: { ...all, top: FIRST_ROW - 1, bottom: FIRST_ROW - 1 }, style: "tableHeader" },
      { area: body, style: "input" },
    ],
    merges: [0, 1, 2, 3].map((row) => ({ ...all, top: row, bottom: row })),
    rowHeights: [{ row: 0, points: 24 }],
    autofit: [],
    frozenRows: FIRST_ROW,
    choices: [{ area: { ...body, left: 0, right: 0 }, values: ["ВПР", "ОГЭ", "ЕГЭ"] }],
    print: {
      orientation: "landscape",
      area: all,
      titleRows: { from: FIRST_ROW - 1, to: FIRST_ROW - 1 },
      footer: SCALES_NAME,
    },
  };
}
