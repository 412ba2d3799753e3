import { JOURNAL_NAMESPACE } from "../../../src/excel/sheets/kept-state";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { CellSet } from "../../../src/workbench/store/cell-set";
import type { Workbook } from "../../../src/workbench/store/model";
import { look } from "../harness";

/** Everything of a workbook that a user sees, prints or saves, but for our journal; lines that can be compared. */
export function digest({ sheets, settings, customXmlParts, structureProtected }: Workbook): string {
  const lines = sheets.flatMap((sheet) => [
    `== ${sheet.name}`,
    ...Object.entries(look(sheet)).flatMap(([aspect, value]) =>
      aspect === "cells" && Array.isArray(value)
        ? value.map((cell: unknown) => `${sheet.name} ${JSON.stringify(cell)}`)
        : [`${sheet.name} ${aspect} ${JSON.stringify(value)}`],
    ),
    `${sheet.name} ${sheet.visibility} ${sheet.protected} ${JSON.stringify(
      sheet.names.map(({ name, formula, visible }) => ({ name, formula, visible })),
    )} ${JSON.stringify(sheet.charts ?? []).replace(/\{[0-9A-F-]{36}\}/g, "")}`,
  ]);
  const parts = customXmlParts
    .filter(({ namespaceUri }) => namespaceUri !== JOURNAL_NAMESPACE)
    .map(({ xml }) => xml)
    .sort();
  const kept = [...settings].filter(([key]) => key !== JOURNAL_KEY).map((entry) => JSON.stringify(entry));
  return [...lines, ...kept.sort(), ...parts, String(structureProtected)].join("\n");
}

/** First lines that only one of two digests has. */
export function difference(one: string, other: string, most = 6): string {
  const [a, b] = [new Set(one.split("\n")), new Set(other.split("\n"))];
  const only = (mark: string, from: ReadonlySet<string>, without: ReadonlySet<string>): string[] =>
    [...from].filter((line) => !without.has(line)).map((line) => `${mark} ${line.slice(0, 240)}`);
  return [...only("-", a, b).slice(0, most), ...only("+", b, a).slice(0, most)].join("\n");
}

/** The same workbook for another run: sheets keep their ids. */
export function copyOf(workbook: Workbook): Workbook {
  const copy = structuredClone(workbook);
  for (const sheet of copy.sheets)
    Object.assign(sheet, {
      touched: { values: new CellSet(), styles: new CellSet(), aspects: new Set() }, // of no file
    });
  return copy;
}
