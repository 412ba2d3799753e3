import type { BaseReferenceObject, BaseValueObject } from "@univerjs/engine-formula";
import { columnName, formatAddress, formatArea } from "../store/address";
import type { Area, Workbook } from "../store/model";
import type { CustomFunction, CustomFunctionOutcome, CustomFunctionRunner } from "./custom-functions";
import type { Packages } from "./engine";

/** A cell whose formula waits for a function of the add-in. */
export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

type Params = readonly (Param | Param[][])[];
type Param = number | string | boolean | null | ErrorParam;
/** How an error cell reaches a function that takes errors. */
interface ErrorParam {
  readonly type: "Error";
  readonly basicType: "Error";
  readonly basicValue: string;
}

/**
 * Calls of the add-in's functions during one recalculation. The engine asks for a value and does not wait: the call
 * is begun, the cell noted, and the formula runs again once the results are there. So all calls of a column are under
 * way together, as in Excel; one after the other each would wait for the next batch of office.js (0.5 s).
 */
export class FunctionCalls {
  readonly #outcomes = new Map<string, CustomFunctionOutcome | "running">();
  readonly #running: Promise<void>[] = [];
  #waiting: CellPlace[] = [];
  /** Message that came with an error, by `sheet row column`. */
  readonly messages = new Map<string, { readonly error: string; readonly message: string }>();

  constructor(
    private readonly runner: CustomFunctionRunner,
    readonly workbook: Workbook,
  ) {}

  /** The outcome of a call, or `undefined` while it runs. */
  ask(
    func: CustomFunction,
    place: CellPlace,
    params: Params,
    addresses: readonly (string | null)[],
  ): CustomFunctionOutcome | undefined {
    const key = `${place.sheetId} ${place.row} ${place.column} ${func.id} ${JSON.stringify([params, addresses])}`;
    const known = this.#outcomes.get(key);
    if (known !== undefined && known !== "running") {
      if ("error" in known) this.messages.set(placeKey(place), known);
      return known;
    }
    this.#waiting.push(place);
    if (known === undefined) this.#begin(key, func, place, params, addresses);
    return undefined;
  }

  #begin(
    key: string,
    func: CustomFunction,
    place: CellPlace,
    params: Params,
    addresses: readonly (string | null)[],
  ): void {
    this.#outcomes.set(key, "running");
    const sheet = this.workbook.sheets.find(({ id }) => id === place.sheetId);
    const cell = { top: place.row, bottom: place.row, left: place.column, right: place.column };
    const options = {
      address: sheet ? formatAddress(sheet.name, cell) : `${columnName(place.column)}${place.row + 1}`,
      flags: func.takesErrors ? TAKES_ERRORS : 0,
      ...(func.requiresParameterAddresses && { parameterAddresses: addresses }),
    };
    this.#running.push(
      this.runner
        .invoke(func.id, params, options)
        .result.catch((problem: unknown): CustomFunctionOutcome => ({
          error: "#VALUE!",
          message: String(problem),
        }))
        .then((outcome) => void this.#outcomes.set(key, outcome)),
    );
  }

  /** Waits for all calls under way; gives the cells to compute again. */
  async settle(): Promise<readonly CellPlace[]> {
    await Promise.all(this.#running.splice(0));
    const places = this.#waiting;
    this.#waiting = [];
    return places;
  }
}

/** Flag of an invocation: errors allowed as arguments (embedded-host.md, custom functions). */
const TAKES_ERRORS = 4;

export const placeKey = ({ sheetId, row, column }: CellPlace): string => `${sheetId} ${row} ${column}`;

/** Makes the engine's function for each function of the add-in; `calls` gives those of the present recalculation. */
export function engineFunctions(
  { formula }: Packages,
  functions: readonly CustomFunction[],
  calls: () => FunctionCalls | undefined,
  blank: Blank,
): InstanceType<Packages["formula"]["BaseFunction"]>[] {
  class AddinFunction extends formula.BaseFunction {
    override needsReferenceObject = true;
    constructor(private readonly info: CustomFunction) {
      super(info.name);
    }

    /** A text in quotes is a text: the engine would make a number of one that looks like a date. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...given: BaseValueObject[]): BaseValueObject {
      const params: (Param | Param[][])[] = [];
      const addresses: (string | null)[] = [];
      const running = calls();
      for (const argument of given) {
        addresses.push(
          isReference(argument) && running ? referenceAddress(argument, running.workbook) : null,
        );
        const param = shaped(readArgument(argument, blank), this.info.isMatrix(params.length));
        if (param === undefined) return errorValue(formula, "#VALUE!");
        const error = this.info.takesErrors ? undefined : firstError(param);
        // Excel does not call a function with an error among its arguments; the error is the result.
        if (error !== undefined) return errorValue(formula, error);
        params.push(param);
      }
      for (let at = params.length; at < (this.info.parameterCount ?? 0); at++) {
        params.push(null);
        addresses.push(null);
      }
      const place = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
      const outcome = running?.ask(this.info, place, params, addresses);
      if (!outcome) return errorValue(formula, "#N/A");
      if ("error" in outcome) return errorValue(formula, outcome.error);
      return makeValue(formula, outcome.value);
    }
  }
  return functions.map((info) => new AddinFunction(info));
}

type FormulaPackage = Packages["formula"];

const errorValue = (formula: FormulaPackage, error: string): BaseValueObject => {
  const known = Object.values(formula.ErrorType).find((type) => (type as string) === error);
  return formula.ErrorValueObject.create(known ?? formula.ErrorType.VALUE);
};

const isReference = (argument: BaseValueObject | BaseReferenceObject): argument is BaseReferenceObject =>
  argument.isReferenceObject();

function referenceAddress(reference: BaseReferenceObject, workbook: Workbook): string {
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
  const area: Area = { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
  const sheet = workbook.sheets.find(({ id }) => id === reference.getSheetId());
  return sheet ? formatAddress(sheet.name, area) : formatArea(area);
}

/** How a blank cell arrives: 0 in Excel on the desktop, null on the web. Source: not-yet-seen-in-excel.md. */
export type Blank = 0 | null;

function readArgument(argument: BaseValueObject | BaseReferenceObject, blank: Blank): Param | Param[][] {
  if (!isReference(argument) && !argument.isArray()) return readScalar(argument);
  const rows: Param[][] = [];
  // Both references and arrays walk their cells with absolute positions.
  const source = argument as BaseReferenceObject;
  const { startRow, startColumn } = source.getRangePosition();
  source.iterator((cell, row, column) => {
    (rows[row - startRow] ??= [])[column - startColumn] = cell ? readScalar(cell) : blank;
    return undefined;
  });
  return rows;
}

/** A range goes whole into a parameter declared as a matrix, one cell into any other; more cells do not fit there. */
function shaped(param: Param | Param[][], matrix: boolean): Param | Param[][] | undefined {
  if (!Array.isArray(param)) return matrix && param !== null ? [[param]] : param;
  if (matrix) return param;
  return param.length === 1 && param[0]?.length === 1 ? param[0][0] : undefined;
}

function readScalar(value: BaseValueObject): Param {
  if (value.isError()) return { type: "Error", basicType: "Error", basicValue: String(value.getValue()) };
  return value.isNull() ? null : value.getValue();
}

function firstError(param: Param | Param[][]): string | undefined {
  const cells = Array.isArray(param) ? param.flat() : [param];
  for (const cell of cells) if (typeof cell === "object" && cell !== null) return cell.basicValue;
  return undefined;
}

function makeValue(formula: FormulaPackage, value: unknown): BaseValueObject {
  if (!Array.isArray(value)) return makeScalar(formula, value);
  const rows = value.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  const cells = rows.map((row) => row.map((cell) => makeScalar(formula, cell)));
  return formula.ArrayValueObject.create({
    calculateValueList: cells,
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function makeScalar(formula: FormulaPackage, value: unknown): BaseValueObject {
  if (typeof value === "number") return formula.NumberValueObject.create(value);
  if (typeof value === "boolean") return formula.BooleanValueObject.create(value);
  if (typeof value === "object" && value !== null && "basicValue" in value)
    return errorValue(formula, String(value.basicValue));
  // Excel shows 0 for a null inside a result, as for a reference to an empty cell.
  if (value === null || value === undefined) return formula.NumberValueObject.create(0);
  return formula.StringValueObject.create(typeof value === "string" ? value : JSON.stringify(value));
}
