export { FileProblem, type FileProblemCode } from "../../xlsx/problem";
export { openWorkbook } from "./reader/openWorkbook";
export { saveWorkbook } from "./writer/saveWorkbook";
export { sheetContents, type SheetContent, type SheetContents } from "./reader/contents";
