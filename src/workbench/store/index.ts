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
export { addSheet, createSheet, createWorkbook } from "./create";
export { clearContent, getCell, put, setContent, setStyle, usedArea } from "./cells";
export { intern } from "./styles";
export { columnName, formatAddress, formatArea, parseAddress, parseArea } from "./address";
