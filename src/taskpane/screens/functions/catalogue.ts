import signatures from "../../../functions/signatures.json";
import { functionList } from "../../../locales/functions-pane";
import type { Locale } from "../../../locales/locale";

export interface FunctionParameter {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly optional: boolean;
}
export interface FunctionEntry {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
}

const SIGNATURES: Readonly<Record<string, string>> = signatures.functions;

/** Every function with its parameters: texts as Excel shows them, what is optional from the committed signatures. */
export function catalogue(locale: Locale): readonly FunctionEntry[] {
  return Object.entries(functionList(locale)).map(([id, { description, parameters }]) => ({
    id,
    description,
    parameters: Object.entries(parameters).map(([key, { name, description: hint }]) => ({
      id: key,
      name,
      hint,
      optional: SIGNATURES[id]?.includes(`[${key}]`) === true,
    })),
  }));
}
