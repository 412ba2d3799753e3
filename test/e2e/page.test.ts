import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCell, parseAddress } from "../../src/workbench/store";
import { openWorkbook } from "../../src/workbench/files";
import type { Scalar, Workbook as Book } from "../../src/workbench/store/model";
import {
  type OpenPage,
  SAMPLE,
  sheetTabs,
  startWorkbench,
  status,
  typeInto,
  unknownCalls,
  untilStatus,
  type Workbench,
} from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 180_000);
afterAll(async () => {
  await workbench.close();
});

let open: OpenPage;
beforeEach(async () => {
  open = await workbench.open();
});
afterEach(async () => {
  const { outside, errors } = open;
  await open.close();
  // Holds for every test: no data leaves the machine, nothing breaks unseen.
  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
});

/** Saves by the button and reads the file that came. */
async function save({ page }: OpenPage): Promise<Book> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Сохранить .xlsx" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("results-sample.xlsx");
  return openWorkbook(await readFile(await download.path()), "results-sample.xlsx");
}

function valueAt(book: Book, address: string): Scalar | undefined {
  const { sheet: name, area } = parseAddress(address) ?? {};
  const sheet = book.sheets.find((each) => each.name === name);
  return sheet && area && getCell(sheet, area.top, area.left)?.value;
}

describe("the page", () => {
  it("opens with the sample, the ribbon of the manifest and the pane", async () => {
    const { page, pane } = open;
    expect(await page.locator("#file-name").innerText()).toBe("results-sample.xlsx");
    const sample = await openWorkbook(await readFile(SAMPLE), "results-sample.xlsx");
    const visible = sample.sheets
      .filter(({ visibility }) => visibility === "Visible")
      .map(({ name }) => name);
    expect(await sheetTabs(page)).toEqual(visible);
    // Labels as in manifest.xml.
    expect(await page.locator("#ribbon").getByRole("tab").innerText()).toBe("ШНОР");
    expect(await page.locator(".command").allInnerTexts()).toEqual([
      "Создать дорожную карту",
      "Панель",
      "Обновить контроль",
    ]);
    expect(await page.locator(".group-label").allInnerTexts()).toEqual(["Низкие результаты", "Контроль"]);
    for (const icon of await page.locator(".command img").all())
      expect(await icon.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(32);
    await pane.locator("#root").waitFor({ state: "attached" });
    expect(await unknownCalls(page)).toBe("Неизвестных вызовов: 0");
  });

  it("makes the roadmap by one click and saves it in the file", async () => {
    const { page } = open;
    const before = await sheetTabs(page);
    await page.getByRole("button", { name: "Создать дорожную карту" }).click();
    await untilStatus(page, /Выполнено/);
    const added = (await sheetTabs(page)).filter((name) => !before.includes(name));
    expect(added).toEqual(expect.arrayContaining(["Результаты", "ШНОР", "Дорожная карта"]));
    expect(await unknownCalls(page)).toBe("Неизвестных вызовов: 0");
    const saved = await save(open);
    expect(saved.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining([...before, ...added]));
  });

  it("hides and shows the pane", async () => {
    const { page } = open;
    await page.getByRole("button", { name: "Закрыть панель" }).click();
    expect(await page.locator("#pane").isVisible()).toBe(false);
    await page.locator(".command", { hasText: "Панель" }).click();
    expect(await page.locator("#pane").isVisible()).toBe(true);
  });

  it("takes what is typed: a decimal comma, a text, a formula with its result", async () => {
    const { page } = open;
    await typeInto(page, "AA40", "12,5");
    await typeInto(page, "AA41", "=AA40*2");
    await typeInto(page, "AA42", "=NOR.LOWRESULT(AA40:AA41)");
    await typeInto(page, "AA43", "Заметка");
    const saved = await save(open);
    const sheet = saved.sheets.find(({ id }) => id === saved.activeSheetId)?.name ?? "";
    expect(["AA40", "AA41", "AA43"].map((cell) => valueAt(saved, `'${sheet}'!${cell}`))).toEqual([
      12.5,
      25,
      "Заметка",
    ]);
    // One column needs its kind (issue A, point 5): an error of the function, so it was found and called.
    expect(valueAt(saved, `'${sheet}'!AA42`)).toBe("#VALUE!");
  });

  it.each([
    ["a text renamed .xlsx", "заметки.xlsx", "просто текст", /заметки\.xlsx.*не открыт.*не книга Excel/],
    [
      "an old .xls",
      "старая.xls",
      "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
      /старая\.xls.*не открыт/,
    ],
    ["a torn archive", "битый.xlsx", "PK\u0003\u0004torn", /битый\.xlsx.*не открыт/],
  ])("says plainly what is wrong with %s and keeps the open book", async (_, name, content, message) => {
    const { page } = open;
    const file = join(tmpdir(), name);
    await writeFile(file, Buffer.from(content, name === "заметки.xlsx" ? "utf8" : "latin1"));
    await page.locator("#file").setInputFiles(file);
    await untilStatus(page, message);
    expect(await status(page)).not.toMatch(/undefined|Error/);
    expect(await page.locator("#file-name").innerText()).toBe("results-sample.xlsx");
  });
});
