import type { Calculation } from "../../calculation";
import { formatArea, getCell, usedArea } from "../../store";
import { bounding, cellCount, intersection } from "../../store/areas";
import { cellsIn } from "../../store/cells";
import type { Area, Cell, ConditionalFormat, Sheet, Style, Workbook } from "../../store/model";
import { colorScale } from "./color-scale";
import { comparisonFormula, directTest, type Test } from "./direct";
import { type AskedFormula, computeTests } from "./formula-tests";
import { moveFormula } from "./move-formula";

/** What conditional formats lay over cells: by row, then by column. */
export type Look = ReadonlyMap<number, ReadonlyMap<number, Style>>;

export interface Looks {
  readonly bySheet: ReadonlyMap<Sheet, Look>;
  /** Rules that are not drawn, by sheet: their kind has no drawing here, or they cover too many cells. */
  readonly undrawn: ReadonlyMap<Sheet, number>;
}

/** Cells that one look gives another style than the other. */
export function* differences(
  before: Look | undefined,
  after: Look | undefined,
): Iterable<readonly [row: number, column: number]> {
  for (const [look, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const [row, columns] of look ?? [])
      for (const [column, style] of columns) {
        const there = other?.get(row)?.get(column);
        if (there === undefined || (look === after && !sameStyle(style, there))) yield [row, column];
      }
}

const sameStyle = (a: Style, b: Style): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Cells of one sheet that rules are tried on; a page that stands still for seconds would be worse than a plain one. */
const MOST_CELLS = 20_000;

/** A rule that is ready to be tried: its areas, and what it gives a cell. */
interface Drawing {
  readonly areas: readonly Area[];
  readonly stop: boolean;
  /** `undefined` where the rule does not hold; known once formulas were computed. */
  readonly look: (row: number, column: number, cell: Cell | undefined) => Style | undefined;
}

/** Tries all rules of a workbook as it is now. */
export async function conditionalLooks(workbook: Workbook, calculation: Calculation): Promise<Looks> {
  const formulas = new Formulas();
  const drawings = new Map<Sheet, readonly Drawing[]>();
  const undrawn = new Map<Sheet, number>();
  for (const sheet of workbook.sheets) {
    if (sheet.conditionalFormats.length === 0 || sheet.visibility !== "Visible") continue;
    const made = drawingsOf(sheet, formulas);
    drawings.set(sheet, made);
    if (made.length < sheet.conditionalFormats.length)
      undrawn.set(sheet, sheet.conditionalFormats.length - made.length);
  }
  await formulas.compute(workbook, calculation);
  const bySheet = new Map([...drawings].map(([sheet, rules]) => [sheet, layOver(sheet, rules)]));
  return { bySheet, undrawn };
}

function drawingsOf(sheet: Sheet, formulas: Formulas): Drawing[] {
  const used = usedArea(sheet, false);
  if (!used) return [];
  let room = MOST_CELLS;
  return sheet.conditionalFormats.flatMap((format) => {
    const areas = format.areas.flatMap((area) => intersection(area, used) ?? []);
    room -= areas.reduce((sum, area) => sum + cellCount(area), 0);
    const look = room < 0 ? undefined : lookOf(sheet, format, areas, formulas);
    return look ? [{ areas, stop: format.stopIfTrue === true, look }] : [];
  });
}

function lookOf(
  sheet: Sheet,
  format: ConditionalFormat,
  areas: readonly Area[],
  formulas: Formulas,
): Drawing["look"] | undefined {
  const cells = (): Iterable<Cell> => eachCell(sheet, areas);
  if (format.kind === "ColorScale") {
    const fillOf = colorScale(format.rule ?? {}, cells());
    return fillOf && ((_row, _column, cell) => fillStyle(fillOf(cell)));
  }
  const { style = {} } = format;
  const direct: Test | undefined = directTest(format, cells);
  if (direct) return (_row, _column, cell) => (direct(cell) ? style : undefined);
  const holds = formulas.ask(sheet, format, areas);
  return holds && ((row, column) => (holds(row, column) ? style : undefined));
}

function* eachCell(sheet: Sheet, areas: readonly Area[]): Iterable<Cell> {
  for (const area of areas) for (const [, , cell] of cellsIn(sheet, area)) yield cell;
}

const fills = new Map<string, Style>();
function fillStyle(fill: string | undefined): Style | undefined {
  if (fill === undefined) return undefined;
  const known = fills.get(fill) ?? { fill };
  fills.set(fill, known);
  return known;
}

/** The first rule that holds wins where two rules set the same property; a rule with `stopIfTrue` ends the row of rules. */
function layOver(sheet: Sheet, rules: readonly Drawing[]): Look {
  const looks = new Map<number, Map<number, Style>>();
  const stopped = new Set<string>();
  for (const { areas, stop, look } of rules)
    for (const { top, left, bottom, right } of areas)
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          if (stopped.has(`${row},${column}`)) continue;
          const style = look(row, column, getCell(sheet, row, column));
          if (!style) continue;
          if (stop) stopped.add(`${row},${column}`);
          const columns = looks.get(row) ?? new Map<number, Style>();
          looks.set(row, columns);
          const before = columns.get(column);
          columns.set(column, before ? { ...style, ...before } : style);
        }
  return looks;
}

/** Formulas of all rules, gathered, computed once, and then asked for their results. */
class Formulas {
  readonly #asked: AskedFormula[] = [];
  #lanes = 0;
  #result: (asked: AskedFormula) => boolean = () => false;

  /** The rule's formula for each cell of its areas: written for the first cell of all areas, it moves along. */
  ask(
    sheet: Sheet,
    format: ConditionalFormat,
    areas: readonly Area[],
  ): ((row: number, column: number) => boolean) | undefined {
    const [first, ...more] = format.areas;
    if (!first) return undefined;
    const { top, left } = more.reduce(bounding, first);
    const formula = formulaOf(format, formatArea({ top, left, bottom: top, right: left }));
    if (formula === undefined) return undefined;
    const asked = new Map<string, AskedFormula>();
    for (const area of areas)
      for (let column = area.left; column <= area.right; column++) {
        const lane = this.#lanes++;
        for (let row = area.top; row <= area.bottom; row++)
          asked.set(`${row},${column}`, {
            sheet,
            row,
            lane,
            formula: moveFormula(formula, row - top, column - left),
          });
      }
    this.#asked.push(...asked.values());
    return (row, column) => {
      const one = asked.get(`${row},${column}`);
      return one !== undefined && this.#result(one);
    };
  }

  async compute(workbook: Workbook, calculation: Calculation): Promise<void> {
    this.#result = await computeTests(workbook, this.#asked, calculation);
  }
}

function formulaOf({ kind, formula, rule }: ConditionalFormat, cell: string): string | undefined {
  if (kind === "Custom") return formula;
  return kind === "CellValue" ? comparisonFormula(rule ?? {}, cell) : undefined;
}
