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
    effect: ({ schools, listed, results, errors }: AnswerEffectShown) =>
      [
        schools[0] === schools[1] ? "" : `Schools: ${schools[0]} before, ${schools[1]} now.`,
        listed[0] === listed[1]
          ? "The list is as before."
          : `In the list: ${listed[0]} before, ${listed[1]} now.`,
        results[0] === results[1] ? "" : `Results: ${results[0]} before, ${results[1]} now.`,
        errors[0] === errors[1] ? "" : `Values not counted: ${errors[0]} before, ${errors[1]} now.`,
      ]
        .filter((part) => part !== "")
        .join(" "),
    contradicting: (first: string, second: string, count: number) =>
      `${pairText(first, second)}: both schools have results of one procedure in one year, and these differ: ${count}. They are most likely two schools. As one school, the differing results will not count until you correct them on the sheets. Nothing is written yet.`,
    anyway: "One school all the same",
    questions: (n: number) => `Questions to you: ${n}`,
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
