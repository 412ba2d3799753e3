import { functionsPane as en } from "./en/functions-pane";
import { functionTexts as enFunctions } from "./en/functions";
import type { Locale } from "./locale";
import { functionsPane as ru, type FunctionsPaneTexts } from "./ru/functions-pane";
import { functionTexts as ruFunctions } from "./ru/functions";

/** What Excel shows of a function, too: the same tables as the metadata. */
export interface FunctionText {
  readonly description: string;
  readonly parameters: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
}

const PANE: Readonly<Record<Locale, FunctionsPaneTexts>> = { ru, en };
const FUNCTIONS: Readonly<Record<Locale, Readonly<Record<string, FunctionText>>>> = {
  ru: ruFunctions,
  en: enFunctions,
};

export const functionsPaneTexts = (locale: Locale): FunctionsPaneTexts => PANE[locale];
export const functionList = (locale: Locale): Readonly<Record<string, FunctionText>> => FUNCTIONS[locale];
