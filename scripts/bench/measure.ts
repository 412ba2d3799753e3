/**
 * Times by the processor's clock of this process, not by the wall: other work on the machine then counts less. Peers run
 * by turns in one process, and ratios are taken run by run, so that a slow moment falls on all of them. What a peer left
 * behind is collected before the next reading of the clock begins, where the process lets it (`--expose-gc`), and on
 * this thread alone (`--single-threaded-gc`): threads that went on collecting would run on the clock of the next peer.
 */
export interface Peer {
  readonly name: string;
  readonly run: () => unknown;
  /** Runs in a row under one reading of the clock, for work that is too short for it; 1 when left out. */
  readonly times?: number;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds of processor time, median of the runs. */
  readonly ms: number;
  /** How many times the first peer's time this one takes: median of the ratios run by run. */
  readonly ofFirst: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Milliseconds of processor time of one run. */
function cpuTime({ run, times = 1 }: Peer): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** Runs the peers by turns, after runs that are not counted, in which the engine makes the code fast. */
export function race(peers: readonly Peer[], runs: number, warmUps = 3): readonly Timing[] {
  for (let turn = 0; turn < warmUps; turn++) for (const peer of peers) cpuTime(peer);
  const times = peers.map((): number[] => []);
  for (let turn = 0; turn < runs; turn++) peers.forEach((peer, i) => times[i]?.push(cpuTime(peer)));
  const [first = []] = times;
  return peers.map(({ name }, i) => {
    const own = times[i] ?? [];
    return { name, ms: median(own), ofFirst: median(own.map((time, turn) => time / (first[turn] ?? NaN))) };
  });
}

/**
 * Growth of time with the amount of work: 1 is in proportion, 2 its square. Sizes double, so the exponent between the
 * first and the last is the slope in doubling steps; they run by turns as peers do, smaller ones more often, so that
 * every reading of the clock covers the same work, and their ratio is taken run by run.
 */
export function exponentOf(
  sizes: readonly number[],
  runs: number,
  prepare: (size: number) => () => unknown,
): number {
  const largest = sizes.at(-1) ?? NaN;
  const peers = sizes.map((size): Peer => ({
    name: String(size),
    run: prepare(size),
    times: Math.max(1, Math.round(largest / size)),
  }));
  return slope(
    sizes,
    race(peers, runs).map(({ ofFirst }) => ofFirst),
  );
}

/** The exponent between the first and the last size. */
export function slope(sizes: readonly number[], times: readonly number[]): number {
  const [small = NaN, large = NaN] = [sizes[0], sizes.at(-1)];
  const [short = NaN, long = NaN] = [times[0], times.at(-1)];
  return Math.log(long / short) / Math.log(large / small);
}
