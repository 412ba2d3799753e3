/**
 * `npm run house:prove [name]`: breaks each rule of the house on purpose in a copy of the project, and sees the tool that
 * holds it fail with the words that say so; then takes the fault back. A tool that lets its fault pass fails the run.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(__dirname, "../..");

interface Fault {
  readonly name: string;
  /** Files of the copy: a text in place of the one that is there, or of none. */
  readonly files: Readonly<Record<string, (before: string) => string>>;
  /** The tool, as `npm test` runs it. */
  readonly command: readonly [string, ...string[]];
  readonly says: RegExp;
}

const lines = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join("\n") + "\n";

/** A block long enough to be told as twice the same. */
const block = (name: string): string =>
  `export function ${name}(values: readonly number[]): number {\n${lines(
    20,
    (n) => `  const part${n} = values.reduce((sum, value) => sum + value * ${n}, ${n});`,
  )}  return ${lines(20, (n) => `part${n} +`)} 0;\n}\n`;

const CRUISE = ["depcruise", "src", "--config", ".dependency-cruiser.cjs"] as const;
const tsx = (script: string) => ["tsx", `scripts/house/${script}.ts`] as const;

const FAULTS: readonly Fault[] = [
  {
    name: "an export that nobody imports",
    files: { "src/domain/text/left-over.ts": () => "export const leftOver = 1;\n" },
    command: tsx("unused-exports"),
    says: /left-over\.ts:\d+: leftOver is imported by nobody/,
  },
  {
    name: "a licence that may not be shipped",
    files: { "package-lock.json": (lock) => withPackage(lock, "papaparse", "license", "GPL-3.0") },
    command: tsx("third-party"),
    says: /papaparse@.*: licence «GPL-3\.0» may not be shipped/,
  },
  {
    name: "a list of what is shipped that is out of date",
    files: { "docs/third-party.md": (text) => text.replace(/^\| react \|.*\n/m, "") },
    command: tsx("third-party"),
    says: /third-party\.md is out of date/,
  },
  {
    name: "a version that is known to be unsafe",
    files: { "package-lock.json": (lock) => withPackage(lock, "papaparse", "version", "5.1.0") },
    command: tsx("advisories"),
    says: /papaparse.*GHSA-qvjc-g5vr-mfgr/,
  },
  {
    name: "a dependency that nobody uses",
    files: { "package.json": (text) => text.replace('"react": ', '"left-pad": "1.3.0",\n    "react": ') },
    command: ["depcheck"],
    says: /Unused dependencies\s+\* left-pad/,
  },
  {
    name: "a dependency that is not asked for",
    files: { "src/excel/runs/errors.ts": (text) => `import "left-pad";\n${text}` },
    command: ["depcheck"],
    says: /Missing dependencies\s+\* left-pad/,
  },
  {
    name: "a block twice",
    files: {
      "src/domain/text/one.ts": () => block("one"),
      "src/domain/text/two.ts": () => block("two"),
    },
    command: ["jscpd"],
    says: /Clone found[^]*text\/(?:one|two)\.ts/,
  },
  {
    name: "a circle of imports",
    files: {
      "src/domain/text/one.ts": () =>
        'import { two } from "./two";\nexport const one = (): number => two();\n',
      "src/domain/text/two.ts": () =>
        'import { one } from "./one";\nexport const two = (): number => one();\n',
    },
    command: CRUISE,
    says: /error no-circular: src\/domain\/text\/(?:one|two)\.ts/,
  },
  {
    name: "an import against the arrows of the house",
    files: {
      "src/domain/text/own.ts": (text) =>
        `import { MARK } from "../../excel/sheets/mark";\nvoid MARK;\n${text}`,
    },
    command: CRUISE,
    says: /error domain-is-pure: src\/domain\/text\/own\.ts/,
  },
  {
    name: "a file that nobody loads",
    files: { "src/domain/text/alone.ts": () => "void 0;\n" },
    command: CRUISE,
    says: /error no-orphans: src\/domain\/text\/alone\.ts/,
  },
  {
    name: "a file above 300 lines",
    files: { "src/domain/text/own.ts": (text) => text + lines(300, (n) => `// ${n}`) },
    command: ["eslint", "src/domain/text/own.ts"],
    says: /File has too many lines \(\d+\)\. Maximum allowed is 300/,
  },
  {
    name: "a look-up of what every object inherits",
    files: {
      "src/domain/results/class-letter.ts": (text) => text.replace("own(LATIN, letter)", "LATIN[letter]"),
    },
    command: ["eslint", "src/domain/results/class-letter.ts"],
    says: /«letter» may be inherited by every object/,
  },
  {
    name: "a global of the host in the domain",
    files: {
      "src/domain/text/own.ts": (text) => `${text}\nexport const at = (): string => window.location.href;\n`,
    },
    command: ["eslint", "src/domain/text/own.ts"],
    says: /Unexpected use of 'window'\. the domain is pure/,
  },
  {
    name: "a key of a locale that the other one lacks",
    files: { "src/locales/en/problems.ts": (text) => text.replace("incompleteRow:", "halfRow:") },
    command: ["tsc", "--noEmit", "-p", "."],
    says: /src\/locales\/en\/problems\.ts.*(?:incompleteRow|halfRow)/,
  },
];

function withPackage(lock: string, name: string, field: string, value: string): string {
  const parsed = JSON.parse(lock) as { packages: Record<string, Record<string, unknown>> }; // as npm writes it
  const entry = parsed.packages[`node_modules/${name}`];
  if (entry === undefined) throw new Error(`no ${name} in package-lock.json`);
  entry[field] = value;
  return JSON.stringify(parsed, null, 2);
}

/** The project without what is made of it; its packages are those that are here. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), "shnor-house-"));
  const { stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  for (const path of stdout.split("\0").filter((line) => line !== "" && !line.startsWith("docs/images/"))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/** What is wrong with the tool; null where it said so. */
function prove(copy: string, { files, command: [tool, ...args], says }: Fault): string | null {
  const before = new Map<string, string | null>();
  for (const [path, change] of Object.entries(files)) {
    const text = read(join(copy, path));
    const changed = change(text ?? "");
    if (changed === text) return `${path} is not changed: the fault is out of date`;
    before.set(path, text);
    writeFileSync(join(copy, path), changed);
  }
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules/.bin", tool), args, {
    cwd: copy,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 1 << 26,
  });
  for (const [path, text] of before) {
    if (text === null) rmSync(join(copy, path));
    else writeFileSync(join(copy, path), text);
  }
  // eslint-disable-next-line no-control-regex -- colours of a terminal
  const said = `${stdout}${stderr}`.replace(/\u001b\[[\d;]*m/g, "");
  if (status === 0) return `${tool} lets it pass`;
  return says.test(said) ? null : `${tool} fails with other words:\n${said.slice(0, 2000)}`;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function main(): number {
  const [only] = process.argv.slice(2);
  const copy = copyOfProject();
  let failed = 0;
  for (const fault of FAULTS.filter(({ name }) => only === undefined || name.includes(only))) {
    const started = Date.now();
    const wrong = prove(copy, fault);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${wrong === null ? "seen" : "NOT SEEN"}: ${fault.name}, ${seconds} s`);
    if (wrong !== null) console.error(wrong);
    failed += wrong === null ? 0 : 1;
  }
  rmSync(copy, { recursive: true, force: true });
  return failed === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main();
