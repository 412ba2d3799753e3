import { analyse, type Analysis, type AnalysisInput } from "./analysis";
import { waysToNote, type RegistryChange, type SchoolAnswer } from "./documents/registry-answer";
import type { Problem } from "./problem";
import { procedureTitle } from "./results/procedure";
import { pairId } from "./schools/questions";
import type { School } from "./schools/school";

/** Two schools that were asked about, by their keys. */
export interface SchoolPair {
  readonly first: string;
  readonly second: string;
}

/** The pair that a problem asks about; null for any other problem. */
export function pairOf({ code, fields }: Problem): SchoolPair | null {
  if (code !== "schoolNearMatch") return null;
  return { first: String(fields["firstKey"]), second: String(fields["secondKey"]) };
}

/**
 * How the registry is to keep an answer: the first way after which the two schools are one, or are not asked about any
 * more, and every other school is as before. Each way is tried on the data, so an answer never merges other schools.
 * @param before the analysis of `input`
 * @returns null where no way says exactly that: the user has to look at the registry
 */
export function answerOf(
  input: AnalysisInput,
  before: Analysis,
  pair: SchoolPair,
  answer: SchoolAnswer,
): RegistryChange | null {
  const school = (wanted: string): School | undefined => before.schools.find(({ key }) => key === wanted);
  const [first, second] = [school(pair.first), school(pair.second)];
  if (first === undefined || second === undefined) return null;
  // the spelling that more figures have is hardly the typing error: its row keeps the answer, and the name
  const figures = ({ key }: School): number =>
    before.results.filter(({ schoolKey }) => schoolKey === key).length;
  const both = figures(second) > figures(first) ? ([second, first] as const) : ([first, second] as const);
  const ways = waysToNote(input.registry ?? null, before.unlisted, both, answer);
  return (
    ways.find(({ grid }) => saysExactly(before, analyse({ ...input, registry: grid }), pair, answer)) ?? null
  );
}

function saysExactly(before: Analysis, after: Analysis, pair: SchoolPair, answer: SchoolAnswer): boolean {
  const merged = answer === "same" ? 1 : 0;
  if (after.schools.length !== before.schools.length - merged) return false;
  if (contradictions(after) > contradictions(before) || asks(after, pair)) return false;
  const owner = (key: string): string => (merged === 1 && key === pair.second ? pair.first : key);
  const now = new Map(after.results.map((result) => [figure(result), result.schoolKey]));
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  for (const result of before.results) {
    const to = now.get(figure(result));
    if (to === undefined) continue; // of two equal figures of one school one is left out
    const from = owner(result.schoolKey);
    if ((there.get(from) ?? to) !== to || (back.get(to) ?? from) !== from) return false;
    there.set(from, to);
    back.set(to, from);
  }
  return true;
}

const figure = ({ source, procedure, year }: Analysis["results"][number]): string =>
  [source.file ?? "", source.sheet, source.address, procedureTitle(procedure), year].join("\n");

const asks = ({ problems }: Analysis, { first, second }: SchoolPair): boolean =>
  problems.some((problem) => {
    const asked = pairOf(problem);
    return asked !== null && pairId(asked.first, asked.second) === pairId(first, second);
  });

/** What the registry says against itself. */
const contradictions = ({ problems }: Analysis): number =>
  problems.filter(({ code }) => code.startsWith("registry")).length;
