/** @jest-environment jsdom */
import "./dom";
import { screen, waitFor, within } from "@testing-library/react";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { button, heading, press, show, TO_DATA, TO_END, TO_ROADMAP, TO_SCHOOLS } from "./show";

const steps = (): string[] =>
  within(screen.getByRole("navigation"))
    .getAllByRole("button")
    .map((step) => step.textContent.replace(/\s/g, " "));

test("the first screen says what will happen, and only the first step is open", () => {
  show(fakeWorkbook());
  expect(heading()).toHaveTextContent("Найдём школы и составим дорожную карту");
  expect(steps()).toEqual(["1. Данные не начато", "2. Школы после данных", "3. Дорожная карта после данных"]);
  expect(screen.getByRole("button", { name: /Школы/ })).toBeDisabled();
  expect(screen.getByRole("button", { name: /1\. Данные/ })).toHaveAttribute("aria-current", "step");
});

test("after reading: tables, years, procedures, what was left out, and the settings as a sentence", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA);
  // 13 rows of schools, two of them with a cell that cannot be used (fake-workbook.ts)
  await screen.findByText(
    "11 результатов: 6 школ, 2 процедуры, 2 учебных года. 2 значения не учтены, 2 места стоит проверить.",
  );
  expect(screen.getByRole("region", { name: "Настройки" })).toHaveTextContent(
    /^Порог 30\s%, правило приказа «000», 2024\/2025 к 2023\/2024, минимум участников не задан\. Изменить$/,
  );
  expect(screen.getByText("список: строка на школу и процедуру")).toBeInTheDocument();
  expect(screen.getByText("13 строк · 11 результатов · 2023/2024, 2024/2025")).toBeInTheDocument();
  expect(screen.getByText("ВПР русский язык 5")).toBeInTheDocument();
  expect(screen.getByText(/итоги/)).toBeInTheDocument();
  expect(steps()).toEqual(["1. Данные не учтено: 2", "2. Школы 2 школы", "3. Дорожная карта не создана"]);
});

test("a click on a problem or on one of its other cells selects the cell", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  // «много» stands in E11, 14 of 12 in E12 with its participants in D12
  await press(user, ...TO_DATA, "лист «ВПР», E11", "лист «ВПР», E12", "D12");
  expect(workbook.selected).toEqual(["E11", "E12", "D12"].map((address) => ({ sheet: "ВПР", address })));
  expect(screen.getByText(/Вместо числа стоит «много»/)).toBeInTheDocument();
  expect(screen.getByText(/Не справившихся \(14\) больше, чем участников \(12\)/)).toBeInTheDocument();
});

test("schools: each reason with its figure and cell; others by how sure it is", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_SCHOOLS);
  expect(heading()).toHaveTextContent("В перечне 2 школы из 6");
  expect(screen.getByText("Критерий 1: не меньше 2 низких процедур за 2024/2025 год")).toBeInTheDocument();
  expect(screen.getByText("Критерий 2: низкие результаты в 2024/2025 и 2023/2024 годах")).toBeInTheDocument();
  await press(user, "ВПР математика 5, 2024/2025: 34,8 % (8 из 23)");
  expect(workbook.selected).toEqual([{ sheet: "ВПР", address: "D2:E2" }]);
  await button("ВПР математика 5, 2024/2025: 30,0 % (3 из 10)"); // at the threshold exactly: low
  const insufficient = screen.getByText("Недостаточно данных: 1").closest("details");
  expect(insufficient).toHaveTextContent("Полевая");
  const partly = screen.getByText("Проверены не полностью: 1").closest("details");
  expect(partly).toHaveTextContent("Ключевая СОШ»Не проверено: критерий 2, нет данных за 2023/2024");
});

test("a long list shows its schools, and their figures on demand", async () => {
  const schools = Array.from({ length: 9 }, (_, i) => `Школа № ${i + 1}`);
  const rows = schools.flatMap((school) =>
    ["ВПР математика 5", "ВПР русский язык 5"].map((procedure) => [school, procedure, "2024/2025", 10, 9]),
  );
  const user = show(fakeWorkbook([gridOf("ВПР", [ROWS[0] ?? [], ...rows])]));
  await press(user, ...TO_SCHOOLS);
  expect(heading()).toHaveTextContent("В перечне 9 школ из 9");
  const folds = screen.getAllByText("2 низких результата").map((summary) => summary.closest("details"));
  expect(folds.map((details) => details?.open)).toEqual(schools.map(() => false));
});

test("the roadmap is written, and the summary leads to its sheets and to the remarks", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_ROADMAP);
  expect(screen.getByText("Дорожная карта для школ с низкими результатами")).toBeInTheDocument();
  expect(await screen.findByText("2025/2026 учебный год")).toBeInTheDocument();
  await press(user, "Создать дорожную карту");
  await button("Открыть дорожную карту");
  expect(heading()).toHaveTextContent("Готово: дорожная карта создана");
  expect(workbook.written[0]?.map(({ plan }) => plan.kind)).toEqual([
    "roadmap",
    "lowSchools",
    "results",
    "requisites",
    "decisions",
    "registry",
  ]);
  expect(screen.getByText("38 мероприятий")).toBeInTheDocument();
  await press(user, "ШНОР", "Открыть дорожную карту");
  expect(workbook.selected.map(({ sheet }) => sheet)).toEqual(["ШНОР", "Дорожная карта"]);
  await press(user, "Показать замечания");
  expect(heading()).toHaveTextContent("Что прочитано");
});

test("a changed setting is kept in the workbook and changes the list without reading anew", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_SCHOOLS, "Изменить");
  const threshold = await screen.findByLabelText("Порог, %");
  await user.clear(threshold);
  await user.type(threshold, "0");
  await press(user, "Применить");
  expect(threshold).toBeInvalid();
  expect(screen.getByText("Укажите число от 1 до 100")).toBeInTheDocument();
  await user.clear(threshold);
  await user.type(threshold, "35");
  await press(user, "Применить");
  // at 35 % only Берёзовская's Russian (7/20 = 35 %) is low, and one low result is not enough for either criterion
  await waitFor(() => {
    expect(heading()).toHaveTextContent("Школ с низкими результатами не найдено");
  });
  expect(workbook.saved.map((settings) => settings.threshold)).toEqual([35]);
  expect(await button("Изменить")).toHaveFocus();
});

test("retakes are counted once the box is ticked, and the choice is kept", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_SCHOOLS, "Изменить");
  const box = await screen.findByLabelText("Учитывать пересдачи");
  expect(box).not.toBeChecked();
  await user.click(box);
  await press(user, "Применить");
  await waitFor(() => {
    expect(workbook.saved.map((settings) => settings.retakes)).toEqual(["last"]);
  });
});

test("the whole package: what it will hold is said before, sheets of one kind stand together after", async () => {
  // four schools, both procedures low in each: a roadmap and a notice per school
  const rows = [1, 2, 3, 4].flatMap((number) =>
    ["ВПР математика 5", "ВПР русский язык 5"].map((procedure) => [
      `Школа № ${number}`,
      procedure,
      "2024/2025",
      10,
      9,
    ]),
  );
  const workbook = fakeWorkbook([gridOf("ВПР", [ROWS[0] ?? [], ...rows])]);
  const user = show(workbook);
  await press(user, ...TO_ROADMAP, "Изменить");
  await user.selectOptions(await screen.findByLabelText("Что создать"), "Весь пакет документов");
  await press(user, "Применить");
  for (const name of ["Приказ", "Назначения", "Справочник"]) await screen.findByText(name);
  await press(user, "Создать дорожную карту");
  await button("Открыть дорожную карту");
  const kinds = workbook.written[0]?.map(({ plan }) => plan.kind) ?? [];
  expect(kinds.filter((kind) => kind === "notice")).toHaveLength(4);
  expect(screen.getByText("Уведомления: 4").closest("details")).not.toHaveAttribute("open");
});

test("years of the form are those found", async () => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_DATA, "Изменить");
  const options = within(await screen.findByLabelText("Учебный год")).getAllByRole("option");
  expect(options.map(({ textContent }) => textContent)).toEqual([
    "По данным: 2024/2025",
    "2024/2025",
    "2023/2024",
  ]);
});

test("a new screen takes the focus to its heading and is announced", async () => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  expect(heading()).toHaveFocus();
  const [announced] = screen.getAllByRole("status"); // another is for changes of the workbook
  expect(announced).toHaveTextContent(
    "11 результатов: 6 школ, 2 процедуры, 2 учебных года. 2 значения не учтены, 2 места стоит проверить. В перечне 2 школы из 6.",
  );
  await press(user, "Показать школы");
  expect(heading()).toHaveFocus();
});

test("the whole path by keyboard: every stop of the data screen in reading order", async () => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  const stops: string[] = [];
  for (let stop = 0; stop < 14; stop++) {
    await user.tab();
    stops.push((document.activeElement?.textContent ?? "").replace(/\s/g, " "));
  }
  expect(stops).toEqual([
    "Откуда эти числа",
    "Порог 30 %",
    "правило приказа «000»",
    "2024/2025 к 2023/2024",
    "минимум участников не задан",
    "Изменить",
    "Добавить файлы",
    "Проверить данные",
    "Не учтено: 2",
    "лист «ВПР», E11",
    "лист «ВПР», E12",
    "D12",
    "Проверьте: 2",
    "лист «ВПР», D9:E9",
  ]);
});

test("Enter on every primary button makes the roadmap", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  for (const name of TO_END) {
    (await button(name)).focus();
    await user.keyboard("{Enter}");
  }
  await button("Открыть дорожную карту");
  expect(workbook.written).toHaveLength(1);
});

test("English by the language of Office", async () => {
  const user = show(fakeWorkbook(), "en");
  await press(user, "Read results");
  await screen.findByText(
    "11 results: 6 schools, 2 procedures, 2 school years. 2 values not counted, 2 places to check.",
  );
  await press(user, "Show schools");
  await button("ВПР математика 5, 2024/2025: 34.8% (8 of 23)");
});
