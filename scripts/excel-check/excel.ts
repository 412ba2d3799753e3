import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { join, normalize } from "node:path";
import { build } from "esbuild";
import { CHECK_PORT } from "./manifest";
import { METADATA } from "./scenario";
import type { Answers } from "./step";

export const NO_CERTIFICATE = "noCertificate";
export const NO_START = "noStart";
export const NO_ANSWER = "noAnswer";

/** Why the check could not be run in Excel. */
export class CheckProblem extends Error {
  override readonly name = "CheckProblem";
  constructor(
    readonly code: typeof NO_CERTIFICATE | typeof NO_START | typeof NO_ANSWER,
    readonly detail = "",
  ) {
    super(code);
  }
}

export interface ExcelRun {
  readonly version: string;
  readonly answers: Answers;
}

const PATIENCE = 5 * 60_000;
/** Called through npx, as `npm run excel` does: the package is large and its newer versions do not install. */
const DEBUGGING = "office-addin-debugging@5.1.6";
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** Serves the check's page, starts Excel with it and waits for the answers. */
export async function answersOfExcel(root: string, manifest: string): Promise<ExcelRun> {
  // Imported here: only a computer with Excel gets so far, and the test server starts listening with certificates.
  const [{ TestServer }, { getHttpsServerOptions }] = await Promise.all([
    import("office-addin-test-server"),
    import("office-addin-dev-certs"),
  ]);
  const options = await getHttpsServerOptions().catch((cause: unknown) => {
    throw new CheckProblem(NO_CERTIFICATE, String(cause));
  });
  const pages = await serve(root, options);
  const results = new TestServer(4201);
  try {
    await results.startTestServer();
    if (debugging("start", manifest, "desktop", "--no-debug", "--no-live-reload") !== 0)
      throw new CheckProblem(NO_START);
    return readRun(await withPatience(results.getTestResults()));
  } finally {
    debugging("stop", manifest);
    await results.stopTestServer();
    pages.close();
  }
}

const debugging = (...args: readonly string[]): number | null =>
  spawnSync("npx", ["--yes", DEBUGGING, ...args], { stdio: "inherit", shell: process.platform === "win32" })
    .status;

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new CheckProblem(NO_ANSWER));
    }, PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** What the page sent. */
export function readRun(data: unknown): ExcelRun {
  if (typeof data !== "object" || data === null || !("answers" in data) || !("version" in data))
    throw new CheckProblem(NO_ANSWER, JSON.stringify(data));
  return { version: String(data.version), answers: { ...(data.answers as object) } }; // made by page.ts
}

/** The check's own page, script and metadata at the product's addresses; icons come from the product's folder. */
async function serve(root: string, options: object): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  const page = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><script src="${OFFICE_JS}"></script><script defer src="functions.js"></script></head><body></body></html>`;
  const own: Readonly<Record<string, readonly [string, string]>> = {
    "/taskpane.html": ["text/html; charset=utf-8", page],
    "/functions.js": ["text/javascript; charset=utf-8", outputFiles[0]?.text ?? ""],
    "/functions.json": ["application/json", JSON.stringify(METADATA)],
  };
  const server = createServer(options, ({ url = "/" }, response) => {
    const path = new URL(url, "https://localhost").pathname;
    const [type, body] =
      own[path] ?? (/^\/functions.*\.json$/.test(path) ? own["/functions.json"] : undefined) ?? [];
    const file = normalize(join(root, path));
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (type !== undefined) response.setHeader("Content-Type", type).end(body);
    else if (file.startsWith(join(root, "assets")) && existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(CHECK_PORT, resolve));
  return server;
}
