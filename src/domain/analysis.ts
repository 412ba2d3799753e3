import { crossChecks } from "./checks/cross-checks";
import { readDecisions } from "./documents/decisions";
import { NOTHING_KEPT, readKept, type FileStore } from "./documents/files-sheet";
import { readRegistry, type ReadRegistry } from "./documents/registry-sheet";
import { readScales } from "./documents/scales-sheet";
import type { Findings } from "./documents/conclusions";
import { applyAdjustments, type AdjustedGroup } from "./identification/adjustments";
import { identify, type Identification } from "./identification/identify";
import { columnsOf, type ResultColumns } from "./identification/result-columns";
import type { Adjustment } from "./identification/verdict";
import type { Grid } from "./grid";
import type { Problem } from "./problem";
import { procedureTitle } from "./results/procedure";
import { mentionedIn, ofMunicipality } from "./results/municipality";
import { NO_CORRECTIONS, type StoredCorrections } from "./results/corrections/store";
import { readWorkbook } from "./results/read";
import type { Reading } from "./results/result";
import type { School, SchoolResult } from "./schools/school";
import { settleWithRegistry, type ExcludedSchool } from "./schools/settle-with-registry";
import type { Settings } from "./settings";

/** Everything known after the results are read: what the pane shows and the documents are made from. */
export interface Analysis {
  readonly reading: Reading;
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
  /** Schools that the registry does not keep out, with their results: what `identification` was made from. */
  readonly judged: ResultColumns;
  readonly identification: Identification;
  readonly group: AdjustedGroup;
  /** Schools that the registry keeps out of the judging; they have no verdict. */
  readonly excluded: readonly ExcludedSchool[];
  /** Schools of the data that the registry does not have yet. */
  readonly unlisted: readonly School[];
  /** What is kept of added files, as read now or in earlier runs. */
  readonly files: FileStore;
  /** Municipalities that the data name. */
  readonly municipalities: readonly string[];
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
  /** The sheet «Школы»; absent where there is none yet. */
  readonly registry?: Grid | null;
  /** The sheet «Добавленные файлы»; absent where there is none. */
  readonly kept?: Grid | null;
  /** The same with formulas; absent: there are none. */
  readonly keptFormulas?: Grid | null;
  /** The sheet «Шкалы»; absent where there is none yet. */
  readonly scales?: Grid | null;
  readonly settings: Settings;
  /** How the user wants sheets understood; absent where nothing was corrected. */
  readonly corrections?: StoredCorrections | undefined;
}

/** The whole way from sheets to the list of schools. */
export function analyse(input: AnalysisInput): Analysis {
  const { decisions, settings } = input;
  const { reading, kept } = readAll(input);
  const local = ofMunicipality(reading.results, settings.municipality);
  const mentioned = mentionedIn(reading.mentioned, settings.municipality);
  const disputed = mentionedIn(reading.disputed ?? [], settings.municipality);
  const registry = input.registry == null ? NO_REGISTRY : readRegistry(input.registry);
  const settled = settleWithRegistry(local.results, registry.entries, mentioned, disputed);
  const out = new Set(settled.excluded.map(({ schoolKey }) => schoolKey));
  const judged = columnsOf(
    settled.schools.filter(({ key }) => !out.has(key)),
    settled.results.filter(({ schoolKey }) => !out.has(schoolKey)),
  );
  const inDispute = settled.disputed.filter(({ schoolKey }) => !out.has(schoolKey));
  const identification = identify(judged, settings, inDispute);
  const { journal } = reading;
  const typed = decisions === null ? { decisions: [], problems: [] } : readDecisions(decisions);
  const adjustments = typed.decisions.map((decision): Adjustment => ({ ...decision, schoolKey: "" })); // found by name
  const group = applyAdjustments(identification.verdicts, adjustments, settled.schools);
  return {
    reading,
    schools: settled.schools,
    results: settled.results,
    judged,
    identification,
    group,
    excluded: settled.excluded,
    unlisted: settled.unlisted,
    files: {
      ...kept,
      results: local.results.filter(({ source }) => source.file !== undefined),
      journal: reading.journal.filter(({ source }) => source.file !== undefined),
    },
    municipalities: local.municipalities,
    problems: [
      ...reading.problems,
      ...local.problems,
      ...registry.problems,
      ...settled.problems,
      ...identification.problems,
      ...crossChecks({ results: judged.results, disputed: inDispute, journal, identification }),
      ...unlisted(settled.results, identification),
      ...typed.problems,
      ...group.problems,
    ],
  };
}

const NO_REGISTRY: ReadRegistry = { entries: [], problems: [], append: null };

/** The sheets, and what was kept of files of earlier runs that nobody added anew. */
function readAll({ grids, openWorkbook, kept: keptGrid, scales, settings, ...input }: AnalysisInput): {
  readonly reading: Reading;
  readonly kept: Pick<FileStore, "remarks" | "unread" | "beside">;
} {
  const entered = scales == null ? { scales: [], problems: [] } : readScales(scales);
  const { corrections = NO_CORRECTIONS } = input;
  const reading = readWorkbook(grids, {
    openWorkbook,
    scales: entered.scales,
    retakes: settings.retakes,
    corrections: corrections.list,
  });
  const again = new Set(grids.flatMap(({ file }) => (file === undefined ? [] : [file])));
  const kept = keptGrid == null ? NOTHING_KEPT : readKept(keptGrid, again, input.keptFormulas ?? keptGrid);
  const nothing = new Set<Problem["code"]>(["emptyWorkbook", "noResults"]);
  return {
    kept: {
      unread: kept.unread,
      beside: kept.beside,
      remarks: [...remarksOf(reading.problems), ...kept.remarks],
    },
    reading: {
      ...reading,
      tables: [...reading.tables, ...kept.tables],
      results: [...reading.results, ...kept.results],
      journal: [...reading.journal, ...kept.journal],
      problems: [
        ...entered.problems,
        ...corrections.problems,
        ...reading.problems.filter(({ code }) => kept.results.length === 0 || !nothing.has(code)),
        ...kept.problems,
      ],
    },
  };
}

/** How many remarks each added file has; what is only worth knowing is none. */
function remarksOf(problems: readonly Problem[]): FileStore["remarks"] {
  const counts = new Map<string, number>();
  for (const { source, severity } of problems) {
    if (source?.file === undefined || severity === "info") continue;
    counts.set(source.file, (counts.get(source.file) ?? 0) + 1);
  }
  return [...counts].map(([file, count]) => ({ file, count }));
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
  const judged = new Set(identification.verdicts.map(({ schoolKey }) => schoolKey));
  return {
    identification,
    results: results.filter(
      ({ procedure, participants, schoolKey }) =>
        judged.has(schoolKey) &&
        procedures.has(procedureTitle(procedure)) &&
        participants !== 0 &&
        (participants === null || participants >= identification.minParticipants),
    ),
  };
}
