/** Writes docs/packages.md: `npx tsx scripts/packages/table.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { allReports, formatReport } from "./report";

async function main(): Promise<void> {
  writeFileSync(join(__dirname, "..", "..", "docs", "packages.md"), formatReport(await allReports()));
}

void main();
