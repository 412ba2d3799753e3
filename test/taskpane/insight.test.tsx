/** @jest-environment jsdom */
import "./dom";
import { act, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { fakeWorkbook, type FakeWorkbook } from "./fake-workbook";
import { heading, press, show, TO_SCHOOLS } from "./show";

/** The schools step of the made-up municipality: at 30 % two schools are in the list (see `ROWS`). */
async function open(workbook: FakeWorkbook = fakeWorkbook()): Promise<UserEvent> {
  const user = show(workbook);
  await press(user, ...TO_SCHOOLS);
  await screen.findByRole("list", { name: "Если изменить порог" });
  return user;
}

const plain = (text: string | null | undefined): string => (text ?? "").replace(/\u00A0/g, " ");

const choiceOf = (threshold: string): HTMLElement =>
  screen.getByRole("listitem", { name: (name) => plain(name).startsWith(`${threshold} % –`) });

const headingOf = (choice: HTMLElement): string => plain(within(choice).getByRole("heading").textContent);

test("what another threshold would do stands under it; nothing is written or saved", async () => {
  const workbook = fakeWorkbook();
  await open(workbook);
  expect(headingOf(choiceOf("25"))).toBe("25 % – 2 школы");
  expect(choiceOf("25")).toHaveTextContent("Состав тот же");
  expect(headingOf(choiceOf("30"))).toBe("30 % – 2 школы (сейчас)");
  // at 35 %: Берёзовская has one low result (7 of 20), Заречная none: both leave
  expect(headingOf(choiceOf("35"))).toBe("35 % – 0 школ");
  expect(choiceOf("35")).toHaveTextContent("Войдут 0, выйдут 2");
  expect(within(choiceOf("35")).getByText("Кто выйдет: 2").closest("details")).not.toHaveAttribute("open");
  expect([workbook.saved, workbook.written]).toEqual([[], []]);
});

test("figures of a school that would enter lead to their cells", async () => {
  const workbook = fakeWorkbook(undefined, { settings: { ...DEFAULT_SETTINGS, threshold: 35 } });
  const user = await open(workbook);
  const choice = choiceOf("30");
  await user.click(within(choice).getByText("Кто войдёт: 2"));
  await user.click(within(choice).getByRole("button", { name: /34,8/ }));
  expect(within(choice).getAllByText(/^лист «ВПР», D\d+:E\d+$/)).not.toHaveLength(0);
  expect(workbook.selected.map(({ sheet }) => sheet)).toEqual(["ВПР"]);
});

test("a threshold is taken on request: it is saved, the list follows, the focus stays in its block", async () => {
  const workbook = fakeWorkbook();
  const user = await open(workbook);
  await user.click(screen.getByRole("button", { name: /^Взять 35\s%/ }));
  expect(await screen.findByText("Школ с низкими результатами не найдено")).toBeVisible();
  expect(workbook.saved.map(({ threshold }) => threshold)).toEqual([35]);
  expect(headingOf(choiceOf("35"))).toBe("35 % – 0 школ (сейчас)");
  expect(choiceOf("30")).toHaveTextContent("Войдут 2, выйдут 0");
  expect(choiceOf("35")).toContainElement(document.activeElement as HTMLElement); // as: the button pressed
});

test.each([
  ["34,8", false],
  ["12", false],
  ["0", true],
  ["много", true],
])("a threshold of one's own: %s", async (typed, wrong) => {
  const user = await open();
  await user.type(screen.getByLabelText("Свой порог, %"), typed);
  if (wrong) expect(screen.getByText("Укажите число от 1 до 100")).toBeVisible();
  else expect(choiceOf(typed)).toBeVisible();
});

const openMap = async (user: UserEvent): Promise<HTMLElement> => {
  await user.click(screen.getByText("Тепловая карта: школы и процедуры"));
  return screen.findByRole("table", { name: /Доля не справившихся/ });
};

test("the heat map is a table of figures; each leads to its cell and says what it is", async () => {
  const workbook = fakeWorkbook();
  const user = await open(workbook);
  const map = await openMap(user);
  expect(within(map).getByRole("columnheader", { name: "ВПР математика 5" })).toBeVisible();
  const school = within(map).getByRole("row", { name: /^Берёзовская СОШ|^МБОУ «Берёзовская/ });
  const figure = within(school).getByRole("button", {
    name: (name) => plain(name).startsWith("34,8 % = 8 из 23, низкий результат; лист «ВПР», D2:E2"),
  });
  expect(figure).toHaveTextContent("34,8");
  act(() => {
    figure.focus();
  });
  expect(
    await screen.findByText(
      (text) =>
        plain(text) ===
        "Берёзовская СОШ, ВПР математика 5: 34,8 % = 8 из 23, низкий результат. Откуда: лист «ВПР», D2:E2.",
    ),
  ).toBeVisible();
  await user.click(figure);
  expect(workbook.selected).toHaveLength(1);
  // shown short, named in full
  expect(within(school).getByText("Берёзовская СОШ")).toHaveAttribute("title", "МБОУ «Берёзовская СОШ»");
  const forest = within(map).getByRole("row", { name: /Лесная/ });
  expect(within(forest).getByText("нет данных")).toBeInTheDocument();
  expect(
    within(forest).getByRole("button", { name: (name) => plain(name).startsWith("5,0 % = 2 из 40; ") }),
  ).toBeVisible();
});

test("another year is a choice", async () => {
  const user = await open();
  await openMap(user);
  await user.selectOptions(screen.getByRole("combobox", { name: "Учебный год" }), "2023/2024");
  const map = screen.getByRole("table", { name: /2023\/2024/ });
  expect(within(map).getByRole("row", { name: /Полевая/ })).toBeVisible();
});

test("axe finds nothing", async () => {
  document.documentElement.lang = "ru";
  document.title = "ШНОР";
  const user = await open();
  await openMap(user);
  expect(heading()).toBeVisible();
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
