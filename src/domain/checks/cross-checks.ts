import type { Problem } from "../problem";
import { compareProblems } from "../schools/order";
import type { Checked } from "./checked";
import { fewParticipants } from "./few-participants";
import { participantsAgainstJournal } from "./journal";
import { schoolsInOneYear } from "./one-year";
import { proceduresInOneYear } from "./procedures";
import { earlierYear } from "./years";

/**
 * What only shows when cells of several rows and sheets are held against each other. What one row tells (shares,
 * marks), repeated figures and shares on the edge of the threshold are found where they are read and judged.
 */
export function crossChecks(checked: Checked): readonly Problem[] {
  return [
    ...participantsAgainstJournal(checked),
    ...earlierYear(checked),
    ...schoolsInOneYear(checked),
    ...proceduresInOneYear(checked),
    ...fewParticipants(checked),
  ].sort(compareProblems);
}
