/**
 * `npx tsx scripts/house/advisories.ts`: versions of package-lock.json against the advisories below, without the
 * network: no package of the registry ships such data, `retire` and `osv-offline` fetch theirs. It fails on a match
 * that is shipped, and on one of a development tool that is not among the accepted. It knows no more than its table:
 * `npm run audit` asks the registry, where the registry answers.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

interface Advisory {
  readonly name: string;
  readonly id: string;
  /** First version that is affected; "0" for every one below `fixed`. */
  readonly from: string;
  readonly fixed: string;
  /** Why a development tool may keep it; what is shipped may not. */
  readonly accepted?: string;
}

/** The day on which the table was made. */
export const CHECKED = "2026-11-29";

/** From github.com/advisories and the threads of the packages' repositories. */
export const ADVISORIES: readonly Advisory[] = [
  // ReDoS of `dynamicTyping`
  { name: "papaparse", id: "GHSA-qvjc-g5vr-mfgr", from: "0", fixed: "5.2.0" },
  // names of attributes in server rendering, CVE-2018-6341
  { name: "react-dom", id: "GHSA-mvjj-gqq2-p4hw", from: "16.0.0", fixed: "16.0.1" },
  { name: "react-dom", id: "GHSA-mvjj-gqq2-p4hw", from: "16.1.0", fixed: "16.1.2" },
  { name: "react-dom", id: "GHSA-mvjj-gqq2-p4hw", from: "16.2.0", fixed: "16.2.1" },
  { name: "react-dom", id: "GHSA-mvjj-gqq2-p4hw", from: "16.3.0", fixed: "16.3.3" },
  { name: "react-dom", id: "GHSA-mvjj-gqq2-p4hw", from: "16.4.0", fixed: "16.4.2" },
  // names of files as keys of an object, and paths out of the folder
  { name: "jszip", id: "CVE-2021-23413", from: "0", fixed: "3.7.0" },
  { name: "jszip", id: "GHSA-36fh-84j7-cv5h", from: "0", fixed: "3.8.0" },
  // links out of the folder of temporary files
  { name: "tmp", id: "GHSA-52f5-9888-hmc6", from: "0", fixed: "0.2.4" },
  // patterns that never end
  { name: "minimatch", id: "CVE-2026-27904", from: "0", fixed: "3.1.4" },
  { name: "minimatch", id: "CVE-2026-27904", from: "5.0.0", fixed: "5.1.8" },
  { name: "minimatch", id: "CVE-2026-27904", from: "7.0.0", fixed: "7.4.8" },
  { name: "minimatch", id: "CVE-2026-27904", from: "9.0.0", fixed: "9.0.7" },
  { name: "minimatch", id: "CVE-2026-27904", from: "10.0.0", fixed: "10.2.3" },
  // CVE-2026-41907
  {
    name: "uuid",
    id: "GHSA-w5hq-g745-h8pq",
    from: "0",
    fixed: "11.1.1",
    accepted: "ExcelJS, office-addin-test-server and sockjs ask for no buffer, which alone is overrun",
  },
];

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Whether a version is below another, both of three numbers; what follows a hyphen is not looked at. */
export function isBelow(version: string, other: string): boolean {
  const numbers = (text: string): number[] => (text.split("-")[0] ?? "").split(".").map(Number);
  const [one, two] = [numbers(version), numbers(other)];
  const at = [0, 1, 2].find((part) => (one[part] ?? 0) !== (two[part] ?? 0));
  return at !== undefined && (one[at] ?? 0) < (two[at] ?? 0);
}

/** Packages of a lock that an advisory names, by their path in it. */
export function affected(
  packages: Readonly<Record<string, Locked>>,
  advisories: readonly Advisory[] = ADVISORIES,
): readonly { readonly path: string; readonly advisory: Advisory; readonly refused: boolean }[] {
  return Object.entries(packages).flatMap(([path, { version = "0", dev, devOptional }]) =>
    advisories
      .filter(({ name }) => path.endsWith(`node_modules/${name}`))
      .filter(({ from, fixed }) => !isBelow(version, from) && isBelow(version, fixed))
      .map((advisory) => ({
        path,
        advisory,
        refused: advisory.accepted === undefined || (dev !== true && devOptional !== true),
      })),
  );
}

function main(): number {
  const lock = join(resolve(__dirname, "../.."), "package-lock.json");
  const { packages } = JSON.parse(readFileSync(lock, "utf8")) as { packages: Record<string, Locked> }; // as: npm wrote it
  const found = affected(packages);
  const bad = found.filter(({ refused }) => refused);
  for (const { path, advisory } of bad) console.error(`${path}: ${advisory.id}, fixed in ${advisory.fixed}`);
  console.log(
    `${ADVISORIES.length} ranges of advisories of ${CHECKED}: ${bad.length} packages refused, ${found.length - bad.length} accepted for development`,
  );
  return bad.length === 0 ? 0 : 1;
}

if (require.main === module) process.exitCode = main();
