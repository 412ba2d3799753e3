import type { ProblemKindTexts } from "../ru/problem-kinds";

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
  openScales: "Open «Шкалы»",
  openRegistry: "Open the registry «Школы»",
};
