/** @jest-environment jsdom */
import "./dom";
import { act, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { parseArea } from "../../src/domain/results/corrections/area";
import { addedFiles } from "../../src/excel/files/added-files";
import { ask } from "../../src/excel/asked";
import { checkJob } from "../../src/excel/jobs/check-job";
import { underWay, type WriterKind } from "../../src/excel/runs/runs";
import { schoolAnswers } from "../../src/taskpane/parts/problems/school-answers";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { button, press, TO_DATA, TO_ROADMAP } from "./show";
import { open, slow, writing } from "./slow";

beforeEach(() => {
  ask(null);
  addedFiles.setState({ grids: [], failures: [] });
  schoolAnswers.setState({ busy: false, kept: [], shown: null });
  checkJob.setState({ phase: "idle", today: null }, true);
});

interface Case {
  readonly name: string;
  readonly begin: (user: UserEvent, wait: () => void) => Promise<void>;
  /** What is there while it goes on. */
  readonly says: string;
  /** What is there to be pressed after the stop; absent: what was pressed before. */
  readonly then?: string;
}

const STOPPED = /^Работа остановлена по вашей просьбе\./;

const CASES: readonly Case[] = [
  {
    name: "«Почему эта школа?»",
    begin: async (user, wait) => {
      await press(user, ...TO_DATA);
      await screen.findByText("Что прочитано");
      wait();
      const area = parseArea("E2");
      if (area === null) throw new Error("no area");
      act(() => {
        ask({ kind: "why", at: { sheet: "ВПР", area, cell: { row: 1, column: 4 } } });
      });
    },
    says: "Читаю книгу…",
    then: "Повторить",
  },
  {
    name: "how the roadmaps stand",
    begin: async (user, wait) => {
      wait();
      await press(user, "Контроль исполнения");
    },
    says: "Читаю дорожные карты",
    then: "Повторить",
  },
  {
    name: "the list of sheets to remove",
    begin: async (user, wait) => {
      wait();
      await press(user, "Убрать созданные листы");
    },
    says: "Смотрю, какие листы созданы",
    then: "Повторить",
  },
  {
    name: "the removal",
    begin: async (user, wait) => {
      await press(user, "Убрать созданные листы");
      await press(user, "Убрать 1 лист");
      wait();
      await press(user, "Удалить без возврата");
    },
    says: "Убираю листы",
  },
  {
    name: "an answer about two schools",
    begin: async (user, wait) => {
      await press(user, ...TO_DATA);
      const [yes] = await screen.findAllByRole("button", { name: /^Нет, разные: / });
      wait();
      if (yes === undefined) throw new Error("nothing is asked");
      await user.click(yes);
    },
    says: "Записываю ответ",
  },
  {
    name: "the removal of a file",
    begin: async (user, wait) => {
      addedFiles.setState({ grids: [{ ...gridOf("Итоги", ROWS.slice(0, 3)), file: "Чужой.xlsx" }] });
      await press(user, ...TO_DATA);
      wait();
      await press(user, "Убрать файл: Чужой.xlsx");
    },
    says: "Убираю файл",
  },
  {
    name: "sheets of a file as copies",
    begin: async (user, wait) => {
      addedFiles.setState({ grids: [{ ...gridOf("Итоги", ROWS.slice(0, 3)), file: "Чужой.xlsx" }] });
      await press(user, ...TO_DATA);
      wait();
      await press(user, "Добавить листы копиями: Чужой.xlsx");
    },
    says: "Добавляю листы файла",
  },
];

test.each(CASES)("$name: what goes on is said, and stopped with one press", async ({ begin, says, then }) => {
  const { workbook, wait, stop } = slow();
  const user = open(workbook);
  await begin(user, wait);
  const told = await screen.findByText(says);
  expect(told.closest('[role="status"]')).not.toBeNull();
  await user.click(await button("Остановить"));
  stop();
  expect(await screen.findByText(STOPPED)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Остановить" })).toBeNull();
  expect(underWay.getState().kinds).toEqual([]);
  expect(workbook.written).toEqual([]);
  if (then === undefined) return;
  await press(user, then);
  await waitFor(() => {
    expect(screen.queryByText(STOPPED)).toBeNull();
  });
  expect(document.body).not.toHaveFocus(); // the button is gone, the reader of the screen is not lost
});

const step = (number: 1 | 2 | 3): string =>
  screen.getByRole("button", { name: new RegExp(`^${number}\\. `) }).textContent;

interface Written {
  readonly kind: WriterKind;
  readonly step: 1 | 2 | 3 | null;
  readonly line: RegExp;
}

const WRITERS: readonly Written[] = [
  { kind: "check", step: 1, line: /^Идёт проверка данных\./ },
  { kind: "heatMap", step: 2, line: /^Идёт запись тепловой карты\./ },
  { kind: "templates", step: 3, line: /^Идёт запись шаблона\./ },
  // of none of the steps
  { kind: "control", step: null, line: /^Идёт подготовка листов контроля\./ },
];

test.each(WRITERS)(
  "while $kind is written: its step says so, buttons wait, it can be stopped",
  async (written) => {
    const workbook = fakeWorkbook();
    const user = open(workbook);
    await press(user, ...TO_ROADMAP);
    const create = await button("Создать дорожную карту");
    const end = writing(written.kind);
    expect(await screen.findByText(written.line)).toBeVisible();
    for (const each of [1, 2, 3] as const)
      expect([each, step(each).includes("идёт работа")]).toEqual([each, each === written.step]);
    expect(create).toHaveAttribute("aria-disabled", "true");
    await user.click(create);
    expect(workbook.written).toEqual([]);
    expect(await button("Остановить")).toBeVisible();
    await end();
    await waitFor(() => {
      expect(create).not.toHaveAttribute("aria-disabled", "true");
    });
    expect(screen.queryByText(written.line)).toBeNull();
  },
);

test("the screen that shows its own progress says it once", async () => {
  const { workbook, wait, answer } = slow();
  const user = open(workbook);
  await press(user, ...TO_DATA);
  await button("Проверить данные");
  wait();
  await press(user, "Проверить данные");
  expect(await button("Проверяю данные")).toBeVisible();
  expect(screen.getAllByRole("button", { name: "Остановить" })).toHaveLength(1);
  expect(screen.queryByText(/^Идёт проверка данных/)).toBeNull();
  await press(user, "Показать школы"); // elsewhere it is said in a line of its own
  expect(await screen.findByText(/^Идёт проверка данных/)).toBeVisible();
  answer();
  await waitFor(() => {
    expect(checkJob.getState().phase).toBe("finished");
  });
});
