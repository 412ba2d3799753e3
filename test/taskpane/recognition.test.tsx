/** @jest-environment jsdom */
import "./dom";
import { act, screen, within } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue, Grid } from "../../src/domain/grid";
import { addedFiles } from "../../src/excel/files/added-files";
import { effect } from "../../src/taskpane/screens/recognition/use-recognition";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { button, press, show, TO_DATA } from "./show";

beforeEach(() => {
  addedFiles.setState({ grids: [], failures: [] });
  effect.setState({ shown: null });
});

const grid = (sheet: string, cells: readonly (readonly CellValue[])[]): Grid => ({
  sheet,
  top: 0,
  left: 0,
  cells,
});

/** No header tells schools or participants. */
const STRANGE = grid("Свод", [
  ["ВПР математика 5 класс 2025", null, null],
  ["Площадка", "База", "Получили «2»"],
  ["Лесная", 20, 8],
  ["Луговая", 10, 1],
]);
const UNDATED = grid("Лист1", [
  ["Школа", "Участников", "Не справились"],
  ["Лесная СОШ", 20, 8],
  ["Луговая СОШ", 10, 1],
]);

/** jsdom opens no details by a click on its summary. @param at which of several */
async function open(name: RegExp | string, at = 0): Promise<HTMLElement> {
  const details = (await screen.findAllByText(name, { selector: "summary" }))[at]?.parentElement;
  if (!(details instanceof HTMLDetailsElement)) throw new Error("no details");
  act(() => {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
  return details;
}
const DETAILS = "Столбцы и исправления";

test("a table explains itself: header, columns with their roles, year and procedure and where they come from", async () => {
  const user = show(
    fakeWorkbook([
      grid("ОГЭ 2025", [
        ["Школа", "Участников", "Не справились"],
        ["Лесная СОШ", 20, 8],
      ]),
      gridOf("ВПР", ROWS),
    ]),
  );
  await press(user, ...TO_DATA);
  const details = await open(DETAILS, 1);
  const columns = within(details).getAllByRole("listitem");
  expect(columns.map(({ textContent }) => textContent)).toEqual([
    "AШкола – школа",
    "BПроцедура – процедура",
    "CУчебный год – учебный год",
    "DУчастников – участников",
    "EНе справились – не справились",
  ]);
  // the figures' year stands in each row
  expect(within(details).getByText("год из столбца")).toBeInTheDocument();
  expect(within(details).getByRole("button", { name: "A1:E1" })).toBeInTheDocument();
});

/** 5 class: two procedures of two columns each; year above the table. */
const WIDE: Grid = {
  ...grid("ВПР", [
    ["Результаты ВПР, 2024/2025 учебный год", null, null, null, null, null],
    ["№ п/п", "Образовательная организация", "Русский язык 5 класс", null, "Математика 5 класс", null],
    [null, null, "Участников", "Получили «2»", "Участников", "Получили «2»"],
    [1, "Лесная СОШ", 20, 8, 20, 2],
    [2, "Луговая СОШ", 10, 1, 10, 1],
  ]),
  merges: [2, 4].map((left) => ({ top: 1, left, bottom: 1, right: left + 1 })),
};

test("columns that share year and procedure stand under them once; a letter leads to the cells of its column", async () => {
  const workbook = fakeWorkbook([WIDE]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  const details = await open(DETAILS);
  expect(
    within(details)
      .getAllByRole("heading", { level: 4 })
      .map(({ textContent }) => textContent),
  ).toEqual(["Общие столбцы", "ВПР русский язык 5, 2024/2025", "ВПР математика 5, 2024/2025"]);
  const russian = within(details).getByRole("list", { name: "ВПР русский язык 5, 2024/2025" });
  expect(
    within(russian)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["CУчастников – участников", "DПолучили «2» – отметка «2»"]);
  expect(
    within(details).getByText("Всюду: процедура из заголовка, год из названия таблицы."),
  ).toBeInTheDocument();
  await user.click(within(russian).getByRole("button", { name: "D" }));
  expect(workbook.selected).toEqual([{ sheet: "ВПР", address: "D2:D5" }]);
});

test("«указать учебный год» opens the correction of the table at that field, and the table counts at once", async () => {
  const workbook = fakeWorkbook([UNDATED, gridOf("ВПР", ROWS)]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await user.click(await button("Указать процедуру"));
  // jsdom tells of no toggle when a script opens details
  await open(DETAILS);
  expect(await screen.findByRole("textbox", { name: "Процедура" })).toHaveFocus();
  await user.click(await button("Указать учебный год"));
  const year = await screen.findByRole("textbox", { name: "Учебный год" });
  expect(year).toHaveFocus();
  await user.type(year, "2024/2025{Enter}");
  expect(workbook.corrected.at(-1)?.map(({ change }) => change.kind)).toEqual(["year"]);
});

test("a workbook whose only table has no year: the year is told where the pane says that nothing was found", async () => {
  const user = show(fakeWorkbook([UNDATED]));
  await press(user, ...TO_DATA);
  await screen.findByRole("heading", { name: "Результаты не найдены" });
  await open(DETAILS);
  expect(await screen.findByRole("combobox", { name: "Что исправить" })).toBeInTheDocument();
  expect(screen.getByText(/^Таблица прочитана, но результатов не дала/)).toBeInTheDocument();
});

test("«не считать эту таблицу» leaves it out with one click, and is taken back with one", async () => {
  const workbook = fakeWorkbook([UNDATED, gridOf("ВПР", ROWS)]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  const [leave] = await screen.findAllByRole("button", { name: "Не считать эту таблицу" });
  await user.click(leave as HTMLElement); // as: found above
  expect(await screen.findByText(/«Лист1» прочитан заново/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Не считать эту таблицу" })).toBeNull();
  await press(user, "Отменить");
  expect(await screen.findAllByRole("button", { name: "Не считать эту таблицу" })).not.toHaveLength(0);
});

test("a sheet that was not recognised: its problem opens the form that asks where the table is", async () => {
  const odd = grid("Свод", [
    ["Площадка", "Участников", "Не справились"],
    ["Лесная", 20, 8],
    ["Луговая", 10, 1],
  ]);
  const user = show(fakeWorkbook([odd, gridOf("ВПР", ROWS)]));
  await press(user, ...TO_DATA);
  await open(/^Проверьте/);
  await user.click(await button("Указать таблицу"));
  const summary = screen.getByText(/^Указать таблицу: «Свод»/);
  expect(summary).toHaveFocus();
  expect(summary.closest("details")).toHaveAttribute("open");
});

test("a sheet that was not understood is read by the range and roles that the user tells; taken back, it is not", async () => {
  const workbook = fakeWorkbook([STRANGE]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await screen.findByRole("heading", { name: "Результаты не найдены" });
  await open(/^Листы, где таблица не найдена/);
  await open(/^Указать таблицу: «Свод»/);
  const range = screen.getByRole("textbox", { name: "Границы вместе с заголовком" });
  await user.clear(range);
  await user.type(range, "А2:с4"); // Cyrillic letters
  await user.selectOptions(screen.getByRole("combobox", { name: "A – Площадка" }), "школа");
  await user.selectOptions(screen.getByRole("combobox", { name: "B – База" }), "участников");
  await user.click(await button("Исправить"));
  expect(await screen.findByText(/Результатов с него: было 0, стало 2/)).toBeInTheDocument();
  expect(await screen.findByText(/^2 результата: 2 школы/, { selector: "p" })).toBeInTheDocument();
  expect(workbook.corrected.at(-1)?.map(({ change }) => change.kind)).toEqual(["range", "role", "role"]);
  expect(workbook.written).toEqual([]);
  expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  await press(user, "Отменить");
  expect(await screen.findByRole("heading", { name: "Результаты не найдены" })).toBeInTheDocument();
  expect(workbook.corrected.at(-1)).toEqual([]);
});

test("year and procedure by the keyboard; wrong words are said beside the field; each is undone", async () => {
  const workbook = fakeWorkbook([UNDATED, gridOf("ВПР", ROWS)]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  const openFirst = async (): Promise<void> => {
    await open(DETAILS);
    await screen.findByRole("combobox", { name: "Что исправить" });
  };
  await openFirst();
  await user.selectOptions(screen.getByRole("combobox", { name: "Что исправить" }), "Учебный год");
  const year = screen.getByRole("textbox", { name: "Учебный год" });
  await user.type(year, "когда-то{Enter}");
  expect(screen.getByText("Впишите учебный год, например 2024/2025")).toBeInTheDocument();
  await user.clear(year);
  await user.type(year, "2024/2025{Enter}");
  expect(workbook.corrected).toHaveLength(1);
  if (screen.queryByRole("combobox", { name: "Что исправить" }) === null) await openFirst();
  await user.selectOptions(screen.getByRole("combobox", { name: "Что исправить" }), "Процедура");
  await user.type(screen.getByRole("textbox", { name: "Процедура" }), "ОГЭ математика{Enter}");
  const told = await screen.findByText(/Результатов с него: было 0, стало 2/);
  // the form may be gone with its table
  expect(document.activeElement).toContainElement(told);
  const undo = screen.getAllByRole("button", { name: /^Отменить исправление: «Лист1»: учебный год/ });
  await user.click(undo[0] as HTMLElement);
  expect(await screen.findByText(/Исправление отменено.*было 2, стало 0/)).toBeInTheDocument();
  expect(workbook.corrected.at(-1)?.map(({ change }) => change.kind)).toEqual(["procedure"]);
});

test("«these are no results» leaves the table out until it is taken back", async () => {
  const workbook = fakeWorkbook([
    gridOf("ВПР", ROWS),
    { ...gridOf("Тренировка", ROWS), sheet: "Тренировка" },
  ]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await open(DETAILS, 1);
  await user.selectOptions(
    await screen.findByRole("combobox", { name: "Что исправить" }),
    "Это не результаты",
  );
  await user.click(await button("Исправить"));
  expect(await screen.findByText(/«Тренировка» прочитан заново.*стало 0/)).toBeInTheDocument();
  expect(await screen.findAllByText(DETAILS, { selector: "summary" })).toHaveLength(1);
  await press(user, "Отменить");
  expect(await screen.findAllByText(DETAILS, { selector: "summary" })).toHaveLength(2);
});

test("a file added by mistake is removed; its sheet can be copied before", async () => {
  addedFiles.setState({ grids: [{ ...gridOf("Итоги", ROWS.slice(0, 3)), file: "Чужой.xlsx" }] });
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await user.click(await screen.findByRole("button", { name: "Добавить листы копиями: Чужой.xlsx" }));
  expect(await screen.findByText(/Листы добавлены в книгу: «Копия – Итоги»/)).toBeInTheDocument();
  expect(workbook.written.map((tasks) => tasks.map(({ plan }) => plan.kind))).toEqual([["fileCopy"]]);
  await user.click(screen.getByRole("button", { name: "Убрать файл: Чужой.xlsx" }));
  expect(addedFiles.getState().grids).toEqual([]);
  expect(screen.queryByText("Чужой.xlsx", { selector: "span" })).not.toBeInTheDocument();
});

test("a protocol with several exams offers no year and no procedure, and says what to do", async () => {
  const exam = (title: string, mark: number): CellValue[][] => [
    [title, null, null, null, null],
    ["Код ОО", "Класс", "Фамилия", "Имя", "Оценка"],
    [13450, "9А", "Абракадабров", "Аб", mark],
  ];
  const user = show(
    fakeWorkbook([
      grid("Протокол", [
        ...exam("02 - Математика 2026.06.02", 2),
        ...exam("01 - Русский язык 2026.06.09", 3),
      ]),
    ]),
  );
  await press(user, ...TO_DATA);
  const details = await open(DETAILS);
  expect(await within(details).findByText(/^В протоколе несколько экзаменов/)).toBeInTheDocument();
  const kinds = within(within(details).getByRole("combobox", { name: "Что исправить" })).getAllByRole(
    "option",
  );
  expect(kinds.map(({ textContent }) => textContent)).toEqual(["Границы таблицы", "Это не результаты"]);
});
