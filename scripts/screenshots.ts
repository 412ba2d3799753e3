/**
 * `npm run screenshots`: a picture of every screen of the pane and of the sheets that are made, in light and in dark,
 * taken from the workbench into out/screenshots; those that a document shows are put into docs/images.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { type OpenPage, ROOT, startWorkbench } from "../test/e2e/workbench";
import { palettePng, type Picture } from "./screenshots/palette-png";
import { STORIES, TODAY, visit } from "./screens";
import type { Part } from "./screens/screen";

const TAKEN = join(ROOT, "out/screenshots");
const SHOWN = join(ROOT, "docs/images");
const PARTS: Readonly<Record<Part, string>> = { pane: "#pane", grid: "#grid", page: "body" };

async function main(): Promise<void> {
  await rm(TAKEN, { recursive: true, force: true });
  const workbench = await startWorkbench();
  try {
    for (const look of ["light", "dark"] as const) {
      await mkdir(join(TAKEN, look), { recursive: true });
      for (const story of STORIES) {
        const open = await workbench.open({ colorScheme: look, height: 900, now: TODAY });
        await visit(open, "ru", story, ({ id, part }) => shoot(open, join(TAKEN, look, `${id}.png`), part));
        await open.close();
      }
    }
  } finally {
    await workbench.close();
  }
  await publish();
}

async function shoot({ page }: OpenPage, path: string, part: Part = "pane"): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(part === "pane" ? 400 : 1500); // the grid paints a moment after the workbook changes
  const taken = await page.locator(PARTS[part]).screenshot({ animations: "disabled" });
  await writeFile(path, palettePng(await decode(page, taken)));
  console.log(path.slice(ROOT.length + 1));
}

/** The browser itself reads what it made. */
async function decode(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let binary = "";
    for (let at = 0; at < data.length; at += 0x8000)
      binary += String.fromCharCode(...data.subarray(at, at + 0x8000));
    return { width: image.width, height: image.height, base64: btoa(binary) };
  }, png.toString("base64"));
  return { width, height, pixels: Buffer.from(base64, "base64") };
}

/** Copies what README and docs show: `NAME.png` is of the light look, `NAME-dark.png` of the dark one. */
async function publish(): Promise<void> {
  const documents = (await readdir(join(ROOT, "docs"))).filter((name) => name.endsWith(".md"));
  const paths = [join(ROOT, "README.md"), ...documents.map((name) => join(ROOT, "docs", name))];
  const shown = new Set<string>();
  for (const path of paths)
    for (const [, image = ""] of (await readFile(path, "utf8")).matchAll(/!\[[^\]]*\]\((.+?\.png)\)/g))
      shown.add(join(dirname(path), image));
  for (const image of shown) {
    if (!image.startsWith(SHOWN)) continue;
    const [, name = "", dark] = /^(.+?)(-dark)?\.png$/.exec(basename(image)) ?? [];
    await mkdir(dirname(image), { recursive: true });
    await copyFile(join(TAKEN, dark === undefined ? "light" : "dark", `${name}.png`), image);
  }
  console.log(`${shown.size} of them are shown in documents`);
}

main().catch((problem: unknown) => {
  console.error(problem);
  process.exitCode = 1;
});
