import fc from "fast-check";
import { planPackage } from "../../../src/domain/documents/package";
import { lowState } from "../../../src/domain/identification/low";
import { lowResultsRoadmap } from "../../../src/domain/measures/templates/low-results-roadmap";
import { procedureTitle } from "../../../src/domain/results/procedure";
import { formatYear } from "../../../src/domain/results/year";
import type { SchoolResult } from "../../../src/domain/schools/school";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import { UniverCalculation } from "../../../src/workbench/calculation";
import { addSheet, createWorkbook } from "../../../src/workbench/store/create";
import { getCell, put } from "../../../src/workbench/store/cells";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";
import { result } from "../identification/rows";
import { faultsOf } from "./faults";
import { analysisOf, cellsOf, findPlan, formulasOf } from "./support";
import { fuzz } from "../../fuzz";

const TITLES = [
  "ВПР математика 5",
  "ВПР русский язык 6",
  "ОГЭ математика",
  "ЕГЭ математика базовая",
  "ОГЭ химия",
];

/** A result of any shape that the reader gives: counts, a share with or without participants, nobody. */
const results = fc.uniqueArray(
  fc
    .record({
      school: fc.oneof(fc.constantFrom("А", "Б", "=1+1", "«В»"), fc.string({ maxLength: 40 })),
      title: fc.constantFrom(...TITLES),
      year: fc.constantFrom(2017, 2018, 2019),
      participants: fc.oneof(fc.constantFrom(0, 1, 3, 10, 20, 1000), fc.nat(3000)),
      part: fc.oneof(
        fc.constantFrom(0, 0.275, 0.3, 0.333, 1, 0.29999999996),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      known: fc.constantFrom("counts", "counts", "share", "share of participants"),
    })
    .map(({ school, title, year, participants, part, known }): SchoolResult => {
      const failed = Math.round(participants * part);
      const counted = result(school === "" ? "?" : school, year, title, `${failed}/${participants}`);
      if (known === "counts") return counted;
      const share = participants === 0 ? null : part;
      return { ...counted, failed: null, share, ...(known === "share" ? { participants: null } : {}) };
    }),
  {
    selector: ({ school, procedure, year }) => `${school}|${procedureTitle(procedure)}|${year}`,
    maxLength: 30,
  },
);
const settings = fc.record({
  ruleId: fc.constantFrom("000", "004"),
  threshold: fc.constantFrom(30, 27.5, 33.3, 1, 100, 66.666667),
  minParticipants: fc.constantFrom(0, 0, 5),
  year: fc.constantFrom(null, null, 2018, 2030),
});
const decisions = fc.array(
  fc.record({
    schoolKey: fc.constant(""),
    school: fc.oneof(fc.constantFrom("А", "Б", "Г"), fc.string({ minLength: 1, maxLength: 20 })),
    action: fc.constantFrom("add" as const, "remove" as const),
    ground: fc.string({ maxLength: 6000 }),
    date: fc.constantFrom(null, "2026-09-01"),
  }),
  { maxLength: 3 },
);

const planned = fc
  .record({ results, settings, decisions })
  .map(({ results: rows, settings: given, decisions: typed }) => {
    const analysis = analysisOf(rows, given, typed);
    return {
      analysis,
      plans: planPackage({ analysis, template: lowResultsRoadmap, requisites: {}, start: 2026 }),
    };
  });

test("any results give sound sheets: nothing throws, nothing overlaps, no row is too high", () => {
  fc.assert(
    fc.property(planned, ({ plans }) => {
      expect(plans.flatMap(faultsOf)).toEqual([]);
    }),
    fuzz(60),
  );
});

function paint(workbook: Workbook, plan: SheetPlan, name: string): Sheet {
  const sheet = addSheet(workbook, name);
  for (const { row, column, cell } of cellsOf(plan)) {
    if (cell === null) continue;
    put(sheet, row, column, typeof cell === "object" ? { value: 0, formula: cell.formula } : { value: cell });
  }
  return sheet;
}

test("the column «Низкий результат», computed by a spreadsheet engine, says what the verdicts rest on", async () => {
  const samples = fc.sample(planned, { numRuns: 150, seed: 20260706 });
  const workbook = createWorkbook({ sheets: [] });
  const sheets = samples.map(({ plans }, index) =>
    paint(workbook, findPlan(plans, "results"), `Результаты ${index}`),
  );
  await new UniverCalculation().recalculate(workbook, { everything: true, areas: new Map() });
  let rows = 0;
  const words = { low: "да", notLow: "нет", noData: "нет данных" } as const;
  samples.forEach(({ analysis, plans }, index) => {
    const sheet = sheets[index];
    const { identification } = analysis;
    const table = findPlan(plans, "results").table;
    if (sheet === undefined || table === undefined) return;
    const expected = analysis.results.map((each) => {
      const state = lowState(each, identification.threshold, identification.minParticipants);
      return [formatYear(each.year), procedureTitle(each.procedure), each.participants, words[state]].join(
        "|",
      );
    });
    const computed: string[] = [];
    for (let row = table.area.top + 1; row <= table.area.bottom; row++) {
      const value = (column: number) => getCell(sheet, row, column)?.value;
      computed.push([value(2), value(3), value(4) ?? null, value(7)].join("|"));
      rows += 1;
    }
    expect(computed.sort()).toEqual(expected.sort());
  });
  expect(rows).toBeGreaterThan(300);
});

/** Figures at the edge of a threshold, where binary fractions would tell otherwise. */
const EDGES: readonly (readonly [why: string, threshold: number, result: SchoolResult, word: string])[] = [
  ["3 of 10 is 30 %", 30, result("А", 2019, "ВПР математика 5", "3/10"), "да"],
  ["1.1 × 1000 is 1100.0000000000002 in binary", 1.1, result("А", 2019, "ОГЭ математика", "11/1000"), "да"],
  ["10 of 1000 is less than 1.1 %", 1.1, result("А", 2019, "ОГЭ математика", "10/1000"), "нет"],
  ["0.57 × 100 is 56.99999999999999 in binary", 57, bare(0.57), "да"],
  ["a bare share is rounded to nine decimals", 30, bare(0.29999999996), "да"],
  ["and not to eight", 30, bare(0.299999996), "нет"],
  ["nobody took part", 30, result("А", 2019, "ОГЭ математика", "0/0"), "нет данных"],
];

function bare(share: number): SchoolResult {
  return { ...result("А", 2019, "ОГЭ математика", "0/1"), participants: null, failed: null, share };
}

test("the formulas hold at the edges", async () => {
  const workbook = createWorkbook({ sheets: [] });
  const sheets = EDGES.map(([why, threshold, edge]) => {
    const analysis = analysisOf([edge], { threshold });
    const plans = planPackage({ analysis, template: lowResultsRoadmap, requisites: {}, start: 2026 });
    const plan = findPlan(plans, "results");
    return { sheet: paint(workbook, plan, why), row: plan.table?.area.bottom ?? -1 };
  });
  await new UniverCalculation().recalculate(workbook, { everything: true, areas: new Map() });
  expect(sheets.map(({ sheet, row }) => [sheet.name, getCell(sheet, row, 7)?.value])).toEqual(
    EDGES.map(([why, , , word]) => [why, word]),
  );
});

test("no formula of any sheet names an add-in's or a volatile function, except the cell «Сегодня»", () => {
  const formulas = fc
    .sample(planned, { numRuns: 10, seed: 1 })
    .flatMap(({ plans }) => plans.flatMap(formulasOf))
    .filter((formula) => formula !== "=TODAY()");
  expect(formulas.length).toBeGreaterThan(50);
  expect(
    formulas.filter((formula) => /NOR\.|NOW|TODAY|RAND|OFFSET|INDIRECT|CELL\(|INFO\(/.test(formula)),
  ).toEqual([]);
});
