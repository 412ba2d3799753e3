/** @jest-environment jsdom */
/** What went wrong is told where it was done, in words of its own. */
import "./dom";
import { act, screen } from "@testing-library/react";
import { addedFiles } from "../../src/excel/files/added-files";
import { WorkbookError, type WorkbookPort } from "../../src/excel/port";
import type { Recovery } from "../../src/excel/recovery";
import { schoolAnswers } from "../../src/taskpane/parts/problems/school-answers";
import { fakeWorkbook, gridOf, ROWS, type FakeWorkbook } from "./fake-workbook";
import { button, heading, press, show, TO_DATA, TO_ROADMAP } from "./show";

beforeEach(() => {
  addedFiles.setState({ grids: [], failures: [] });
  schoolAnswers.setState({ busy: false, kept: [], shown: null });
});

const HIDDEN = { ...gridOf("Тренировка", ROWS), hidden: true };

test("a correction that the workbook did not keep is no setting: it is told as a correction", async () => {
  const saveCorrections = () => Promise.reject(new WorkbookError("cellEditing", ""));
  const user = show(fakeWorkbook([gridOf("ВПР", ROWS), HIDDEN], {}, { saveCorrections }));
  await press(user, ...TO_DATA);
  const [leave] = await screen.findAllByRole("button", { name: "Не считать эту таблицу" });
  if (leave === undefined) throw new Error("nothing to leave out");
  await user.click(leave);
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(/^Исправление чтения не сохранилось\./);
  expect(alert).toHaveTextContent(/при следующем чтении исправление придётся сделать заново/);
});

test("a table that cannot be left out is said to count, and why", async () => {
  addedFiles.setState({ grids: [{ ...HIDDEN, file: "Ф.xlsx" }] });
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA);
  const [leave] = await screen.findAllByRole("button", { name: "Не считать эту таблицу" });
  if (leave === undefined) throw new Error("nothing to leave out");
  act(() => {
    addedFiles.setState({ grids: [] }); // its cells are not at hand any more
  });
  await user.click(leave);
  const told = await screen.findByText(/Таблица на листе «Тренировка» пока учитывается/);
  expect(told).toHaveTextContent(/На листе нет таких ячеек$/);
  expect(document.activeElement).toContainElement(told);
  expect(workbook.corrected).toEqual([]);
});

interface Recovered {
  readonly name: string;
  readonly recovery: Recovery;
  readonly told: readonly RegExp[];
}

const RECOVERED: readonly Recovered[] = [
  {
    name: "finished: all is well",
    recovery: { outcome: "finished", removed: [] },
    told: [/доведена до конца: листы надстройки целы/],
  },
  {
    name: "finished but for a sheet and a cell: they are named, with what to do",
    recovery: { outcome: "finished", removed: [], left: ["«Контроль»", "«ВПР», F17"] },
    told: [/доведена до конца не везде/, /^«Контроль»$/, /^«ВПР», F17$/, /снимите защиту листа/],
  },
  {
    name: "a sheet half written and protected since: it is named, and the next reading tries it again",
    recovery: { outcome: "finished", removed: [], locked: ["Приказ"] },
    told: [/не дописана: лист «Приказ» защищён\. Снимите защиту .* нажмите «Прочитать заново»/],
  },
  {
    name: "new sheets that cannot be taken away: they are named, with what to do; it is not told as taken back alone",
    recovery: { outcome: "undone", removed: [], begun: ["Реквизиты"] },
    told: [/недописанные листы не убраны: «Реквизиты»\. .*Защитить книгу.* нажмите «Прочитать заново»/],
  },
  {
    name: "many places are counted",
    recovery: {
      outcome: "finished",
      removed: [],
      left: Array.from({ length: 13 }, (_, row) => `«ВПР», F${row + 1}`),
    },
    told: [/^«ВПР», F10$/, /И ещё 3\./],
  },
  {
    name: "cells that were written over: none is left out, since what stood there is kept nowhere else",
    recovery: {
      outcome: "undone",
      removed: [],
      overwritten: Array.from({ length: 13 }, (_, row) => `«ВПР», F${row + 1}: ${row}`),
    },
    told: [/Excel не дал, или в ячейке с тех пор уже другое/, /^«ВПР», F13: 12$/],
  },
];

test.each(RECOVERED)("a run that was broken off, $name", async ({ recovery, told }) => {
  let unfinished = true;
  const workbook = fakeWorkbook();
  const port: WorkbookPort = {
    ...workbook.port,
    read: async () => ({ ...(await workbook.port.read()), unfinished }),
    removeUnfinished: () => {
      unfinished = false;
      return Promise.resolve(recovery);
    },
  };
  const user = show({ ...workbook, port });
  await press(user, ...TO_DATA);
  for (const words of told) expect(await screen.findByText(words)).toBeVisible();
  if (recovery.left ?? recovery.locked) expect(screen.queryByText(/листы надстройки целы/)).toBeNull();
});

interface Reader {
  readonly name: string;
  /** What is done before the run is broken off, and what finds it so. */
  readonly before: readonly string[];
  readonly reads: readonly string[];
  /** What is done then, and leaves the note where it is. */
  readonly after: readonly string[];
}

const PLACED = "Поместить в книгу: Дорожная карта для школ с низкими результатами";
const READERS: readonly Reader[] = [
  { name: "by the control", before: [], reads: ["Контроль исполнения"], after: ["Назад"] },
  // it reads again behind the screen when the template is written: that reading finds nothing any more
  {
    name: "by the writing of a template",
    before: [...TO_ROADMAP, "Шаблоны мероприятий"],
    reads: [PLACED],
    after: ["К дорожной карте"],
  },
  // the same reading under other settings
  {
    name: "before a setting is changed",
    before: [],
    reads: TO_DATA,
    after: ["Изменить", "Применить", "Показать школы"],
  },
];

test.each(READERS)("what was put right $name is told until the user has it read anew", async (each) => {
  const workbook = fakeWorkbook();
  let unfinished = false;
  const port: FakeWorkbook["port"] = {
    ...workbook.port,
    read: async () => ({ ...(await workbook.port.read()), unfinished }),
    removeUnfinished: () => {
      unfinished = false;
      return Promise.resolve({ outcome: "undone", removed: [], left: ["«Приказ»"] });
    },
  };
  const user = show({ ...workbook, port });
  await press(user, ...each.before);
  await button(each.reads.at(-1) ?? "");
  unfinished = true;
  await press(user, ...each.reads);
  expect(await screen.findByText("«Приказ»")).toBeVisible();
  await press(user, ...each.after);
  expect(screen.getByText("«Приказ»")).toBeVisible();
  await press(user, "Закрыть сообщение");
  expect(screen.queryByText("«Приказ»")).toBeNull();
  expect(heading()).toHaveFocus();
});

test("who types meanwhile goes on typing: what came of the template is told, and takes no focus", async () => {
  const workbook = fakeWorkbook();
  let answer = (): void => undefined;
  const port: WorkbookPort = {
    ...workbook.port,
    write: async (...task) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return workbook.port.write(...task);
    },
  };
  const user = show({ ...workbook, port });
  await press(user, ...TO_ROADMAP, "Шаблоны мероприятий", PLACED);
  await screen.findByText("Записываю шаблон");
  const name = screen.getByRole("textbox", { name: "Название" });
  await user.type(name, "Мой");
  act(() => {
    answer();
  });
  expect(await screen.findByText(/^Шаблон записан на лист /)).toBeVisible();
  await user.keyboard(" план");
  expect(name).toHaveFocus();
  expect(name).toHaveValue("Мой план");
});
