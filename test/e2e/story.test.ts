import { columnName } from "../../src/workbench/store";
import type { Workbook as Book } from "../../src/workbench/store/model";
import {
  nameBox,
  type OpenPage,
  paintedPixels,
  runCommand,
  save,
  sheetTabs,
  showSheet,
  startWorkbench,
  textsOf,
  typeInto,
  unknownCalls,
  until,
  untilStatus,
  valueAt,
  type Workbench,
} from "./workbench";

let workbench: Workbench;
let open: OpenPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
}, 180_000);
afterAll(async () => {
  await open.close();
  await workbench.close();
});

/** The school whose result is corrected; in the sample it is low by ВПР in mathematics of class 6 and by ОГЭ. */
const SCHOOL = "Калиновская";
/** Fill of the sample's conditional format for shares of 30 % and more. */
const HIGH_SHARE = "#FFC7CE";

/** Conclusion about the school on the sheet «ШНОР»: the cell to the right of its name. */
function conclusion(book: Book): string | undefined {
  const texts = textsOf(book, "ШНОР");
  const name = texts.find(({ column, text }) => column === 1 && text.includes(SCHOOL));
  return texts.find(({ row, column }) => row === name?.row && column === 2)?.text;
}

/** The cell of the roadmap that holds a text. */
function cellOf(book: Book, text: RegExp): string {
  const found = textsOf(book, "Дорожная карта").find((each) => text.test(each.text));
  if (!found) throw new Error(`no ${String(text)} on the roadmap`);
  return columnName(found.column) + String(found.row + 1);
}

/** Steps of one visit, in this order. */
describe("a methodist tries the add-in", () => {
  let saved: Awaited<ReturnType<typeof save>>;
  let edited: string;
  let figures = "";
  const WORDS = "рабочая группа по приказу";

  it("goes from a reason of a school to its cells", async () => {
    const { page, pane } = open;
    await pane.getByRole("button", { name: "Прочитать результаты" }).click();
    await pane.getByRole("button", { name: "Показать школы" }).click();
    // «ОГЭ», E13:G13 by the sample: 5 of 16.
    await pane.getByText(/^ОГЭ математика, 2025\/2026: 31,3/).click();
    await until(async () => (await nameBox(page).inputValue()) === "E13:G13");
    expect(await page.locator('[data-u-comp="slide-tab-item"][aria-selected="true"]').innerText()).toBe(
      "ОГЭ",
    );
  });

  it("makes the roadmap by one click", async () => {
    const { page, milliseconds } = open;
    const started = Date.now();
    await runCommand(page, "Создать дорожную карту");
    const roadmap = Date.now() - started;
    expect(await sheetTabs(page)).toEqual(
      expect.arrayContaining(["ВПР 2026", "Результаты", "ШНОР", "Дорожная карта"]),
    );
    saved = await save(open);
    expect(conclusion(saved.book)).toMatch(/^низкие результаты/);
    figures = `sample open ${seconds(milliseconds)} s, roadmap ${seconds(roadmap)} s, memory ${await memoryOf(open)} MB`;
  });

  it("corrects a result by keyboard and a text of the roadmap", async () => {
    const { page } = open;
    await showSheet(page, "ВПР 2026");
    // 35 % is the one high share in view, with the fill of the workbook's own conditional format.
    await until(async () => (await paintedPixels(page, HIGH_SHARE)) > 100);
    await typeInto(page, "G17", "2");
    await until(async () => (await paintedPixels(page, HIGH_SHARE)) === 0);
    await showSheet(page, "Дорожная карта");
    edited = cellOf(saved.book, /школы, включённые в перечень$/);
    await typeInto(page, edited, WORDS);
  });

  it("updates the roadmap: the verdict follows the result, the typed text stays", async () => {
    const { page, pane } = open;
    await page.getByRole("button", { name: "Закрыть панель" }).click();
    await page.locator(".command", { hasText: "Создать дорожную карту" }).click();
    // The add-in asks what to do with the sheets that are there, and shows its pane for it.
    await pane.getByRole("button", { name: "Обновить листы" }).click();
    await untilStatus(page, /Выполнено: Создать дорожную карту/);
    saved = await save(open);
    expect(conclusion(saved.book) ?? "").not.toMatch(/^низкие результаты/);
    // 2 of 20 by the formula that stands beside the corrected number.
    expect(valueAt(saved.book, "'ВПР 2026'!H17")).toBe(0.1);
    expect(textsOf(saved.book, "Дорожная карта").map(({ text }) => text)).toContain(WORDS);
  });

  it("reopens the saved file as it was", async () => {
    const { page } = open;
    const tabs = await sheetTabs(page);
    await page
      .locator("#file")
      .setInputFiles({ name: "Сохранённая.xlsx", buffer: saved.bytes, mimeType: "" });
    await untilStatus(page, /Открыта книга Сохранённая\.xlsx/);
    expect(await sheetTabs(page)).toEqual(tabs);
    const again = await save(open);
    expect(textsOf(again.book, "ШНОР")).toEqual(textsOf(saved.book, "ШНОР"));
    expect(textsOf(again.book, "Дорожная карта")).toEqual(textsOf(saved.book, "Дорожная карта"));
  });

  it("asked nothing that the host does not have, and nothing of another machine", async () => {
    const unknown = await unknownCalls(open.page);
    process.stdout.write(`\nChromium: ${figures}. ${unknown}\n`);
    expect(unknown).toBe("Неизвестных вызовов: 0");
    expect(open.outside).toEqual([]);
    expect(open.errors).toEqual([]);
  });
});

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** Memory of the page's scripts after a collection, megabytes. */
async function memoryOf({ page }: OpenPage): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return Math.round(usedSize / 1024 / 1024);
}
