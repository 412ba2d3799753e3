import { Compilation, sources, WebpackError, type Compiler } from "webpack";
import { FUNCTIONS_FOLDER, generate, helpPage, localise, type Metadata } from "./functions-metadata";
import { helpHtml } from "./functions-help";
import type { Locale } from "../../src/locales/locale";

const NAME = "FunctionsMetadataPlugin";
const LOCALES: readonly Locale[] = ["ru", "en"];

/** Emits functions.json (Russian), functions.en.json and a help page for each. */
export class FunctionsMetadataPlugin {
  constructor(private readonly site: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.contextDependencies.add(FUNCTIONS_FOLDER);
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
        try {
          this.emit(compilation, await generate());
        } catch (error) {
          compilation.errors.push(new WebpackError(`${NAME}: ${String(error)}`));
        }
      });
    });
  }

  private emit(compilation: Compilation, metadata: Metadata): void {
    for (const locale of LOCALES) {
      const localised = localise(metadata, locale, this.site);
      const file = locale === "ru" ? "functions.json" : `functions.${locale}.json`;
      compilation.emitAsset(file, new sources.RawSource(JSON.stringify(localised, null, 2)));
      compilation.emitAsset(helpPage(locale), new sources.RawSource(helpHtml(localised, locale)));
    }
  }
}
