import type { LayoutFixture } from "./make";

/** A fixture as its file has it: a line per row of cells and per result, so that a change is seen in a diff. */
export function fixtureText({ sheets, results, journal, secrets, ...rest }: LayoutFixture): string {
  const rows = (list: readonly unknown[]): string =>
    list.length === 0 ? "[]" : `[\n${list.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]`;
  const laid = sheets.map(
    ({ cells, ...sheet }) => `{ "head": ${JSON.stringify(sheet)}, "cells": ${rows(cells)} }`,
  );
  return [
    `{ "about": ${JSON.stringify(rest)},`,
    `"results": ${rows(results)},`,
    `"journal": ${rows(journal)},`,
    `"secrets": ${JSON.stringify(secrets)},`,
    `"sheets": [\n${laid.join(",\n")}\n] }`,
    "",
  ].join("\n");
}
