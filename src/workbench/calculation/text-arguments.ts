import type { IFunctionService } from "@univerjs/engine-formula";
import type { Packages } from "./engine";

/** Functions of text that take a number, which Excel reads from a text: `TEXT("02.04.2027","yyyy")` is 2027. */
const TAKES_NUMBER = new Set(["TEXT", "VALUE", "NUMBERVALUE", "FIXED", "DOLLAR", "CHAR", "UNICHAR", "REPT"]);

/**
 * A text in quotes stays text as an argument: `IF(TRUE,"02.04.2027","")` is a text, also `"12%"` and `"1/2"`. The engine
 * reads such texts as dates and shares before any function that does not refuse it. Excel makes a number of a text where a
 * number is asked for only (support.microsoft.com, "Using operators": conversion of values), so functions of dates, sums and
 * operators go on as they are.
 */
export function keepTextArguments(functions: IFunctionService, { formula }: Packages): void {
  const groups = [
    formula.FUNCTION_NAMES_LOGICAL,
    formula.FUNCTION_NAMES_INFORMATION,
    formula.FUNCTION_NAMES_LOOKUP,
    formula.FUNCTION_NAMES_TEXT,
  ];
  for (const name of groups.flatMap((group) => Object.values<string>(group))) {
    const executor = functions.getExecutor(name);
    if (executor && !TAKES_NUMBER.has(name)) executor.isArgumentsIgnoreNumberPattern = () => true;
  }
}
