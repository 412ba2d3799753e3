import type { CellValueType } from "@univerjs/core";

/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- the enum itself would load Univer, which waits */
/** `CellValueType` of Univer. */
export const CellType: { readonly [Name in "string" | "number" | "boolean"]: CellValueType } = {
  string: 1,
  number: 2,
  boolean: 3,
};
