/**
 * `npm run build`: the add-in in `dist`, for development at https://localhost:3000.
 * `npm run build -- --url https://addins.example.ru/shnor [--out FOLDER]`: a folder to put on that server, with its manifest.xml.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkBuild } from "./check-size";
import { deploymentUrl } from "./packaging/deployment-url";

const root = resolve(__dirname, "..");

function main(): number {
  const { values } = parseArgs({
    options: { url: { type: "string" }, out: { type: "string", default: "dist" } },
  });
  const out = resolve(values.out);
  refuseForeignFolder(out);
  const env = [`out=${out}`];
  if (values.url !== undefined) env.push(`url=${deploymentUrl(values.url)}`);
  const options = ["--mode", "production", ...env.flatMap((value) => ["--env", value])];
  const webpack = require.resolve("webpack/bin/webpack.js", { paths: [root] });
  const { status } = spawnSync(process.execPath, [webpack, ...options], { cwd: root, stdio: "inherit" });
  if (status !== 0 || !checkBuild(out)) return 1;
  if (values.url !== undefined)
    console.log(`Put the contents of ${out} at ${values.url}; deploy ${join(out, "manifest.xml")}.`);
  return 0;
}

/** A build clears its folder first, so a folder with anything but an earlier build in it is left alone. */
function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (!existsSync(join(folder, "functions.json")))
    throw new Error(`--out ${folder}: the folder holds other files; name an empty one`);
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
