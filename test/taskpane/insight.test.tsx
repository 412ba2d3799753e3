/** @jest-environment jsdom */
import "./dom";
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { fakeWorkbook, type FakeWorkbook } from "./fake-workbook";
import { heading, press, show, TO_SCHOOLS } from "./show";

/** The schools step of the made-up municipality: at 30 % two schools are in the list (see `ROWS`). */
async function open(workbook: FakeWorkbook = fakeWorkbook()): Promise<UserEvent> {
  const user = show(workbook);
  await press(user, ...TO_SCHOOLS);
  await screen.findByRole("table", { name: "Если изменить порог" });
  return user;
}

const plain = (text: string | null | undefined): string => (text ?? "").replace(/\u00A0/g, " ");

const rowOf = (threshold: string): HTMLElement =>
  screen.getByRole("row", { name: (name) => plain(name).startsWith(`${threshold} %`) });

const cellsOf = (row: HTMLElement): string[] =>
  within(row)
    .getAllByRole("cell")
    .map(({ textContent }) => plain(textContent));

test("what another threshold would do stands in a table; nothing is written or saved", async () => {
  const workbook = fakeWorkbook();
  await open(workbook);
  expect(cellsOf(rowOf("25"))).toEqual(["2", "состав тот же", "Взять"]);
  expect(cellsOf(rowOf("30"))).toEqual(["2", "состав тот же", "взят"]);
  // at 35 %: Берёзовская has one low result (7 of 20), Заречная none: both leave
  expect(cellsOf(rowOf("35"))[0]).toBe("0");
  expect(cellsOf(rowOf("35"))[1]).toContain("выйдут: 2");
  expect([workbook.saved, workbook.written]).toEqual([[], []]);
});

test("figures of a school that would enter lead to their cells", async () => {
  const workbook = fakeWorkbook(undefined, { settings: { ...DEFAULT_SETTINGS, threshold: 35 } });
  const user = await open(workbook);
  await user.click(within(rowOf("30")).getByRole("button", { name: /34,8/ }));
  expect(workbook.selected.map(({ sheet }) => sheet)).toEqual(["ВПР"]);
});

test("a threshold is taken on request: it is saved, the list follows, the focus stays in the table", async () => {
  const workbook = fakeWorkbook();
  const user = await open(workbook);
  await user.click(screen.getByRole("button", { name: /^Взять порог 35\s%$/ }));
  expect(await screen.findByText("Школ с низкими результатами не найдено")).toBeVisible();
  expect(workbook.saved.map(({ threshold }) => threshold)).toEqual([35]);
  expect(cellsOf(rowOf("35"))).toEqual(["0", "состав тот же", "взят"]);
  expect(cellsOf(rowOf("30"))[1]).toContain("войдут: 2");
  expect(rowOf("35")).toContainElement(document.activeElement as HTMLElement); // as: the button pressed
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
  else expect(rowOf(typed)).toBeVisible();
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
    name: (name) => plain(name).startsWith("34,8 %, 8 из 23, низкий результат"),
  });
  expect(figure).toHaveTextContent("34,8");
  await user.click(figure);
  expect(workbook.selected).toHaveLength(1);
  const forest = within(map).getByRole("row", { name: /Лесная/ });
  expect(within(forest).getByText("нет данных")).toBeInTheDocument();
  expect(
    within(forest).getByRole("button", { name: (name) => plain(name).startsWith("5,0 %, 2 из 40; ") }),
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
