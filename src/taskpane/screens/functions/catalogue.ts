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

/** As a methodist comes to need them: who is low and why, single figures, names, the plan and how it goes. */
const BY_USE: readonly string[] = [
  "LOWSCHOOLS",
  "LOWSCHOOL",
  "WHYLOW",
  "LOWRESULT",
  "FAILSHARE",
  "TREND",
  "SAMESCHOOL",
  "SCHOOLKEY",
  "MEASURES",
  "DEADLINE",
  "DEADLINESTATUS",
  "INDICATOR",
  "JOURNALGAP",
];
const place = (id: string): number => (BY_USE.includes(id) ? BY_USE.indexOf(id) : BY_USE.length);

/** Every function with its parameters: texts as Excel shows them, what is optional from the committed signatures; by use. */
export function catalogue(locale: Locale): readonly FunctionEntry[] {
  const inOrder = Object.entries(functionList(locale)).sort(([a], [b]) => place(a) - place(b));
  return inOrder.map(([id, { description, parameters }]) => ({
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
