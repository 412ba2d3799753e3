import type { Analysis } from "../../src/domain/analysis";
import type { Problem, Source } from "../../src/domain/problem";
import { procedureTitle } from "../../src/domain/results/procedure";
import { formatYear } from "../../src/domain/results/year";
import type { MonitorOutcome } from "../../src/excel/jobs/monitor";
import type { WrittenSheet } from "../../src/excel/port";
import { problemText } from "../../src/locales/problems";

/** What the host counted. */
export interface HostFigures {
  readonly requests: number;
  readonly syncs: number;
  readonly requestBytes: number;
  readonly unknownCalls: readonly string[];
}

const place = ({ file, sheet, address }: Source) => ({
  ...(file === undefined ? {} : { file }),
  sheet,
  address,
});

function reportProblems(problems: readonly Problem[]) {
  return problems.map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    sheet: problem.source?.sheet ?? null,
    address: problem.source?.address ?? null,
    ...(problem.source?.file === undefined ? {} : { file: problem.source.file }),
    message: problemText(problem, "ru"),
  }));
}

/** The report of the job: one JSON object, all figures with their cells; the same keys where nothing could be read. */
export function makeReport(
  { schools, results, identification, group, reading }: Analysis,
  problems: readonly Problem[],
  sheets: readonly WrittenSheet[],
  host: HostFigures,
) {
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  return {
    results: results.map((result) => ({
      school: names.get(result.schoolKey) ?? result.school,
      schoolKey: result.schoolKey,
      procedure: procedureTitle(result.procedure),
      year: formatYear(result.year),
      participants: result.participants,
      failed: result.failed,
      share: result.share,
      source: place(result.source),
    })),
    problems: reportProblems(problems),
    verdicts: identification.verdicts.map(({ school, schoolKey, status, criteria, unchecked, evidence }) => ({
      school,
      schoolKey,
      status,
      criteria,
      unchecked,
      evidence: evidence.map((item) => ({
        ...item,
        year: formatYear(item.year),
        source: place(item.source),
      })),
    })),
    byHand: {
      added: group.added.map(({ school, ground, date }) => ({ school, ground, date })),
      removed: group.removed.map(({ school, ground, date }) => ({ school, ground, date })),
    },
    sheets: sheets.map(({ name, kind, measures, indicators }) => ({
      name,
      kind,
      ...(measures === undefined ? {} : { measures }),
      ...(indicators === undefined ? {} : { indicators }),
    })),
    read: reading.tables.map(({ file, sheet, layout, rows, confidence }) => ({
      ...(file === undefined ? {} : { file }),
      sheet,
      layout,
      rows,
      confidence,
    })),
    host,
  };
}

/** The report of `--monitor`: figures of the roadmaps, then where they were read. */
export function makeMonitorReport(outcome: MonitorOutcome, host: HostFigures) {
  const problems = reportProblems(outcome.problems);
  if (outcome.kind === "noRoadmap") return { monitoring: null, measures: [], problems, sheets: [], host };
  const { monitoring, rows, written } = outcome;
  return {
    monitoring,
    measures: rows.map(({ sheet, school, number, status, due, fact, cells }) => ({
      sheet,
      school,
      number,
      status,
      due,
      fact,
      cells,
    })),
    problems,
    sheets: written.map(({ name, kind }) => ({ name, kind })),
    host,
  };
}
