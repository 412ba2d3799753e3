import { DYNAMICS_ID } from "../../domain/documents/monitoring/dynamics-sheet";
import { HISTORY_ID } from "../../domain/documents/monitoring/history-sheet";
import { INDICATORS_ID } from "../../domain/documents/monitoring/indicators-sheet";
import { OCCURRENCES_ID } from "../../domain/documents/monitoring/occurrences-sheet";
import { goesIntoResults } from "./changed-sheets";

const FILLED_IN = new Set([OCCURRENCES_ID, HISTORY_ID, INDICATORS_ID, DYNAMICS_ID]);

/**
 * Whether the control of execution depends on a sheet of the add-in: roadmaps, what is typed beside them, and what the
 * results behind them come from. @param own its id
 */
export const goesIntoControl = (own: string): boolean =>
  FILLED_IN.has(own) || /^(?:roadmap|schoolRoadmap):/.test(own) || goesIntoResults(own);
