import type { Problem } from "../../problem";
import { procedureTitle } from "../procedure";
import type { Result } from "../result";
import { findMinimum } from "../scales/minimums";
import { findScale, markOf, SCALES, type Scale } from "../scales/scale";
import { formatYear } from "../year";
import type { PupilBlock, PupilSchool } from "./pupil";
import { areaOf, cellOf, report, Roll, type Tried } from "./roll";

export interface CountOptions {
  /** The user's scales (sheet «Шкалы»); they stand before the published ones. */
  readonly scales?: readonly Scale[];
  /** Which try of a person counts; the first unless told (domain reference, Identification: retakes). */
  readonly retakes?: "first" | "last";
}

export interface Counted {
  readonly results: Result[];
  readonly problems: Problem[];
}

/**
 * Counts pupils of all sheets into results of schools: one try per person, after appeals, judged by the mark, the
 * minimum of its own protocol or the scale of its procedure and year.
 */
export function countPupils(blocks: readonly PupilBlock[], options: CountOptions = {}): Counted {
  const problems: Problem[] = [];
  const rolls = callRolls(blocks);
  applyAppeals(blocks, rolls, problems);
  const judge = new Judge([...(options.scales ?? []), ...SCALES], problems);
  const results: Result[] = [];
  for (const roll of rolls.values()) {
    if (!explain(roll, problems)) continue;
    const result = resultOf(roll, options.retakes ?? "first", judge);
    if (result !== null) results.push(result);
  }
  return { results, problems };
}

function callRolls(blocks: readonly PupilBlock[]): Map<string, Roll> {
  const rolls = new Map<string, Roll>();
  for (const block of blocks) {
    if (block.appeals) continue;
    const suffix = procedureKey(block);
    // Pupils of a school stand together and share one object.
    let school: PupilSchool | null = null;
    let roll: Roll | undefined;
    for (const pupil of block.pupils) {
      if (roll === undefined || pupil.school !== school) {
        school = pupil.school;
        const key = schoolKey(school) + suffix;
        roll = rolls.get(key);
        if (roll === undefined) rolls.set(key, (roll = new Roll(school, block)));
      }
      roll.add(block, pupil);
    }
  }
  return rolls;
}

function applyAppeals(
  blocks: readonly PupilBlock[],
  rolls: ReadonlyMap<string, Roll>,
  problems: Problem[],
): void {
  for (const block of blocks) {
    if (!block.appeals) continue;
    const suffix = procedureKey(block);
    let applied = 0;
    for (const pupil of block.pupils) {
      if (rolls.get(schoolKey(pupil.school) + suffix)?.appeal(block, pupil) === true) applied += 1;
      else {
        const cell = block.view.source(pupil.row, block.column);
        problems.push(report("appealUnmatched", "warning", cell, { school: label(pupil.school) }));
      }
    }
    if (applied === 0) continue;
    const area = areaOf(block, block.pupils);
    problems.push(report("appealsApplied", "info", area, { count: applied }));
  }
}

/** Says what is odd about a roll. @returns false where its figures cannot be trusted. */
function explain(roll: Roll, problems: Problem[]): boolean {
  const fields = { school: label(roll.school), ...titleOf(roll.first) };
  for (const attempt of roll.doubled)
    problems.push(report("pupilRepeated", "warning", cellOf(attempt), fields));
  for (const [block, count] of roll.repeated) {
    const cell = areaOf(
      block,
      block.pupils.filter(({ school }) => schoolKey(school) === schoolKey(roll.school)),
    );
    problems.push(report("pupilsSame", "info", cell, { ...fields, count }));
  }
  if (roll.retakesUnknown()) {
    const [first] = roll.anonymous;
    if (first !== undefined) problems.push(report("retakesUnknown", "warning", cellOf(first), fields));
  }
  const conflicts = roll.openConflicts();
  for (const { one, other } of conflicts) {
    problems.push(report("pupilDiffers", "error", cellOf(one), fields, [cellOf(other)]));
  }
  return conflicts.length === 0;
}

function resultOf(roll: Roll, retakes: "first" | "last", judge: Judge): Result | null {
  const marks: [number, number, number, number] = [0, 0, 0, 0];
  let participants = 0;
  let failed = 0;
  let unmarked = 0;
  const rows = new Map<PupilBlock, Tried[]>();
  roll.visitChosen(retakes, (block, tried) => {
    let own = rows.get(block);
    if (own === undefined) rows.set(block, (own = []));
    const outcome = judge.outcome(block, tried);
    if (outcome === null) return;
    participants += 1;
    if (outcome.failed) failed += 1;
    if (outcome.mark === null) unmarked += 1;
    else marks[outcome.mark - 2] = (marks[outcome.mark - 2] ?? 0) + 1;
    own.push(tried);
  });
  if (participants === 0) return null;
  const { school, first } = roll;
  // where everybody's counted try is a retake, the figures stand in its protocol
  const [block = first] = rows.has(first) ? [first] : rows.keys();
  return {
    school: school.name,
    ...(school.code === undefined ? {} : { schoolCode: school.code }),
    ...(school.municipality === undefined ? {} : { municipality: school.municipality }),
    procedure: first.procedure,
    year: first.year,
    participants,
    failed,
    share: failed / participants,
    ...(unmarked === 0 ? { marks } : {}),
    source: areaOf(block, rows.get(block) ?? []),
  };
}

interface Outcome {
  readonly failed: boolean;
  /** Null where no marks are told: ЕГЭ scores. */
  readonly mark: 2 | 3 | 4 | 5 | null;
}

const MARKS = [null, 2, 3, 4, 5] as const;
/** Few, and shared by all pupils. */
const OUTCOMES: readonly Outcome[] = MARKS.flatMap((mark) => [
  { failed: false, mark },
  { failed: true, mark },
]);

function outcomeOf(failed: boolean, mark: Outcome["mark"]): Outcome {
  return OUTCOMES[2 * MARKS.indexOf(mark) + (failed ? 1 : 0)] ?? { failed, mark };
}

/** Turns values into outcomes; what is missing for it is said once per block. */
class Judge {
  private readonly minimums = new Map<PupilBlock, number | null>();
  private readonly scaled = new Map<PupilBlock, Scale | null>();

  constructor(
    private readonly scales: readonly Scale[],
    private readonly problems: Problem[],
  ) {}

  outcome(block: PupilBlock, tried: Tried): Outcome | null {
    const { value } = tried;
    if (block.unit === "total") return this.byScale(block, tried);
    const minimum = this.minimumOf(block);
    if (minimum === null) return null;
    const mark = block.unit === "mark" && isMark(value) ? value : null;
    return outcomeOf(value < minimum, mark);
  }

  private byScale(block: PupilBlock, { row, value }: Tried): Outcome | null {
    let scale = this.scaled.get(block);
    if (scale === undefined) {
      scale = findScale(this.scales, block.procedure, block.year);
      this.scaled.set(block, scale);
      if (scale === null) this.say("scaleUnknown", block);
    }
    if (scale === null) return null;
    const mark = markOf(scale, value);
    if (mark === null) {
      this.problems.push(report("markUnknown", "error", cellOf({ block, row }), { value }));
      return null;
    }
    return outcomeOf(mark === 2, scale.four === null ? null : mark);
  }

  /** The protocol's own footer wins over the table; a disagreement is said. */
  private minimumOf(block: PupilBlock): number | null {
    const known = this.minimums.get(block);
    if (known !== undefined) return known;
    const unit = block.unit === "mark" ? "mark" : "score";
    const users = unit === "score" ? findScale(this.scales, block.procedure, block.year) : null;
    const published = findMinimum(block.procedure);
    // ВПР marks have no other minimum than «3».
    const table = users?.three ?? (published?.unit === unit ? published.value : unit === "mark" ? 3 : null);
    const printed = block.minimum;
    if (printed !== null && table !== null && printed.value !== table) {
      const cell = block.view.source(printed.row, printed.column);
      const fields = { ...titleOf(block), printed: printed.value, table };
      this.problems.push(report("minimumDisagrees", "warning", cell, fields));
    }
    const minimum = printed?.value ?? table;
    if (minimum === null) this.say("minimumUnknown", block);
    this.minimums.set(block, minimum);
    return minimum;
  }

  private say(code: "scaleUnknown" | "minimumUnknown", block: PupilBlock): void {
    const area = areaOf(block, block.pupils);
    this.problems.push(report(code, "error", area, titleOf(block)));
  }
}

function isMark(value: number): value is 2 | 3 | 4 | 5 {
  return value === 2 || value === 3 || value === 4 || value === 5;
}

function titleOf({ procedure, year }: PupilBlock): { procedure: string; year: string } {
  return { procedure: procedureTitle(procedure), year: formatYear(year) };
}

function procedureKey({ procedure, year }: PupilBlock): string {
  return `\n${procedureTitle(procedure)}\n${year}`;
}

function schoolKey({ name, code, municipality }: PupilSchool): string {
  return code ?? `${name}\n${municipality ?? ""}`;
}

/** What names a school in a problem: its name, else its code. */
function label({ name, code }: PupilSchool): string {
  return name === "" ? (code ?? "") : name;
}
