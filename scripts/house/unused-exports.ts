/**
 * `npx tsx scripts/house/unused-exports.ts`: values that a module exports and nobody imports; fails when there are any.
 * `ts-unused-exports` finds them; it does not see what `await import()` takes, so that is looked up in the sources here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { analyzeTsConfig } from "ts-unused-exports";

const root = resolve(__dirname, "../..");
const FOLDERS = ["src", "scripts", "test"];
/** Taken by name from outside of TypeScript (webpack, jest), or the index of the embedded host for a reader of its API. */
const PUBLIC = [
  /^src\/workbench\/index\.ts$/,
  /^test\/e2e\/global-(?:setup|teardown)\.ts$/,
  /^scripts\/packaging\/(?:functions-metadata-plugin|guide-plugin|deployment-url)\.ts$/,
];

interface Source {
  readonly path: string;
  readonly text: string;
}

function sources(): Source[] {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  ).filter((path) => /\.tsx?$/.test(path));
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Whether a file that loads the module later, with `import()`, names the export. */
function takenLater(path: string, name: string, files: readonly Source[]): boolean {
  const module = basename(path).replace(/\.tsx?$/, "");
  const named = module === "index" ? basename(resolve(root, path, "..")) : module;
  const loads = new RegExp(`import\\(\\s*(?:/\\*.*?\\*/\\s*)?"[^"]*/${named}"`);
  const mentions = new RegExp(`\\b${name}\\b`);
  return files.some((file) => file.path !== path && loads.test(file.text) && mentions.test(file.text));
}

function main(): number {
  const { unusedExports } = analyzeTsConfig(join(root, "tsconfig.json"), ["--allowUnusedTypes"]);
  const files = sources();
  const unused = Object.entries(unusedExports).flatMap(([file, exports]) => {
    const path = relative(root, file).replaceAll("\\", "/");
    if (PUBLIC.some((pattern) => pattern.test(path))) return [];
    return exports
      .filter(({ exportName }) => !takenLater(path, exportName, files))
      .map(({ exportName, location }) => `${path}:${location.line}: ${exportName} is imported by nobody`);
  });
  for (const line of unused) console.error(line);
  return unused.length === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main();
