/** @jest-environment jsdom */
import "./dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { planPackage } from "../../src/domain/documents/package";
import { loadTemplate } from "../../src/domain/measures/templates";
import type { CellValue, Grid } from "../../src/domain/grid";
import { findTable } from "../../src/domain/monitoring/table";
import { serialOfDate } from "../../src/domain/text/russian";
import { noteEdit } from "../../src/excel/edits/edits";
import { monitorJob } from "../../src/excel/jobs/monitor-job";
import { WorkbookError, type OwnSheet } from "../../src/excel/port";
import { analysisOf, findPlan, resultsOf } from "../domain/documents/support";
import { gridOf } from "../domain/monitoring/support";
import { fakeWorkbook, listenedTo, ownSheet, type FakeWorkbook } from "./fake-workbook";
import { button, press, show } from "./show";

const OPEN = "Контроль исполнения";

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["setTimeout", "setImmediate", "queueMicrotask", "nextTick"] });
  jest.setSystemTime(new Date(2027, 2, 15)); // 15 March 2027 on the user's calendar
  monitorJob.setState({ phase: "idle", today: null, from: null }, true);
});
afterEach(() => {
  jest.useRealTimers();
});

/** Four measures that stand differently, the other 34 done in time. */
const STANDS: Readonly<Record<string, readonly [status: string, due: string]>> = {
  "1": ["не начато", "2027-03-14"], // overdue by a day
  "2": ["в работе", "2026-10-31"], // overdue for long
  "3": ["в работе", "2027-04-14"], // the 30th day
  "4": ["в работе", "2027-04-15"], // the 31st
};

async function roadmap(): Promise<OwnSheet> {
  const template = await loadTemplate("low-results-roadmap");
  const analysis = analysisOf(resultsOf([["А", 2026, "ВПР математика 5", "3/10"]]));
  const grid = gridOf(findPlan(planPackage({ analysis, template, requisites: {}, start: 2026 }), "roadmap"));
  const table = findTable(grid);
  const { status = -1, due = -1, fact = -1 } = table?.execution ?? {};
  const cells = grid.cells.map((row, index): CellValue[] => {
    const number = row[table?.columns.number ?? -1];
    const stands = typeof number === "string" ? STANDS[number] : undefined;
    return row.map((cell, at) => {
      if (index <= (table?.header ?? 0) || row[status] === null || row[status] === undefined) return cell;
      if (at === status) return stands?.[0] ?? "выполнено";
      if (at === due && stands !== undefined) return serialOfDate(stands[1]);
      return at === fact && stands === undefined ? serialOfDate("2026-09-01") : cell;
    });
  });
  const filled: Grid = { ...grid, cells };
  return { ...ownSheet("roadmap", "roadmap:low-results-roadmap", "Дорожная карта", false), grid: filled };
}

async function open(workbook: FakeWorkbook): Promise<UserEvent> {
  const user = show(workbook);
  await press(user, OPEN);
  await screen.findByRole("heading", { level: 2, name: OPEN });
  return user;
}

const withRoadmap = async (): Promise<FakeWorkbook> => fakeWorkbook(undefined, { own: [await roadmap()] });

test("what burns is shown when the screen opens: the earliest first, a click goes to the cell, nothing is written", async () => {
  const workbook = await withRoadmap();
  const user = await open(workbook);
  const group = (await screen.findByText("Просрочено: 2")).closest("details") as HTMLElement; // as: it stands in one
  expect(
    within(group)
      .getAllByRole("button")
      .map(({ textContent }) => textContent.replaceAll("\u00A0", " ")),
  ).toEqual([
    "№ 2, до 31 октября 2026 г., просрочено на 135 дней",
    "№ 1, до 14 марта 2027 г., просрочено на 1 день",
  ]);
  expect(screen.getByText("Срок в ближайшие 30 дней: 1")).toBeVisible();
  expect(screen.getByText(/^Всего 38\sмероприятий\. Выполнено: 34\.$/)).toBeVisible();
  await user.click(within(group).getAllByRole("button")[1] ?? group);
  const [{ sheet, address } = { sheet: "", address: "" }] = workbook.selected;
  expect(sheet).toBe("Дорожная карта");
  expect(address).toMatch(/^G\d+$/); // its status
  expect(workbook.written).toEqual([]);
});

test("a roadmap that is marked meanwhile: what is counted is of before, and is read again on request", async () => {
  const own = [await roadmap(), ownSheet("lowSchools", "lowSchools", "ШНОР", true)];
  const sheets = own.map(({ sheetId, name }) => ({ id: sheetId, name }));
  const user = await open(listenedTo(fakeWorkbook(undefined, { own, sheets })));
  await screen.findByText("Просрочено: 2");
  act(() => {
    noteEdit("{lowSchools}", "edited"); // a document: nothing is counted from it
  });
  expect(screen.queryByText(/^Книга изменилась/)).toBeNull();
  act(() => {
    noteEdit("{roadmap:low-results-roadmap}", "edited");
  });
  expect(screen.getByText(/^Книга изменилась после чтения: лист «Дорожная карта»/)).toBeVisible();
  await press(user, "Прочитать заново");
  await waitFor(() => {
    expect(screen.queryByText(/^Книга изменилась/)).toBeNull();
  });
  expect(await screen.findByText("Просрочено: 2")).toBeVisible();
});

test("by responsible: measures of one alone", async () => {
  const user = await open(await withRoadmap());
  await screen.findByText("Просрочено: 2");
  const choice = screen.getByRole("combobox", { name: "Ответственный" });
  expect(within(choice).getAllByRole("option")[0]).toHaveTextContent("Все");
  const [, ...people] = within(choice)
    .getAllByRole("option")
    .map((option) => option.textContent);
  for (const one of people) {
    await user.selectOptions(choice, one);
    const items = screen.queryAllByRole("button", { name: /^№ / });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item.closest("li")).toHaveTextContent(one);
  }
});

test("the control is made for the day, the report for its period; each sheet is shown, and is a click away later", async () => {
  const workbook = await withRoadmap();
  const user = await open(workbook);
  await press(user, "Обновить контроль", "Открыть «Контроль»");
  expect(workbook.written[0]?.map(({ plan }) => plan.kind)).toContain("control");
  // once when it is made, once more by the button
  const shown = { sheet: "Контроль", address: "A1" };
  expect(workbook.selected).toEqual([shown, shown]);
  const from = screen.getByLabelText("Период с");
  await user.clear(from);
  expect(await button("Составить отчёт за период")).toHaveAttribute("aria-disabled", "true");
  await user.type(from, "2027-01-01");
  await press(user, "Составить отчёт за период", "Открыть отчёт");
  const report = workbook.written[1]?.find(({ plan }) => plan.kind === "executionReport")?.plan;
  const texts = report?.blocks
    .flatMap(({ cells }) => cells.flat())
    .map((cell) => (typeof cell === "string" ? cell.replaceAll("\u00A0", " ") : ""));
  expect(texts).toContain("за период с 1 января 2027 г. по 15 марта 2027 г.");
});

test("a name of the table shows the measures of that one, and the focus goes to the choice", async () => {
  const user = await open(await withRoadmap());
  await user.click(await screen.findByText("По ответственным"));
  const table = screen.getByRole("table");
  const [first] = within(table).getAllByRole("button");
  if (first === undefined) throw new Error("no name");
  await user.click(first);
  const choice = screen.getByRole("combobox", { name: "Ответственный" });
  expect(choice).toHaveValue(first.textContent);
  expect(choice).toHaveFocus();
});

test("the totals say which sheet they are added up from, with its own figures and a link", async () => {
  const workbook = await withRoadmap();
  const user = await open(workbook);
  await user.click(await screen.findByText("Откуда эти числа"));
  const link = await screen.findByRole("button", { name: "Дорожная карта" });
  expect(link.closest("li")?.textContent.replaceAll("\u00A0", " ")).toBe(
    "Дорожная карта: 38 мероприятий, выполнено 34",
  );
  await user.click(link);
  expect(workbook.selected).toEqual([{ sheet: "Дорожная карта", address: "A1" }]);
});

test("measures without a deadline are told apart: nobody can say that they are in time", async () => {
  const sheet = await roadmap();
  const { columns, execution } = findTable(sheet.grid as Grid) ?? {}; // as: the fixture has a grid
  const cells = (sheet.grid?.cells ?? []).map((row) =>
    row.map((cell, at) => {
      if (row[columns?.number ?? -1] !== "1") return cell;
      // neither a date nor words that one could be read from
      return at === execution?.due ? null : at === columns?.deadline ? "когда получится" : cell;
    }),
  );
  const own = [{ ...sheet, grid: { ...(sheet.grid as Grid), cells } }]; // as: the fixture has a grid
  await open(fakeWorkbook(undefined, { own }));
  const apart = (await screen.findByText("Срок не указан: 1")).closest("details") as HTMLElement; // as: it stands in one
  expect(within(apart).getByText("№ 1, срок не указан")).toBeInTheDocument();
  expect(screen.getByText("Просрочено: 1")).toBeVisible();
});

test("a roadmap on which no measure is found is no good news", async () => {
  const sheet = await roadmap();
  const table = findTable(sheet.grid as Grid); // as: the fixture has a grid
  const cells = (sheet.grid?.cells ?? []).slice(0, (table?.header ?? 0) + 1);
  const own = [{ ...sheet, grid: { ...(sheet.grid as Grid), cells } }]; // as: the fixture has a grid
  await open(fakeWorkbook(undefined, { own }));
  expect(await screen.findByText(/мероприятий на них не нашлось/)).toBeVisible();
  expect(screen.queryByText(/Ничего не горит/)).toBeNull();
});

test("without a roadmap it says so", async () => {
  await open(fakeWorkbook());
  expect(await screen.findByText(/Дорожной карты в книге нет/)).toBeVisible();
});

test("a refusal of Excel is told", async () => {
  const failing = { read: () => Promise.reject(new WorkbookError("cellEditing", "")) };
  await open(fakeWorkbook(undefined, {}, failing));
  expect(await screen.findByText(/ячейк/i)).toBeVisible();
  expect(await button("Повторить")).toBeEnabled();
});

test("a run from the ribbon that found nothing opens the screen", async () => {
  show(fakeWorkbook());
  await button(OPEN);
  act(() => {
    monitorJob.setState({ phase: "finished", outcome: { kind: "noRoadmap", problems: [] } });
  });
  expect(await screen.findByRole("heading", { level: 2, name: OPEN })).toBeVisible();
});

test("axe finds nothing", async () => {
  await open(await withRoadmap());
  await screen.findByText("Просрочено: 2");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("another day that was not read is told, and can be read once more: the figures may be of the day before", async () => {
  const workbook = await withRoadmap();
  let stopped = false;
  const read: FakeWorkbook["port"]["read"] = (progress) =>
    stopped ? Promise.reject(new WorkbookError("stopped", "")) : workbook.port.read(progress);
  await open({ ...workbook, port: { ...workbook.port, read } });
  await screen.findByText("Просрочено: 2");
  stopped = true;
  fireEvent.change(screen.getByLabelText("На дату"), { target: { value: "2027-04-15" } });
  await screen.findByText(/^Работа остановлена по вашей просьбе/);
  stopped = false;
  await userEvent.click(await button("Повторить"));
  // measures 3 and 1, 2 of the table: their deadlines are before 15 April; the fourth is due on it
  expect(await screen.findByText("Просрочено: 3")).toBeVisible();
});
