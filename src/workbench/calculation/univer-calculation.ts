import type { IAllRuntimeData } from "@univerjs/engine-formula";
import { setResult } from "../store/cells";
import type { Area, Sheet, Workbook } from "../store/model";
import type { Calculation, ChangedCells } from "./calculation";
import { EngineCells } from "./cells";
import { circularCells } from "./circular";
import type { CustomFunction, CustomFunctionRunner } from "./custom-functions";
import { Engine, loadPackages, type Packages } from "./engine";
import { type Blank, type CellPlace, engineFunctions, FunctionCalls } from "./function-calls";
import { lastRowOf } from "./whole-columns";
import { isTooDeep } from "./formula-text";
import { hyperlinkFunction } from "./hyperlink";
import { registerNames } from "./names";
import { ResultWriter } from "./results";
import { Spills } from "./spills";
import { keepTextArguments } from "./text-arguments";

export interface CalculationOptions {
  /** Functions of the add-in; without a runner they are unknown names. */
  readonly functions?: readonly CustomFunction[];
  readonly runner?: CustomFunctionRunner;
  /** How a blank cell reaches functions of the add-in; 0 when left out, as on the desktop. */
  readonly blank?: Blank;
}

/** Functions nested in each other's arguments over cells need a round each; more means that they never settle. */
const MOST_ROUNDS = 50;
/** Beyond this many separate areas it is quicker to compute everything. */
const MOST_AREAS = 200;

/** Calculation by Univer's formula engine, which is loaded when the first formula must be computed. */
export class UniverCalculation implements Calculation {
  /** Cells of the last recalculation that depend on themselves; they hold 0, as in Excel. */
  circular: readonly CellPlace[] = [];
  #ready: Promise<{ readonly engine: Engine; readonly packages: Packages }> | undefined;
  #unit: string | undefined;
  #workbook: Workbook | undefined;
  #spills = new Spills();
  #calls: FunctionCalls | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly options: CalculationOptions = {}) {}

  /** One recalculation after another. */
  recalculate(workbook: Workbook, changed: ChangedCells): Promise<void> {
    const turn = this.#last.then(() => this.#recalculate(workbook, changed));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #recalculate(workbook: Workbook, changed: ChangedCells): Promise<void> {
    if (this.#workbook !== workbook) {
      this.#workbook = workbook;
      this.#spills = new Spills();
      this.#unit = undefined;
    }
    if (changed.everything) this.#spills.read(workbook);
    const emptied = this.#spills.dropOrphans(workbook);
    this.circular = [];
    if (!hasFormula(workbook)) return;
    const { engine, packages } = await this.#engine();
    markTooDeep(workbook);
    const calls = new FunctionCalls(this.options.runner ?? NO_RUNNER, workbook);
    this.#calls = calls;
    if (changed.everything || this.#unit === undefined) {
      this.#unit = engine.renew(workbook.sheets);
      engine.functions.registerExecutors(hyperlinkFunction(packages)); // the engine's own come with its first unit
      keepTextArguments(engine.functions, packages);
      registerNames(engine, this.#unit, workbook);
    }
    const cells = new EngineCells(
      this.#unit,
      workbook,
      packages,
      this.options.functions ?? [],
      lastRowOf(workbook, changed),
    );
    const stale = changed.everything ? undefined : staleAreas(workbook, changed, emptied, this.#spills);
    const { rounds, circular } = await runRounds(engine, cells, calls, stale);
    const writer = new ResultWriter(workbook, this.#spills, calls.messages);
    for (const data of rounds) writer.take(data, this.#unit);
    writer.finish();
    if (circular) this.#markCircular(workbook);
  }

  /** support.microsoft.com, "Remove or allow a circular reference": such a cell shows 0. */
  #markCircular(workbook: Workbook): void {
    this.circular = circularCells(workbook);
    for (const { sheetId, row, column } of this.circular) {
      const sheet = workbook.sheets.find(({ id }) => id === sheetId);
      if (sheet) setResult(sheet, row, column, { value: 0 });
    }
  }

  #engine(): Promise<{ readonly engine: Engine; readonly packages: Packages }> {
    this.#ready ??= loadPackages().then((packages) => {
      const engine = new Engine(packages);
      const calls = (): FunctionCalls | undefined => this.#calls;
      engine.functions.registerExecutors(
        ...engineFunctions(
          packages,
          this.options.functions ?? [],
          calls,
          this.options.blank === undefined ? 0 : this.options.blank,
        ),
      );
      return { engine, packages };
    });
    return this.#ready;
  }
}

/** Runs the stale formulas, and again those that waited for functions of the add-in. */
async function runRounds(
  engine: Engine,
  cells: EngineCells,
  calls: FunctionCalls,
  stale: ReadonlyMap<string, readonly Area[]> | undefined,
): Promise<{ readonly rounds: readonly IAllRuntimeData[]; readonly circular: boolean }> {
  const rounds: IAllRuntimeData[] = [];
  let circular = false;
  for (let dirty = stale; rounds.length < MOST_ROUNDS;) {
    const result = await engine.run(cells.config(dirty));
    cells.take(result.data);
    rounds.push(result.data);
    circular ||= result.circular;
    const waiting = await calls.settle();
    if (waiting.length === 0) break;
    dirty = cellAreas(waiting);
  }
  return { rounds, circular };
}

function cellAreas(places: readonly CellPlace[]): Map<string, Area[]> {
  const areas = new Map<string, Area[]>();
  for (const { sheetId, row, column } of places)
    areas.set(sheetId, [
      ...(areas.get(sheetId) ?? []),
      { top: row, left: column, bottom: row, right: column },
    ]);
  return areas;
}

/** What must be computed: all areas that changed, arrays that lie in them, arrays that found no room. */
function staleAreas(
  workbook: Workbook,
  changed: ChangedCells,
  emptied: ReadonlyMap<string, readonly Area[]>,
  spills: Spills,
): Map<string, Area[]> | undefined {
  const stale = new Map<string, Area[]>();
  let count = 0;
  for (const sheet of workbook.sheets) {
    const written = [...(changed.areas.get(sheet.id) ?? []), ...(emptied.get(sheet.id) ?? [])];
    const areas = [...written, ...spills.anchorsIn(sheet, written), ...blocked(sheet)];
    if (areas.length > 0) stale.set(sheet.id, areas);
    count += areas.length;
  }
  return count > MOST_AREAS ? undefined : stale;
}

function blocked(sheet: Sheet): Area[] {
  const areas: Area[] = [];
  for (const [row, columns] of sheet.cells)
    for (const [column, { value, formula }] of columns)
      if (formula !== undefined && value === "#SPILL!")
        areas.push({ top: row, left: column, bottom: row, right: column });
  return areas;
}

/** A formula that the engine cannot take and that has no result of a file. */
function markTooDeep({ sheets }: Workbook): void {
  for (const sheet of sheets)
    for (const [row, columns] of sheet.cells)
      for (const [column, { formula, value }] of columns)
        if (value === undefined && formula !== undefined && isTooDeep(formula))
          setResult(sheet, row, column, { value: "#VALUE!", error: true });
}

function hasFormula({ sheets }: Workbook): boolean {
  for (const { cells } of sheets)
    for (const columns of cells.values())
      for (const { formula } of columns.values()) if (formula !== undefined) return true;
  return false;
}

const NO_RUNNER: CustomFunctionRunner = {
  invoke: () => ({ result: Promise.resolve({ error: "#NAME?", message: "" }) }),
};
