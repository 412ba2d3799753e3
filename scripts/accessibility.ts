/**
 * `npm run accessibility`: every screen of the pane in every look, width and language; writes docs/accessibility.md, and
 * each finding in full into out/accessibility.json.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, startWorkbench } from "../test/e2e/workbench";
import { accessibilityDocument, faultsOf } from "./accessibility/report";
import { walkScreens } from "./accessibility/walk";

/** Every look where the pane is narrowest, and every width: sizes do not depend on colours. */
const RUSSIAN = [
  { look: "light", width: "350" },
  { look: "light", width: "320" },
  { look: "light", width: "200 %" },
  { look: "dark", width: "320" },
  { look: "contrast", width: "320" },
] as const;
/** The English texts have other lengths, so the narrowest pane tells; colours are the same. */
const ENGLISH = [{ look: "light", width: "320" }] as const;

async function main(): Promise<void> {
  const workbench = await startWorkbench();
  try {
    const russian = await walkScreens(workbench, { locale: "ru", variants: RUSSIAN, keyboard: true });
    const english = await walkScreens(workbench, { locale: "en", variants: ENGLISH, keyboard: true });
    await mkdir(join(ROOT, "out"), { recursive: true });
    await writeFile(join(ROOT, "out/accessibility.json"), JSON.stringify({ russian, english }, null, 1));
    await writeFile(join(ROOT, "docs/accessibility.md"), accessibilityDocument(russian, english));
    const faults = [...russian, ...english].flatMap(faultsOf);
    for (const fault of faults) console.log(fault);
    console.log(`${russian.length} screens, ${faults.length} findings: docs/accessibility.md`);
  } finally {
    await workbench.close();
  }
}

main().catch((problem: unknown) => {
  console.error(problem);
  process.exitCode = 1;
});
