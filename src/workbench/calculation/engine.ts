import type * as Core from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";
import type {
  ICalculateFormulaService,
  IDefinedNamesService,
  IDependencyManagerService,
  IFunctionService,
  ISuperTableService,
  IAllRuntimeData,
  IFormulaCurrentConfigService,
  IFormulaDatasetConfig,
} from "@univerjs/engine-formula";
import type { IUniverInstanceService, Univer, UniverInstanceType } from "@univerjs/core";

/** Univer's packages: loading takes about 0.4 s, so it waits until a formula must be computed. */
export interface Packages {
  readonly core: typeof Core;
  readonly formula: typeof Formula;
}

export async function loadPackages(): Promise<Packages> {
  const [core, formula] = await Promise.all([import("@univerjs/core"), import("@univerjs/engine-formula")]);
  return { core, formula };
}

/** What a run of the engine leaves. */
export interface RunResult {
  readonly data: IAllRuntimeData;
  /** Some formulas depend on themselves. */
  readonly circular: boolean;
}

/** Counts over all engines: parsed formulas are kept by unit for the whole process, with the engine that read them. */
let units = 0;

/** Univer's formula engine alone, without its sheets: data goes in and out with each run. */
export class Engine {
  readonly functions: IFunctionService;
  readonly names: IDefinedNamesService;
  readonly tables: ISuperTableService;
  readonly #calculate: ICalculateFormulaService;
  readonly #dependencies: IDependencyManagerService;
  readonly #univer: Univer;
  readonly #config: IFormulaCurrentConfigService;
  readonly #instances: IUniverInstanceService;
  readonly #sheetType: UniverInstanceType;
  readonly #cycle: () => boolean;
  #unit: string | undefined;

  constructor({ core, formula }: Packages) {
    this.#univer = new core.Univer({ logLevel: core.LogLevel.ERROR });
    this.#univer.registerPlugin(formula.UniverFormulaEnginePlugin);
    this.#sheetType = core.UniverInstanceType.UNIVER_SHEET;
    const injector = this.#univer.__getInjector();
    this.functions = injector.get(formula.IFunctionService);
    this.names = injector.get(formula.IDefinedNamesService);
    this.tables = injector.get(formula.ISuperTableService);
    this.#calculate = injector.get(formula.ICalculateFormulaService);
    this.#dependencies = injector.get(formula.IDependencyManagerService);
    this.#instances = injector.get(core.IUniverInstanceService);
    this.#config = injector.get(formula.IFormulaCurrentConfigService);
    const runtime = injector.get(formula.IFormulaRuntimeService);
    this.#cycle = () => runtime.isCycleDependency();
    // Its index of compared values takes 0 and "" for the same, and slows down with the square of the rows
    // (engine-formula 0.25.1, InvertedIndexCache.getCellPositions): compare each cell instead.
    const index = formula.CELL_INVERTED_INDEX_CACHE;
    index.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
    index.set = () => undefined;
    index.setContinueBuildingCache = () => undefined;
  }

  /** A unit of its own for each structure of the workbook: the engine keeps parsed formulas by unit. */
  renew(sheets: readonly { readonly id: string; readonly name: string }[]): string {
    const id = `workbook-${++units}`;
    const previous = this.#unit;
    this.#univer.createUnit(this.#sheetType, {
      id,
      sheetOrder: sheets.map((sheet) => sheet.id),
      sheets: Object.fromEntries(
        sheets.map((sheet) => [sheet.id, { id: sheet.id, name: sheet.name, cellData: {} }]),
      ),
    });
    this.#instances.setCurrentUnitForType(id);
    this.#config.setExecuteUnitId(id); // names and tables are looked up in this unit
    if (previous !== undefined) this.#instances.disposeUnit(previous);
    this.#unit = id;
    return id;
  }

  /** Runs the formulas once; the dependency graph is built anew, so it never lags behind the workbook. */
  async run(config: IFormulaDatasetConfig): Promise<RunResult> {
    this.#dependencies.reset();
    return new Promise((resolve, reject) => {
      const subscription = this.#calculate.executionCompleteListener$.subscribe((data) => {
        subscription.unsubscribe();
        resolve({ data, circular: this.#cycle() });
      });
      this.#calculate.execute(config).catch(reject);
    });
  }
}
