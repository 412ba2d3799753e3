import type { Problem, Source } from "../problem";
import { procedureTitle } from "./procedure";
import type { Result } from "./result";

/** A result of a table and the class that it is of, «5А»; empty for a whole parallel. */
export interface ClassResult {
  readonly result: Result;
  readonly of: string;
}

/**
 * Adds up «5А», «5Б» … of one school: the rules judge a school by its whole parallel. A column or row of the parallel
 * itself beside them counts instead. Shares alone cannot be added, nor can classes of which one cannot be read. «5А» alone
 * is the parallel only in a table that names other letters for other schools.
 * @param broken schools with a figure or a row that could not be read
 */
export function addParallels(
  all: readonly ClassResult[],
  broken: ReadonlySet<string>,
  problems: Problem[],
): readonly Result[] {
  if (all.every(({ of }) => of === "")) return all.map(({ result }) => result);
  const byParallel = new Map<string, ClassResult[]>();
  for (const one of all) {
    const { school, schoolCode = "", municipality = "", procedure, year } = one.result;
    const key = [school, schoolCode, municipality, procedureTitle(procedure), year].join("|");
    byParallel.set(key, [...(byParallel.get(key) ?? []), one]);
  }
  const lists = all.some(({ of }) => /[^А\d]$/.test(of));
  return [...byParallel.values()].flatMap((parallel) => resultsOf(parallel, { broken, lists }, problems));
}

function resultsOf(
  parallel: readonly ClassResult[],
  { broken, lists }: { readonly broken: ReadonlySet<string>; readonly lists: boolean },
  problems: Problem[],
): readonly Result[] {
  const whole = parallel.filter(({ of }) => of === "").map(({ result }) => result);
  const classes = parallel.filter(({ of }) => of !== "");
  const [first, ...others] = classes.map(({ result }) => result);
  if (first === undefined) return whole;
  const sum = sumOf(classes.map(({ result }) => result));
  if (whole.length > 0) {
    const same = whole.every(
      ({ participants, failed }) => participants === sum?.participants && failed === sum.failed,
    );
    // A sum that differs is a second figure of the same parallel: the duplicates name both.
    return sum === null || same || broken.has(first.school) ? whole : [...whole, sum];
  }
  const alone = others.length === 0 && !(lists && classes[0]?.of.endsWith("А") === true);
  const repeated = new Set(classes.map(({ of }) => of)).size < classes.length;
  const why = repeated
    ? "repeated"
    : broken.has(first.school)
      ? "broken"
      : alone
        ? "alone"
        : sum === null
          ? "shares"
          : null;
  if (why === null && sum !== null) return [sum];
  problems.push({
    code: "classesNotAdded",
    severity: "error",
    source: first.source,
    ...(others.length === 0 ? {} : { related: others.map(({ source }) => source) }),
    fields: {
      school: first.school,
      procedure: procedureTitle(first.procedure),
      classes: classes.map(({ of }) => of).join(", "),
      why: why ?? "shares",
    },
  });
  return [];
}

/** Null where a class has no counts; one class alone stands as it is. */
function sumOf(classes: readonly Result[]): Result | null {
  const [first, ...others] = classes;
  if (first === undefined || others.length === 0) return first ?? null;
  let participants = 0;
  let failed = 0;
  for (const one of classes) {
    if (one.participants === null || (one.failed === null && one.participants > 0)) return null;
    participants += one.participants;
    failed += one.failed ?? 0;
  }
  const { school, schoolCode, municipality, procedure, year } = first;
  const decimals = classes.flatMap(({ shareDecimals }) => shareDecimals ?? []);
  const marks = marksOf(classes);
  return {
    school,
    ...(schoolCode === undefined ? {} : { schoolCode }),
    ...(municipality === undefined ? {} : { municipality }),
    procedure,
    year,
    participants,
    failed,
    share: participants === 0 ? null : failed / participants,
    ...(decimals.length === 0 ? {} : { shareDecimals: Math.min(...decimals) }),
    ...(marks === null ? {} : { marks }),
    source: around(classes.map(({ source }) => source)),
  };
}

function marksOf(classes: readonly Result[]): NonNullable<Result["marks"]> | null {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (const { marks, participants } of classes) {
    if (marks === undefined && participants !== 0) return null;
    marks?.forEach((count, at) => (sum[at] = (sum[at] ?? 0) + count));
  }
  return sum;
}

/** The area of all of a parallel's cells: first and last as written; they stand in one row or under one another. */
function around(sources: readonly Source[]): Source {
  const [first] = sources;
  const cells = sources.flatMap(({ address }) => address.split(":"));
  const corner = (least: boolean): string => {
    const letters = cells.map((cell) => cell.replace(/\d+/g, ""));
    const rows = cells.map((cell) => Number(cell.replace(/\D+/g, "")));
    letters.sort((a, b) => a.length - b.length || a.localeCompare(b));
    const column = least ? letters[0] : letters.at(-1);
    return `${column ?? ""}${least ? Math.min(...rows) : Math.max(...rows)}`;
  };
  return { ...(first ?? { sheet: "" }), address: `${corner(true)}:${corner(false)}` };
}
