/**
 * `npm run accessibility`: every screen of the pane in every look, width and language; writes docs/accessibility.md, and
 * each finding in full into out/accessibility.json. `npm run accessibility -- schools heat`: these screens only, without the report.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT, startWorkbench } from "../test/e2e/workbench";
import { accessibilityDocument, faultsOf } from "./accessibility/report";
import { walkScreens } from "./accessibility/walk";
import { STORIES } from "./screens";

/** Both themes at every width, for a theme has borders and marks of its own; high contrast where the pane is narrowest. */
const RUSSIAN = [
  { look: "light", width: "350" },
  { look: "light", width: "320" },
  { look: "light", width: "200 %" },
  { look: "dark", width: "200 %" },
  { look: "dark", width: "320" },
  { look: "dark", width: "350" },
  { look: "contrast", width: "320" },
] as const;
/** The English texts have other lengths, so the narrow pane tells; colours are the same. */
const ENGLISH = [
  { look: "light", width: "320" },
  { look: "light", width: "200 %" },
] as const;

/** Screens that the arguments name; the report is written of all of them only. */
const { positionals } = parseArgs({ allowPositionals: true });

async function main(): Promise<void> {
  const known = STORIES.flatMap(({ screens }) => screens.map(({ id }) => id));
  const unknown = positionals.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`no such screens: ${unknown.join(", ")}`);
  const only = positionals.length === 0 ? {} : { only: positionals };
  const workbench = await startWorkbench();
  try {
    const russian = await walkScreens(workbench, {
      ...only,
      locale: "ru",
      variants: RUSSIAN,
      keyboard: ["320", "200 %"],
    });
    const english = await walkScreens(workbench, {
      ...only,
      locale: "en",
      variants: ENGLISH,
      keyboard: ["320"],
    });
    await mkdir(join(ROOT, "out"), { recursive: true });
    await writeFile(join(ROOT, "out/accessibility.json"), JSON.stringify({ russian, english }, null, 1));
    const whole = positionals.length === 0;
    if (whole) await writeFile(join(ROOT, "docs/accessibility.md"), accessibilityDocument(russian, english));
    const faults = [...russian, ...english].flatMap(faultsOf);
    for (const fault of faults) console.log(fault);
    console.log(
      `${russian.length} screens, ${faults.length} findings${whole ? ": docs/accessibility.md" : ""}`,
    );
  } finally {
    await workbench.close();
  }
}

main().catch((problem: unknown) => {
  console.error(problem);
  process.exitCode = 1;
});
