/** @jest-environment jsdom */
import "./dom";
import { act, screen } from "@testing-library/react";
import { DECISIONS_ID } from "../../src/domain/documents/decisions";
import { job, runJob } from "../../src/excel/jobs/job";
import { EARLIER, fakeWorkbook, ownSheet } from "./fake-workbook";
import { button, heading, press, show, TO_END, TO_ROADMAP, TO_SCHOOLS } from "./show";

const withEarlier = () => fakeWorkbook(undefined, { own: EARLIER });

test("sheets of an earlier run are announced before and asked about, the edited one by name", async () => {
  const user = show(withEarlier());
  await press(user, ...TO_ROADMAP);
  expect(screen.getByText(/В книге уже есть 3 листа надстройки/)).toBeInTheDocument();
  await press(user, "Создать дорожную карту");
  await button("Обновить листы");
  expect(heading()).toHaveTextContent("Листы уже есть. Обновить?");
  expect(heading()).toHaveFocus();
  expect(screen.getByText("Дорожная карта", { selector: "strong" }).parentElement).toHaveTextContent(
    "изменён вами: ваши правки останутся, новое добавится",
  );
  expect(screen.getAllByText("будет обновлён")).toHaveLength(2);
});

const CHOICES: readonly [string, number, string][] = [
  // answer, sheets written in place, what the heading says then
  ["Обновить листы", 2, "Готово: дорожная карта создана"],
  ["Создать новые рядом", 0, "Готово: дорожная карта создана"],
];
test.each(CHOICES)("%s: %i in place", async (answer, replaced, said) => {
  const workbook = withEarlier();
  const user = show(workbook);
  await press(user, ...TO_END, answer);
  await button("Открыть дорожную карту");
  expect(heading()).toHaveTextContent(said);
  expect(workbook.written[0]?.filter(({ replace }) => replace !== undefined)).toHaveLength(replaced);
});

test("updating says which edited sheets were left alone", async () => {
  const user = show(withEarlier());
  await press(user, ...TO_END, "Обновить листы");
  await screen.findByText("Лист «Дорожная карта» с вашими правками не тронут, новый стоит рядом.");
});

test("cancelling writes nothing and says so", async () => {
  const workbook = withEarlier();
  const user = show(workbook);
  await press(user, ...TO_END, "Отменить");
  await screen.findByText("Отменено. Книга не изменена.", { selector: "main *" });
  expect(workbook.written).toHaveLength(0);
  await button("Создать дорожную карту");
});

test("a run of the ribbon shows its question here, and its result opens the other steps", async () => {
  const workbook = withEarlier();
  const user = show(workbook);
  await act(() => {
    void runJob(workbook.port, { showQuestion: () => Promise.resolve() });
    return Promise.resolve();
  });
  await button("Обновить листы");
  const asked = screen.getByRole("button", { name: "3. Дорожная карта нужен ответ" });
  expect(asked).toHaveAttribute("aria-current", "step");
  await press(user, "Обновить листы");
  await button("Открыть дорожную карту");
  await press(user, "2. Школы 2 школы");
  expect(heading()).toHaveTextContent("В перечне 2 школы из 6");
});

test("a question of the ribbon that is cancelled before anything was read leads back to the start", async () => {
  const workbook = withEarlier();
  const user = show(workbook);
  await act(() => {
    void runJob(workbook.port, { showQuestion: () => Promise.resolve() });
    return Promise.resolve();
  });
  await press(user, "Отменить");
  await button("Прочитать результаты");
  expect(await button("1. Данные не прочитано")).toHaveAttribute("aria-current", "step");
});

test("reading anew forgets what the last run said", async () => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_END);
  await button("Открыть дорожную карту");
  await press(user, "1. Данные не учтено: 2", "Прочитать заново");
  await screen.findByText("Что прочитано");
  expect(job.getState().phase).toBe("idle");
  await button("3. Дорожная карта не создана");
});

test("decisions by hand stand apart from what the results say", async () => {
  const blank = [null, null, null, null];
  const cells = [
    ...Array.from({ length: 4 }, () => blank),
    ["МБОУ «Лесная СОШ»", "включить", "НСУ, приказ № 12", "01.09.2025"],
    ["МБОУ «Заречная ООШ»", "исключить", "особый контингент", null],
    ["МБОУ «Ключевая СОШ»", "исключить", "ходатайство школы", "02.09.2025"],
  ];
  const sheet = "Решения по школам";
  const workbook = fakeWorkbook(undefined, {
    own: [{ ...ownSheet("decisions", DECISIONS_ID, sheet, false), grid: { sheet, top: 0, left: 0, cells } }],
  });
  const user = show(workbook);
  await press(user, ...TO_SCHOOLS);
  const sections = ["Выявлены по результатам: 1", "Включены решением: 1", "Исключены решением: 1"].map(
    (name) => screen.getByRole("heading", { name }).parentElement,
  );
  expect(sections[0]).toHaveTextContent("Берёзовская");
  expect(sections[1]).toHaveTextContent("Лесная СОШ»НСУ, приказ № 12, 1 сентября 2025 г.");
  expect(sections[2]).toHaveTextContent("Заречная ООШ»особый контингент, дата не указана");
  expect(screen.getByText(/Исключать нечего/).parentElement).toHaveTextContent("Ключевая");
  await press(user, "лист «Решения по школам», A6");
  expect(workbook.selected).toEqual([{ sheet, address: "A6" }]);
});

test("a run of the ribbon that found nothing leads to what was wrong with the data", async () => {
  const workbook = fakeWorkbook([]);
  show(workbook);
  await act(() => runJob(workbook.port, { showQuestion: () => Promise.resolve() }));
  expect(heading()).toHaveTextContent("Результаты не найдены");
  expect(screen.getByText(/В книге нет данных/)).toBeInTheDocument();
  expect(workbook.written).toHaveLength(0);
});
