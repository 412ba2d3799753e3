/** @jest-environment jsdom */
import "./dom";
import { act, screen, within } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue, Grid } from "../../src/domain/grid";
import { addedFiles } from "../../src/excel/added-files";
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
  const rows = await within(details).findAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "СтолбецЧто в нёмГод и процедура",
    "A – Школашкола",
    "B – Процедурапроцедура",
    "C – Учебный годучебный год",
    "D – Участниковучастниковв строках",
    "E – Не справилисьне справилисьв строках",
  ]);
  expect(within(details).getByRole("button", { name: "A1:E1" })).toBeInTheDocument();
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
