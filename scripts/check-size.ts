/** `npx tsx scripts/check-size.ts [dist]`: what a build may weigh, gzipped; fails above. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1024;
/** Functions register before the pane loads; the pane opens within 500 ms (docs: speed). */
const FUNCTIONS_LIMIT = 15 * KB;
const FIRST_PAINT_LIMIT = 130 * KB;

/** Scripts of our own that the page loads at once, in order. */
export function pageScripts(html: string): string[] {
  return [...html.matchAll(/<script[^>]*\ssrc="?([^">\s]+)/g)]
    .map((match) => (match[1] ?? "").replace(/\?.*$/, ""))
    .filter((source) => !source.startsWith("http") && !source.endsWith("office.js"));
}

export function checkSizes(sizes: ReadonlyMap<string, number>): string[] {
  const problems: string[] = [];
  const functions = sizes.get("functions.js") ?? Infinity;
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (functions > FUNCTIONS_LIMIT)
    problems.push(`functions.js: ${inKb(functions)}, at most ${inKb(FUNCTIONS_LIMIT)}`);
  if (total > FIRST_PAINT_LIMIT)
    problems.push(`first paint: ${inKb(total)}, at most ${inKb(FIRST_PAINT_LIMIT)}`);
  return problems;
}

const inKb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB gz`;

/** Prints what a built folder weighs and what is too heavy in it; false when anything is. */
export function checkBuild(dist: string): boolean {
  const scripts = pageScripts(readFileSync(join(dist, "taskpane.html"), "utf8"));
  const sizes = new Map(scripts.map((name) => [name, gzipSync(readFileSync(join(dist, name))).length]));
  for (const [name, size] of sizes) console.log(`${name}: ${inKb(size)}`);
  const problems = checkSizes(sizes);
  if (/react/i.test(readFileSync(join(dist, "functions.js"), "utf8")))
    problems.push("functions.js contains React");
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

if (require.main === module && !checkBuild(resolve(process.argv[2] ?? "dist"))) process.exitCode = 1;
