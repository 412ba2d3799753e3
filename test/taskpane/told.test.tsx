/** @jest-environment jsdom */
/** What went wrong is told where it was done, in words of its own. */
import "./dom";
import { act, screen } from "@testing-library/react";
import { addedFiles } from "../../src/excel/added-files";
import { WorkbookError, type WorkbookPort } from "../../src/excel/port";
import type { Recovery } from "../../src/excel/recovery";
import { schoolAnswers } from "../../src/taskpane/parts/problems/school-answers";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { press, show, TO_DATA } from "./show";

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
    name: "many places are counted",
    recovery: {
      outcome: "finished",
      removed: [],
      left: Array.from({ length: 13 }, (_, row) => `«ВПР», F${row + 1}`),
    },
    told: [/^«ВПР», F10$/, /И ещё 3\./],
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
