import type { Browser, Page } from "playwright-core";
import { contrastOf, type Contrast } from "../../scripts/accessibility/contrast";
import { launchBrowser } from "./browser";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
});

const on = (ground: string, text: string): string =>
  `<div style="background: ${ground}; padding: 9px"><p id="text" style="${text}">Текст</p></div>`;

it.each<[name: string, html: string, expected: Contrast, why: string]>([
  ["black on white", on("#fff", "color: #000"), { ratio: 21, needed: 4.5 }, "the highest there is"],
  [
    "#767676 on white",
    on("#fff", "color: #767676"),
    { ratio: 4.54, needed: 4.5 },
    "the known last grey of AA",
  ],
  [
    "half-transparent black",
    on("#fff", "color: rgba(0, 0, 0, 0.5)"),
    { ratio: 3.98, needed: 4.5 },
    "it is rgb(127.5) on white: (1 + 0.05) / (0.2140 + 0.05)",
  ],
  [
    "a veil over the ground",
    on("#fff", "color: #000; background: rgba(0, 0, 0, 0.5)"),
    { ratio: 5.28, needed: 4.5 },
    "the same grey is the ground: (0.2140 + 0.05) / 0.05",
  ],
  [
    "large",
    on("#fff", "color: #949494; font-size: 24px"),
    { ratio: 3.03, needed: 3 },
    "from 24 px 3:1 will do",
  ],
  [
    "large for it is bold",
    on("#fff", "color: #949494; font: bold 19px serif"),
    { ratio: 3.03, needed: 3 },
    "14 pt, bold",
  ],
  ["a gradient", on("linear-gradient(#fff, #000)", ""), { why: "image" }, "no one colour"],
  ["a faded part", on("#fff", "opacity: 0.5"), { why: "opacity" }, "all of it changes, its ground too"],
  [
    "out of its box",
    on("#fff", "margin-left: -99px"),
    { why: "elsewhere" },
    "what lies under it is not its box",
  ],
  [
    "under something",
    `${on("#fff", "")}<div style="position: fixed; inset: 0"></div>`,
    { why: "covered" },
    "it cannot be read as it is",
  ],
])("%s", async (_, html, expected) => {
  await page.setContent(html);
  const found = await page.evaluate(contrastOf, "#text");
  if ("why" in expected) expect(found).toEqual(expected);
  else expect(found).toEqual({ ratio: expect.closeTo(expected.ratio, 2) as number, needed: expected.needed });
});
