/**
 * Benchmark (a): the country's schools judged by rule «000», beside arquero and a bare loop. All three get their columns
 * ready before the clock starts: ours are `ResultColumns`, which `analyse` makes once of the settled results and judges
 * under every threshold that is asked about. A further line shows the same work with our columns made inside the clock.
 */
import { op, table } from "arquero";
import { identify, type Identification } from "../../src/domain/identification/identify";
import { columnsOf } from "../../src/domain/identification/result-columns";
import { procedureTitle } from "../../src/domain/results/procedure";
import type { Settled } from "../../src/domain/schools/settle";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { exponentOf, race, type Peer, type Timing } from "./measure";
import { proceduresOfRule } from "./country";
import { settledCountry } from "./settled";

export interface IdentificationFigures {
  readonly timings: readonly Timing[];
  readonly timesFasterThanArquero: number;
  readonly timesBareLoop: number;
  /** The same two with our columns made inside the clock. */
  readonly withColumns: { readonly timesFasterThanArquero: number; readonly timesBareLoop: number };
  readonly exponent: number;
}

export function benchIdentification(schools: number, runs: number): IdentificationFigures {
  const settled = settledCountry(schools);
  const peers = [ours(settled), withArquero(settled), bareLoop(settled), oursFromResults(settled)];
  agree(peers.map(({ run }) => run()));
  const timings = race(peers, runs);
  const [, arquero = NaN, loop = NaN, whole = NaN] = timings.map(({ ofFirst }) => ofFirst);
  const sizes = [schools / 4, schools / 2, schools];
  return {
    timings,
    timesFasterThanArquero: arquero,
    timesBareLoop: 1 / loop,
    withColumns: { timesFasterThanArquero: arquero / whole, timesBareLoop: whole / loop },
    exponent: exponentOf(sizes, runs, (size) => ours(size === schools ? settled : settledCountry(size)).run),
  };
}

/** Verdicts with evidence; what is counted shows that the peers did the same work. */
function ours({ schools, results }: Settled): Peer {
  const columns = columnsOf(schools, results);
  return { name: "ШНОР", run: () => countLow(identify(columns, DEFAULT_SETTINGS)) };
}

/** The same, with the columns made inside the clock. */
function oursFromResults({ schools, results }: Settled): Peer {
  return {
    name: "ШНОР, columns made inside the clock",
    run: () => countLow(identify(columnsOf(schools, results), DEFAULT_SETTINGS)),
  };
}

const countLow = ({ verdicts }: Identification): number =>
  verdicts.reduce((count, { status }) => (status === "low" ? count + 1 : count), 0);

/** The same results as columns; made before the clock starts, as ours are. */
function textColumns({ results }: Settled) {
  return {
    school: results.map(({ schoolKey }) => schoolKey),
    procedure: results.map(({ procedure }) => procedureTitle(procedure)),
    year: results.map(({ year }) => year),
    participants: results.map(({ participants }) => participants ?? 0),
    failed: results.map(({ failed }) => failed ?? 0),
  };
}

interface Row {
  readonly procedure: string;
  readonly year: number;
  readonly participants: number;
  readonly failed: number;
  readonly now: number;
  readonly before: number;
}

interface Params {
  readonly listed: string[];
  readonly threshold: number;
  readonly year: number;
  readonly yearBefore: number;
}

/** Filter, group and roll up; arquero's own way of the rule, without evidence. */
function withArquero(settled: Settled): Peer {
  const [year, yearBefore] = lastYears(settled);
  const params: Params = {
    listed: [...proceduresOfRule()],
    threshold: DEFAULT_SETTINGS.threshold,
    year,
    yearBefore,
  };
  const data = table(textColumns(settled));
  // as: with an argument it sets them and gives the table back; without one it gives the parameters
  const inYears = data.params(params) as typeof data;
  return {
    name: "arquero",
    run: () =>
      inYears
        .filter((d: Row, $: Params) => op.includes($.listed, d.procedure, 0) && d.participants > 0)
        .groupby("school")
        .rollup({
          now: (d: Row, $: Params) =>
            op.sum(d.year === $.year && d.failed * 100 >= $.threshold * d.participants ? 1 : 0),
          before: (d: Row, $: Params) =>
            op.sum(d.year === $.yearBefore && d.failed * 100 >= $.threshold * d.participants ? 1 : 0),
        })
        .filter((d: Row) => d.now >= 2 || (d.now > 0 && d.before > 0))
        .numRows(),
  };
}

/** The limit: numbers only, one pass, no names, no evidence. */
function bareLoop(settled: Settled): Peer {
  const { schools, results } = settled;
  const numbers = new Map(schools.map(({ key }, number) => [key, number]));
  const listed = proceduresOfRule();
  const schoolOf = Int32Array.from(results, ({ schoolKey }) => numbers.get(schoolKey) ?? 0);
  const listedOf = Uint8Array.from(results, ({ procedure }) =>
    listed.includes(procedureTitle(procedure)) ? 1 : 0,
  );
  const yearOf = Int16Array.from(results, ({ year }) => year);
  const participants = Int32Array.from(results, (result) => result.participants ?? 0);
  const failed = Int32Array.from(results, (result) => result.failed ?? 0);
  const [year] = lastYears(settled);
  const { threshold } = DEFAULT_SETTINGS;
  return {
    name: "bare loop",
    times: 100,
    run: () => {
      const [now, before] = [new Uint8Array(schools.length), new Uint8Array(schools.length)];
      for (let i = 0; i < schoolOf.length; i++) {
        const took = participants[i] ?? 0;
        if (listedOf[i] === 0 || took === 0 || (failed[i] ?? 0) * 100 < threshold * took) continue;
        const counts = yearOf[i] === year ? now : before;
        const school = schoolOf[i] ?? 0;
        counts[school] = (counts[school] ?? 0) + 1;
      }
      let low = 0;
      for (let school = 0; school < now.length; school++) {
        const own = now[school] ?? 0;
        if (own >= 2 || (own > 0 && (before[school] ?? 0) > 0)) low++;
      }
      return low;
    },
  };
}

function lastYears({ results }: Settled): readonly [number, number] {
  const years = [...new Set(results.map(({ year }) => year))].sort((a, b) => b - a);
  const [year = NaN, yearBefore = NaN] = years;
  return [year, yearBefore];
}

/** @throws Error when the peers did not find the same: a race of different rules says nothing. */
export function agree(answers: readonly unknown[]): void {
  if (new Set(answers).size > 1) throw new Error(`the peers disagree: ${JSON.stringify(answers)}`);
}
