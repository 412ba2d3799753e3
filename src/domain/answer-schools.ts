import { analyse, type Analysis, type AnalysisInput } from "./analysis";
import { waysToNote, type RegistryChange, type SchoolAnswer } from "./documents/registry-answer";
import type { Problem } from "./problem";
import { procedureTitle } from "./results/procedure";
import { sameFigures } from "./schools/duplicates";
import { pairId } from "./schools/questions";
import type { School, SchoolResult } from "./schools/school";

/** Two schools that were asked about, by their keys. */
export interface SchoolPair {
  readonly first: string;
  readonly second: string;
}

/** How the registry is to keep an answer. */
export interface AnswerChange extends RegistryChange {
  /** For how many procedures and years figures of the two contradict: once they are one school, none of them counts. */
  readonly contradicting: number;
}

/** The pair that a problem asks about; null for any other problem, and where two rows of one table need no question. */
export function pairOf({ code, fields }: Problem): SchoolPair | null {
  if (code !== "schoolNearMatch" || fields["apart"] !== undefined) return null;
  return { first: String(fields["firstKey"]), second: String(fields["secondKey"]) };
}

/**
 * How the registry is to keep an answer: the first way after which the two schools are one, or are not asked about any
 * more, and every other school is as before. Each way is tried on the data, so an answer never merges other schools.
 * A way that leaves figures out because they contradict is told as one.
 * @param before the analysis of `input`
 * @returns null where no way says exactly that: the user has to look at the registry
 */
export function answerOf(
  input: AnalysisInput,
  before: Analysis,
  pair: SchoolPair,
  answer: SchoolAnswer,
): AnswerChange | null {
  const school = (wanted: string): School | undefined => before.schools.find(({ key }) => key === wanted);
  const [first, second] = [school(pair.first), school(pair.second)];
  if (first === undefined || second === undefined) return null;
  // the spelling that more figures have is hardly the typing error: its row keeps the answer, and the name
  const figures = ({ key }: School): number =>
    before.results.filter(({ schoolKey }) => schoolKey === key).length;
  const both = figures(second) > figures(first) ? ([second, first] as const) : ([first, second] as const);
  const ways = waysToNote(input.registry ?? null, before.unlisted, both, answer);
  let lossy: AnswerChange | null = null;
  for (const way of ways) {
    const contradicting = leavesOut(before, analyse({ ...input, registry: way.grid }), pair, answer);
    if (contradicting === 0) return { ...way, contradicting };
    if (contradicting !== null) lossy ??= { ...way, contradicting };
  }
  return lossy;
}

/**
 * For how many procedures and years the two schools lose their figures by an answer.
 * @returns null where it does not say just that: other schools change, or lose a figure without an equal one
 */
function leavesOut(before: Analysis, after: Analysis, pair: SchoolPair, answer: SchoolAnswer): number | null {
  const merged = answer === "same" ? 1 : 0;
  if (after.schools.length !== before.schools.length - merged) return null;
  if (contradictions(after) > contradictions(before) || asks(after, pair)) return null;
  const owner = (key: string): string => (merged === 1 && key === pair.second ? pair.first : key);
  const now = new Map(after.results.map((result) => [figure(result), result.schoolKey]));
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  const gone: SchoolResult[] = [];
  for (const result of before.results) {
    const to = now.get(figure(result));
    if (to === undefined) {
      gone.push(result);
      continue;
    }
    const from = owner(result.schoolKey);
    if ((there.get(from) ?? to) !== to || (back.get(to) ?? from) !== from) return null;
    there.set(from, to);
    back.set(to, from);
  }
  // of two equal figures of one school one is left out: that is no loss
  const stayed = new Map(after.results.map((result) => [`${result.schoolKey}\n${slot(result)}`, result]));
  const lost = gone.filter((result) => {
    const equal = stayed.get(`${there.get(owner(result.schoolKey)) ?? ""}\n${slot(result)}`);
    return equal === undefined || !sameFigures(equal, result);
  });
  const ofPair = ({ schoolKey }: SchoolResult): boolean =>
    schoolKey === pair.first || schoolKey === pair.second;
  return lost.length === 0 || (merged === 1 && lost.every(ofPair)) ? new Set(lost.map(slot)).size : null;
}

const slot = ({ procedure, year }: SchoolResult): string => `${procedureTitle(procedure)}\n${year}`;

const figure = ({ source, procedure, year }: SchoolResult): string =>
  [source.file ?? "", source.sheet, source.address, procedureTitle(procedure), year].join("\n");

const asks = ({ problems }: Analysis, { first, second }: SchoolPair): boolean =>
  problems.some((problem) => {
    const asked = pairOf(problem);
    return asked !== null && pairId(asked.first, asked.second) === pairId(first, second);
  });

/** What the registry says against itself. */
const contradictions = ({ problems }: Analysis): number =>
  problems.filter(({ code }) => code.startsWith("registry")).length;
