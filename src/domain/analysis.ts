import { readDecisions } from "./documents/decisions";
import type { Findings } from "./documents/conclusions";
import { applyAdjustments, type AdjustedGroup } from "./identification/adjustments";
import { identify, type Identification } from "./identification/identify";
import type { Adjustment } from "./identification/verdict";
import type { Grid } from "./grid";
import type { Problem } from "./problem";
import { procedureTitle } from "./results/procedure";
import { readWorkbook } from "./results/read";
import type { Reading } from "./results/result";
import type { School, SchoolResult } from "./schools/school";
import { settleSchools } from "./schools/settle";
import type { Settings } from "./settings";

/** Everything known after the results are read: what the pane shows and the documents are made from. */
export interface Analysis {
  readonly reading: Reading;
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
  readonly identification: Identification;
  readonly group: AdjustedGroup;
  /** All problems of all stages, in the order in which they arose. */
  readonly problems: readonly Problem[];
}

export interface AnalysisInput {
  /** The user's sheets and those of added files. */
  readonly grids: readonly Grid[];
  /** Name of the open workbook: its sheets are named without a file. */
  readonly openWorkbook: string;
  /** The sheet «Решения по школам»; null where there is none yet. */
  readonly decisions: Grid | null;
  readonly settings: Settings;
}

/** The whole way from sheets to the list of schools. */
export function analyse({ grids, openWorkbook, decisions, settings }: AnalysisInput): Analysis {
  const reading = readWorkbook(grids, { openWorkbook });
  const settled = settleSchools(reading.results);
  const identification = identify(settled.schools, settled.results, settings);
  const typed = decisions === null ? { decisions: [], problems: [] } : readDecisions(decisions);
  const adjustments = typed.decisions.map((decision): Adjustment => ({ ...decision, schoolKey: "" })); // found by name
  const group = applyAdjustments(identification.verdicts, adjustments, settled.schools);
  return {
    reading,
    schools: settled.schools,
    results: settled.results,
    identification,
    group,
    problems: [
      ...reading.problems,
      ...settled.problems,
      ...identification.problems,
      ...unlisted(settled.results, identification),
      ...typed.problems,
      ...group.problems,
    ],
  };
}

/** Results there are, but none that the rule can judge by: without this nothing would be said of them. */
function unlisted(results: readonly SchoolResult[], { year, rule }: Identification): Problem[] {
  if (year !== null || results.length === 0) return [];
  const titles = [...new Set(results.map(({ procedure }) => procedureTitle(procedure)))];
  return [
    {
      code: "noListedResults",
      severity: "error",
      fields: { rule: rule.id, procedures: titles.slice(0, 10).join("; ") },
    },
  ];
}

/** The results that the verdicts rest on: listed procedures, somebody took part, not fewer than the minimum. */
export function findingsOf({
  identification,
  results,
}: Pick<Analysis, "identification" | "results">): Findings {
  const procedures = new Set(identification.procedures);
  return {
    identification,
    results: results.filter(
      ({ procedure, participants }) =>
        procedures.has(procedureTitle(procedure)) &&
        participants !== 0 &&
        (participants === null || participants >= identification.minParticipants),
    ),
  };
}
