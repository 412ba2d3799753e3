import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import webpack, { type Configuration } from "webpack";

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

type MakeConfiguration = (
  env: Readonly<Record<string, string>>,
  argv: Readonly<Record<string, string>>,
) => Promise<Configuration>;

async function buildAddin(root: string, out: string): Promise<void> {
  const load = createRequire(join(root, "package.json"));
  const make = load("./webpack.config.js") as MakeConfiguration; // a CommonJS file without types
  const configuration = await make({ officeJs: `${OFFICE_JS_PATH}office.js`, out }, { mode: "production" });
  const compiler = webpack(configuration);
  if (!compiler) throw new Error("webpack took no configuration");
  await new Promise<void>((resolve, reject) => {
    compiler.run((problem, stats) => {
      if (problem) reject(problem);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else
        compiler.close(() => {
          resolve();
        });
    });
  });
}

async function buildPage(root: string, out: string): Promise<void> {
  const source = join(root, "src/workbench/page");
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
