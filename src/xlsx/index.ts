export { FileProblem, type FileProblemCode } from "./problem";
export { readSheets } from "./sheets/readSheets";
