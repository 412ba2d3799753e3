import type { Cell } from "../../../src/workbench/store/model";

/** What a cell holds, as it is compared. */
export const content = ({ formula, value, error, style }: Cell = {}): Partial<Cell> & { format: string } => ({
  ...(formula === undefined ? { ...(value === undefined ? {} : { value }) } : { formula }),
  ...(error === true ? { error } : {}),
  format: style?.numberFormat ?? "General",
});

/** What the user put there, and why it might come back as something else. */
export const CONTENTS: readonly (readonly [why: string, cell: Cell])[] = [
  ["a number", { value: 7 }],
  ["a date is a number with its format", { value: 46_000, style: { numberFormat: "dd.mm.yyyy" } }],
  ["a truth value", { value: true }],
  ["a formula", { value: 0, formula: "=SUM(A1:A3)" }],
  ["a text", { value: "ждём справку" }],
  ["a text that looks like a formula", { value: "=SUM(A1:A3)" }],
  ["a text that looks like a number", { value: "1.1" }],
  ["a text that looks like an error", { value: "#N/A" }],
  ["an error is no text", { value: "#N/A", error: true }],
  ["a text that begins with an apostrophe", { value: "'в кавычках'" }],
  ["digits in a cell that is formatted as text", { value: "007", style: { numberFormat: "@" } }],
  [
    "a formula in a cell that is formatted as text",
    { value: 0, formula: "=A1", style: { numberFormat: "@" } },
  ],
];
