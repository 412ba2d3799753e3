import type { Area } from "../grid";
import type { RecognisedTable } from "./layouts/layout";
import { headsSchool, mayNameSchool, namesOneSchool, tellsBoth } from "./figure-labels";
import { filledColumns, hasFigures } from "./header-cells";
import { looksLikeSchool } from "./row-words";
import { isSchoolName, schoolLabels } from "./school-columns";
import { SCHOOLS_IN_COLUMNS } from "./turned-view";
import type { SheetView } from "./sheet-view";

/** Numbers this large are telephones, taxpayer numbers and codes, not figures of results. */
export const LARGEST_FIGURE = 100_000;
const MOST_ROWS = 2000;
/** Figures of a school in a column begin within so many rows below its name. */
const MOST_LINES = 20;
/** A school named by its number alone; such a text says nothing where no table is. */
const NUMBER_ONLY = /^№\s*\d+$/;

/**
 * Where schools stand with at least two figures and no table claims the cells: worth asking about; a list of addresses
 * is not. Beside a table one such row is enough: a header repeated below it may have hidden it. Without any table, two.
 */
export function uncoveredSchools(view: SheetView, claims: readonly RecognisedTable[]): Area | null {
  const whole = claims.some(
    ({ top, bottom, left, right }) =>
      left === 0 && right >= view.columns - 1 && top <= 1 && bottom >= view.rows - 1,
  );
  if (whole) return null;
  const least = claims.length > 0 ? 1 : 2;
  const columns = [uncoveredNames, uncoveredColumns, uncoveredLabels, uncoveredHeaders].flatMap((find) =>
    find(view, claims),
  );
  const found: Area[] = [...columns];
  for (let row = 0; row < Math.min(view.rows, MOST_ROWS); row++) {
    const ends = schoolWithFigures(view, row, claims);
    if (ends === null) continue;
    const [left, right] = ends;
    found.push({ top: row, bottom: row, left, right });
  }
  if (columns.length === 0 && found.length < least) return null;
  return {
    top: Math.min(...found.map(({ top }) => top)),
    bottom: Math.max(...found.map(({ bottom }) => bottom)),
    left: Math.min(...found.map(({ left }) => left)),
    right: Math.max(...found.map(({ right }) => right)),
  };
}

/**
 * Labels of participants and of those who failed one below the other, with numbers beside them under some text:
 * schools in columns whose names say nothing of a school, or one school alone.
 */
function uncoveredLabels(view: SheetView, claims: readonly RecognisedTable[]): readonly Area[] {
  const found: Area[] = [];
  for (let column = 0; column < view.columns - 1; column++) {
    for (let row = 1; row < Math.min(view.rows, MOST_ROWS); row++) {
      if (!isFree(claims, row, column) || !hasNumber(view, row, column)) continue;
      const labels = labelsBelow(view, claims, row, column);
      const bottom = row + labels.length - 1;
      const right = tellsBoth(labels) ? lastNamed(view, claims, { top: row, bottom, left: column }) : null;
      if (right !== null) found.push({ top: row - 1, bottom, left: column, right });
      row = Math.max(row, bottom);
    }
  }
  return found;
}

function hasNumber(view: SheetView, row: number, left: number): boolean {
  for (let column = left + 1; column < view.columns; column++)
    if (view.cell(row, column).kind === "number") return true;
  return false;
}

/** Texts of a column from a row on, without a gap, that nothing claims. */
function labelsBelow(
  view: SheetView,
  claims: readonly RecognisedTable[],
  top: number,
  column: number,
): readonly string[] {
  const texts: string[] = [];
  for (let row = top; row < Math.min(view.rows, top + MOST_LINES) && isFree(claims, row, column); row++) {
    const cell = view.cell(row, column);
    if (cell.kind !== "text") break;
    texts.push(cell.text);
  }
  return texts;
}

/** The last column of numbers, two at least, under a text that may name a school; null where there is none. */
function lastNamed(
  view: SheetView,
  claims: readonly RecognisedTable[],
  { top, bottom, left }: Omit<Area, "right">,
): number | null {
  const ofSchool = isOfOneSchool(view, claims, top - 1);
  const headed = headsSchool(view, top - 1, left);
  let last: number | null = null;
  for (let column = left + 1; column < view.columns; column++) {
    const over = view.cell(top - 1, column).kind;
    const isNamed = headed
      ? over === "blank"
      : isFree(claims, top - 1, column) &&
        (mayNameSchool(view, top - 1, column) || (ofSchool && over === "text"));
    if (!isNamed) continue;
    let numbers = 0;
    for (let row = top; row <= bottom; row++) if (view.cell(row, column).kind === "number") numbers += 1;
    if (numbers >= 2) last = column;
  }
  return last;
}

/** Whether the sheet or a title names one school: the figures below are its. A text alone right above is a title too. */
function isOfOneSchool(view: SheetView, claims: readonly RecognisedTable[], bottom: number): boolean {
  if (namesOneSchool(view.grid.sheet)) return true;
  for (let row = Math.max(0, bottom - MOST_LINES); row <= bottom; row++) {
    const filled = filledColumns(view, row);
    const isTitle = filled.length === 1 && row >= bottom - 2;
    if (filled.some((at) => (isTitle || isFree(claims, row, at)) && namesOneSchool(view.text(row, at))))
      return true;
  }
  return false;
}

/** A header of figures that nothing claims, with numbers alone right below it: of a school whose name is lost. */
function uncoveredHeaders(view: SheetView, claims: readonly RecognisedTable[]): readonly Area[] {
  const found: Area[] = [];
  if (claims.length === 0) return found; // a sheet without a table is looked at by its header anyway
  for (let row = 0; row < Math.min(view.rows - 1, MOST_ROWS); row++) {
    const [labels, figures] = [row, row + 1].map((at) =>
      filledColumns(view, at).filter((column) => isFree(claims, at, column)),
    );
    const numbers = (figures ?? []).filter((column) => view.cell(row + 1, column).kind === "number");
    const columns = [...(labels ?? []), ...numbers];
    if (numbers.length < 2 || numbers.length < (figures ?? []).length) continue;
    if (!isHeader(view, row, labels ?? [])) continue;
    found.push({ top: row, bottom: row + 1, left: Math.min(...columns), right: Math.max(...columns) });
  }
  return found;
}

/** Labels of participants and of those who failed, or of schools and some figure. */
function isHeader(view: SheetView, row: number, columns: readonly number[]): boolean {
  if (tellsBoth(columns.map((column) => view.text(row, column)))) return true;
  const [label] = schoolLabels(view, row);
  return (
    label !== undefined && columns.includes(label) && hasFigures(view, row, row, label + 1, view.columns - 1)
  );
}

const isFree = (claims: readonly RecognisedTable[], row: number, column: number): boolean =>
  !claims.some(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );

/** Rows with two names side by side that nothing claims, with figures below both: schools in columns, not understood. */
function uncoveredNames(view: SheetView, claims: readonly RecognisedTable[]): readonly Area[] {
  const found: Area[] = [];
  for (let row = 0; row < Math.min(view.rows, MOST_ROWS); row++) {
    const names = Array.from({ length: view.columns }, (_, column) => column).filter(
      (column) => isSchoolName(view, row, column) && isFree(claims, row, column),
    );
    if (names.length < 2) continue;
    const lastFigure = (column: number): number | null => {
      let last: number | null = null;
      for (let below = row + 1; below <= Math.min(view.rows - 1, row + MOST_LINES); below++) {
        if (isSchoolName(view, below, column)) return null; // a column of names
        if (!isFree(claims, below, column)) break;
        const cell = view.cell(below, column);
        if (cell.kind === "number" && cell.value < LARGEST_FIGURE) last = below;
      }
      return last;
    };
    const withFigures = names.flatMap((column) => {
      const bottom = lastFigure(column);
      return bottom === null ? [] : [{ column, bottom }];
    });
    const [first] = withFigures;
    const last = withFigures.at(-1);
    if (first === undefined || last === undefined || last === first) continue;
    const bottom = Math.max(...withFigures.map((each) => each.bottom));
    found.push({ top: row, bottom, left: first.column, right: last.column });
  }
  return found;
}

/**
 * Where schools stand in columns: figures that nothing claims below a name in the row of the claimed ones, or in
 * columns of figures beside them whose names are lost; numbers of rows are none.
 */
function uncoveredColumns(view: SheetView, claims: readonly RecognisedTable[]): readonly Area[] {
  const turned = claims.filter(({ layout }) => layout === SCHOOLS_IN_COLUMNS);
  return turned.flatMap(({ top, bottom, right }) => {
    const beside = claims.filter((claim) => claim.top <= bottom && top <= claim.bottom);
    const found: Area[] = [];
    for (let column = 0; column < view.columns; column++) {
      if (beside.some((claim) => claim.left <= column && column <= claim.right)) continue;
      const cells = Array.from({ length: bottom - top }, (_, at) => view.cell(top + 1 + at, column));
      const numbers = cells.flatMap((cell) => (cell.kind === "number" ? [cell.value] : []));
      const counts = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
      const like = numbers.length > 0 && numbers.length * 2 >= cells.length && (column > right || !counts);
      // a figure typed as a word is a figure of the school that stands over it
      if (
        like ||
        (isSchoolName(view, top, column) && cells.some(({ kind }) => kind !== "blank" && kind !== "noData"))
      )
        found.push({ top, bottom, left: column, right: column });
    }
    return found;
  });
}

/** First and last column of a name and its figures. */
function schoolWithFigures(
  view: SheetView,
  row: number,
  claims: readonly RecognisedTable[],
): readonly [number, number] | null {
  const beside = claims.filter(({ top, bottom }) => top <= row && row <= bottom);
  let names = 0;
  let figures = 0;
  let left = -1;
  let right = -1;
  for (let column = 0; column < view.columns; column++) {
    if (beside.some((claim) => claim.left <= column && column <= claim.right)) continue;
    const cell = view.cell(row, column);
    if (cell.kind === "number" && cell.value < LARGEST_FIGURE) figures += 1;
    else if (cell.kind === "text" && isName(cell.text.trim(), claims.length > 0)) names += 1;
    else continue;
    if (left < 0) left = column;
    right = column;
  }
  return names > 0 && figures >= 2 ? [left, right] : null;
}

function isName(text: string, besideTable: boolean): boolean {
  return text.length < 160 && (looksLikeSchool(text) || (besideTable && NUMBER_ONLY.test(text)));
}
