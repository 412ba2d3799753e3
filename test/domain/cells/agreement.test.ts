import fc from "fast-check";
import { lowResult } from "../../../src/domain/cells/low-result";
import { lowSchool } from "../../../src/domain/cells/low-school";
import { trend } from "../../../src/domain/cells/trend";
import type { Input } from "../../../src/domain/cells/input";
import { identify } from "../../../src/domain/identification/identify";
import { lowState } from "../../../src/domain/identification/low";
import { columnsOf } from "../../../src/domain/identification/result-columns";
import { findRule } from "../../../src/domain/identification/rules";
import { DEFAULT_LIMITS, trendOf } from "../../../src/domain/monitoring/dynamics";
import type { SchoolResult } from "../../../src/domain/schools/school";
import { fuzz } from "../../fuzz";

/** The button and the cell on the same figures: procedures of rule 000 that both rules list. */
const PROCEDURES = [
  { form: "ВПР", subject: "математика", grade: 5 },
  { form: "ВПР", subject: "русский язык", grade: 6 },
  { form: "ОГЭ", subject: "математика" },
  { form: "ЕГЭ", subject: "русский язык" },
] as const;
const KEY = "name:березовская сош";
const SCHOOL = { key: KEY, name: "Берёзовская СОШ", spellings: [] };

/** Participants and failed; small numbers, so that 30 % exactly, zeros and blanks come often. */
const pair = fc
  .option(
    fc
      .nat({ max: 12 })
      .chain((participants) => fc.tuple(fc.constant(participants), fc.nat({ max: participants }))),
  )
  .map((known) => known ?? ([null, null] as const));
const row = fc.tuple(pair, pair, pair, pair);

function resultsOf(
  pairs: readonly (readonly [number | null, number | null])[],
  year: number,
): SchoolResult[] {
  return pairs.flatMap(([participants, failed], index) => {
    const procedure = PROCEDURES[index];
    if (participants === null || failed === null || procedure === undefined) return [];
    const share = participants === 0 ? null : failed / participants;
    const source = { sheet: "Результаты", address: `A${index + 1}` };
    return [
      { schoolKey: KEY, school: "Берёзовская СОШ", procedure, year, participants, failed, share, source },
    ];
  });
}

test.each(["000", "004"])("rule %s: LOWSCHOOL says what the button says", (rule) => {
  fc.assert(
    fc.property(
      row,
      row,
      fc.constantFrom(20, 30, 33.3, 50),
      fc.constantFrom(0, 5),
      (year, before, threshold, minimum) => {
        const results = [...resultsOf(year, 2019), ...resultsOf(before, 2018)];
        const { verdicts } = identify(columnsOf([SCHOOL], results), {
          ruleId: rule,
          threshold,
          minParticipants: minimum,
          year: 2019,
          yearBefore: 2018,
          procedures: null,
        });
        const [verdict] = verdicts;
        const told =
          verdict?.status === "notLow" && verdict.unchecked.length > 0 ? "insufficient" : verdict?.status;
        const answer = lowSchool([year.flat()], {
          yearBefore: [before.flat()],
          rule,
          threshold,
          kind: "числа",
          minParticipants: minimum,
        });
        expect(answer).toBe(told === "low" ? true : told === "notLow" ? false : "noData");
      },
    ),
    fuzz(2000),
  );
  expect(findRule(rule).id).toBe(rule);
});

test("LOWRESULT says what the button says of one result", () => {
  fc.assert(
    fc.property(
      pair,
      fc.constantFrom(20, 30, 33.3, 50),
      fc.constantFrom(0, 5),
      (counts, threshold, minimum) => {
        const [participants, failed] = counts;
        const state = lowState({ participants, failed, share: null }, threshold, minimum);
        const [[answer]] = lowResult([counts], { threshold, kind: null, minParticipants: minimum }) as [
          [unknown],
        ];
        expect(answer).toBe(state === "noData" ? state : state === "low");
      },
    ),
    fuzz(2000),
  );
});

test("marks and counts of the same people say the same", () => {
  const marks = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }));
  fc.assert(
    fc.property(marks, (counts) => {
      const participants = counts.reduce((sum, count) => sum + count, 0);
      const options = { threshold: null, kind: null, minParticipants: null };
      const ask = (cells: Input[]) => lowResult([cells], options);
      expect(ask([participants, ...counts])).toEqual(ask([participants, counts[0]]));
      expect(ask([...counts])).toEqual(ask([participants, counts[0]]));
    }),
  );
});

test("TREND says what the sheet of dynamics says, at the very limit too", () => {
  const words = { worse: "negative", better: "positive", steady: "unchanged" } as const;
  const counts = fc
    .integer({ min: 1, max: 60 })
    .chain((participants) => fc.nat({ max: participants }).map((failed) => failed / participants));
  fc.assert(
    fc.property(
      fc.option(counts),
      fc.option(counts),
      fc.constantFrom(null, 5, 12.5),
      (before, after, limit) => {
        const limits = limit === null ? DEFAULT_LIMITS : { fall: limit, rise: limit };
        const [cell] = [trend([[before, after]], limit)].flat();
        const sheet = trendOf(before, after, limits);
        expect(typeof cell === "object" && "word" in cell ? words[cell.word] : null).toBe(sheet);
      },
    ),
    fuzz(2000),
  );
});

test("a printed per cent of known participants: LOWSCHOOL says what the button says, or that nobody gives it", () => {
  const printed = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 1000 }));
  fc.assert(
    fc.property(printed, ([participants, tenths]) => {
      const text = `${String(tenths / 10).replace(".", ",")} %`;
      const row = [participants, null, text, participants, null, text];
      const none = { yearBefore: null, rule: null, threshold: null, minParticipants: null };
      const cell = lowSchool([row], { ...none, kind: "тройки" });
      const shareDecimals = tenths % 10 === 0 ? 0 : 1;
      const button = lowState({ participants, failed: null, share: tenths / 1000, shareDecimals }, 30);
      // two low results are a verdict; without Y′ nothing else is
      if (typeof cell !== "object") expect(cell).toBe(button === "low" ? true : "noData");
    }),
    fuzz(2000),
  );
});
