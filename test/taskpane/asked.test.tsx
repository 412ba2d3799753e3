/** @jest-environment jsdom */
import "./dom";
import { act, screen } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue, Grid } from "../../src/domain/grid";
import { parseArea } from "../../src/domain/results/corrections/area";
import { addedFiles } from "../../src/excel/files/added-files";
import { ask, asked, type Asked } from "../../src/excel/asked";
import { WorkbookError } from "../../src/excel/port";
import { effect } from "../../src/taskpane/screens/recognition/use-recognition";
import { fakeWorkbook, gridOf, ownSheet, ROWS } from "./fake-workbook";
import { button, heading, press, show } from "./show";

beforeEach(() => {
  ask(null);
  addedFiles.setState({ grids: [], failures: [] });
  effect.setState({ shown: null });
});

/** As the ribbon does: the store first, the pane is there or opens later. */
function about(kind: "why" | "results" | "notResults", sheet: string, address: string): void {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  put({ kind, at: { sheet, area, cell: { row: area.top, column: area.left } } });
}
const put = (now: Asked): void => {
  act(() => {
    ask(now);
  });
};

const noViolations = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations).toEqual([]);
};

const LOW = "Школа с низкими результатами – по расчёту.";
/** The screen is a chunk of its own, and the first test waits for it. */
const LOADING = { timeout: 10_000 };

/** No header tells schools or participants. */
const STRANGE: Grid = {
  sheet: "Свод",
  top: 0,
  left: 0,
  cells: [
    ["Площадка", "База", "Получили «2»"],
    ["Лесная", 20, 8],
    ["Луговая", 10, 1],
  ] satisfies CellValue[][],
};

describe("«Почему эта школа?»", () => {
  // the rows of the sheet: 1 the header, 2 Берёзовская (8 of 23), 7 Лесная (2 of 40)
  test("a low school: verdict, the cell's own figure, the evidence with its cells", async () => {
    const workbook = fakeWorkbook();
    const user = show(workbook);
    about("why", "ВПР", "E2");
    expect(await screen.findByText(LOW, {}, LOADING)).toBeInTheDocument();
    expect(heading()).toHaveTextContent("Почему эта школа?");
    expect(screen.getByRole("heading", { name: /Берёзовская/ })).toBeInTheDocument();
    expect(screen.getAllByText(/– низкий результат \(порог 30/)).not.toHaveLength(0);
    await noViolations();
    await user.click(
      screen.getAllByRole("button", { name: /математика 5, 2024\/2025: 34,8/ })[0] as HTMLElement,
    );
    expect(workbook.selected).toEqual([{ sheet: "ВПР", address: "D2:E2" }]);
    await press(user, "Показать все школы");
    await screen.findByRole("heading", { level: 2, name: /^(?!Почему).*школ/ }, LOADING);
    expect(asked.getState().now).toBeNull();
  });

  test("a school that is not low: why not, all its results", async () => {
    show(fakeWorkbook());
    about("why", "ВПР", "A7");
    expect(await screen.findByText(/^Критерии не выполнены/)).toBeInTheDocument();
    expect(screen.getAllByText(/– не низкий \(порог 30/)).not.toHaveLength(0);
  });

  test("a header belongs to no school: what to select is said", async () => {
    show(fakeWorkbook());
    about("why", "ВПР", "A1");
    expect(await screen.findByText(/Выделите ячейку в строке школы/)).toBeInTheDocument();
    await noViolations();
  });

  test("a sheet of the add-in: its row tells the school", async () => {
    const own = {
      ...ownSheet("lowSchools", "lowSchools", "ШНОР", true),
      grid: gridOf("ШНОР", [["Перечень"], [1, "Берёзовская СОШ"]]),
    };
    show(fakeWorkbook(undefined, { own: [own] }));
    about("why", "ШНОР", "B2");
    expect(await screen.findByText(LOW, {}, LOADING)).toBeInTheDocument();
  });

  test("without a selection of cells the pane says what to do", async () => {
    show(fakeWorkbook());
    put({ kind: "failed", error: new WorkbookError("hostFailed", "InvalidSelection") });
    expect(await screen.findByText(/Выделите одну ячейку или один диапазон/)).toBeInTheDocument();
  });
});

describe("«Это не результаты», «Это результаты»", () => {
  test("a cell of a table puts it aside at once; «Отменить» brings it back", async () => {
    const workbook = fakeWorkbook([gridOf("ВПР", ROWS), gridOf("Черновик", ROWS)]);
    const user = show(workbook);
    about("notResults", "Черновик", "B3");
    const told = await screen.findByText(/«Черновик» прочитан заново.*стало 0/);
    expect(document.activeElement).toContainElement(told);
    expect(workbook.corrected.at(-1)?.map(({ change }) => change.kind)).toEqual(["notResults"]);
    expect(workbook.written).toEqual([]);
    await noViolations();
    await press(user, "Отменить");
    expect(await screen.findByText(/^Исправление отменено/)).toBeInTheDocument();
    expect(workbook.corrected.at(-1)).toEqual([]);
  });

  test("what was put aside comes back by «Это результаты»", async () => {
    const workbook = fakeWorkbook([gridOf("ВПР", ROWS), gridOf("Черновик", ROWS)]);
    const user = show(workbook);
    about("notResults", "Черновик", "B3");
    await screen.findByText(/стало 0/);
    await press(user, "Закрыть");
    about("results", "Черновик", "B3");
    expect(await screen.findByText(/^Исправление отменено/)).toBeInTheDocument();
    expect(workbook.corrected.at(-1)).toEqual([]);
  });

  test("some rows: the pane asks whether the whole table is meant", async () => {
    const workbook = fakeWorkbook();
    const user = show(workbook);
    about("notResults", "ВПР", "A3:E4");
    await screen.findByText(/^Выделена часть таблицы/);
    expect(workbook.corrected).toEqual([]);
    await noViolations();
    await user.click(await screen.findByRole("button", { name: /^Не читать таблицу/ }));
    expect(workbook.corrected.at(-1)?.map(({ change }) => change.kind)).toEqual(["notResults"]);
  });

  test("headings that are not understood: the form is there with the range", async () => {
    const workbook = fakeWorkbook([gridOf("ВПР", ROWS), STRANGE]);
    const user = show(workbook);
    about("results", "Свод", "B2");
    expect(await screen.findByRole("textbox", { name: "Границы вместе с заголовком" })).toHaveValue("A1:C3");
    expect(workbook.corrected).toEqual([]);
    await noViolations();
    await user.selectOptions(screen.getByRole("combobox", { name: "A – Площадка" }), "школа");
    await user.click(await button("Исправить"));
    expect(await screen.findByText(/«Свод» прочитан заново/)).toBeInTheDocument();
  });

  test.each([
    ["notResults", "ВПР", "H40", /^Здесь нет таблицы/],
    ["notResults", "ШНОР", "A1", /создан надстройкой/],
    ["results", "ШНОР", "A1", /создан надстройкой/],
    ["results", "ВПР", "H40", /^В выделении нет таблицы/],
    ["results", "ВПР", "B3", /уже прочитана/],
  ] as const)("%s of %s, %s is answered in words", async (kind, sheet, address, expected) => {
    const workbook = fakeWorkbook(undefined, { own: [ownSheet("lowSchools", "lowSchools", "ШНОР", true)] });
    show(workbook);
    about(kind, sheet, address);
    expect(await screen.findByText(expected)).toBeInTheDocument();
    expect(workbook.corrected).toEqual([]);
  });
});

describe("buttons of the ribbon that lead to a place of the pane", () => {
  test("«Найти школы» reads and shows the schools", async () => {
    show(fakeWorkbook());
    put({ kind: "schools" });
    expect(await screen.findByRole("heading", { level: 2, name: /школ/ })).toBeInTheDocument();
    expect(asked.getState().now).toBeNull();
  });

  test("«Добавить файлы…» reads and puts the focus on the files", async () => {
    show(fakeWorkbook());
    put({ kind: "files" });
    const files = await screen.findByRole("heading", { level: 3, name: /файл/i });
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(files).toHaveFocus();
    expect(asked.getState().now).toBeNull();
  });
});
