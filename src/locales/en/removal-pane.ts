import type { RemovalPaneTexts } from "../ru/removal-pane";

const sheets = (n: number): string => `${n} ${n === 1 ? "sheet" : "sheets"}`;
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

export const removalPane: RemovalPaneTexts = {
  back: "Back",
  lead: "Only sheets that the add-in made are here. Your sheets of results are not in the list.",
  reading: "Looking for sheets of the add-in",
  working: "Removing sheets",
  none: "The workbook has no sheets of the add-in.",
  generated: "Made by the add-in, as they were",
  edited: "Edited by you",
  editedHint: "Your edits go with the sheet. Tick it if you do not need them.",
  typed: "Filled in by you",
  typedHint: "The next run uses them: requisites, decisions, registry of schools. Usually kept.",
  remove: (n: number) => (n === 0 ? "Tick sheets" : `Remove ${sheets(n)}`),
  askHeading: (n: number) => `Remove ${sheets(n)}?`,
  ask: "These will be deleted:",
  noReturn:
    "There is no undo: Excel does not bring deleted sheets back and clears its undo list. Formulas that refer to them will show #REF!.",
  yes: "Delete for good",
  no: "Do not delete",
  removed: (names: readonly string[]) => `Removed: ${quoted(names)}.`,
  lastSheet: "No other sheet would be visible, and Excel needs one. Add a sheet or untick one.",
  changed: (names: readonly string[]) =>
    `Meanwhile this changed: ${quoted(names)}. Nothing was removed. Look at the list again.`,
};
