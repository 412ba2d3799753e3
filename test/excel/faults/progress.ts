import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Job } from "./jobs";

const began = Date.now();

/** A line for whoever waits for the full run; `npm test` says nothing. */
export function say(line: string): void {
  if (process.env["FAULTS"] !== "all") return;
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stderr.write(`[${Math.floor(seconds / 60)} мин ${seconds % 60} с] ${line}\n`);
}

/** Leaves what was counted of a job for `npm run faults`: a file per job, so that one job can be run again alone. */
export function report(
  what: "faults" | "meanwhile",
  job: string,
  jobs: readonly Job[],
  counted: readonly { readonly job: string }[],
): void {
  const folder = process.env["FAULTS_REPORT"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const place = jobs.findIndex(({ name }) => name === job);
  const file = join(folder, `${what}-${String(place).padStart(2, "0")}.json`);
  const own = counted.filter((each) => each.job === job);
  writeFileSync(file, JSON.stringify({ jobs: jobs.length, counted: own }));
}
