import type { RecognitionTexts } from "../ru/recognition";
import { formatYear } from "../../domain/results/year";
import type { Change, ColumnRole } from "../../domain/results/corrections/correction";
import type { WishFault } from "../../domain/results/corrections/make";

const roles: Readonly<Record<ColumnRole, string>> = {
  school: "school",
  municipality: "municipality",
  code: "login or code of the school",
  year: "school year",
  procedure: "procedure",
  participants: "participants",
  failed: "failed",
  passed: "passed",
  share: "share of those who failed",
  passShare: "share of those who passed",
  mark2: "mark 2",
  mark3: "mark 3",
  mark4: "mark 4",
  mark5: "mark 5",
  other: "not read",
};
/** Roles that only a layout gives. */
const readRoles: Readonly<Record<string, string>> = {
  ...roles,
  number: "row number",
  schoolNumber: "number of the school",
  form: "form",
  subject: "subject",
  grade: "class",
  level: "level",
  quality: "quality (not needed)",
  other: "not read",
  unknown: "not understood",
  blank: "blank",
  login: "login of the school",
  mark: "mark",
  score: "score",
  total: "total of points",
  primary: "raw points",
  variant: "variant",
  exam: "exam",
  label: "school",
};
const from: Readonly<Record<string, string>> = {
  header: "from the header",
  column: "from a column",
  title: "from the title",
  sheet: "from the sheet name",
  file: "from the file name",
  user: "told by you",
};
/** Where the procedure and the year of columns come from. */
function contextFrom(procedure: string | undefined, year: string | undefined): string {
  const told = (source: string): string => from[source] ?? source;
  if (procedure !== undefined && procedure === year) return `procedure and year ${told(year)}`;
  return [
    procedure === undefined ? "" : `procedure ${told(procedure)}`,
    year === undefined ? "" : `year ${told(year)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
const kinds: Readonly<Record<Change["kind"], string>> = {
  range: "Range of the table",
  role: "Role of a column",
  year: "School year",
  procedure: "Procedure",
  notResults: "These are no results",
};
const faults: Readonly<Record<WishFault, string>> = {
  noHeader: "The first rows hold no headers to know the table by later. Include the header row.",
  notAnAddress: "Enter an address such as A2:F40",
  outside: "The sheet has no such cells",
};

/** Texts of the part about how sheets were understood; loaded with it. */
export const recognition: RecognitionTexts = {
  details: "Columns and corrections",
  header: "Header",
  column: "Column",
  plain: "Columns of the whole table",
  everywhere: (told: string) => `Everywhere: ${told}.`,
  contextFrom: (procedure: string | undefined, year: string | undefined) => contextFrom(procedure, year),
  severalExams:
    "The protocol holds several exams, so year and procedure cannot be corrected here. Write above each exam its title, such as “02 - Математика 2026.06.02”, or put the exams on sheets of their own.",
  roleName: (role: string) => readRoles[role] ?? "not read",
  byUser: "told by you",
  heading: "How sheets are read",
  remembered: "Your corrections",
  idle: "The table was read but gave no results",
  unread: "Sheets where no table was found",
  unreadLead: "If a sheet has results, say where the table is and what its columns hold.",
  show: "Show the table",
  kind: "What to correct",
  kinds,
  columns: "Of which columns",
  whole: "The whole table",
  group: (letters: string, told: string) => `${letters}${told === "" ? "" : ` (${told})`}`,
  roleWanted: "Role",
  chosen: roles,
  asHeader: "By the header",
  range: "Range with the header",
  rangeHint: "For example A2:F40",
  year: "School year",
  yearHint: "For example 2024/2025. Holds for this sheet and these figures",
  yearWrong: "Enter a school year such as 2024/2025",
  procedure: "Procedure",
  procedureHint: "For example ВПР математика 5",
  procedureWrong: "Enter form, subject and, for ВПР, class: “ВПР математика 5”, “ЕГЭ математика базовая”",
  notResults: "The table will not count. You can take it back at any time.",
  apply: "Correct",
  fault: (code: WishFault) => faults[code],
  notLeftOut: (sheet: string, code: WishFault) =>
    `The table on sheet “${sheet}” still counts: that it is no results could not be kept. ${faults[code]}`,
  undo: "Undo",
  undoOf: (what: string) => `Undo the correction: ${what}`,
  effect: (sheet: string, before: number, after: number) =>
    `Sheet “${sheet}” was read anew. Results from it: ${before} before, ${after} now. The correction is kept in the workbook.`,
  taken: (sheet: string, before: number, after: number) =>
    `The correction was undone. Results from sheet “${sheet}”: ${before} before, ${after} now.`,
  unused: "not used",
  told: (change: Change, letters: string) => {
    switch (change.kind) {
      case "notResults":
        return "these are no results";
      case "range":
        return "range of the table";
      case "role":
        return `column ${letters}: ${roles[change.role]}`;
      case "year":
        return `school year ${formatYear(change.year)}${letters === "" ? "" : `, columns ${letters}`}`;
      case "procedure":
        return `procedure${letters === "" ? "" : `, columns ${letters}`}`;
    }
  },
  remove: (file: string) => `Remove the file: ${file}`,
  removeShort: "Remove the file",
  copy: (file: string) => `Add copies of its sheets: ${file}`,
  copying: "Adding the sheets of the file",
  removing: "Removing the file",
  copyShort: "Add copies of its sheets",
  copied: (names: string) =>
    `Sheets added to the workbook: ${names}. Results are still counted from the file.`,
};
