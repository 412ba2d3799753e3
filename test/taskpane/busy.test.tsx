/** @jest-environment jsdom */
import "./dom";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { parseArea } from "../../src/domain/results/corrections/area";
import { addedFiles } from "../../src/excel/added-files";
import { ask } from "../../src/excel/asked";
import { checkJob } from "../../src/excel/check-job";
import { WorkbookError } from "../../src/excel/port";
import { asRun, underWay, type WriterKind } from "../../src/excel/runs";
import { App } from "../../src/taskpane/app/App";
import { schoolAnswers } from "../../src/taskpane/parts/problems/school-answers";
import { fakeWorkbook, gridOf, ownSheet, ROWS, type FakeWorkbook } from "./fake-workbook";
import { button, press, TO_DATA, TO_ROADMAP } from "./show";

beforeEach(() => {
  ask(null);
  addedFiles.setState({ grids: [], failures: [] });
  schoolAnswers.setState({ busy: false, kept: [], shown: null });
  checkJob.setState({ phase: "idle", today: null }, true);
});

/** A workbook whose readings wait, as those of a large one do, once the test says so. */
function slow(): { workbook: FakeWorkbook; wait: () => void; stop: () => void; answer: () => void } {
  const near = ROWS.map(([school = null, ...rest], row) => [
    row === 3 ? "Берёзовская СОШ г. Н-ска" : school,
    ...rest,
  ]);
  const workbook = fakeWorkbook([gridOf("ВПР", near)], {
    own: [ownSheet("results", "results", "Результаты", true)],
  });
  let held: { answer: () => void; stop: () => void } | null = null;
  let waits = false;
  const read: FakeWorkbook["port"]["read"] = async (progress) => {
    if (waits)
      await new Promise<void>((answer, reject) => {
        held = {
          answer,
          stop: () => {
            reject(new WorkbookError("stopped", ""));
          },
        };
      });
    return workbook.port.read(progress);
  };
  return {
    workbook: { ...workbook, port: { ...workbook.port, read } },
    wait: () => {
      waits = true;
    },
    stop: () => {
      waits = false;
      held?.stop();
    },
    answer: () => {
      waits = false;
      held?.answer();
    },
  };
}

function open({ port }: FakeWorkbook): UserEvent {
  const remover = { remove: () => Promise.resolve({ kind: "removed", names: [] } as const) };
  render(<App port={port} locale="ru" loadRemover={() => Promise.resolve(remover)} />);
  return userEvent.setup();
}

interface Case {
  readonly name: string;
  readonly begin: (user: UserEvent, wait: () => void) => Promise<void>;
  /** What is there while it goes on. */
  readonly says: string;
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
  },
  {
    name: "the list of sheets to remove",
    begin: async (user, wait) => {
      wait();
      await press(user, "Убрать созданные листы");
    },
    says: "Смотрю, какие листы созданы",
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

test.each(CASES)("$name: what goes on is said, and stopped with one press", async ({ begin, says }) => {
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
});

/** A writing of another part of the add-in, until the test ends it. */
function writing(kind: WriterKind): () => Promise<void> {
  let end = (): void => undefined;
  let whole = Promise.resolve();
  act(() => {
    whole = asRun(kind, () => new Promise<void>((resolve) => (end = resolve)));
  });
  return () =>
    act(async () => {
      end();
      await whole;
    });
}

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
