import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resolveDeadline } from "../../../src/domain/measures/deadline";
import { formatDeadline } from "../../../src/domain/measures/deadline-format";
import { parseDeadline, readDeadline } from "../../../src/domain/measures/deadline-parse";
import type { DeadlineRule } from "../../../src/domain/measures/measure";
import type { PlanPeriod, Span } from "../../../src/domain/measures/period";
import { seedPeriods, wordings } from "./wordings";

const periodOf = (seed: string): PlanPeriod =>
  seedPeriods[seed] ?? { unit: "schoolYear", start: 0, years: 0 };

function read(text: string, period: PlanPeriod): DeadlineRule {
  const rule = parseDeadline(text, period);
  if (rule === null) throw new Error(`unreadable: ${text}`);
  return rule;
}

const later = ({ start, end }: Span, years: number): Span => {
  const move = (date: string): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return { start: move(start), end: move(end) };
};

describe("the 104 wordings of the seeds", () => {
  test("are all here, once in each seed", () => {
    expect(new Set(wordings.map(({ text }) => text)).size).toBe(104);
    // the blank one stands in three seeds
    expect(wordings).toHaveLength(106);
  });

  const table = join(__dirname, "../../../../shared/domain/deadlines_distinct.tsv");
  (existsSync(table) ? test : test.skip)(
    "are those of the seeds (skipped without the shared reference)",
    () => {
      const listed = readFileSync(table, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"));
      expect(wordings.map(({ seed, text }) => [seed, text])).toEqual(
        listed.map(([seed, , text]) => [seed, text]),
      );
    },
  );

  test.each(wordings)("$seed «$text» is $kind, $start … $end", ({ seed, text, kind, start, end }) => {
    const rule = read(text, periodOf(seed));
    expect(rule.kind).toBe(kind);
    expect(resolveDeadline(rule, periodOf(seed))).toEqual({ start, end });
  });

  // 2020 and 2024 are leap years, so February keeps its length four years on
  test.each(wordings)("$seed «$text» moves with the plan", ({ seed, text, start, end }) => {
    const period = periodOf(seed);
    const rule = read(text, period);
    expect(resolveDeadline(rule, { ...period, start: period.start + 4 })).toEqual(later({ start, end }, 4));
  });

  test.each(wordings)("$seed «$text» is read back from its printed form", ({ seed, text }) => {
    const period = { ...periodOf(seed), start: 2026 };
    const rule = read(text, periodOf(seed));
    const printed = formatDeadline(rule, period);
    const again = read(printed, period);
    expect(resolveDeadline(again, period)).toEqual(resolveDeadline(rule, period));
    expect(formatDeadline(again, period)).toBe(printed);
  });
});

const school: PlanPeriod = { unit: "schoolYear", start: 2026, years: 1 };

describe("other wordings that staff use", () => {
  test.each<[string, string, string]>([
    ["с 1 по 15 октября 2026 г.", "2026-10-01", "2026-10-15"],
    ["с сентября 2026 г. по май 2027 г.", "2026-09-01", "2027-05-31"],
    ["сентябрь 2026 – май 2027", "2026-09-01", "2027-05-31"],
    ["декабрь – февраль", "2026-12-01", "2027-02-28"],
    ["25 декабря 2026 г. – 15 января 2027 г.", "2026-12-25", "2027-01-15"],
    ["не позднее 15 марта", "2026-09-01", "2027-03-15"],
    ["к 1 сентября 2027 года", "2026-09-01", "2027-09-01"],
    ["до конца февраля 2027 г.", "2026-09-01", "2027-02-28"],
    ["до конца декабря", "2026-09-01", "2026-12-31"],
    ["I–II кварталы 2027 г.", "2027-01-01", "2027-06-30"],
    ["2-й квартал 2027 г.", "2027-04-01", "2027-06-30"],
    ["2026/27 уч. год", "2026-09-01", "2027-05-31"],
    ["в начале учебного года", "2026-09-01", "2026-09-30"],
    ["ноябрь 2026 г., февраль и апрель 2027 г.", "2026-11-01", "2027-04-30"],
    ["сентябрь, декабрь, май", "2026-09-01", "2027-05-31"],
    ["5.10.2026", "2026-10-05", "2026-10-05"],
    ["ОКТЯБРЬ\u00a02026", "2026-10-01", "2026-10-31"],
    ["окт. 2026 г.", "2026-10-01", "2026-10-31"],
    ["ежемесячно", "2026-09-01", "2027-08-31"],
  ])("«%s» is %s … %s", (text, start, end) => {
    expect(resolveDeadline(read(text, school), school)).toEqual({ start, end });
  });
});

describe("what cannot be read", () => {
  test.each([
    "уточняется",
    "скоро",
    "22.13.2026",
    "31 февраля 2027",
    "5 квартал 2026",
    "4 – 1 квартал 2026",
    "2026/2028 учебный год",
    "октябрь 2026, потом",
    "ежегодно потом",
    "32 октября",
    "сентябрь 2026 – май 2029",
    "ноябрь 2026 г., февраль 2031 г.х",
    "=ЕСЛИ(A1;1;2)",
    ", ,",
    "октябрь октябрь-ноябрь",
  ])("«%s» stays as typed", (text) => {
    expect(parseDeadline(text, school)).toBeNull();
    const kept = readDeadline(text, school);
    expect(kept).toEqual({ kind: "asTyped", text });
    expect(formatDeadline(kept, school)).toBe(text);
  });
});

// the spelling that patterns read has months as «m1», which is nobody's way of writing; there is no 13th month
test.each(["m5", "до m13", "sy", "05.13.2026"])("«%s» is kept as typed", (text) => {
  const plan: PlanPeriod = { unit: "schoolYear", start: 2026, years: 1 };
  expect(readDeadline(text, plan)).toEqual({ kind: "asTyped", text });
});
