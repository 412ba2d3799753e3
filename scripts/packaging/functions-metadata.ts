/** Metadata of the custom functions: the official generator's, with names and texts of a language laid over. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { functionTexts as en } from "../../src/locales/en/functions";
import type { Locale } from "../../src/locales/locale";
import { functionTexts as ru } from "../../src/locales/ru/functions";

export interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly options?: Readonly<Record<string, boolean>>;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: string; readonly type?: string };
}
export interface Metadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
}
interface Texts {
  readonly description: string;
  readonly parameters: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
}
const TEXTS: Readonly<Record<Locale, Readonly<Record<string, Texts>>>> = { ru, en };

export const FUNCTIONS_FOLDER = join(__dirname, "../../src/functions");

/** Files of the shells: every file of the folder, the generator takes the functions tagged `@customfunction`. */
function shellFiles(): string[] {
  return readdirSync(FUNCTIONS_FOLDER)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(FUNCTIONS_FOLDER, name));
}

/**
 * What the generator makes of the JSDoc: ids, types, which parameters are optional; English developer texts.
 * @throws Error with the generator's own messages.
 */
export async function generate(): Promise<Metadata> {
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(shellFiles());
  if (errors.length > 0) throw new Error(errors.join("\n"));
  // the generator's output is JSON of this very shape
  return JSON.parse(metadataJson) as Metadata;
}

/**
 * Metadata as Excel gets them.
 * @param site Address of the add-in, for the help pages.
 * @throws Error where a function or a parameter has no text, or a text has no function.
 */
export function localise(metadata: Metadata, locale: Locale, site: string): Metadata {
  const texts = TEXTS[locale];
  const ids = new Set(metadata.functions.map(({ id }) => id));
  const stray = Object.keys(texts).filter((id) => !ids.has(id));
  if (stray.length > 0) throw new Error(`locales/${locale}/functions: no such function ${stray.join(", ")}`);
  return {
    // an error cell reaches the function only with this switch, and an optional blank as null
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((entry) =>
      localiseFunction(entry, texts[entry.id], helpUrl(site, locale, entry.id)),
    ),
  };
}

export function helpPage(locale: Locale): string {
  return locale === "ru" ? "functions.html" : `functions.${locale}.html`;
}

function helpUrl(site: string, locale: Locale, id: string): string {
  return `${site}/${helpPage(locale)}#${id}`;
}

function localiseFunction(entry: FunctionMetadata, texts: Texts | undefined, url: string): FunctionMetadata {
  if (texts === undefined) throw new Error(`${entry.id}: no texts in locales`);
  const names = entry.parameters.map(({ name }) => name).join(", ");
  if (names !== Object.keys(texts.parameters).join(", ")) {
    throw new Error(
      `${entry.id}: parameters are ${names}; locales have ${Object.keys(texts.parameters).join(", ")}`,
    );
  }
  return {
    ...entry,
    description: texts.description,
    helpUrl: url,
    parameters: entry.parameters.map((parameter) => ({ ...parameter, ...texts.parameters[parameter.name] })),
  };
}
