/** The page behind «Справка по этой функции»: one anchor per function. */
import type { Locale } from "../../src/locales/locale";
import type { FunctionMetadata, Metadata, Parameter } from "./functions-metadata";

const WORDS = {
  ru: { title: "Функции ШНОР", separator: "; ", optional: "необязательный", parameters: "Параметры" },
  en: { title: "SHNOR functions", separator: ", ", optional: "optional", parameters: "Parameters" },
} as const;

const STYLE =
  "body{font:16px/1.5 'Segoe UI',Tahoma,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "code{font-family:Consolas,monospace}dt{font-weight:600}dd{margin:0 0 .5rem 1.5rem}";

export function helpHtml(metadata: Metadata, locale: Locale): string {
  const { title } = WORDS[locale];
  const sections = metadata.functions.map((entry) => section(entry, locale)).join("\n");
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>
${sections}
</html>
`;
}

function section(entry: FunctionMetadata, locale: Locale): string {
  const { separator, parameters } = WORDS[locale];
  const signature = entry.parameters
    .map((one) => (one.optional ? `[${one.name}]` : one.name))
    .join(separator);
  return `<section id="${entry.id}">
<h2>NOR.${entry.name}</h2>
<p><code>=NOR.${entry.name}(${escape(signature)})</code></p>
<p>${escape(entry.description ?? "")}</p>
<h3>${parameters}</h3>
<dl>${entry.parameters.map((one) => parameter(one, locale)).join("")}</dl>
</section>`;
}

function parameter(one: Parameter, locale: Locale): string {
  const optional = one.optional ? ` <small>(${WORDS[locale].optional})</small>` : "";
  return `<dt><code>${escape(one.name)}</code>${optional}</dt><dd>${escape(one.description ?? "")}</dd>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
