export { FileProblem, type FileProblemCode } from "./problem";
export { openWorkbook } from "./reader/openWorkbook";
export { saveWorkbook } from "./writer/saveWorkbook";
