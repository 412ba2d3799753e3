import fc from "fast-check";
import type { IdentificationSettings } from "../../../src/domain/identification/rule";
import { RULES } from "../../../src/domain/identification/rules";
import type { Verdict } from "../../../src/domain/identification/verdict";
import { procedureTitle } from "../../../src/domain/results/procedure";
import type { SchoolResult } from "../../../src/domain/schools/school";
import { identifyAll, result } from "./rows";
import { fuzz } from "../../fuzz";

const TITLES = [
  "ВПР математика 5",
  "ВПР русский язык 5",
  "ВПР математика 8",
  "ОГЭ математика",
  "ЕГЭ русский язык",
  "ОГЭ химия",
];
const SCHOOLS = ["А", "Б", "В", "Г"];
const YEARS = [2016, 2018, 2019];

/** Any part of schools × procedures × years, with shares around the threshold. */
const results = fc
  .uniqueArray(
    fc.record({
      school: fc.constantFrom(...SCHOOLS),
      title: fc.constantFrom(...TITLES),
      year: fc.constantFrom(...YEARS),
      participants: fc.constantFrom(0, 1, 7, 10, 20),
      failed: fc.nat(20),
    }),
    { selector: ({ school, title, year }) => `${school} ${title} ${year}`, maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ school, title, year, participants, failed }) =>
      result(school, year, title, `${Math.min(Math.floor(failed / 2), participants)}/${participants}`),
    ),
  );
const settings = fc.record({
  ruleId: fc.constantFrom("000", "004"),
  threshold: fc.constantFrom(10, 27.5, 30, 50),
  minParticipants: fc.constantFrom(0, 8),
});

const statuses = (verdicts: readonly Verdict[]) =>
  Object.fromEntries(verdicts.map((v) => [v.schoolKey, v.status]));

/** The rules again, as sentences over sets of strings; written from the domain reference, not from the code. */
function naive(
  all: readonly SchoolResult[],
  {
    ruleId,
    threshold,
    minParticipants,
  }: Pick<IdentificationSettings, "ruleId" | "threshold" | "minParticipants">,
) {
  const listed = (title: string) =>
    ruleId === "004"
      ? /^(ВПР|ОГЭ|ЕГЭ) (русский язык|математика)/.test(title)
      : /^(ВПР (математика|русский язык) [56]|(ОГЭ|ЕГЭ) (математика|русский язык).*)$/.test(title);
  const usable = all.filter(
    (r) =>
      listed(procedureTitle(r.procedure)) &&
      Number(r.participants) > 0 &&
      Number(r.participants) >= minParticipants,
  );
  const years = usable.map((r) => r.year).sort((a, b) => b - a);
  const Y = years[0];
  const before = years.find((year) => year !== Y);
  return Object.fromEntries(
    all.map(({ schoolKey }) => {
      const own = usable.filter((r) => r.schoolKey === schoolKey);
      const low = (year: number | undefined) =>
        own
          .filter(
            (r) => r.year === year && Number(r.failed) / Number(r.participants) > threshold / 100 - 1e-12,
          )
          .map((r) => procedureTitle(r.procedure));
      const [now, then] = [low(Y), low(before)];
      const found =
        ruleId === "000"
          ? now.length >= 2 || (now.length >= 1 && then.length >= 1)
          : now.length >= 2 || then.length >= 2 || now.some((title) => then.includes(title));
      return [schoolKey, found ? "low" : own.some((r) => r.year === Y) ? "notLow" : "insufficient"];
    }),
  );
}

const check = (
  property: (
    all: SchoolResult[],
    set: { ruleId: string; threshold: number; minParticipants: number },
  ) => void,
) => {
  fc.assert(fc.property(results, settings, property), fuzz(1000));
};

test("verdicts equal those of an independent count", () => {
  check((all, set) => {
    expect(statuses(identifyAll(all, set).verdicts)).toEqual(naive(all, set));
  });
});

test("order of rows does not matter", () => {
  check((all, set) => {
    expect(identifyAll(all.toReversed(), set)).toEqual(identifyAll(all, set));
  });
});

test("no data is never low and never fine", () => {
  check((all, set) => {
    const nobody = all.map((r) => ({ ...r, participants: 0, failed: 0, share: null }));
    for (const verdict of identifyAll(nobody, set).verdicts) {
      expect(verdict).toMatchObject({
        status: "insufficient",
        criteria: [],
        unchecked: [1, 2],
        evidence: [],
      });
    }
  });
});

test("one more result that is not low never makes a school low, the years being given", () => {
  check((all, set) => {
    const years = { ...set, year: 2019, yearBefore: 2018 };
    const taken = new Set(all.map((r) => r.source.sheet + r.source.address));
    const more = SCHOOLS.flatMap((school) =>
      YEARS.flatMap((year) => TITLES.map((title) => result(school, year, title, "0/20"))),
    ).filter((r) => !taken.has(r.source.sheet + r.source.address));
    const before = statuses(identifyAll(all, years).verdicts);
    for (const { schoolKey, status } of identifyAll([...all, ...more], years).verdicts) {
      expect(status === "low").toBe(before[schoolKey] === "low");
    }
  });
});

test("counts, marks and exact shares of the same figures give the same verdicts", () => {
  check((all, set) => {
    const marks = all.map((r): SchoolResult => {
      const rest = Number(r.participants) - Number(r.failed);
      return { ...r, participants: null, failed: null, share: null, marks: [Number(r.failed), rest, 0, 0] };
    });
    const shares = all.map((r) => ({ ...r, failed: null }));
    const expected = statuses(identifyAll(all, set).verdicts);
    expect(statuses(identifyAll(marks, set).verdicts)).toEqual(expected);
    expect(statuses(identifyAll(shares, set).verdicts)).toEqual(expected);
  });
});

test("a higher threshold never finds more schools", () => {
  check((all, set) => {
    const higher = statuses(identifyAll(all, { ...set, threshold: set.threshold + 1.5 }).verdicts);
    const lower = statuses(identifyAll(all, set).verdicts);
    for (const school of Object.keys(higher)) if (higher[school] === "low") expect(lower[school]).toBe("low");
  });
});

test("a school's verdict does not depend on the other schools, the years being given", () => {
  check((all, set) => {
    const years = { ...set, year: 2019, yearBefore: 2018 };
    for (const verdict of identifyAll(all, years).verdicts) {
      const own = all.filter(({ schoolKey }) => schoolKey === verdict.schoolKey);
      expect(identifyAll(own, years).verdicts).toEqual([verdict]);
    }
  });
});

test("every low verdict has evidence that meets its criteria, others have none", () => {
  check((all, set) => {
    for (const { status, criteria, unchecked, evidence } of identifyAll(all, set).verdicts) {
      expect(criteria.length > 0).toBe(status === "low");
      expect(new Set(evidence.map(({ criterion }) => criterion))).toEqual(new Set(criteria));
      expect(criteria.filter((criterion) => unchecked.includes(criterion))).toEqual([]);
      for (const criterion of criteria) {
        expect(evidence.filter((row) => row.criterion === criterion).length).toBeGreaterThanOrEqual(2);
      }
      for (const row of evidence)
        expect(Number(row.share) * 100).toBeGreaterThanOrEqual(set.threshold - 1e-9);
    }
  });
});

test("rules are told apart by their ids and say where they come from", () => {
  expect(RULES.map(({ id, source }) => [id, source.startsWith(`seed ${id}`)])).toEqual([
    ["000", true],
    ["004", true],
  ]);
});
