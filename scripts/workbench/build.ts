import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build as bundle } from "esbuild";

/** Folder of the built workbench: `addin/` as it is deployed, but for the address of office.js, and `page/`. */
export interface Built {
  readonly addin: string;
  readonly page: string;
}

/** Where the page's server has office.js; production takes it from Microsoft. */
export const OFFICE_JS_PATH = "/office-js/";

/** Builds the add-in and the page of the workbench into `folder`. */
export async function buildWorkbench(root: string, folder: string): Promise<Built> {
  const built = { addin: join(folder, "addin"), page: join(folder, "page") };
  await Promise.all([buildAddin(root, built.addin), buildPage(root, built.page)]);
  return built;
}

/** By webpack's own command, as for deployment. */
async function buildAddin(root: string, out: string): Promise<void> {
  const webpack = createRequire(join(root, "package.json")).resolve("webpack/bin/webpack.js");
  const options = [
    "--mode",
    "production",
    "--env",
    `officeJs=${OFFICE_JS_PATH}office.js`,
    "--env",
    `out=${out}`,
  ];
  const child = spawn(process.execPath, [webpack, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const note = (part: Buffer): void => {
    output += part.toString();
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`the add-in was not built:\n${output}`);
}

async function buildPage(root: string, out: string): Promise<void> {
  const source = join(root, "src/workbench/page");
  await rm(out, { recursive: true, force: true }); // names of chunks change with what is in them
  await mkdir(out, { recursive: true });
  await bundle({
    entryPoints: {
      main: join(source, "main.ts"),
      page: join(source, "page.css"),
      attach: join(source, "attach.ts"),
    },
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "dataurl", ".svg": "dataurl" },
  });
  await cp(join(source, "index.html"), join(out, "index.html"));
}
