/** Where something stands in the user's data. */
export interface Source {
  /** Input file, where the figures do not come from the open workbook. */
  readonly file?: string;
  readonly sheet: string;
  /** A1 address inside the sheet, `F12` or `F12:H12`. */
  readonly address: string;
}

/** `error`: a figure could not be used. `warning`: used, but look at it. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/**
 * Something the user must see. Text is made from it in `locales/`, by `code`; a code without a text fails the build.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Absent where the workbook as a whole is meant. */
  readonly source?: Source;
  /** Other cells that take part, such as the second of two differing figures. */
  readonly related?: readonly Source[];
  /** What the text needs: figures, names, the cell's own content. */
  readonly fields: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  // the workbook as a whole
  | "emptyWorkbook"
  | "noResults"
  | "noListedResults"
  // a sheet
  | "sheetNotRecognised"
  | "hiddenSheetRead"
  | "columnNotRecognised"
  | "rowNotRecognised"
  | "yearUnknown"
  | "yearDisagrees"
  | "yearTaken"
  | "retakeLeftOut"
  | "columnLeftOut"
  | "partOfParticipants"
  | "percentUnnamed"
  | "classesNotAdded"
  | "procedureUnknown"
  // the user's corrections of how sheets are read
  | "recognitionUnfit"
  | "recognitionLeftOut"
  | "recognitionUnreadable"
  // a cell
  | "errorValue"
  | "notANumber"
  | "negativeCount"
  | "fractionalCount"
  | "failedAboveParticipants"
  | "shareOutOfRange"
  | "shareAmbiguous"
  | "shareDisagrees"
  | "shareRoundingCouldFlip"
  | "marksDoNotSum"
  | "incompleteRow"
  // between cells
  | "duplicateDiffers"
  | "duplicateSame"
  | "participantsBetweenSheets"
  | "schoolInOneYear"
  | "schoolsInOneYear"
  | "proceduresMissing"
  // pupils counted into results, scales and minimums
  | "pupilsNotRead"
  | "markUnknown"
  | "scaleUnknown"
  | "scaleUnreadable"
  | "minimumUnknown"
  | "minimumDisagrees"
  | "participantsDisagree"
  | "pupilRepeated"
  | "pupilsSame"
  | "pupilDiffers"
  | "retakesUnknown"
  | "appealsApplied"
  | "appealUnmatched"
  | "stateFinalLeftOut"
  | "comparisonDoesNotSum"
  // schools
  | "schoolNearMatch"
  | "schoolNameMissing"
  // the registry of schools, added files, regional data
  | "registryUnreadable"
  | "registryNameMissing"
  | "registryValueUnknown"
  | "registryReasonMissing"
  | "registryKeyRepeated"
  | "registryAliasRepeated"
  | "registryParentUnknown"
  | "registryParentCycle"
  | "registryProtected"
  | "branchAdded"
  | "branchNotAdded"
  | "keptUnreadable"
  | "keptRemarks"
  | "municipalitiesSeveral"
  | "municipalityOthers"
  | "municipalityMissing"
  // identification
  | "smallGroup"
  | "smallGroups"
  | "yearBeforeSubstituted"
  | "yearBeforeMissing"
  | "yearMissing"
  | "adjustmentUnknownSchool"
  | "adjustmentIncomplete"
  | "decisionUnreadable"
  | "requisiteUnknown"
  // carrying out of the roadmaps
  | "noRoadmap"
  | "roadmapRepeated"
  | "executionColumnMissing"
  | "statusUnknown"
  | "dateAsText"
  | "dateUnreadable"
  | "noDueDate"
  | "doneWithoutDate"
  | "factInFuture"
  | "correctionIncomplete"
  | "correctionUnknownMeasure"
  | "correctionOverFormula"
  | "indicatorUnreadable"
  | "limitUnreadable"
  | "occurrenceUnknown"
  // templates that the user edits
  | "templateTableMissing"
  | "templateEmpty"
  | "templateMeasureMissing"
  | "templateSectionEmpty"
  | "templateNumberRepeated"
  | "templateDeadlineReversed"
  | "templateDeadlineUnreadable"
  | "templateRoleUnknown"
  | "templateLevelUnknown"
  | "templateTagUnknown"
  | "templateColumnUnknown"
  | "templateDeadlineEarly"
  | "templateSheetMissing";
