import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { buildWorkbench } from "../../scripts/workbench/build";
import { serveWorkbench, type Serving } from "../../scripts/workbench/server";
import { launchBrowser } from "./browser";

export const ROOT = resolve(__dirname, "../..");
export const SAMPLE = join(ROOT, "assets/sample/results-sample.xlsx");

/** The built workbench, served, with a browser: made once for the tests of a file. */
export interface Workbench {
  open(options?: { readonly width?: number; readonly height?: number }): Promise<OpenPage>;
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
  close(): Promise<void>;
}

export async function startWorkbench(): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-"));
  const built = await buildWorkbench(ROOT, folder);
  const serving = await serveWorkbench({ built, sample: SAMPLE, port: FIRST_PORT });
  const browser = await launchBrowser();
  return {
    open: (options) => openPage(browser, serving, options),
    close: async () => {
      await browser.close();
      await serving.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Apart from `npm start`, which takes ports from 3000. */
const FIRST_PORT = 3400;

async function openPage(
  browser: Browser,
  { url }: Serving,
  { width = 1366, height = 768 }: { readonly width?: number; readonly height?: number } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height }, locale: "ru-RU" });
  const outside = await keepInside(context, url);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (problem) => errors.push(problem.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  await page.locator("#loading").waitFor({ state: "hidden", timeout: 60_000 });
  const pane = page.frameLocator("#pane iframe");
  return { page, pane, outside, errors, close: () => context.close() };
}

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

export const status = (page: Page): Promise<string> => page.locator(".status-message").innerText();

export const unknownCalls = (page: Page): Promise<string> => page.locator("#unknown-calls").innerText();

export const sheetTabs = async (page: Page): Promise<string[]> =>
  page.locator('[data-u-comp="slide-tab-item"]').allInnerTexts();

/** Waits until the line under the grid says so. */
export async function untilStatus(page: Page, text: RegExp, timeout = 60_000): Promise<void> {
  await page.locator(".status-message", { hasText: text }).waitFor({ timeout });
}

/** Goes to a cell by the name box and types into it. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input').first();
  await box.click();
  await box.fill(address);
  await box.press("Enter");
}
