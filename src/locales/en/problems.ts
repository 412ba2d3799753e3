import type { ProblemTexts } from "../problem-texts";

const yearFrom: Readonly<Record<string, string>> = {
  column: "the column",
  procedure: "the name of the procedure",
  title: "the table's title",
  sheet: "the sheet name",
  file: "the file name",
};
/** Of several rows in one message. */
const rows = (count: string): string => (count === "" ? "" : ` Rows: ${count}.`);
const gaps: Readonly<Record<string, string>> = {
  form: "the form is missing (ВПР, ОГЭ, ЕГЭ)",
  subject: "the subject is missing",
  class: "the class is missing",
  level: "the level is missing (базовая, профильная)",
  marks: "this ЕГЭ gives test scores, and the column holds marks",
  otherForm: "it is none of ВПР, ОГЭ, ЕГЭ",
};
/** A figure beside sure ones is worth a look; one that the result hangs on costs the result; nobody's costs nothing. */
const lost = (severity: string): string => {
  if (severity === "error") return "The result is not counted.";
  return severity === "info"
    ? "Nobody took part, so no result depends on it."
    : "The result is taken from other columns.";
};
const quoted = (text: string): string => (text === "" ? "" : ` “${text}”`);

const classesWhy: Readonly<Record<string, string>> = {
  shares: "there are only shares, no numbers of participants",
  alone: "the other classes of the year group are not on the sheet",
  repeated: "one class stands twice",
  broken: "some of the school's data could not be read",
};
const scaleParts: Readonly<Record<string, string>> = {
  procedure: "form, subject or class is missing",
  year: "the school year is missing",
  three: "the least score of mark 3 is missing",
  order: "the scores of the marks do not rise",
  repeated: "another scale of this procedure and year is given already",
};

const correctionKind: Readonly<Record<string, string>> = {
  notResults: "“these are no results”",
  range: "the table's range",
  role: "a column's role",
  year: "the school year",
  procedure: "the procedure",
};
const correctionUnfit: Readonly<Record<string, string>> = {
  header: "the header of the table has changed or is gone",
  outside: "the sheet does not have these rows or columns",
  end: "the row that the table ended at is not found",
  nothing: "there is no table in the range",
  figures: "other figures stand under the same header now",
  several: "the table has several years or procedures, one for all of it does not fit",
  pupils: "this is a list of pupils, whose columns take no roles",
};

/** Wording: what is wrong, then what to do. The cell is put in front by the caller. */
const MISSING_COLUMN: Readonly<Record<string, string>> = {
  due: "Deadlines are taken from the text of the roadmap.",
  number: "Measures are found by the other columns, their numbers come from the template or their order.",
  measure: "Texts of measures are taken from the template.",
};

export const problems: ProblemTexts = {
  emptyWorkbook: () => "The workbook is empty. Open a workbook with results of ВПР, ОГЭ, ЕГЭ and try again.",
  noResults: () =>
    "No results found. A table needs columns for the school, participants and failed (or the share, or marks 2–5), with the procedure and the school year in headers or columns.",
  noListedResults: ({ of }) =>
    `Results were read (${of("procedures")}), but rule “${of("rule")}” finds nothing to judge by: it looks at Russian and mathematics, and needs the minimum number of participants. Add results or change the settings.`,
  sheetNotRecognised: () =>
    "the sheet looks like results, but its table was not understood and is not counted. Check the column headers: school, participants, failed, share.",
  hiddenSheetRead: () =>
    "the sheet is hidden, yet its results are counted. If they are not wanted, delete the sheet or mark its table as no results.",
  columnNotRecognised: ({ of }) =>
    `column${quoted(of("header"))} was not understood and is not counted. If it holds results, make its header clearer.`,
  rowNotRecognised: ({ of }) =>
    of("part") !== ""
      ? `row “${of("text")}” is part of another row and is not counted on its own. If it is a school, drop “в т. ч.”.`
      : `row “${of("text")}” is neither a school nor a total and is not counted. Check it.`,
  yearUnknown: ({ of }) =>
    `${of("text") === "" ? "the school year is missing" : `school year “${of("text")}” was not understood`}, the results are not counted. Put it into the table header or the sheet name, such as “2018/2019”.${rows(of("count"))}`,
  yearDisagrees: ({ of }) =>
    `the years differ: ${of("used")} in the table, ${of("other")} in ${yearFrom[of("from")] ?? "its surroundings"}. ${of("used")} is used; check it.${rows(of("count"))}`,
  yearTaken: ({ of }) =>
    `the row has no year, ${of("year")} is taken from ${yearFrom[of("from")] ?? "its surroundings"}.${rows(of("count"))}`,
  retakeLeftOut: ({ of }) =>
    `“${of("text")}” is not the first attempt, its results are not counted. To count retakes, turn that on in the settings.${rows(of("count"))}`,
  partOfParticipants: ({ of }) =>
    `column “${of("header")}” tells of some of the participants (girls, boys, special needs). The sheet does not say whether the parts make the whole. Add columns of all participants.`,
  percentUnnamed: ({ of }) =>
    `column “${of("header")}” does not say whether it is the share of those who failed, of those who passed or of good marks. Write it in the header, such as “failed, %”.`,
  classesNotAdded: ({ of }) =>
    `${of("school")}, ${of("procedure")}: classes ${of("classes")} were not added up: ${classesWhy[of("why")] ?? ""}. Enter what is missing, or one row for the whole year group.`,
  columnLeftOut: ({ of }) =>
    `column “${of("header")}” tells of some of the participants and is not counted on its own: the columns of all of them are.`,
  procedureUnknown: ({ of }) =>
    `procedure${quoted(of("text"))} was not understood: ${gaps[of("missing")] ?? "the name is incomplete"}. Its results are not counted. Write such as “ВПР математика 5”, “ЕГЭ математика базовая”.${rows(of("count"))}`,
  recognitionUnfit: ({ of }) =>
    `your correction of ${correctionKind[of("kind")] ?? "the table"} was not used: ${correctionUnfit[of("why")] ?? ""}. The sheet was read without it. Correct it again or undo the correction.`,
  recognitionLeftOut: () =>
    "the table was left out: you said that these are no results. You can take that back.",
  recognitionUnreadable: ({ of }) =>
    `Stored corrections could not be read${of("count") === "" ? "" : ` (${of("count")})`}; the sheets were read without them. Correct them again.`,
  errorValue: ({ of, severity }) =>
    `the cell holds error ${of("value")}. ${lost(severity)} Mend the formula or enter a number.`,
  notANumber: ({ of, severity }) =>
    `“${of("value")}” stands in place of a number. ${lost(severity)} Enter a number or “н/д”.`,
  negativeCount: ({ of }) => `negative number ${of("value")}, the result is not counted. Correct it.`,
  fractionalCount: ({ of }) =>
    `fractional count ${of("value")}, the result is not counted. Enter a whole number.`,
  failedAboveParticipants: ({ of }) =>
    `more failed (${of("failed")}) than participants (${of("participants")}), the result is not counted. Check both numbers.`,
  shareOutOfRange: ({ of }) =>
    `share ${of("value")}% is outside 0–100 %, the result is not counted. Correct it.`,
  shareAmbiguous: ({ of }) =>
    `unclear whether this is a fraction or a per cent: ${of("value")}. Not counted. Add the % sign or give the number of failed.`,
  shareDisagrees: ({ of, severity }) =>
    of("participants") === ""
      ? `${of("printed")}% and ${of("failed")} failed: no number of participants gives both. The result is not counted, check both numbers.`
      : severity === "error"
        ? `${of("printed")}% is no whole number of ${of("participants")} participants. The result is not counted, check both numbers.`
        : `${of("printed")}% is given, the numbers say ${of("failed")} of ${of("participants")}. The numbers are used, check the row.`,
  shareRoundingCouldFlip: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: the share is rounded, the exact one may lie on the other side of the threshold. Enter the counts.`,
  marksDoNotSum: ({ of }) =>
    `the marks add up to ${of("sum")} instead of ${of("participants")}. Not counted, check the row.`,
  incompleteRow: () =>
    "the row is half filled, the result is not counted. Enter the missing number or “н/д”.",
  duplicateDiffers: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: two different figures — ${of("first")} and ${of("second")}${related}. Neither is counted: keep the right one.`,
  duplicateSame: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: the same figures stand twice${related}. Counted once.`,
  participantsBetweenSheets: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: ${of("first")} participants, but ${of("second")} in the comparison with the journal${related}. The first figure is used, check the sheets.`,
  schoolInOneYear: ({ of, severity }) =>
    `${of("school")}: results for ${of("year")} only, none for ${of("missing")}.${severity === "info" ? " If the school worked then too, add the data." : " If the school was renamed, enter its former name on the sheet «Школы», column «Другие названия»; if data are missing, add them."}`,
  schoolsInOneYear: ({ of }) =>
    `Many schools (${of("count")}) have results for ${of("year")} but not for ${of("missing")}: ${of("schools")}. Check that all sheets of ${of("missing")} are in the workbook.`,
  proceduresMissing: ({ of }) =>
    `No results for ${of("year")} in procedures that ${of("other")} has (${of("count")}): ${of("procedures")}. If they were held, add the data.`,
  pupilsNotRead: () =>
    "this is a list of pupils of an unknown kind and is not counted. A list with marks is read by columns of school, class, subject, name (or code) and one of marks, with form and year in its title. A table by school will do too: participants, failed.",
  markUnknown: ({ of }) =>
    of("value") === ""
      ? "the mark or score was not understood, the pupil is not counted. Enter a number; for somebody who was absent write “отсутствовал”."
      : `mark or score ${of("value")} is impossible here, the pupil is not counted. Correct it or the scale.`,
  scaleUnknown: ({ of }) =>
    `${of("procedure")}, ${of("year")}: only total scores are given and the scale to marks is unknown. Not counted: enter the scale of that year on the sheet “Шкалы” and try again.`,
  scaleUnreadable: ({ of }) =>
    `the scale was not understood: ${scaleParts[of("part")] ?? "check the row"}${quoted(of("value"))}. Correct the row.`,
  minimumUnknown: ({ of }) =>
    `${of("procedure")}, ${of("year")}: the minimum score is unknown. Not counted: enter it on the sheet “Шкалы”, column “Отметка 3 от”, and try again.`,
  minimumDisagrees: ({ of }) =>
    `${of("procedure")}, ${of("year")}: the protocol prints minimum ${of("printed")}, the reference has ${of("table")}. The protocol's is used; check it.`,
  participantsDisagree: ({ of }) =>
    `${of("printed")} participants are printed, ${of("counted")} rows have a result. The rows are counted; check that none is missing.`,
  pupilRepeated: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: the same pupil stands in this protocol already. Counted as two people; delete the row if it is one too many.`,
  pupilsSame: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: the same pupils with the same results were met again (rows: ${of("count")}). Counted once.`,
  pupilDiffers: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: one pupil has different results of one day${related}. The school's result is not counted: keep the right row.`,
  retakesUnknown: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: protocols of several days have neither names nor codes, so retakes cannot be told. All rows are counted.`,
  appealsApplied: ({ of }) => `results changed by the protocol of appeals: ${of("count")}.`,
  appealUnmatched: ({ of }) =>
    `${of("school")}: the person of this appeal is in no protocol of the exam, no result was changed. Add the protocol or check class and school code.`,
  stateFinalLeftOut: ({ of }) =>
    `this is ГВЭ (rows: ${of("count")}), neither ОГЭ nor ЕГЭ. It is not counted.`,
  comparisonDoesNotSum: ({ of }) =>
    `lowered, confirmed and raised add up to ${of("sum")} of ${of("participants")} participants. Check the row.`,
  schoolNearMatch: ({ of, related }) =>
    `alike names: “${of("first")}” and “${of("second")}”${related}. ${of("apart") === "" ? "Taken for different schools." : "One sheet has different results of one procedure and year for them, so they are different schools."} If they are one, type ${of("why") === "login" ? of("secondKey").replace("edu:", "edu") : `“${of("second")}”`} on the sheet “Школы” into the row of the first, column “Другие названия”; if not, the same into “Не путать с”.`,
  schoolNameMissing: () => "figures without a school name, the row is not counted. Enter the school.",
  registryUnreadable: () =>
    "the registry of schools is not read: its headings “Школа” and “Другие названия” are gone. Bring them back, or delete the sheet to have it made anew.",
  registryNameMissing: () => "a row of the registry has no school, it is not counted. Enter the school.",
  registryValueUnknown: ({ of }) => `“${of("value")}” is not understood and not counted. Correct the cell.`,
  registryReasonMissing: ({ of }) =>
    `“${of("school")}” is left out without a reason. Documents will have a dash there; enter the reason.`,
  registryKeyRepeated: ({ of, related }) =>
    `“${of("school")}” is in the registry already${related}. The first row counts, delete this one.`,
  registryAliasRepeated: ({ of, related }) =>
    `“${of("alias")}” stands for two schools: “${of("first")}” and “${of("second")}”${related}. It counts for neither, keep it in one row.`,
  registryParentUnknown: ({ of }) =>
    `the registry has no school “${of("parent")}”; results of “${of("school")}” are counted apart. Type the name as in the column “Школа”.`,
  registryParentCycle: ({ of }) =>
    `“${of("school")}” and “${of("parent")}” belong to each other in a circle; their results are counted apart. Remove one.`,
  registryProtected: ({ of }) =>
    `the registry's sheet is protected, new schools (${of("count")}) are not added to it. Unprotect it and try again.`,
  branchAdded: ({ of }) =>
    `results of “${of("branch")}” (${of("count")}) are added to the school “${of("school")}”, as the registry says.`,
  branchNotAdded: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: a share alone cannot be added to that of the branch${related}. The result is not counted; enter participants and failed.`,
  keptRemarks: ({ of }) =>
    `file “${of("file")}”: remarks when it was read: ${of("count")}. To see them, add the file again.`,
  keptUnreadable: () =>
    "the row is not read, its result is not counted. Correct it, delete it or add the file again.",
  municipalitiesSeveral: ({ of }) =>
    `The data are of several municipalities (${of("count")}): ${of("names")}. All are judged; choose one at the step “Data”.`,
  municipalityOthers: ({ of }) =>
    `Schools of “${of("municipality")}” are taken. Results of others are left out: ${of("count")}.`,
  municipalityMissing: ({ of }) =>
    `The data have no municipality “${of("municipality")}”. Choose another at the step “Data”.`,
  smallGroup: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: low result of a group of ${of("participants")}. A small group, look into the causes.`,
  smallGroups: ({ of }) =>
    `Results of fewer than ${of("limit")} participants for ${of("year")}: ${of("count")} (schools: ${of("schools")}), the smallest of ${of("least")}. They count, but one or two people decide the share. To leave them out, set the fewest participants in the settings.`,
  yearBeforeMissing: ({ of }) =>
    `Results for ${of("year")} only: there is no year to compare with, criterion 2 is not checked. Add results of an earlier year.`,
  yearBeforeSubstituted: ({ of }) =>
    `No results for ${of("wanted")}; ${of("year")} is compared with the nearest earlier year, ${of("used")}.`,
  yearMissing: ({ of }) => `No results for school year ${of("year")}. Choose another year or add data.`,
  adjustmentUnknownSchool: ({ of }) =>
    `decision “${of("action")}” was not applied: school “${of("school")}” has no results. Spell the name as in the table.`,
  adjustmentIncomplete: ({ of }) =>
    `the decision on school “${of("school")}” lacks: ${of("missing")}. It was applied; fill it in.`,
  decisionUnreadable: ({ of }) =>
    of("value") === ""
      ? "the decision is half filled. Give the school and the decision, “включить” or “исключить”."
      : `decision “${of("value")}” was not understood. Give the school and choose “включить” or “исключить”.`,
  requisiteUnknown: ({ of }) =>
    `requisite “${of("label")}” is unknown and will not reach the documents. Restore the row's label.`,
  noRoadmap: () =>
    "The workbook has no roadmap. Create it and fill in the columns «Статус» and «Дата исполнения».",
  roadmapRepeated: ({ of }) =>
    `the workbook has several sheets of one roadmap. “${of("used")}” is counted, “${of("other")}” is not: delete the extra one.`,
  executionColumnMissing: ({ of }) =>
    `the column “${of("column")}” is missing. ${MISSING_COLUMN[of("key")] ?? "Its values count as blank."} Bring its heading back.`,
  statusUnknown: ({ of }) =>
    `unknown status “${of("value")}”: measure ${of("number")} counts as not begun. Choose a status from the list.`,
  dateAsText: ({ of }) =>
    `the date “${of("value")}” is text. It is counted, but type it again as a date, so that colours and formulas see it.`,
  dateUnreadable: ({ of }) =>
    `“${of("value")}” stands in place of a date in “${of("column")}”; measure ${of("number")} is counted without it. Type a date, move the words to the comment.`,
  noDueDate: ({ of }) => `measure ${of("number")} has no deadline and cannot be overdue. Type a date.`,
  doneWithoutDate: ({ of }) =>
    `measure ${of("number")} is done, but nobody wrote when: whether on time is unknown. Type the date.`,
  factInFuture: ({ of }) =>
    `the date ${of("value")} is after the day of the report. Measure ${of("number")} is counted by its status; check the date.`,
  correctionIncomplete: () =>
    "the line of the change is not complete and not counted. Give the number of the measure, the change and its reason; a new deadline or a new wording where they belong.",
  correctionUnknownMeasure: ({ of }) =>
    `the roadmap has no measure ${of("number")}, the change is not counted. Check the number.`,
  correctionOverFormula: ({ of }) =>
    `the cell holds a formula of yours, so the change of measure ${of("number")} is not carried out. Remove the formula.`,
  indicatorUnreadable: ({ of }) =>
    `indicator ${of("number")}: “${of("value")}” does not fit, the share is not computed. Whole numbers are needed, the numerator not above the denominator.`,
  limitUnreadable: ({ of }) =>
    `“${of("value")}” is no limit of dynamics, ${of("used")} points are used. Type a number from 0.1 to 100.`,
  occurrenceUnknown: ({ of }) =>
    `measure ${of("number")} is not in the roadmap, the mark is not counted. Check the number and the school.`,
  templateTableMissing: () =>
    "the table of the template is not found, the built-in template is used. Bring back its headings: «Раздел», «№», «Мероприятие», «Срок».",
  templateEmpty: () => "the template has no measures, the built-in template is used. Type the measures.",
  templateMeasureMissing: ({ of }) =>
    `the row${of("number") === "" ? "" : ` no. ${of("number")}`} has no text of a measure and is left out of the roadmap. Type the measure or clear the row.`,
  templateSectionEmpty: ({ of }) =>
    `section “${of("section")}” has no measures and is left out of the roadmap. Type a measure or delete the row.`,
  templateNumberRepeated: ({ of, related }) =>
    `number ${of("number")} is there already${related}. Both measures are printed; correct the number.`,
  templateDeadlineReversed: ({ of }) =>
    `measure ${of("number")}: the deadline “${of("value")}” ends before it begins. It is printed as it is; correct it.`,
  templateDeadlineUnreadable: ({ of }) =>
    `measure ${of("number")}: the deadline “${of("value")}” is not understood and printed as it is. Write «октябрь 2026» or «до 1 апреля 2027 г.».`,
  templateRoleUnknown: ({ of }) =>
    `measure ${of("number")}: “${of("value")}” is none of the known responsibles. It is printed as it is and left out of summaries by responsible.`,
  templateLevelUnknown: ({ of }) =>
    `level “${of("value")}” is not understood, the measure counts as municipal. Choose: ${of("choices")}.`,
  templateColumnUnknown: ({ of }) =>
    `there is no column “${of("value")}”, or it is named twice; it is not printed. There are number, measure, deadline, responsibles, result.`,
  templateDeadlineEarly: ({ of }) =>
    `measure ${of("number")}: the deadline “${of("value")}” ends before the plan begins (${of("start")}). If the plan's year is new, enter new deadlines.`,
  templateTagUnknown: ({ of }) => `tag “${of("value")}” is unknown and left out.`,
  templateSheetMissing: ({ of }) =>
    `the workbook has no sheet of the template “${of("name")}”, the built-in one is used. Bring the sheet back or choose another template.`,
};
