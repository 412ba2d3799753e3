import { planPackage } from "../../../src/domain/documents/package";
import { cellAddress } from "../../../src/domain/grid";
import { loadTemplate, templateIds } from "../../../src/domain/measures/templates";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import { dateOfSerial } from "../../../src/domain/text/russian";
import { faultsOf } from "../documents/faults";
import { analysisOf, cellsOf, findPlan, resultsOf } from "../documents/support";

const HEADERS = ["Статус", "Срок (дата)", "Дата исполнения", "Документ (ссылка)", "Комментарий"];

async function roadmapOf(id: (typeof templateIds)[number]): Promise<SheetPlan> {
  const analysis = analysisOf(resultsOf([["А", 2026, "ВПР математика 5", "3/10"]]));
  return findPlan(
    planPackage({ analysis, template: await loadTemplate(id), requisites: {}, start: 2026 }),
    "roadmap",
  );
}

/** Cells of the working columns by row, with the number that stands in the row. */
function working(plan: SheetPlan) {
  const cells = cellsOf(plan);
  const header = cells.find(({ cell }) => cell === "Статус");
  if (header === undefined) throw new Error("no working columns");
  const at = (row: number, column: number) =>
    cells.find((each) => each.row === row && each.column === column)?.cell ?? null;
  const numbers = cells.filter(({ row, column }) => column === 0 && row > header.row);
  const rows = numbers
    .map(({ row, cell }) => ({
      row,
      number: cell,
      values: HEADERS.map((_, n) => at(row, header.column + n)),
    }))
    .filter(({ values }) => values.some((value) => value !== null));
  return { header, rows, at };
}

describe.each(templateIds)("roadmap %s", (id) => {
  test("has working cells in every measure and in no indicator, outside of the printed area", async () => {
    const plan = await roadmapOf(id);
    const measures = (await loadTemplate(id)).sections.flatMap((section) => section.measures);
    const { header, rows, at } = working(plan);
    expect(HEADERS.map((_, n) => at(header.row, header.column + n))).toEqual(HEADERS);
    expect(rows.map(({ number }) => number)).toEqual(
      measures.filter(({ indicator }) => indicator === undefined).map(({ number }) => number),
    );
    expect(rows.every(({ values }) => values[0] === "не начато" && typeof values[1] === "number")).toBe(true);
    expect(plan.print.area.right).toBeLessThan(header.column);
    expect(faultsOf(plan)).toEqual([]);
  });

  test("a drop-down of statuses and a check of dates lie over every one of them", async () => {
    const plan = await roadmapOf(id);
    const { header, rows } = working(plan);
    const covers = (
      areas: readonly { top: number; bottom: number; left: number; right: number }[],
      row: number,
      column: number,
    ) => areas.some((a) => a.top <= row && row <= a.bottom && a.left <= column && column <= a.right);
    const choices = (plan.choices ?? []).map(({ area }) => area);
    const dates = (plan.limits ?? []).map(({ area }) => area);
    for (const { row } of rows) {
      expect(covers(choices, row, header.column)).toBe(true);
      expect([1, 2].every((n) => covers(dates, row, header.column + n))).toBe(true);
    }
    expect((plan.choices ?? [])[0]?.values.join(",")).toBe(
      "не начато,в работе,выполнено,одобрено,перенесено,снято",
    );
  });
});

test("due dates are the last days of the deadlines", async () => {
  const { rows } = working(await roadmapOf("project-500"));
  const due = (number: string) => {
    const value = rows.find((row) => row.number === number)?.values[1];
    return typeof value === "number" ? dateOfSerial(value) : value;
  };
  // the two stages of seed 002: «июнь – июль», «ноябрь – декабрь» of the plan's calendar year
  expect([due("4.3"), due("4.4")]).toEqual(["2026-07-31", "2026-12-31"]);
});

test("red and yellow are native formulas over the cell «Сегодня»", async () => {
  const plan = await roadmapOf("low-results-roadmap");
  const { header, rows, at } = working(plan);
  const first = rows[0]?.row ?? 0;
  const day = cellAddress(header.row - 1, header.column + 1).replace(/(\D+)(\d+)/, "$$$1$$$2");
  const [due, status] = [1, 0].map((n) => `$${cellAddress(first, header.column + n)}`);
  expect(at(header.row - 1, header.column)).toBe("Сегодня");
  expect(at(header.row - 1, header.column + 1)).toEqual({ formula: "=TODAY()" });
  const open = `${status}<>"выполнено",${status}<>"одобрено",${status}<>"снято"`;
  expect(plan.highlights?.map(({ formula, style, area }) => [formula, style, area.top, area.bottom])).toEqual(
    [
      [`=AND(ISNUMBER(${due}),${due}<${day},${open})`, "low", first, rows.at(-1)?.row],
      [`=AND(ISNUMBER(${due}),${due}>=${day},${due}<=${day}+30,${open})`, "unsure", first, rows.at(-1)?.row],
    ],
  );
});
