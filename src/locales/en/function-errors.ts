import type { functionErrors as ru } from "../ru/function-errors";

type Fields = Readonly<Record<string, string | number>>;
const ARGUMENTS: Readonly<Record<string, string>> = {
  year: "year",
  yearBefore: "yearBefore",
  headers: "headers",
};
const choices = ({ choices }: Fields): string =>
  String(choices)
    .split(" ")
    .map((kind) => `"${kind}"`)
    .join(", ");
const place = ({ row, column }: Fields): string =>
  row === 0 ? "in a parameter" : `in row ${row ?? ""}, column ${column ?? ""} of the range`;

export const functionErrors: typeof ru = {
  kindNeeded: (f) =>
    `The range has ${f.width ?? ""} column(s). Without a kind, 2 columns (participants, failed), 4 (marks 2, 3, 4, 5) ` +
    `and 5 (participants and marks) are understood. Give the kind: ${choices(f)}.`,
  kindUnknown: (f) => `The kind "${f.kind ?? ""}" is not known. Choose one of: ${choices(f)}.`,
  ruleUnknown: (f) => `The rule "${f.rule ?? ""}" is not known. Rules: ${f.choices ?? ""}.`,
  notANumber: (f) => `There is "${f.text ?? ""}" instead of a number ${place(f)}.`,
  marksDoNotSum: (f) =>
    `Row ${f.row ?? ""}: the marks sum to ${f.sum ?? ""}, which is neither the participants nor 100 %.`,
  shareDisagrees: (f) =>
    `The per cent in column ${f.column ?? ""} disagrees with the counts: ${f.failed ?? ""} of ${f.participants ?? ""}.`,
  shareAmbiguous: (f) =>
    `Column ${f.column ?? ""} may hold a fraction or a per cent. Write it with the % sign or fill in the count.`,
  minimumNeedsCounts: () => "The minimum of participants cannot be checked on shares: counts are needed.",
  vectorNeeded: () => 'The kind "marks" needs one column or one row.',
  pairsNeeded: (f) =>
    `The kind "counts" needs pairs of columns (participants, failed); there are ${f.width ?? ""} column(s).`,
  oneRowNeeded: (f) =>
    `Parameter ${ARGUMENTS[String(f.argument)] ?? ""}: one row of a school is needed, there are ${f.rows ?? ""}.`,
  triplesNeeded: (f) =>
    `The kind "triples" needs columns by three (participants, failed, %); there are ${f.width ?? ""}.`,
  widthsDiffer: (f) =>
    `The two years have ${f.year ?? ""} and ${f.yearBefore ?? ""} columns. The same procedures in the same order are needed.`,
  blankUnknown: () =>
    "The cells of the range could not be read to tell a blank from a zero. Recalculate the sheet.",
  headersDiffer: (f) =>
    `There are ${f.headers ?? ""} headers and ${f.width ?? ""} columns of data: one over each column or procedure is needed.`,
  shapesDiffer: (f) => `The ranges differ in size: ${f.shapes ?? ""} (rows × columns).`,
  yearsNeeded: (f) => `Shares of 2 or 3 years side by side are needed; there are ${f.width ?? ""} column(s).`,
  deadlineUnknown: (f) => `The deadline "${f.text ?? ""}" was not understood (${place(f)}).`,
  yearNeeded: (f) => `The deadline "${f.text ?? ""}" names no year: give the year in which the plan begins.`,
  yearUnknown: (f) => `The year "${f.year ?? ""}" was not understood. Use 2026 or "2026/2027".`,
  partUnknown: (f) => `The part "${f.part ?? ""}" is not known. Choose "start" or "end".`,
  statusUnknown: (f) =>
    `The status "${f.status ?? ""}" is not known (${place(f)}). Statuses: ${f.choices ?? ""}.`,
  todayNeeded: () => "The day to look at is missing. TODAY() will do.",
  notADate: (f) => `There is "${f.text ?? ""}" instead of a date in the parameter.`,
  notAName: (f) => `There is "${f.text ?? ""}" instead of the name of a school ${place(f)}.`,
  templateUnknown: (f) => `The template "${f.template ?? ""}" is not known. Templates: ${f.choices ?? ""}.`,
  sectionUnknown: (f) => `There is no section ${f.section ?? ""}; the template has ${f.count ?? ""}.`,
  tableNotRead: () => "No results were found in the table: headers and rows of schools are needed.",
  tableProblem: (f) =>
    `The table was not read in full, problems: ${f.count ?? ""}. The first is cell ${f.address ?? ""}, counted from the table's top left corner.`,
  inputError: (f) => `Error ${f.error ?? ""} ${place(f)}.`,
};
