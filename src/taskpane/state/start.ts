import { periodSpan, type PlanPeriod } from "../../domain/measures/period";
import type { SheetKind } from "../../domain/sheet-plan";
import type { DataSheet, Look, MadeSheet } from "../../excel/port";
import { isRoadmap } from "./pane-state";

/** What the first screen offers to do. */
export type StartAction = "read" | "readAgain" | "files" | "control";

/** What the first screen says of the workbook. */
export interface StartView {
  /** `looking`: not seen yet; `unknown`: Excel refused, which whatever is asked next will say. */
  readonly kind: "looking" | "unknown" | "empty" | "data" | "made";
  readonly primary: StartAction;
  readonly secondary: StartAction | null;
  readonly data: readonly DataSheet[];
  /** Sheets of the add-in that are worth a word, grouped by kind. */
  readonly made: readonly MadeGroup[];
  /** How many others it made. */
  readonly others: number;
  readonly roadmaps: readonly MadeSheet[];
  /** Last day of plans that are all over, ISO; null while one of them runs. */
  readonly over: string | null;
  readonly unfinished: boolean;
  /** Cells of the data where they are so many that reading takes its time; null for an ordinary workbook. */
  readonly large: number | null;
}

interface MadeGroup {
  readonly kind: SheetKind;
  readonly sheets: readonly MadeSheet[];
}

/** What a methodist looks for when the workbook is opened again, in the order of the work. */
const NAMED: readonly SheetKind[] = [
  "roadmap",
  "lowSchools",
  "schoolRoadmap",
  "control",
  "executionReport",
  "files",
  "template",
];

/** Cells; a workbook of this size is read in four requests and more, for as many seconds. */
const LARGE = 500_000;

/** @param today ISO */
export function startView(look: Look | "failed" | null, today: string): StartView {
  if (look === null || look === "failed") return { ...NOTHING, kind: look === null ? "looking" : "unknown" };
  const { data, own, unfinished } = look;
  const cells = data.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const roadmaps = own.filter(isRoadmap);
  const over = lastDayOver(roadmaps, today);
  const named = NAMED.map((kind) => ({ kind, sheets: own.filter((sheet) => sheet.kind === kind) }));
  return {
    kind: own.length > 0 ? "made" : data.length > 0 || unfinished ? "data" : "empty",
    ...actionsFor(look, roadmaps.length > 0, over),
    data,
    made: named.filter(({ sheets }) => sheets.length > 0),
    others: own.filter(({ kind }) => !NAMED.includes(kind)).length,
    roadmaps,
    over,
    unfinished,
    large: cells >= LARGE ? cells : null,
  };
}

const NOTHING: Omit<StartView, "kind"> = {
  primary: "read",
  secondary: null,
  data: [],
  made: [],
  others: 0,
  roadmaps: [],
  over: null,
  unfinished: false,
  large: null,
};

/** What comes next: control while a plan runs and is followed, else the reading of results. */
function actionsFor(
  { data, own, unfinished }: Look,
  hasRoadmap: boolean,
  over: string | null,
): Pick<StartView, "primary" | "secondary"> {
  // the reading puts the workbook right first
  if (unfinished) return { primary: own.length > 0 ? "readAgain" : "read", secondary: null };
  const has = (kind: SheetKind): boolean => own.some((sheet) => sheet.kind === kind);
  const readable = data.length > 0 || has("files");
  const reading = own.length > 0 ? "readAgain" : "read";
  if (!hasRoadmap)
    // what a sheet should look like is said where nothing was read
    return readable ? { primary: reading, secondary: null } : { primary: "files", secondary: reading };
  const followed = has("control") && over === null;
  return followed || !readable
    ? { primary: "control", secondary: "readAgain" }
    : { primary: "readAgain", secondary: "control" };
}

function lastDayOver(roadmaps: readonly MadeSheet[], today: string): string | null {
  const ends = roadmaps.map(({ period }) => endOf(period)).sort();
  const last = ends.at(-1);
  // a period that nobody left on its sheet may still run
  return last !== undefined && !ends.includes("") && last < today ? last : null;
}

const endOf = (period: PlanPeriod | null): string => (period === null ? "" : periodSpan(period).end);
