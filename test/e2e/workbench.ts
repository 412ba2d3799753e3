import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  FrameLocator,
  Locator,
  Page,
} from "playwright-core";
import { buildWorkbench } from "../../scripts/workbench/build";
import { serveWorkbench, type Serving } from "../../scripts/workbench/server";
import { openWorkbook } from "../../src/workbench/files";
import { getCell, parseAddress } from "../../src/workbench/store";
import type { Scalar, Workbook as Book } from "../../src/workbench/store/model";
import { launchBrowser } from "./browser";

export const ROOT = resolve(__dirname, "../..");
export const SAMPLE = join(ROOT, "assets/sample/results-sample.xlsx");
/** Names the folder of a built workbench in the environment. */
export const BUILT = "WORKBENCH_BUILT";

export interface OpenOptions extends Pick<
  BrowserContextOptions,
  "colorScheme" | "forcedColors" | "reducedMotion"
> {
  readonly width?: number;
  readonly height?: number;
  /** Language of Office; Russian when left out. */
  readonly language?: string;
  /** The moment at which the page is opened, in place of the real one. */
  readonly now?: Date;
}

/** The built workbench, served, with a browser: made once for the tests of a file. */
export interface Workbench {
  open(options?: OpenOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

/** A page of the workbench and what must not happen on it. */
export interface OpenPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Requests that would have left this machine. */
  readonly outside: readonly string[];
  /** Uncaught errors and errors on the console. */
  readonly errors: readonly string[];
  /** From the address to the grid with the sample and the pane with the add-in. */
  readonly milliseconds: number;
  close(): Promise<void>;
}

export async function startWorkbench(): Promise<Workbench> {
  const given = process.env[BUILT];
  const folder = given ?? (await mkdtemp(join(tmpdir(), "workbench-")));
  const built =
    given === undefined
      ? await buildWorkbench(ROOT, folder)
      : { addin: join(folder, "addin"), page: join(folder, "page") };
  const serving = await serveWorkbench({ built, sample: SAMPLE, port: FIRST_PORT });
  const browser = await launchBrowser();
  return {
    open: (options) => openPage(browser, serving, options),
    close: async () => {
      await browser.close();
      await serving.close();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Apart from `npm start`, which takes ports from 3000. */
const FIRST_PORT = 3400;

async function openPage(
  browser: Browser,
  { url }: Serving,
  { width = 1366, height = 768, language, now, ...look }: OpenOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "ru-RU", ...look });
  if (now !== undefined) await context.addInitScript(clockFrom(now));
  const outside = await keepInside(context, url);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (problem) => errors.push(problem.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const started = Date.now();
  await page.goto(language === undefined ? url : `${url}?lang=${language}`);
  await page.locator("#loading").waitFor({ state: "hidden", timeout: 60_000 });
  const milliseconds = Date.now() - started;
  const pane = page.frameLocator("#pane iframe:not([hidden])");
  return { page, pane, outside, errors, milliseconds, close: () => context.close() };
}

/** A clock that goes on from another moment: one that stands still would stop whoever waits for time to pass. */
const clockFrom = (now: Date): string => `{
  const Real = Date;
  const shift = ${now.getTime()} - Real.now();
  const current = () => Real.now() + shift;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) => (given.length === 0 ? new target(current()) : new target(...given)),
    apply: () => new Real(current()).toString(),
    get: (target, key) => (key === "now" ? current : Reflect.get(target, key)),
  });
}`;

/** Whatever is asked of another machine is refused and noted. */
async function keepInside(context: BrowserContext, url: string): Promise<string[]> {
  const outside: string[] = [];
  const { origin } = new URL(url);
  await context.route("**/*", async (route) => {
    const asked = route.request().url();
    if (asked.startsWith(`${origin}/`) || /^(?:data|blob):/.test(asked)) await route.continue();
    else {
      outside.push(asked);
      await route.abort();
    }
  });
  return outside;
}

export const unknownCalls = (page: Page): Promise<string> => page.locator("#unknown-calls").innerText();

export const sheetTabs = async (page: Page): Promise<string[]> =>
  page.locator('[data-u-comp="slide-tab-item"]').allInnerTexts();

/** Names in the list of open books; the shown one is its value. */
export const openBooks = async (page: Page): Promise<string[]> =>
  page.locator("#books option").allInnerTexts();

/** Waits until the line under the grid says so. */
export async function untilStatus(page: Page, text: RegExp, timeout = 60_000): Promise<void> {
  await page.locator(".status-message", { hasText: text }).waitFor({ timeout });
}

/** Presses a button of the ribbon and waits for its end. */
export async function runCommand(page: Page, label: string): Promise<void> {
  await page.locator(".command", { hasText: label }).click();
  await untilStatus(page, new RegExp(`Выполнено: ${label}`));
}

/** Shows a sheet by its tab. */
export async function showSheet(page: Page, name: string): Promise<void> {
  const tab = page.locator('[data-u-comp="slide-tab-item"]', { hasText: new RegExp(`^${name}$`) });
  // the grid draws its tabs anew while sheets come: the one that was found may be gone by then
  await tab.scrollIntoViewIfNeeded().catch(() => tab.scrollIntoViewIfNeeded());
  await tab.click();
}

/** Goes to a cell by the name box and types into it. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** The field to the left of the formula bar: the address of what is selected. */
export const nameBox = (page: Page): Locator => page.locator('[data-u-comp="defined-name"] input').first();

async function goTo(page: Page, address: string): Promise<void> {
  const box = nameBox(page);
  await box.click();
  await box.fill(address);
  await box.press("Enter");
}

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly book: Book;
}

/** Saves by the button and reads the file that came. */
export async function save({ page }: OpenPage): Promise<Saved> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Сохранить .xlsx" }).click(),
  ]);
  const name = download.suggestedFilename();
  const bytes = await readFile(await download.path());
  return { name, bytes, book: await openWorkbook(bytes, name) };
}

/** A value of a saved book by its whole address. */
export function valueAt(book: Book, address: string): Scalar | undefined {
  const { sheet: name, area } = parseAddress(address) ?? {};
  const sheet = book.sheets.find((each) => each.name === name);
  return sheet && area && getCell(sheet, area.top, area.left)?.value;
}

/** Texts of a sheet of a saved book with their cells, in the order of rows. */
export function textsOf(
  book: Book,
  name: string,
): { readonly row: number; readonly column: number; readonly text: string }[] {
  const sheet = book.sheets.find((each) => each.name === name);
  return [...(sheet?.cells ?? [])]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, columns]) =>
      [...columns].flatMap(([column, { value }]) =>
        typeof value === "string" ? [{ row, column, text: value }] : [],
      ),
    );
}

/** Waits for what a canvas shows: it has no elements to wait for. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come to hold in 5 s");
}

/** How many pixels of the grid have exactly this colour, `#RRGGBB`. */
export const paintedPixels = (page: Page, color: string): Promise<number> =>
  page.locator("#grid section:has(> canvas) > canvas").evaluate(
    (canvas: HTMLCanvasElement, wanted) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let count = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if ((((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)) === wanted)
          count++;
      return count;
    },
    Number.parseInt(color.slice(1), 16),
  );
