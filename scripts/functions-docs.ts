/** `npx tsx scripts/functions-docs.ts` writes docs/functions.ru.md and docs/functions.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { docsFile, docsMarkdown } from "./packaging/functions-docs";
import { generate, localise } from "./packaging/functions-metadata";

async function main(): Promise<void> {
  const metadata = await generate();
  for (const locale of ["ru", "en"] as const)
    writeFileSync(
      join(__dirname, "../docs", docsFile(locale)),
      docsMarkdown(localise(metadata, locale, ""), locale),
    );
}

void main();
