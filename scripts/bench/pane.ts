/** Benchmark (e): what the pane weighs and when it can be used. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { launchBrowser } from "../../test/e2e/browser";
import { pageScripts } from "../check-size";
import { type Built, buildWorkbench } from "../workbench/build";
import { serveWorkbench } from "../workbench/server";
import { median } from "./measure";

export interface PaneFigures {
  /** Bytes, gzipped. */
  readonly firstPaintGz: number;
  readonly functionsGz: number;
  readonly lazy: readonly { readonly name: string; readonly bytes: number }[];
  /** From the start of navigation until the first button can be pressed. */
  readonly interactiveMs: number;
}

const ROOT = resolve(__dirname, "../..");
const SAMPLE = join(ROOT, "assets/sample/results-sample.xlsx");
/** Apart from the ports of `npm start` and of the page's tests. */
const FIRST_PORT = 3600;
const SLOW_DOWN = 4;
const FIRST_BUTTON = "Прочитать результаты";

export async function benchPane(runs: number): Promise<PaneFigures> {
  const folder = await mkdtemp(join(tmpdir(), "shnor-bench-"));
  try {
    const built = await buildWorkbench(ROOT, folder);
    return { ...(await weigh(built.addin)), interactiveMs: await interactive(built, runs) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function weigh(addin: string): Promise<Omit<PaneFigures, "interactiveMs">> {
  const scripts = (await readdir(addin)).filter((name) => name.endsWith(".js"));
  const sizes = new Map(
    await Promise.all(
      scripts.map(async (name) => [name, gzipSync(await readFile(join(addin, name))).length] as const),
    ),
  );
  const first = pageScripts(await readFile(join(addin, "taskpane.html"), "utf8")).map((name) =>
    name.replace(/^.*\//, ""),
  );
  const atOnce = new Set(first);
  const lazy = [...sizes]
    .filter(([name]) => !atOnce.has(name) && name !== "notice.js")
    .map(([name, bytes]) => ({ name: name.replace(/\.[0-9a-f]{8}\.js$/, ""), bytes }))
    .sort((a, b) => b.bytes - a.bytes);
  return {
    firstPaintGz: first.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
    functionsGz: sizes.get("functions.js") ?? NaN,
    lazy,
  };
}

/** The pane is loaded again in its frame, under a slowed processor, in a workbench that stands still by then. */
async function interactive(built: Built, runs: number): Promise<number> {
  const serving = await serveWorkbench({ built, sample: SAMPLE, port: FIRST_PORT });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "ru-RU" });
    await page.goto(serving.url);
    await page.locator("#loading").waitFor({ state: "hidden", timeout: 60_000 });
    const protocol = await page.context().newCDPSession(page);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    // the loader of TypeScript names inner functions by a helper, which the page does not have
    await page.evaluate("globalThis.__name = (named) => named");
    const times: number[] = [];
    for (let turn = 0; turn <= runs; turn++) {
      const time = await page.evaluate(reloadPane, FIRST_BUTTON);
      if (turn > 0) times.push(time); // the first turn fills the cache of compiled code, as Excel's own has it
    }
    return median(times);
  } finally {
    await browser.close();
    await serving.close();
  }
}

/** Runs in the page. @returns milliseconds of the frame's own clock, which begins with its navigation */
async function reloadPane(button: string): Promise<number> {
  const frame = document.querySelector<HTMLIFrameElement>("#pane iframe:not([hidden])");
  const before = frame?.contentWindow?.document;
  frame?.contentWindow?.location.reload();
  const isThere = (): boolean => {
    const { contentDocument } = frame ?? {};
    if (contentDocument == null || contentDocument === before) return false;
    return [...contentDocument.querySelectorAll("button")].some(
      (each) => !each.disabled && each.textContent.includes(button),
    );
  };
  const until = performance.now() + 60_000;
  while (!isThere()) {
    if (performance.now() > until) throw new Error(`no button «${button}» in the pane`);
    await new Promise((resume) => setTimeout(resume, 5));
  }
  return frame?.contentWindow?.performance.now() ?? NaN;
}
