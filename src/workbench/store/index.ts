export type {
  Area,
  Border,
  Cell,
  ConditionalFormat,
  CustomXmlPart,
  DefinedName,
  Edge,
  PageLayout,
  Scalar,
  Sheet,
  SheetAspect,
  Style,
  Table,
  Touched,
  Validation,
  Workbook,
} from "./model";
export { CellSet } from "./cell-set";
export { addSheet, createSheet, createWorkbook, findSheet, freeSheetName } from "./create";
export {
  cellsIn,
  clearContent,
  getCell,
  hasContent,
  put,
  setContent,
  setResult,
  setStyle,
  usedArea,
} from "./cells";
export { intern, mergeStyle } from "./styles";
export {
  columnIndex,
  columnName,
  formatAddress,
  formatArea,
  parseAddress,
  parseArea,
  quoteSheetName,
} from "./address";
