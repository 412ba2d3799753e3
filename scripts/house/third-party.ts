/**
 * `npx tsx scripts/house/third-party.ts [--write]`: docs/third-party.md, the packages that the add-in ships, with versions
 * and licences, from package-lock.json and the packages themselves. Without `--write` it fails when the file is not
 * what it would write; it always fails on a licence that may not be shipped.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ADVISORIES, CHECKED } from "./advisories";

const root = resolve(__dirname, "../..");
const DOCUMENT = join(root, "docs/third-party.md");
/** Licences that ask for nothing but their notice. */
const ALLOWED = new Set(["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "MPL-2.0"]);

interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Line of the licence that names who holds the copyright; blank where it names nobody. */
  readonly copyright: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** Packages of the lock that are there at run time: everything but what development needs alone. */
function shippedPaths(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
    .map(([path]) => path);
}

/** Packages whose licence is not one of those that may be shipped. */
const refused = (packages: readonly ShippedPackage[]): ShippedPackage[] =>
  packages.filter(({ license }) => !ALLOWED.has(license));

function shipped(): ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  const found = new Map<string, ShippedPackage>();
  for (const path of shippedPaths(packages)) {
    const { version = "", license = "" } = packages[path] ?? {};
    const name = path.replace(/^.*node_modules\//, "");
    found.set(`${name}@${version}`, { name, version, license, copyright: copyrightOf(join(root, path)) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function copyrightOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) return "";
  const line = /^\W*(copyright (?:\(c\)|©|\d).*)$/im.exec(readFileSync(join(folder, file), "utf8"));
  return (line?.[1] ?? "").replaceAll("|", "\\|").trim();
}

function documentOf(packages: readonly ShippedPackage[]): string {
  return [
    "# Third-party packages",
    "",
    "What the add-in ships besides its own code: every package that `package.json` asks for at run time, and what they ask for.",
    "Written by `npx tsx scripts/house/third-party.ts --write`; `npm test` fails when it is out of date.",
    "",
    "| package | version | licence | copyright |",
    "|---|---|---|---|",
    ...packages.map((one) => `| ${one.name} | ${one.version} | ${one.license} | ${one.copyright} |`),
    "",
    "## Known vulnerabilities",
    "",
    `\`npm run house\` compares every version of \`package-lock.json\`, shipped or not, with a table of ${ADVISORIES.length} ranges made on ${CHECKED} (\`scripts/house/advisories.ts\`), without the network;`,
    "none of what is shipped is in it. The table is made by hand and is not complete: it has what was found for packages that are shipped or read files.",
    "Where the registry answers, `npm run audit` asks for all of them.",
    "",
  ].join("\n");
}

function main(): number {
  const packages = shipped();
  const bad = refused(packages);
  for (const { name, version, license } of bad)
    console.error(`${name}@${version}: licence «${license}» may not be shipped`);
  const text = documentOf(packages);
  if (process.argv.includes("--write")) writeFileSync(DOCUMENT, text);
  else if (!existsSync(DOCUMENT) || readFileSync(DOCUMENT, "utf8") !== text) {
    console.error("docs/third-party.md is out of date: npx tsx scripts/house/third-party.ts --write");
    return 1;
  }
  console.log(`${packages.length} packages are shipped, ${bad.length} with a licence that may not be`);
  return bad.length === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main();
