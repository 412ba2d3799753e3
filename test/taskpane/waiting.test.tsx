/** @jest-environment jsdom */
/** What is written is said wherever the user is, can be stopped, and whatever else writes waits for it. */
import "./dom";
import { screen, waitFor } from "@testing-library/react";
import { addedFiles } from "../../src/excel/files/added-files";
import { WorkbookError, type OwnSheet } from "../../src/excel/port";
import { underWay } from "../../src/excel/runs/runs";
import { fakeWorkbook, gridOf, ownSheet, ROWS } from "./fake-workbook";
import { button, press, TO_DATA, TO_ROADMAP } from "./show";
import { open, slow, writing } from "./slow";

beforeEach(() => {
  addedFiles.setState({ grids: [], failures: [] });
});

const LEFT: readonly (readonly [
  name: string,
  begin: readonly string[],
  leave: readonly string[],
  line: RegExp,
])[] = [
  [
    "a template, its screen left and opened again",
    [
      ...TO_ROADMAP,
      "Шаблоны мероприятий",
      "Поместить в книгу: Дорожная карта для школ с низкими результатами",
    ],
    ["К дорожной карте", "Шаблоны мероприятий"],
    /^Идёт запись шаблона/,
  ],
  [
    "the removal of a file, the step left and opened again",
    [...TO_DATA, "Убрать файл: Чужой.xlsx"],
    ["Показать школы", "1. Данные идёт работа"],
    /^Идёт .*файла/,
  ],
];

// what the screen knew of it is gone with the screen: the pane's own line has to say it
test.each(LEFT)("%s: what goes on is said once, and can be stopped", async (_, begin, leave, line) => {
  addedFiles.setState({ grids: [{ ...gridOf("Итоги", ROWS.slice(0, 3)), file: "Чужой.xlsx" }] });
  const { workbook, wait, stop } = slow();
  const user = open(workbook);
  await press(user, ...begin.slice(0, -1));
  await button(begin.at(-1) ?? "");
  wait();
  await press(user, ...begin.slice(-1), ...leave);
  expect(await screen.findByText(line)).toBeVisible();
  expect(screen.getAllByRole("button", { name: "Остановить" })).toHaveLength(1);
  await press(user, "Остановить");
  stop();
  await waitFor(() => {
    expect(underWay.getState().kinds).toEqual([]);
  });
  expect(workbook.written).toEqual([]);
});

test("a screen of a failure shows no run: the check that goes on is said, and can be stopped", async () => {
  const workbook = fakeWorkbook(
    undefined,
    {},
    { read: () => Promise.reject(new WorkbookError("cellEditing", "")) },
  );
  const user = open(workbook);
  await press(user, ...TO_DATA);
  await button("Повторить");
  const end = writing("check");
  expect(await screen.findByText(/^Идёт проверка данных\./)).toBeVisible();
  expect(await button("Остановить")).toBeVisible();
  await end();
});

test("what begins after the wish to stop can be stopped anew", async () => {
  const user = open(fakeWorkbook());
  await press(user, ...TO_ROADMAP);
  const endFirst = writing("check");
  await press(user, "Остановить");
  // the wish is for the check alone: it says that it is carried out, and is not pressed twice
  expect(await button("Останавливаю…")).toHaveAttribute("aria-disabled", "true");
  const endSecond = writing("heatMap");
  await endFirst();
  expect(await screen.findByText(/^Идёт запись тепловой карты/)).toBeVisible();
  expect(await button("Остановить")).not.toHaveAttribute("aria-disabled", "true");
  await endSecond();
});

test("the focus of a stop button that goes is where the screen begins", async () => {
  const user = open(fakeWorkbook());
  await press(user, ...TO_ROADMAP);
  const end = writing("check");
  const stop = await button("Остановить");
  await user.click(stop);
  expect(stop).toHaveFocus();
  await end();
  await waitFor(() => {
    expect(stop).not.toBeInTheDocument();
  });
  expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
});

test("the line is there before its text: a screen reader tells only what changes", async () => {
  open(fakeWorkbook());
  await button("Прочитать результаты");
  const regions = (): readonly Element[] => [...document.querySelectorAll('[role="status"]')];
  await waitFor(() => {
    expect(regions().length).toBeGreaterThan(1); // beside the pane's own announcer
  });
  const before = regions();
  const end = writing("check");
  const line = (await screen.findByText(/^Идёт проверка данных/)).closest('[role="status"]');
  expect(before).toContain(line);
  await end();
});

const WAITING: readonly (readonly [
  name: string,
  own: readonly OwnSheet[],
  path: readonly string[],
  write: string,
])[] = [
  ["a roadmap that failed, tried again", [], [...TO_ROADMAP, "Создать дорожную карту"], "Повторить"],
  [
    "sheets, after the question",
    [ownSheet("results", "results", "Результаты", true)],
    ["Убрать созданные листы", "Убрать 1 лист"],
    "Удалить без возврата",
  ],
];

test.each(WAITING)("%s: what writes waits for what is written", async (_, own, path, write) => {
  const failing = { write: () => Promise.reject(new WorkbookError("cellEditing", "")) };
  const user = open(fakeWorkbook(undefined, { own }, failing));
  await press(user, ...path);
  await button(write);
  const end = writing("control");
  expect(await button(write)).toHaveAttribute("aria-disabled", "true");
  await end();
  expect(await button(write)).not.toHaveAttribute("aria-disabled", "true");
});
