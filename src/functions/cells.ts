/** The border between Excel's values and the domain's: what every function shell uses. */
import { isProblem, valueProblem, type CellProblem, type Input, type Range } from "../domain/cells/input";
import { withBlanks } from "../excel/blank-cells";
import { functionErrorText } from "../locales/function-errors";
import { localeOf, type Locale } from "../locales/locale";
import { NO_DATA } from "../locales/ru/function-words";
import { own } from "../domain/text/own";

/**
 * One argument. Left out arrives as null or undefined; a blank cell as 0 on desktop and null on the web; an error cell
 * as CustomFunctions.Error, since the metadata allow it.
 */
export function toInput(value: unknown): Input {
  if (isPlain(value)) return value;
  if (value === undefined) return null;
  // a data type, such as a formatted number, carries the plain value inside
  const basic = property(value, "basicValue");
  if (property(value, "type") !== "Error" && basic !== undefined) return toInput(basic);
  const code = property(value, "code") ?? basic;
  return { error: typeof code === "string" ? code : "#VALUE!" };
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Rows of plain values, as long ranges are, are taken as they are. */
export function toRange(values: unknown[][]): Range {
  return values.map((row) => (row.every(isPlain) ? row : row.map(toInput)));
}

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** An optional range: null when left out. Excel on desktop may pass a single null cell for it. */
export function toOptionalRange(values: unknown): Range | null {
  if (values === null || values === undefined) return null;
  const rows: readonly unknown[] = Array.isArray(values) ? values : [values];
  const range = rows.map((row) => (Array.isArray(row) ? row.map(toInput) : [toInput(row)]));
  return range.every((row) => row.every((cell) => cell === null)) &&
    range.length === 1 &&
    range[0]?.length === 1
    ? null
    : range;
}

/** One value as a range of its own, so that a blank cell is told from a 0 there too. */
export function toCellRange(value: unknown): Range {
  return [[toInput(value)]];
}

export const valueIn = (range: Range | null): Input => range?.[0]?.[0] ?? null;

/** A domain answer as a cell's value. */
export function toCell(value: string | number | boolean | CellProblem): unknown {
  if (value === "noData") return NO_DATA;
  return isProblem(value) ? toExcelError(value) : value;
}

/** Errors that Excel lets a function return; the others carry a text instead. */
const RETURNABLE: Readonly<Record<string, keyof typeof CustomFunctions.ErrorCode>> = {
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#NULL!": "nullReference",
};

function toExcelError(problem: CellProblem): CustomFunctions.Error {
  const { Error, ErrorCode } = CustomFunctions;
  if (problem.problem === "number") return new Error(ErrorCode.invalidNumber);
  const text = functionErrorText(problem, language());
  const code = problem.problem === "input" ? own(RETURNABLE, problem.error) : undefined;
  return new Error(ErrorCode[code ?? "invalidValue"], text);
}

/** A problem of the whole call is thrown: works from CustomFunctionsRuntime 1.2 on, whatever the result's shape. */
export function orThrow<T>(value: T | CellProblem): T {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Excel's own class of errors
  if (isProblem(value)) throw toExcelError(value);
  return value;
}

/**
 * A domain answer with blanks told from zeros.
 * @throws CustomFunctions.Error where the whole call has no answer.
 */
export async function answerWithBlanks<R extends readonly (Range | null)[], T>(
  ranges: R,
  invocation: CustomFunctions.Invocation | undefined,
  compute: (ranges: R) => T | CellProblem,
): Promise<T> {
  // what cannot be read cannot be told apart: no answer is better than a wrong one
  const unknown = (): CellProblem => valueProblem("blankUnknown");
  return orThrow(await withBlanks(ranges, invocation?.parameterAddresses, compute).catch(unknown));
}

function language(): Locale {
  return typeof Office === "undefined" ? "ru" : localeOf(displayLanguage());
}

function displayLanguage(): string | undefined {
  // before Office.onReady there is no context yet, whatever the types say
  const context = Office.context as Office.Context | undefined;
  return context?.displayLanguage;
}
