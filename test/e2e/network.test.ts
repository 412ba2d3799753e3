/** Pages that the walk and the other tests do not open, and every screen of the pane: nobody is asked but their own server. */
import type { Page } from "playwright-core";
import { helpPage } from "../../scripts/packaging/functions-metadata";
import { STORIES, TODAY, visit } from "../../scripts/screens";
import { type OpenPage, startWorkbench, type Workbench } from "./workbench";

let workbench: Workbench;
let open: OpenPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open({ now: TODAY, reducedMotion: "reduce" });
}, 180_000);
afterAll(async () => {
  await open.close();
  await workbench.close();
});

/** Stories whose screens accessibility.test.ts opens, with the same two questions. */
const WALKED = ["data", "schools", "asked"];

/** What a page breaks of its policy, and what it writes of errors. */
async function opened(path: string): Promise<{ readonly page: Page; readonly broken: string[] }> {
  const page = await open.page.context().newPage();
  const broken: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") broken.push(message.text());
  });
  page.on("pageerror", (problem) => broken.push(problem.message));
  await page.goto(new URL(`addin/${path}`, open.page.url()).href, { waitUntil: "networkidle" });
  return { page, broken };
}

it.each([
  ["the guide", "guide.html"],
  ["help of the functions in Russian", helpPage("ru")],
  ["help of the functions in English", helpPage("en")],
])("%s has a policy that lets nothing in, and keeps to it", async (_, path) => {
  const { page, broken } = await opened(path);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'(?:; img-src 'self')?$/);
  expect(await page.locator("h1").count()).toBeGreaterThan(0);
  for (const image of await page.locator("img").all())
    expect(await image.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth)).toBeGreaterThan(0);
  expect(broken).toEqual([]);
  expect(open.outside).toEqual([]);
  // and it is the policy that keeps them out: both are put in by hand here
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.src = "https://example.org/a.png";
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(image, script);
  });
  await page.waitForTimeout(200);
  expect(broken.filter((line) => line.includes("Content Security Policy"))).toHaveLength(2);
  expect(await page.evaluate("globalThis.ran")).toBeUndefined();
  expect(open.outside).toEqual([]);
  await page.close();
});

it("where office.js is blocked the notice is shown, and nobody else is asked", async () => {
  const context = open.page.context();
  await context.route(/office\.js/, (route) => route.abort());
  const { page, broken } = await opened("taskpane.html");
  await context.unroute(/office\.js/);
  expect(await page.locator("#notice-blocked").isVisible()).toBe(true);
  expect(await page.locator("#notice-browser").isVisible()).toBe(false);
  expect(broken.filter((line) => /Content Security Policy|https:/.test(line))).toEqual([]);
  expect(open.outside).toEqual([]);
  await page.close();
});

it.each(STORIES.filter(({ name }) => !WALKED.includes(name)))(
  "the screens of «$name» ask nobody",
  async (story) => {
    const own = await workbench.open({ now: TODAY, reducedMotion: "reduce" });
    let screens = 0;
    await visit(own, "ru", story, () => {
      screens += 1;
      return Promise.resolve();
    });
    const { outside, errors } = own;
    await own.close();
    expect(screens).toBeGreaterThan(0);
    expect({ outside, errors }).toEqual({ outside: [], errors: [] });
  },
);
