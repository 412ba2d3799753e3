/** `docs/functions.ru.md` and `docs/functions.md` from the metadata, the texts and the examples; a test holds them to it. */
import { EXAMPLES, placed, type ExampleCell } from "../../src/domain/cells/examples";
import { NAMESPACE, withListSeparator } from "../../src/domain/cells/formula-text";
import type { Locale } from "../../src/locales/locale";
import type { FunctionMetadata, Metadata } from "./functions-metadata";
import { BAD_INPUT, WORDS } from "./functions-docs-texts";

export const docsFile = (locale: Locale): string => (locale === "ru" ? "functions.ru.md" : "functions.md");

export function docsMarkdown(metadata: Metadata, locale: Locale): string {
  const { title, intro, native } = WORDS[locale];
  const sections = metadata.functions.map((entry) => section(entry, locale));
  return [`# ${title}`, intro, native, ...sections].join("\n\n") + "\n";
}

function section(entry: FunctionMetadata, locale: Locale): string {
  const words = WORDS[locale];
  const rows = entry.parameters.map(
    ({ name, optional, description = "" }) =>
      `| \`${name}\` | ${optional === true ? words.optional : words.required} | ${description} |`,
  );
  return [
    `## ${NAMESPACE}.${entry.name}`,
    entry.description ?? "",
    [`| ${words.parameter} | | ${words.what} |`, "| --- | --- | --- |", ...rows].join("\n"),
    `**${words.bad}** ${BAD_INPUT[locale][entry.id] ?? ""}`,
    ...EXAMPLES.filter(({ id }) => id === entry.id).map(({ data, formula, shown }) =>
      [table(data), "", `\`${shownFormula(placed(formula), locale)}\` →`, "", answer(shown)].join("\n"),
    ),
  ].join("\n\n");
}

/** Russian Excel shows a semicolon; English one a comma. */
const shownFormula = (formula: string, locale: Locale): string =>
  withListSeparator(formula, locale === "ru" ? ";" : ",");

const letters = (width: number): string[] =>
  Array.from({ length: width }, (_, at) => String.fromCharCode(65 + at));

/** Cells with the letters and numbers that Excel shows around them. */
function table(data: readonly (readonly ExampleCell[])[]): string {
  const head = letters(data[0]?.length ?? 0);
  return [
    `| | ${head.join(" | ")} |`,
    `| --- |${" --- |".repeat(head.length)}`,
    ...data.map((row, index) => `| **${index + 1}** | ${row.map(String).join(" | ")} |`),
  ].join("\n");
}

const answer = (shown: readonly (readonly ExampleCell[])[]): string =>
  shown.map((row) => `> ${row.map((cell) => `\`${String(cell)}\``).join(" ")}`).join("  \n");
