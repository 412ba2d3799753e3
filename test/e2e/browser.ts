import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where browsers live when they are not on the path; playwright itself finds Chrome and Edge by channel. */
const CHROMIUM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * As root, without a graphics card, without the requests that a browser makes of its own accord; Russian, so that its own
 * fields of dates read as a Russian user sees them (the locale of a context reaches scripts only): Windows and macOS
 * take the argument, Linux the environment.
 */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--lang=ru-RU",
];

const RUSSIAN = { LANG: "ru_RU.UTF-8", LANGUAGE: "ru" };

/**
 * The system's Chromium, Chrome or Edge, else the Chromium inside @sparticuz/chromium.
 * @throws Error that says what was tried, when no browser starts: a missing browser is a failed test
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const [name, launch] of launchers()) {
    try {
      return await launch();
    } catch (problem) {
      const [line = ""] = (problem instanceof Error ? problem.message : String(problem)).split("\n");
      tried.push(`${name}: ${line}`);
    }
  }
  throw new Error(
    `No browser for the page tests. Install Chrome, Edge or Chromium. Tried:\n${tried.join("\n")}`,
  );
}

function* launchers(): Generator<[name: string, launch: () => Promise<Browser>]> {
  for (const executablePath of CHROMIUM_PATHS)
    if (existsSync(executablePath))
      yield [
        executablePath,
        () => chromium.launch({ executablePath, args: ARGUMENTS, env: { ...process.env, ...RUSSIAN } }),
      ];
  for (const channel of ["chrome", "msedge"])
    yield [channel, () => chromium.launch({ channel, args: ARGUMENTS, env: { ...process.env, ...RUSSIAN } })];
  if (process.platform === "linux") yield ["@sparticuz/chromium", launchPackaged];
}

/** The package unpacks its libraries on a bare system only when it believes that it runs on AWS Lambda. */
async function launchPackaged(): Promise<Browser> {
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  // as it is now: the package has just set where its libraries are
  const env = { ...process.env, ...RUSSIAN };
  // its own arguments are not taken: in one process the browser ends with its first page, and its web security is off
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true, env });
}
