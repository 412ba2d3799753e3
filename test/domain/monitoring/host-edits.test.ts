/** What people do with the produced sheets between two runs: marks, formulas, errors, «Обновить». */
import { monitorJob, runMonitor } from "../../../src/excel/jobs/monitor-job";
import type { MonitorOutcome } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { serialOfDate } from "../../../src/domain/text/russian";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";
import { type AddIn, boot, sheetOf, valueAt } from "../../excel/harness";
import { small } from "../../excel/made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const TODAY = "2027-03-15";

async function monitor(occurrences = false): Promise<Extract<MonitorOutcome, { kind: "done" }>> {
  monitorJob.setState({ phase: "idle", today: TODAY, from: null, occurrences }, true);
  await runMonitor(officeWorkbook);
  const { outcome, error } = monitorJob.getState();
  if (outcome?.kind !== "done") throw error ?? new Error("the control did not run");
  return outcome;
}

function type(sheet: Sheet, row: number, column: number, value: string | number): void {
  addin.host.enter(sheet, { top: row, left: column, bottom: row, right: column }, [[value]]);
}

function columnOf(sheet: Sheet, text: string): { row: number; column: number } {
  for (const [row, cells] of sheet.cells)
    for (const [column, { value }] of cells) if (value === text) return { row, column };
  throw new Error(`no cell «${text}»`);
}

/** The line «Все мероприятия» as its native formulas show it. */
function shownTotals(workbook: Workbook): object {
  const control = sheetOf(workbook, "Контроль");
  const [done, overdue, dueSoon, , total, onTime, late, withdrawn] = [2, 3, 4, 5, 6, 7, 8, 9].map((column) =>
    valueAt(control, 6, column),
  );
  return { total, done, onTime, late, overdue, dueSoon, withdrawn };
}

test("a date and a status typed as formulas count; an error in a cell loses no measure", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const roadmap = sheetOf(workbook, "Дорожная карта");
  const { row: header, column: status } = columnOf(roadmap, "Статус");
  const [first, second, third] = [header + 1, header + 2, header + 3];
  type(roadmap, first, status, "выполнено");
  type(roadmap, first, status + 2, `=H${first + 1}-1`); // the day before its deadline
  type(roadmap, second, status, "выполнено\u00A0");
  type(roadmap, second, status + 2, "=1/0");
  type(roadmap, third, status, "=1/0");
  await addin.host.calculate();
  const { monitoring, rows, problems } = await monitor();
  await addin.host.calculate();
  expect(monitoring).toMatchObject({ total: 38, done: 2, onTime: 1, late: 0 });
  expect(rows[0]?.fact).toBe("2026-09-29"); // measure 1 is due on 30 September 2026
  expect(problems.map(({ code }) => code)).toEqual(["dateUnreadable", "doneWithoutDate", "statusUnknown"]);
  expect(shownTotals(workbook)).toEqual(monitoring);
});

test("lines of «Повторяющиеся»: made once, untouched they count for nothing, marked they count one by one", async () => {
  const workbook = addin.open(small());
  await addin.run("new", { templateId: "quality-system" });
  const before = await monitor();
  const made = await monitor(true);
  expect(made.monitoring).toEqual(before.monitoring);
  const sheet = sheetOf(workbook, "Повторяющиеся");
  const { row: header, column: status } = columnOf(sheet, "Статус");
  const { column: due } = columnOf(sheet, "Срок");
  // «ежегодно до 31 августа» over the six years of the plan: a line a year, on that day
  const lastOfAugust = [2026, 2027, 2028, 2029, 2030, 2031, 2032].map((year) =>
    serialOfDate(`${year}-08-31`),
  );
  const days = [...sheet.cells.keys()].map((row) => Number(valueAt(sheet, row, due)));
  expect(days.filter((day) => lastOfAugust.includes(day)).length).toBeGreaterThanOrEqual(6);
  const number = valueAt(sheet, header + 1, 0);
  const own = [...sheet.cells.keys()].filter((row) => row > header && valueAt(sheet, row, 0) === number);
  const [first = 0] = own;
  type(sheet, first, status, "выполнено");
  type(sheet, first, status + 1, Number(valueAt(sheet, first, due)) + 3);
  const { monitoring, rows } = await monitor();
  await addin.host.calculate();
  // the measure's own row gives way to its lines, of which one was done three days late
  expect(monitoring.total).toBe(before.monitoring.total - 1 + own.length);
  expect(monitoring.late).toBe(before.monitoring.late + 1);
  expect(rows.filter(({ sheet: where }) => where === "Повторяющиеся")).toHaveLength(own.length);
  expect(shownTotals(workbook)).toEqual(monitoring);
  // a mark on another line counts without the add-in
  const [, second = 0] = own;
  type(sheet, second, status, "снято");
  await addin.host.calculate();
  expect(shownTotals(workbook)).toMatchObject({ withdrawn: monitoring.withdrawn + 1 });
  // a number that no plan has
  type(sheet, first, 0, "99.9");
  const { problems } = await monitor();
  expect(problems.map(({ code }) => code)).toContain("occurrenceUnknown");
});

test("«Обновить» keeps every status, date, link and comment that was typed, and the control counts them as before", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const roadmap = sheetOf(workbook, "Дорожная карта");
  const { row: header, column: status } = columnOf(roadmap, "Статус");
  const typed = [
    ["выполнено", serialOfDate("2026-09-30"), serialOfDate("2026-09-28"), "https://example.org/1", "Готово"],
    ["перенесено", serialOfDate("2027-04-10"), "", "", "Ждём приказа"],
    ["снято", serialOfDate("2026-11-30"), "", "", ""],
  ] as const;
  typed.forEach((cells, index) => {
    cells.forEach((value, at) => {
      if (value !== "") type(roadmap, header + 1 + index, status + at, value);
    });
  });
  const shown = (): unknown[][] => {
    const sheet = sheetOf(workbook, "Дорожная карта");
    const { row, column } = columnOf(sheet, "Статус");
    return typed.map((_, index) =>
      [0, 1, 2, 3, 4].map((at) => valueAt(sheet, row + 1 + index, column + at) ?? ""),
    );
  };
  const counted = (await monitor()).monitoring;
  // a third school becomes low, so that the passport above the table is written anew
  const results = sheetOf(workbook, "Сводная");
  for (const [row, cells] of results.cells)
    if (cells.get(0)?.value === "СОШ № 3" && cells.get(1)?.value === "2025/2026") type(results, row, 4, 9);
  const { outcome } = await addin.run("update");
  expect(outcome?.kind).toBe("done");
  const texts = [...roadmap.cells.values()].map((cells) => String(cells.get(0)?.value ?? ""));
  expect(texts.some((text) => text.includes("СОШ № 3"))).toBe(true);
  expect(shown()).toEqual(typed);
  expect((await monitor()).monitoring).toEqual(counted);
});
