import type { AnswerEffectShown, ProblemKindTexts } from "../ru/problem-kinds";

const pairText = (first: string, second: string): string => `“${first}” and “${second}”`;

export const problemKinds: ProblemKindTexts = {
  sheets: "Sheets and columns",
  context: "Year and procedure",
  values: "Values in cells",
  repeats: "Repeated and differing figures",
  pupils: "Lists of pupils, scales, scores",
  schools: "Names and registry of schools",
  files: "Files and municipalities",
  forms: "Decisions and requisites",
  templates: "Templates of measures",
  control: "Carrying out",
  fixReading: "Correct how the table is read",
  fixYear: "Tell the school year",
  fixProcedure: "Tell the procedure",
  showTable: "Show the table",
  leaveOut: "Leave this table out",
  openScales: "Open «Шкалы»",
  openRegistry: "Open the registry «Школы»",
  answers: {
    question: (first: string, second: string) =>
      `Like names: ${pairText(first, second)}. They count as two schools for now. Are they one school?`,
    same: "Yes, one school",
    different: "No, two schools",
    full: {
      same: (first: string, second: string) => `Yes, one school: ${pairText(first, second)}`,
      different: (first: string, second: string) => `No, two schools: ${pairText(first, second)}`,
    },
    writing: "Writing the answer",
    said: {
      same: (first: string, second: string) => `${pairText(first, second)} are one school.`,
      different: (first: string, second: string) => `${pairText(first, second)} are two schools.`,
    },
    kept: "Kept in:",
    effect: ({ schools: [before, after], listed: [then, now] }: AnswerEffectShown) =>
      before === after && then === now
        ? "The list is as before."
        : [
            before === after ? "" : `Schools: ${before} before, ${after} now.`,
            then === now ? "The list is as before." : `In the list: ${then} before, ${now} now.`,
          ]
            .filter((part) => part !== "")
            .join(" "),
    takeBack: "Undo the answer",
    takeBackOf: (first: string, second: string) => `Undo the answer: ${pairText(first, second)}`,
    takenBack: (first: string, second: string) =>
      `The answer was undone: ${pairText(first, second)} are asked about again.`,
    gone: (first: string, second: string) =>
      `The sheets no longer hold this: ${pairText(first, second)}. Nothing was written; the workbook was read anew.`,
    notNoted: (first: string, second: string) =>
      `The answer about ${pairText(first, second)} cannot be kept without touching other schools. Nothing was changed. Open the sheet «Школы» and type it there as the remark says.`,
    all: (n: number) => `Your answers about schools: ${n}`,
  },
};
