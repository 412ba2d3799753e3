import { classList } from "./class-list";
import { collectedForm } from "./collected-form";
import { examProtocol } from "./exam-protocol";
import { individualResults } from "./individual-results";
import { journalComparison } from "./journal-comparison";
import type { Layout } from "./layout";
import { longList } from "./long-list";
import { markStatistics } from "./mark-statistics";
import { pupilList } from "./pupil-list";
import { schoolsInColumns } from "./schools-in-columns";
import { wide } from "./wide";

/**
 * Every layout that is tried on a sheet, the exactly known ones first: where one of them claims the whole sheet, the
 * rest are not tried. Their order settles equal confidence.
 */
export const LAYOUTS: readonly Layout[] = [
  journalComparison,
  markStatistics,
  individualResults,
  collectedForm,
  examProtocol,
  classList,
  pupilList,
  longList,
  wide,
  schoolsInColumns,
];
