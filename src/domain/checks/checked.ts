import type { Identification } from "../identification/identify";
import type { JournalComparison } from "../results/result";
import type { DisputedResult, SchoolResult } from "../schools/school";

/** What the checks across cells look at: settled results of the schools that are judged, and what was made of them. */
export interface Checked {
  readonly results: readonly SchoolResult[];
  readonly disputed: readonly DisputedResult[];
  readonly journal: readonly JournalComparison[];
  readonly identification: Identification;
}

/** Somebody took part; zero participants is a procedure that was not held. */
export const held = ({ participants }: Pick<SchoolResult, "participants">): boolean => participants !== 0;
