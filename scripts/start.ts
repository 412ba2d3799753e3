/**
 * `npm start`: builds the add-in and the workbench page, serves both on this machine and opens the browser.
 * Options: `--port N` (else the first free port from 3000), `--no-open`, `--workbook FILE.xlsx` instead of the sample.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildWorkbench } from "./workbench/build";
import { isFree, serveWorkbench } from "./workbench/server";

const FIRST_PORT = 3000;
const root = resolve(__dirname, "..");

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      open: { type: "boolean", default: true },
      workbook: { type: "string", default: join(root, "assets/sample/results-sample.xlsx") },
      help: { type: "boolean", default: false },
    },
    allowNegative: true,
  });
  if (values.help) {
    console.log("npm start -- [--port N] [--no-open] [--workbook FILE.xlsx]");
    return;
  }
  const port = values.port === undefined ? FIRST_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UserError("--port: число от 0 до 65535");
  if (!existsSync(values.workbook)) throw new UserError(`нет файла ${values.workbook}`);
  if (values.port !== undefined && !(await isFree(port)))
    throw new UserError(`порт ${port} занят: укажите другой или не указывайте --port`);
  console.log("Сборка надстройки и площадки…");
  const started = Date.now();
  const built = await buildWorkbench(root, join(root, "node_modules/.cache/shnor-workbench"));
  console.log(`Собрано за ${((Date.now() - started) / 1000).toFixed(1)} с`);
  const { url } = await serveWorkbench({
    built,
    sample: resolve(values.workbook),
    port,
    exact: values.port !== undefined,
  });
  console.log(`Площадка: ${url}  (остановить — Ctrl+C)`);
  if (values.open && canOpen()) openBrowser(url);
}

class UserError extends Error {}

/** Not in CI, and on Linux only where there is a display. */
function canOpen(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI !== undefined && CI !== "") return false;
  return process.platform !== "linux" || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

function openBrowser(url: string): void {
  const [program, ...args]: [string, ...string[]] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : [process.platform === "darwin" ? "open" : "xdg-open", url];
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => {
    console.log("Браузер не открылся сам: откройте адрес вручную.");
  });
  child.unref();
}

main().catch((problem: unknown) => {
  console.error(problem instanceof UserError ? problem.message : problem);
  process.exit(problem instanceof UserError ? 2 : 1);
});
