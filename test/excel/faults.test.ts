/**
 * Every job × every request × everything that can go wrong with it. `npm test` takes a part of the combinations, chosen
 * so that every trouble meets every job; `npm run faults` takes all and writes the report.
 */
import { type AddIn, boot } from "./harness";
import { prepare } from "./faults/bench";
import { CHOSEN, JOBS } from "./faults/all-jobs";
import { AGAIN, failure, failureTwice, requestsOfNextStart, TROUBLES } from "./faults/faults";
import {
  failuresAt,
  failuresTwiceAt,
  type Position,
  positions,
  positionsOfNextStart,
  type Wrong,
} from "./faults/finer";
import { report, say } from "./faults/progress";

const ALL = process.env["FAULTS"] === "all";

/** Two runtimes of office.js: an add-in that starts anew is the other one, which knows nothing of the run. */
let runtimes: readonly [AddIn, AddIn];
let addin: AddIn;
const other = async (): Promise<AddIn> => {
  addin = addin === runtimes[0] ? runtimes[1] : runtimes[0];
  Object.assign(globalThis, addin.globals);
  return Promise.resolve(addin);
};
const counted: {
  job: string;
  request: number;
  /** So many actions of the request were carried out. */
  action?: number;
  trouble: string;
  failure: string | null;
}[] = [];

beforeAll(async () => {
  runtimes = [await boot(), await boot()];
  addin = runtimes[1];
});
afterAll(() => {
  for (const each of runtimes) each.dispose();
});

/** What leaves most behind meets every job. */
const WORST = new Set([
  "GeneralException, посреди выполнения",
  "надстройка перезапущена, посреди выполнения",
]);
/** Every trouble meets two of the six jobs of the ribbon and two others, at a request that moves on from trouble to trouble. */
const chosen = (job: number, trouble: number, request: number, requests: number): boolean =>
  ALL ||
  (request === requests && WORST.has(TROUBLES[trouble]?.name ?? "")) ||
  ((trouble + job) % (job < 6 ? 3 : 5) === 0 && Math.floor(trouble / 3) % requests === requests - request);

/** Of many places `npm test` takes two, at other parts of the way for each job. */
const sample = <T>(places: readonly T[], job: number): readonly T[] =>
  ALL
    ? places
    : places.filter((_, index) =>
        [0.3, 0.8].some((part) => index === Math.floor(places.length * ((part + job * 0.618) % 1))),
      );
/** Jobs of the most actions: one that changes sheets in place, one that makes new ones. */
const TWICE: Readonly<Record<string, readonly number[]>> = {
  Обновить: ALL ? [0.1, 0.3, 0.5, 0.7, 0.93] : [0.5],
  "Весь пакет документов": ALL ? [0.5, 0.98] : [],
};

describe.each(CHOSEN.map((job) => [job.name, JOBS.indexOf(job), job] as const))("%s", (name, index, job) => {
  afterAll(() => {
    report("faults", name, JOBS, counted);
  });
  const failed = (): string[] =>
    counted
      .filter((each) => each.job === name && each.failure !== null)
      .map((each) => `${each.request} × ${each.trouble} ${each.action ?? ""}: ${each.failure}`.slice(0, 700))
      .slice(0, 5);
  const note = ({ at, actions }: Position, wrong: Wrong): void => {
    for (const each of wrong) counted.push({ job: name, request: at, action: actions, ...each });
  };
  test(
    "the workbook is as before or as finished, the error says what to do, a retry works",
    async () => {
      const prepared = await prepare(addin, job);
      expect(prepared.finished).not.toBe(prepared.before);
      for (let request = 1; request <= prepared.requests; request++) {
        for (const [number, trouble] of TROUBLES.entries()) {
          if (!chosen(index, number, request, prepared.requests)) continue;
          const wrong = await failure(addin, other, prepared, request, trouble);
          counted.push({ job: name, request, trouble: trouble.name, failure: wrong });
        }
        say(`${name}: запрос ${request} из ${prepared.requests}; не прошло ${failed().length}`);
      }
      expect(failed()).toEqual([]);
    },
    ALL ? 3_600_000 : 120_000,
  );

  test(
    "what breaks off again at the next start is put right at the start after it",
    async () => {
      const prepared = await prepare(addin, job);
      for (const after of ALL ? [0.3, 0.6, 0.95] : [index % 2 === 0 ? 0.6 : 0.95]) {
        const requests = await requestsOfNextStart(addin, prepared, after);
        for (const [number, { name: trouble, fault }] of AGAIN.entries())
          for (let request = 1; request <= requests; request++) {
            if (!ALL && (request + number + index) % 4 !== 0) continue;
            const wrong = await failureTwice(addin, prepared, after, request, fault);
            counted.push({
              job: name,
              request,
              trouble: `снова при следующем запуске: ${trouble}`,
              failure: wrong,
            });
          }
      }
      say(`${name}: снова сбой при следующем запуске; не прошло ${failed().length}`);
      expect(failed()).toEqual([]);
    },
    ALL ? 3_600_000 : 120_000,
  );

  test(
    "a request that writes breaks off after any of its actions",
    async () => {
      const prepared = await prepare(addin, job);
      const places = sample(await positions(addin, prepared), index);
      const seen = new Set<string>();
      for (const place of places) note(place, (await failuresAt(addin, prepared, place, seen)) ?? []);
      say(`${name}: обрыв после отдельных действий, мест ${places.length}; не прошло ${failed().length}`);
      for (const first of TWICE[name] ?? []) {
        const again = sample(await positionsOfNextStart(addin, prepared, first), index);
        const left = new Set<string>();
        for (const place of again)
          note(place, (await failuresTwiceAt(addin, prepared, first, place, left)) ?? []);
        say(`${name}: и снова, мест ${again.length}; не прошло ${failed().length}`);
      }
      expect(failed()).toEqual([]);
    },
    ALL ? 3_600_000 : 120_000,
  );
});
