import * as body from "./body-changes";
import * as header from "./header-changes";
import type { Paper } from "./paper";

export const MUTATIONS = {
  shuffleRows: body.shuffleRows,
  shuffleColumns: body.shuffleColumns,
  insertBlank: body.insertBlank,
  insertNote: body.insertNote,
  insertTotal: body.insertTotal,
  rename: body.rename,
  breakFigure: body.breakFigure,
  blankFigure: body.blankFigure,
  typeAsText: body.typeAsText,
  blankCell: body.blankCell,
  addColumn: body.addColumn,
  twistHeader: header.twistHeader,
  spoilHeader: header.spoilHeader,
  splitHeader: header.splitHeader,
  mergeHeader: header.mergeHeader,
  repeatHeader: header.repeatHeader,
} satisfies Record<string, body.Mutation>;

/** One change: its kind, and where and what. */
export interface Change extends body.Choice {
  readonly kind: keyof typeof MUTATIONS;
}

/** Changes that a careful reader sees through: everything must be read and nothing asked. */
export const HARMLESS: ReadonlySet<Change["kind"]> = new Set<Change["kind"]>([
  "shuffleRows",
  "shuffleColumns",
  "insertBlank",
  "insertNote",
  "insertTotal",
  "rename",
  "typeAsText",
  "twistHeader",
]);

export function mutate(paper: Paper, changes: readonly Change[]): Paper {
  return changes.reduce((changed, change) => MUTATIONS[change.kind](changed, change), paper);
}
