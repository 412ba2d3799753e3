import signatures from "../../src/functions/signatures.json";

/** Stands in for the runtime's own `CustomFunctions`; the bridge test runs the shells in the real one. */
class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

export const associated: Record<string, unknown> = {};

Object.assign(globalThis, {
  CustomFunctions: {
    Error: ExcelError,
    ErrorCode: {
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
      nullReference: "#NULL!",
      invalidName: "#NAME?",
      invalidReference: "#REF!",
    },
    associate: (functions: Record<string, unknown>) => Object.assign(associated, functions),
  },
});

/** An error cell as the runtime passes it. */
export function errorCell(code: string): unknown {
  return new ExcelError(code);
}

/** Values with errors written as their codes, so that a table of cases can be read. */
export function plain(values: unknown): unknown {
  if (Array.isArray(values)) return values.map(plain);
  return values instanceof ExcelError ? values.code : values;
}

const SIGNATURES = new Map(Object.entries(signatures.functions));

/**
 * Calls a shell as the runtime does, what is left out being null and the invocation coming last.
 * @returns its values, or `code text` of the error it throws.
 */
export async function call(
  shell: (...values: never[]) => unknown,
  values: readonly unknown[],
  parameterAddresses?: readonly string[],
): Promise<unknown> {
  // the runtime adds the invocation after the parameters of the metadata, whether the function wants it or not
  const wanted = SIGNATURES.get(shell.name.toUpperCase())?.includes("#requiresParameterAddresses") === true;
  const padding = Array.from({ length: shell.length - Number(wanted) - values.length }, () => null);
  const invocation = { functionName: shell.name, ...(parameterAddresses && { parameterAddresses }) };
  try {
    return plain(await shell(...([...values, ...padding, invocation] as never[]))); // as: what Excel passes has no types
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error;
    return error.message === undefined ? error.code : `${error.code} ${error.message}`;
  }
}
