export type { Calculation, ChangedCells } from "./calculation";
export {
  type CustomFunction,
  type CustomFunctionOutcome,
  type CustomFunctionRunner,
  readCustomFunctions,
} from "./custom-functions";
export { UniverCalculation } from "./univer-calculation";
