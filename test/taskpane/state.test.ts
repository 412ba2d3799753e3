import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { Reading, Result } from "../../src/domain/results/result";
import { parseArea, tableFacts } from "../../src/taskpane/state/facts";
import { fromForm, toForm } from "../../src/taskpane/parts/settings/form-values";
import { isDark } from "../../src/taskpane/theme";

test.each([
  ["A1", { top: 0, left: 0, bottom: 0, right: 0 }],
  ["B2:AA10", { top: 1, left: 1, bottom: 9, right: 26 }],
  ["1:3", null],
  ["", null],
])("the area of %s", (address, area) => {
  expect(parseArea(address)).toEqual(area);
});

const result = (address: string, grade: number, year: number): Result => ({
  school: "Лесная СОШ",
  procedure: { form: "ВПР", subject: "математика", grade },
  year,
  participants: 10,
  failed: 1,
  share: 0.1,
  source: { sheet: "ВПР", address },
});
const table = (address: string): Reading["tables"][number] => ({
  sheet: "ВПР",
  layout: "wide",
  address,
  header: address,
  rows: 1,
  confidence: 1,
  columns: [],
  leftOut: [
    { address: "A9", why: "total" },
    { address: "A12", why: "total" },
    { address: "A10:A11", why: "blank" },
  ],
});

test("two tables of one sheet keep their own results; blank rows are not worth a word", () => {
  const facts = tableFacts({
    tables: [table("A1:E5"), table("A7:E20")],
    results: [result("D3:E3", 5, 2025), result("D4:E4", 5, 2024), result("E8", 6, 2025)],
    problems: [],
    journal: [],
    mentioned: [],
  });
  expect(facts.map(({ years, procedures, results }) => [years, procedures, results])).toEqual([
    [[2024, 2025], ["ВПР математика 5"], 2],
    [[2025], ["ВПР математика 6"], 1],
  ]);
  expect(facts[0]?.leftOut).toEqual([
    {
      why: "total",
      sources: [
        { sheet: "ВПР", address: "A9" },
        { sheet: "ВПР", address: "A12" },
      ],
    },
  ]);
});

const form = toForm(DEFAULT_SETTINGS);
test.each([
  ["as it was", {}, DEFAULT_SETTINGS],
  ["a decimal comma", { threshold: "27,5" }, { ...DEFAULT_SETTINGS, threshold: 27.5 }],
  ["with the sign", { threshold: " 35 %" }, { ...DEFAULT_SETTINGS, threshold: 35 }],
  ["a year", { year: "2025", yearBefore: "2023" }, { ...DEFAULT_SETTINGS, year: 2025, yearBefore: 2023 }],
  ["blank minimum is none", { minParticipants: "" }, DEFAULT_SETTINGS],
  ["start", { start: "2026" }, { ...DEFAULT_SETTINGS, start: 2026 }],
  ["threshold below 1", { threshold: "0,3" }, { threshold: true }],
  ["threshold above 100", { threshold: "101" }, { threshold: true }],
  ["no threshold", { threshold: "" }, { threshold: true }],
  ["not a number", { threshold: "много", start: "скоро" }, { threshold: true, start: true }],
  ["half a person", { minParticipants: "1,5" }, { minParticipants: true }],
])("the form, %s", (_, typed, expected) => {
  expect(fromForm({ ...form, ...typed }, DEFAULT_SETTINGS)).toEqual(expected);
});

test.each([
  // host theme, the system prefers dark, forced colours → dark
  [undefined, false, false, false],
  [undefined, true, false, true],
  [{ isDarkTheme: true }, false, false, true],
  [{ isDarkTheme: false }, true, false, false],
  [{ bodyBackgroundColor: "#262626" }, false, false, true],
  [{ bodyBackgroundColor: "#FFFFFF" }, true, false, false],
  [{ bodyBackgroundColor: "" }, true, false, true],
  [{ isDarkTheme: true }, false, true, false],
])("theme %j, system dark %s, forced %s → dark %s", (host, system, forced, dark) => {
  expect(isDark(host, system, forced)).toBe(dark);
});
