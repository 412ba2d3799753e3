import type { ProblemTexts } from "../problems";

/** Wording: what is wrong, then what to do. The cell is put in front by the caller. */
export const problems: ProblemTexts = {
  emptyWorkbook: () => "The workbook is empty. Open a workbook with results of ВПР, ОГЭ, ЕГЭ and try again.",
  noResults: () =>
    "No results found. A table needs columns for the school, participants and failed (or the share, or marks 2–5), with the procedure and the school year in headers or columns.",
  sheetNotRecognised: () =>
    "the sheet looks like results, but its table was not understood and is not counted. Check the column headers: school, participants, failed, share.",
  columnNotRecognised: ({ of }) =>
    `column “${of("text") || of("header")}” was not understood and is not counted. If it holds results, make its header clearer.`,
  rowNotRecognised: ({ of }) =>
    `row “${of("text")}” is neither a school nor a total and is not counted. Check it.`,
  yearUnknown: () =>
    "the school year is missing, the results are not counted. Put it into the table header or the sheet name, such as “2018/2019”.",
  yearDisagrees: ({ of }) =>
    `the years differ: ${of("header") || of("used")} and ${of("other") || of("title")}. The header's year is used; check it.`,
  procedureUnknown: ({ of }) =>
    `procedure “${of("text")}” was not understood, its results are not counted. Name the form, subject and class or level: “ВПР математика 5”, “ЕГЭ математика базовая”.`,
  errorValue: ({ of }) =>
    `the cell holds error ${of("value")}, the result is not counted. Mend the formula or enter a number.`,
  notANumber: ({ of }) =>
    `“${of("text") || of("value")}” stands in place of a number, the result is not counted. Enter a number or “н/д”.`,
  negativeCount: ({ of }) => `negative number ${of("value")}, the result is not counted. Correct it.`,
  fractionalCount: ({ of }) =>
    `fractional count ${of("value")}, the result is not counted. Enter a whole number.`,
  failedAboveParticipants: ({ of }) =>
    `more failed (${of("failed")}) than participants (${of("participants")}), the result is not counted. Check both numbers.`,
  shareOutOfRange: ({ of }) =>
    `share ${of("value")} is outside 0–100 %, the result is not counted. Correct it.`,
  shareAmbiguous: ({ of }) =>
    `unclear whether this is a fraction or a per cent: ${of("value")}. Not counted. Add the % sign or give the number of failed.`,
  shareDisagrees: ({ of }) =>
    `share ${of("share")} does not agree with ${of("failed")} of ${of("participants")}. Check the row.`,
  shareRoundingCouldFlip: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: the share is rounded, the exact one may lie on the other side of the threshold. Enter the counts.`,
  marksDoNotSum: ({ of }) =>
    `marks do not add up: sum ${of("sum")}, participants ${of("participants")}. Not counted, check the row.`,
  incompleteRow: () =>
    "the row is half filled, the result is not counted. Enter the missing number or “н/д”.",
  duplicateDiffers: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: two different figures — ${of("first")} and ${of("second")} (${related}). Neither is counted: keep the right one.`,
  duplicateSame: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: the same figures stand twice (${related}). Counted once.`,
  schoolNearMatch: ({ of, related }) =>
    `alike names: “${of("first") || of("school")}” and “${of("second") || of("other")}”${related === "" ? "" : ` (${related})`}. Taken for different schools; if they are one, spell the name alike.`,
  schoolNameMissing: () => "figures without a school name, the row is not counted. Enter the school.",
  smallGroup: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: low result of a group of ${of("participants")}. A small group, look into the causes.`,
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
};
