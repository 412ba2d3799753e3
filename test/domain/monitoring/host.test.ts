import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { monitorJob, runMonitor } from "../../../src/excel/jobs/monitor-job";
import type { MonitorOutcome } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { serialOfDate } from "../../../src/domain/text/russian";
import { unzipSync, strFromU8 } from "fflate";
import { type AddIn, boot, sheetNames, sheetOf, valueAt } from "../../excel/harness";
import { small } from "../../excel/made-up";
import { getCell } from "../../../src/workbench/store/cells";
import type { Sheet } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const TODAY = "2027-03-15";

async function monitor(): Promise<Extract<MonitorOutcome, { kind: "done" }>> {
  monitorJob.setState({ phase: "idle", today: TODAY, from: null }, true);
  await runMonitor(officeWorkbook);
  const { outcome, error } = monitorJob.getState();
  if (outcome?.kind !== "done") throw error ?? new Error("the control did not run");
  return outcome;
}

/** Rows of the measures and the columns of the working cells, as a person sees them: by their headings. */
function place(sheet: Sheet) {
  const find = (text: string): [number, number] => {
    for (const [row, columns] of sheet.cells)
      for (const [column, cell] of columns) if (cell.value === text) return [row, column];
    throw new Error(`no cell «${text}»`);
  };
  const [header, status] = find("Статус");
  const rows = [...sheet.cells.keys()]
    .filter((row) => row > header && typeof valueAt(sheet, row, status + 1) === "number")
    .sort((a, b) => a - b);
  return { status, due: status + 1, fact: status + 2, rows };
}

/** Types statuses by the place of a row: a bit of everything. */
function fillIn(sheet: Sheet): void {
  const { host } = addin;
  const { status, due, fact, rows } = place(sheet);
  const type = (row: number, column: number, value: string | number): void => {
    host.enter(sheet, { top: row, left: column, bottom: row, right: column }, [[value]]);
  };
  rows.forEach((row, index) => {
    const day = valueAt(sheet, row, due);
    if (typeof day !== "number") return;
    if (index % 7 === 0) {
      type(row, status, "выполнено");
      type(row, fact, day);
    } else if (index % 7 === 1) {
      type(row, status, "одобрено");
      type(row, fact, day + 1);
    } else if (index % 7 === 2) type(row, status, "в работе");
    else if (index % 7 === 3) type(row, due, serialOfDate("2027-04-14"));
    else if (index % 7 === 4) type(row, status, "снято");
  });
  const [first] = rows;
  if (first !== undefined) type(first + 2, due, serialOfDate(TODAY)); // «в работе», due today
}

/** Counts from the cells alone, without the code under test. */
function countByHand(sheet: Sheet) {
  const { status, due, fact, rows } = place(sheet);
  const today = serialOfDate(TODAY);
  const counts = { total: 0, done: 0, onTime: 0, late: 0, overdue: 0, dueSoon: 0, withdrawn: 0 };
  for (const row of rows) {
    const [word, last, day] = [status, due, fact].map((column) => valueAt(sheet, row, column));
    counts.total += 1;
    if (word === "снято") counts.withdrawn += 1;
    else if (word === "выполнено" || word === "одобрено") {
      counts.done += 1;
      if (Number(day) <= Number(last)) counts.onTime += 1;
      else counts.late += 1;
    } else if (Number(last) < today) counts.overdue += 1;
    else if (Number(last) - today <= 30) counts.dueSoon += 1;
  }
  return counts;
}

/** The line «Все мероприятия» of the sheet of control, as its formulas show it. */
function shownTotals(sheet: Sheet) {
  const [done, overdue, dueSoon, , total, onTime, late, withdrawn] = [2, 3, 4, 5, 6, 7, 8, 9].map((column) =>
    valueAt(sheet, 6, column),
  );
  return { total, done, onTime, late, overdue, dueSoon, withdrawn };
}

test("statuses typed into a roadmap are counted, by the report and by the native formulas alike", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const roadmap = sheetOf(workbook, "Дорожная карта");
  fillIn(roadmap);
  const expected = countByHand(roadmap);
  expect(expected.total).toBe(38);
  expect(Object.values(expected).every((count) => count > 0)).toBe(true); // nothing is counted trivially

  const { monitoring, problems, written } = await monitor();
  await addin.host.calculate();
  expect(monitoring).toEqual(expected);
  // some are typed as done on a day that is still ahead: told, counted by their status
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["factInFuture"]));
  expect(written.map(({ kind, how }) => [kind, how])).toEqual(
    ["control", "register", "executionReport", "indicators", "dynamics", "history"].map((kind) => [
      kind,
      "created",
    ]),
  );
  expect(addin.host.unknownCalls).toEqual([]);
  const control = sheetOf(workbook, "Контроль");
  expect(shownTotals(control)).toEqual(expected);

  // the native formulas follow the roadmap and «Сегодня» without the add-in
  const { rows, status } = place(roadmap);
  const [first = 0] = rows;
  const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
  addin.host.enter(roadmap, cell(first, status), [["снято"]]);
  await addin.host.calculate();
  expect(shownTotals(control)).toEqual({
    ...expected,
    done: expected.done - 1,
    onTime: expected.onTime - 1,
    withdrawn: expected.withdrawn + 1,
  });
  addin.host.enter(control, cell(2, 2), [[serialOfDate("2026-09-01")]]); // the plan's first day: nothing is overdue yet
  await addin.host.calculate();
  expect(shownTotals(control)).toMatchObject({ overdue: 0 });
});

test("every table of the sheet of control adds up: by month and by level each measure is counted once", async () => {
  const workbook = addin.open(small());
  await addin.run();
  fillIn(sheetOf(workbook, "Дорожная карта"));
  await monitor();
  await addin.host.calculate();
  const control = sheetOf(workbook, "Контроль");
  const tables = new Map<string, number>();
  let heading = "";
  for (let row = 0; row < 100; row++) {
    const [number, name, total] = [0, 1, 6].map((column) => valueAt(control, row, column));
    if (number === "№") heading = String(name);
    else if (typeof number === "number" && typeof total === "number")
      tables.set(heading, (tables.get(heading) ?? 0) + total);
  }
  expect(tables.get("Всего")).toBe(38);
  expect(tables.get("Месяц, в котором наступает срок")).toBe(38);
  expect(tables.get("Этап контроля: срок по")).toBe(38);
  expect(tables.get("Школа")).toBe(38);
  expect(tables.get("Ответственный")).toBeGreaterThan(38); // a measure has several
});

test("a second run writes the unchanged sheets anew in place and keeps what was typed on an edited one", async () => {
  const workbook = addin.open(small());
  await addin.run();
  await monitor();
  const before = sheetNames(workbook);
  const again = await monitor();
  expect(again.written.every(({ how }) => how === "updated")).toBe(true);
  expect(sheetNames(workbook)).toEqual(before);
  // cells to fill in are the user's: what they hold goes over, and no copy is made beside
  const { host } = addin;
  const type = (name: string, row: number, left: number, values: (string | number)[]): void => {
    const area = { top: row, left, bottom: row, right: left + values.length - 1 };
    host.enter(sheetOf(workbook, name), area, [values]);
  };
  const rowOf = (name: string, text: string): number =>
    [...sheetOf(workbook, name).cells.keys()].find(
      (each) => valueAt(sheetOf(workbook, name), each, 0) === text,
    ) ?? -1;
  const row = rowOf("Показатели", "3.1");
  type("Показатели", row, 4, [3, 4]);
  type("Контроль", 2, 2, [serialOfDate("2026-12-01")]);
  type("Динамика", 2, 3, [5]);
  type("Динамика", 3, 3, ["много"]);
  const third = await monitor();
  await host.calculate();
  expect(third.written.map(({ how }) => how)).toEqual(third.written.map(() => "updated"));
  expect(sheetNames(workbook)).toEqual(before);
  expect([4, 5, 6, 8].map((column) => valueAt(sheetOf(workbook, "Показатели"), row, column))).toEqual([
    3, 4, 0.75, 0.75,
  ]);
  expect(valueAt(sheetOf(workbook, "Контроль"), 2, 2)).toBe(serialOfDate(TODAY)); // the day of this run
  expect([2, 3].map((each) => valueAt(sheetOf(workbook, "Динамика"), each, 3))).toEqual([5, 10]);
  expect(third.problems.map(({ code, source }) => [code, source?.address])).toEqual([
    ["limitUnreadable", "D4"],
  ]);
  // any other cell that was changed makes the sheet the user's own
  type("Показатели", row, 1, ["Мой текст"]);
  const fourth = await monitor();
  expect(fourth.written.find(({ kind }) => kind === "indicators")?.how).toBe("created");
});

test("validations, conditional formats and the colour scale are in the saved file and are read back", async () => {
  const workbook = addin.open(small());
  await addin.run();
  await monitor();
  await addin.host.calculate();
  const bytes = await saveWorkbook(workbook);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
  const xml = parts.map(([, part]) => strFromU8(part)).join("\n");
  expect(xml).toContain('<formula1>"не начато,в работе,выполнено,одобрено,перенесено,снято"</formula1>');
  expect(xml).toMatch(/<dataValidation type="date"[^>]*>\s*<formula1>DATE\(2000,1,1\)<\/formula1>/);
  expect(xml).toMatch(/<dataValidation type="whole"/);
  expect(xml).toMatch(/<cfRule type="expression"[^>]*><formula>AND\(ISNUMBER\(\$H\d+\),\$H\d+&lt;\$H\$\d+,/);
  expect(xml).toMatch(/<colorScale><cfvo type="min"\/><cfvo type="num" val="0"\/><cfvo type="max"\/>/);
  const reopened = await openWorkbook(bytes, "again.xlsx");
  const roadmap = sheetOf(reopened, "Дорожная карта");
  expect(roadmap.conditionalFormats.map(({ kind }) => kind)).toEqual(["Custom", "Custom"]);
  expect(roadmap.page.printAreas?.every(({ right }) => right < place(roadmap).status)).toBe(true);
});

/** Excel has the cell's formula, the add-in read what it shows: a value in its place would lose the formula. */
test.each([
  ["«Было» of the history", "История изменений", 4, 6, "G5"],
  ["«Внесено» of the history, which shows nothing", "История изменений", 4, 7, "H5"],
] as const)(
  "a formula of the user's in %s stays: that change is told and left alone, the next one is carried out",
  async (_, name, row, column, address) => {
    const workbook = addin.open(small());
    await addin.run();
    await monitor();
    const [roadmap, history] = [sheetOf(workbook, "Дорожная карта"), sheetOf(workbook, "История изменений")];
    const day = serialOfDate("2027-03-01");
    addin.host.enter(history, { top: 4, left: 0, bottom: 5, right: 4 }, [
      ["1", "новая редакция", "Наша редакция", "уточнение", day],
      ["2", "новая редакция", "Обсудить проект", "уточнение", day],
    ]);
    const formula = '=IF(1=1,"","нет")';
    addin.host.enter(sheetOf(workbook, name), { top: row, left: column, bottom: row, right: column }, [
      [formula],
    ]);
    await addin.host.calculate();
    const [first = 0, second = 0] = place(roadmap).rows;
    const wording = valueAt(roadmap, first, 1);
    const { problems } = await monitor();
    expect(problems.map(({ code, source }) => [code, source?.address])).toEqual([
      ["correctionOverFormula", address],
    ]);
    expect(getCell(sheetOf(workbook, name), row, column)?.formula).toBe(formula);
    expect([valueAt(roadmap, first, 1), valueAt(roadmap, second, 1)]).toEqual([wording, "Обсудить проект"]);
    expect(valueAt(history, 5, 7)).toBe(serialOfDate(TODAY));
  },
);

test("a change written into the history is carried out once: the roadmap shows it, the history keeps what was", async () => {
  const workbook = addin.open(small());
  await addin.run();
  await monitor();
  const [roadmap, history] = [sheetOf(workbook, "Дорожная карта"), sheetOf(workbook, "История изменений")];
  const day = serialOfDate("2027-03-01");
  addin.host.enter(history, { top: 4, left: 0, bottom: 7, right: 4 }, [
    ["1", "перенос срока", serialOfDate("2027-05-20"), "не готово положение", day],
    ["2", "новая редакция", "Обсудить проект с директорами", "уточнение", day],
    ["3", "снятие", "", "выполнено другим приказом", day],
    ["99", "снятие", "", "лишнее", day],
  ]);
  const before = place(roadmap);
  const [first = 0, second = 0, third = 0] = before.rows;
  const wording = valueAt(roadmap, second, 1);
  const { monitoring, problems } = await monitor();
  // of 21 overdue on that day, 1 was moved ahead and 3 withdrawn
  expect(monitoring).toMatchObject({ total: 38, overdue: 19, withdrawn: 1 });
  expect(problems.map(({ code, source }) => [code, source?.address])).toEqual([
    ["correctionUnknownMeasure", "A8"],
  ]);
  const { status, due } = before;
  expect([valueAt(roadmap, first, status), valueAt(roadmap, first, due)]).toEqual([
    "перенесено",
    serialOfDate("2027-05-20"),
  ]);
  const shown = (row: number, column: number): string =>
    String(valueAt(roadmap, row, column)).replaceAll("\u00A0", " ");
  expect(shown(first, 2)).toBe("до 20 мая 2027 г.");
  expect(shown(third, 2)).toBe("снято с 1 марта 2027 г."); // printed, not only in the working columns
  expect([first, second, third].map((row) => shown(row, status + 4))).toEqual([
    "01.03.2027: срок перенесён (был: сентябрь 2026 г.), причина: не готово положение",
    "01.03.2027: новая редакция, причина: уточнение",
    "01.03.2027: мероприятие снято, причина: выполнено другим приказом",
  ]);
  expect(valueAt(roadmap, second, 1)).toBe("Обсудить проект с директорами");
  expect(valueAt(roadmap, third, status)).toBe("снято");
  expect([4, 5, 6, 7].map((row) => valueAt(history, row, 7))).toEqual([
    ...Array<number>(3).fill(serialOfDate(TODAY)),
    undefined,
  ]);
  expect(valueAt(history, 5, 6)).toBe(wording);
  const again = await monitor();
  expect(again.monitoring).toEqual(monitoring);
  expect(valueAt(history, 5, 6)).toBe(wording); // not carried out twice
});

test("two native charts over the tables of control; a run on the saved file puts new ones in their place", async () => {
  addin.open(small());
  await addin.run();
  await monitor();
  await addin.host.calculate();
  const charts = (bytes: Uint8Array): string[] =>
    Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
      /charts\/chart\d+\.xml$/.test(name) ? [strFromU8(part)] : [],
    );
  const first = await saveWorkbook(addin.host.workbook);
  expect(charts(first)).toHaveLength(2);
  for (const chart of charts(first)) {
    expect(chart.match(/<c:ser>/g)).toHaveLength(4);
    expect(chart).toContain("<c:f>'Контроль'!$C$");
  }
  addin.open(await openWorkbook(first, "again.xlsx"));
  const { written } = await monitor();
  expect(written.find(({ kind }) => kind === "control")?.how).toBe("updated");
  const second = await saveWorkbook(addin.host.workbook);
  expect(charts(second)).toHaveLength(2);
  expect(addin.host.unknownCalls).toEqual([]);
});

test("a workbook without a roadmap is told so and stays as it was", async () => {
  const workbook = addin.open(small());
  monitorJob.setState({ phase: "idle", today: TODAY, from: null }, true);
  await runMonitor(officeWorkbook);
  expect(monitorJob.getState().outcome).toMatchObject({
    kind: "noRoadmap",
    problems: [{ code: "noRoadmap" }],
  });
  expect(sheetNames(workbook)).toEqual(["Сводная", "Заметки"]);
});
