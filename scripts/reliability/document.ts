import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "./part";

const PARTS = join(__dirname, "parts");
const DOCUMENT = join(__dirname, "../../docs/reliability.md");

/** Puts a part beside the others and writes the document of all of them, by the names of their files. */
export function writePart(name: string, part: Part): void {
  writeFileSync(join(PARTS, `${name}.json`), `${JSON.stringify(part, null, 2)}\n`);
  writeDocument();
}

function writeDocument(): void {
  const names = readdirSync(PARTS).filter((name) => name.endsWith(".json"));
  const parts = names.sort().map((name) => JSON.parse(readFileSync(join(PARTS, name), "utf8")) as Part); // as `writePart` wrote it
  const text = [
    "# Надёжность",
    "Этот файл пишут сценарии (`npm run faults`): ни одна цифра не вписана вручную.",
    ...parts.flatMap(section),
  ];
  writeFileSync(DOCUMENT, `${text.join("\n\n")}\n`);
}

function section({ title, paragraphs, tables, remains }: Part): string[] {
  return [
    `## ${title}`,
    ...paragraphs,
    ...tables.flatMap(({ caption, head, rows }) => [caption, table(head, rows)]),
    ...(remains.length === 0 ? [] : ["Что остаётся:", remains.map((line) => `- ${line}`).join("\n")]),
  ];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
