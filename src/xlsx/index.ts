export { FileProblem, type FileProblemCode } from "./problem";
export { readSheets, type ReadSheetsOptions, type SheetCells } from "./sheets/readSheets";
