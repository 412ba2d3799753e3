import {
  nameBox,
  type OpenPage,
  showSheet,
  startWorkbench,
  unknownCalls,
  untilStatus,
  type Workbench,
} from "./workbench";

/** 7 of 20 (docs/architecture.md walks this figure). */
const [SHEET, CELL] = ["ВПР 2026", "F17"];

let workbench: Workbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
}, 180_000);
afterAll(async () => {
  expect(open.errors).toEqual([]);
  expect(open.outside).toEqual([]);
  expect(await unknownCalls(open.page)).toBe("Неизвестных вызовов: 0");
  await workbench.close();
});

/** Goes to a cell and opens its menu by the right button over the grid. */
async function menuAt(address: string): Promise<void> {
  const { page } = open;
  const box = nameBox(page);
  await box.click();
  await box.fill(address);
  await box.press("Enter");
  await page.locator("#grid").dispatchEvent("contextmenu", { clientX: 300, clientY: 400 });
  await page.getByRole("menu", { name: "Меню ячейки" }).waitFor();
}

test("the menu of a cell has the commands of the manifest, by mouse and by keyboard", async () => {
  const { page } = open;
  await page
    .locator("#grid section:has(> canvas)")
    .first()
    .click({ button: "right", position: { x: 220, y: 160 } });
  await page.getByRole("menu", { name: "Меню ячейки" }).waitFor();
  const items = page.getByRole("menuitem");
  expect(await items.allInnerTexts()).toEqual(["Почему эта школа?", "Это результаты", "Это не результаты"]);
  await page.keyboard.press("ArrowUp");
  expect(await items.nth(2).evaluate((item) => item === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("menu").isVisible()).toBe(false);
});

test("«Почему эта школа?» of a cell opens the pane with its school", async () => {
  const { page, pane } = open;
  await page.getByRole("button", { name: "Закрыть панель" }).click();
  await showSheet(page, SHEET);
  await menuAt(CELL);
  await page.getByRole("menuitem", { name: "Почему эта школа?" }).click();
  await untilStatus(page, /Выполнено: Почему эта школа\?/);
  expect(await page.locator("#pane").isVisible()).toBe(true);
  await pane.getByRole("heading", { name: "Почему эта школа?" }).waitFor();
  await pane.getByText("В этой ячейке").waitFor();
});

test("«Это не результаты» puts the table aside at once, «Отменить» brings it back", async () => {
  const { page, pane } = open;
  await menuAt(CELL);
  await page.getByRole("menuitem", { name: "Это не результаты" }).click();
  await pane.getByText(/прочитан заново\. Результатов с него: было \d+, стало \d+/).waitFor();
  await pane.getByRole("button", { name: "Отменить" }).click();
  await pane.getByText(/^Исправление отменено/).waitFor();
});
