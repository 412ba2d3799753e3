/** A function of the add-in as its metadata (functions.json) states it. */
export interface CustomFunction {
  /** By which the add-in knows it: the metadata's `id`. */
  readonly id: string;
  /** As formulas write it, with the namespace of the manifest: `NOR.LOWRESULT`. */
  readonly name: string;
  readonly requiresAddress?: boolean;
  readonly requiresParameterAddresses?: boolean;
  /** A parameter is declared with `allowErrorForDataTypeAny`. */
  readonly takesErrors?: boolean;
  /** Parameters declared, but for a repeating one: Excel gives `null` for each that is left out. */
  readonly parameterCount?: number;
  /** Whether the parameter at this place is declared as a matrix. */
  isMatrix(at: number): boolean;
}

export type CustomFunctionOutcome =
  { readonly value: unknown } | { readonly error: string; readonly message: string };

/** Who runs the functions: the embedded host, through the same bridge as Excel. */
export interface CustomFunctionRunner {
  invoke(
    id: string,
    params: readonly unknown[],
    options: { address?: string; parameterAddresses?: readonly (string | null)[]; flags?: number },
  ): { readonly result: Promise<CustomFunctionOutcome> };
}

interface Metadata {
  /** For all functions, as learn.microsoft.com, "Handle and return errors from your custom function", puts it. */
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions?: readonly {
    readonly id: string;
    readonly name: string;
    readonly options?: { readonly requiresAddress?: boolean; readonly requiresParameterAddresses?: boolean };
    readonly parameters?: readonly {
      readonly dimensionality?: string;
      readonly repeating?: boolean;
      readonly allowErrorForDataTypeAny?: boolean;
    }[];
    readonly allowErrorForDataTypeAny?: boolean;
  }[];
}

/** Functions of a functions.json under the namespace of the manifest. */
export function readCustomFunctions(metadata: unknown, namespace: string): CustomFunction[] {
  if (typeof metadata !== "object" || metadata === null || !("functions" in metadata)) return [];
  const { functions = [], allowErrorForDataTypeAny = false } = metadata as Metadata; // written by the metadata generator of the add-in's build
  return functions.map((entry) => ({
    isMatrix: (at) => {
      const parameter =
        entry.parameters?.[at] ?? entry.parameters?.filter(({ repeating }) => repeating).at(-1);
      return parameter?.dimensionality === "matrix";
    },
    id: entry.id.toUpperCase(),
    name: `${namespace}.${entry.name}`.toUpperCase(),
    requiresAddress: entry.options?.requiresAddress === true,
    requiresParameterAddresses: entry.options?.requiresParameterAddresses === true,
    parameterCount: (entry.parameters ?? []).filter(({ repeating }) => repeating !== true).length,
    takesErrors:
      allowErrorForDataTypeAny ||
      entry.allowErrorForDataTypeAny === true ||
      (entry.parameters ?? []).some(({ allowErrorForDataTypeAny }) => allowErrorForDataTypeAny === true),
  }));
}
