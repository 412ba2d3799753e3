import type { Problem, ProblemCode } from "../../../domain/problem";

/** What a problem is about, for people: the place where it is solved. */
export type ProblemKind =
  | "sheets"
  | "context"
  | "values"
  | "repeats"
  | "pupils"
  | "schools"
  | "files"
  | "forms"
  | "templates"
  | "control";

/** Every code once: a code that is not here fails the type check. */
const KIND_OF: Readonly<Record<ProblemCode, ProblemKind>> = {
  emptyWorkbook: "sheets",
  noResults: "sheets",
  noListedResults: "sheets",
  sheetNotRecognised: "sheets",
  hiddenSheetRead: "sheets",
  columnNotRecognised: "sheets",
  rowNotRecognised: "sheets",
  yearUnknown: "context",
  yearDisagrees: "context",
  yearTaken: "context",
  retakeLeftOut: "context",
  columnLeftOut: "sheets",
  partOfParticipants: "sheets",
  percentUnnamed: "sheets",
  classesNotAdded: "sheets",
  procedureUnknown: "context",
  recognitionUnfit: "sheets",
  recognitionLeftOut: "sheets",
  recognitionUnreadable: "sheets",
  errorValue: "values",
  notANumber: "values",
  negativeCount: "values",
  fractionalCount: "values",
  failedAboveParticipants: "values",
  shareOutOfRange: "values",
  shareAmbiguous: "values",
  shareDisagrees: "values",
  shareRoundingCouldFlip: "values",
  marksDoNotSum: "values",
  incompleteRow: "values",
  duplicateDiffers: "repeats",
  duplicateSame: "repeats",
  participantsBetweenSheets: "repeats",
  schoolInOneYear: "repeats",
  schoolsInOneYear: "repeats",
  proceduresMissing: "sheets",
  pupilsNotRead: "pupils",
  markUnknown: "pupils",
  scaleUnknown: "pupils",
  scaleUnreadable: "pupils",
  minimumUnknown: "pupils",
  minimumDisagrees: "pupils",
  participantsDisagree: "repeats",
  pupilRepeated: "pupils",
  pupilsSame: "pupils",
  pupilDiffers: "pupils",
  retakesUnknown: "pupils",
  appealsApplied: "pupils",
  appealUnmatched: "pupils",
  stateFinalLeftOut: "pupils",
  comparisonDoesNotSum: "repeats",
  schoolNearMatch: "schools",
  schoolNameMissing: "schools",
  registryUnreadable: "schools",
  registryNameMissing: "schools",
  registryValueUnknown: "schools",
  registryReasonMissing: "schools",
  registryKeyRepeated: "schools",
  registryAliasRepeated: "schools",
  registryParentUnknown: "schools",
  registryParentCycle: "schools",
  registryProtected: "schools",
  branchAdded: "schools",
  branchNotAdded: "schools",
  keptUnreadable: "files",
  keptRemarks: "files",
  municipalitiesSeveral: "files",
  municipalityOthers: "files",
  municipalityMissing: "files",
  smallGroup: "values",
  smallGroups: "values",
  yearBeforeSubstituted: "context",
  yearBeforeMissing: "context",
  yearMissing: "context",
  adjustmentUnknownSchool: "forms",
  adjustmentIncomplete: "forms",
  decisionUnreadable: "forms",
  requisiteUnknown: "forms",
  noRoadmap: "control",
  roadmapRepeated: "control",
  executionColumnMissing: "control",
  statusUnknown: "control",
  dateAsText: "control",
  dateUnreadable: "control",
  noDueDate: "control",
  doneWithoutDate: "control",
  factInFuture: "control",
  correctionIncomplete: "control",
  correctionUnknownMeasure: "control",
  correctionOverFormula: "control",
  indicatorUnreadable: "control",
  limitUnreadable: "control",
  occurrenceUnknown: "control",
  templateTableMissing: "templates",
  templateEmpty: "templates",
  templateMeasureMissing: "templates",
  templateSectionEmpty: "templates",
  templateNumberRepeated: "templates",
  templateDeadlineReversed: "templates",
  templateDeadlineUnreadable: "templates",
  templateRoleUnknown: "templates",
  templateLevelUnknown: "templates",
  templateTagUnknown: "templates",
  templateColumnUnknown: "templates",
  templateDeadlineEarly: "templates",
  templateSheetMissing: "templates",
};

export const kindOfProblem = ({ code }: Pick<Problem, "code">): ProblemKind => KIND_OF[code];

/** Problems by what they are about, the largest group first. */
export function byKind(
  problems: readonly Problem[],
): readonly (readonly [ProblemKind, readonly Problem[]])[] {
  const groups = new Map<ProblemKind, Problem[]>();
  for (const problem of problems) {
    const kind = kindOfProblem(problem);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [problem]);
    else group.push(problem);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
