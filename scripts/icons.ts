/**
 * Draws the PNG icons from their SVG sources: `npx tsx scripts/icons.ts`. Run by hand after a change of a drawing; the
 * pictures are committed. A drawing of its own for 16 px, `name-16.svg`, wins over `name.svg`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const FOLDER = join(__dirname, "../assets/icons");
const SIZES = [16, 32, 64, 80, 128];
const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

async function launch(): Promise<Browser> {
  const system = process.env.BROWSER_PATH ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) return chromium.launch({ executablePath: system, args: FLAGS });
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

function drawing(name: string, size: number): string {
  const own = join(FOLDER, `${name}-${size}.svg`);
  return readFileSync(existsSync(own) ? own : join(FOLDER, `${name}.svg`), "utf8");
}

async function main(): Promise<void> {
  const names = readdirSync(FOLDER)
    .filter((file) => /^[a-z]+\.svg$/.test(file))
    .map((file) => file.replace(".svg", ""));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    for (const name of names) {
      for (const size of SIZES) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>` +
            drawing(name, size),
        );
        writeFileSync(join(FOLDER, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
      }
      console.log(`${name}: ${SIZES.join(", ")}`);
    }
  } finally {
    await browser.close();
  }
}

void main();
