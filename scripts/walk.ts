/** `npm run walk`: ten tasks of a methodist in the workbench; prints the table and writes docs/clicks.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { walk } from "../test/e2e/walk";
import { clicksDocument } from "../test/e2e/walk-table";
import { ROOT, startWorkbench } from "../test/e2e/workbench";

async function main(): Promise<void> {
  const workbench = await startWorkbench();
  try {
    const document = clicksDocument(await walk(await workbench.open()));
    await writeFile(join(ROOT, "docs/clicks.md"), document);
    console.log(document);
  } finally {
    await workbench.close();
  }
}

main().catch((problem: unknown) => {
  console.error(problem);
  process.exitCode = 1;
});
