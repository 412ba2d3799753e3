/** @jest-environment jsdom */
import "./dom";
import { screen } from "@testing-library/react";
import { checkJob } from "../../src/excel/jobs/check-job";
import { WorkbookError } from "../../src/excel/port";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { button, press, show, TO_DATA } from "./show";

beforeEach(() => {
  checkJob.setState({ phase: "idle", today: null }, true);
});

test("one press writes the sheet with all problems, and leads to it", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA, "Проверить данные");
  // two cells that cannot be used, two schools in one of the years only, one year with a group of nine (fake-workbook)
  await screen.findByText(/^Записано: 5\s*замечаний\./);
  expect(workbook.written.map((tasks) => tasks.map(({ plan }) => plan.name))).toEqual([["Проверка данных"]]);
  await press(user, "Открыть лист «Проверка данных»");
  expect(workbook.selected).toEqual([{ sheet: "Проверка данных", address: "A1" }]);
});

test("what was mended meanwhile is gone from the pane too", async () => {
  const rows = ROWS.map((row) => [...row]);
  const workbook = fakeWorkbook([gridOf("ВПР", rows)]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await screen.findByText("Вместо числа стоит «много». Результат не учтён. Впишите число или «н/д».");
  const mended = gridOf(
    "ВПР",
    rows.map((row) => row.map((cell) => (cell === "много" ? 2 : cell))),
  );
  workbook.port.read = () => fakeWorkbook([mended]).port.read();
  await press(user, "Проверить данные");
  await screen.findByText(/^Записано: 4\s*замечания\./);
  expect(screen.queryByText(/вместо числа стоит/i)).toBeNull();
});

test("a refusal of Excel is said where the button is", async () => {
  const workbook = fakeWorkbook(undefined, undefined, {
    write: () => Promise.reject(new WorkbookError("structureProtected", "Результаты.xlsx")),
  });
  const user = show(workbook);
  await press(user, ...TO_DATA, "Проверить данные");
  await screen.findByText(/^Структура книги защищена/);
  expect(await button("Проверить данные")).toBeEnabled();
});
