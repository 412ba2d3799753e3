import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Compilation, sources, type Compiler } from "webpack";
import { guidePage } from "./guide-page";

const NAME = "GuidePlugin";
const FOLDER = join(__dirname, "../../docs");
const GUIDE = join(FOLDER, "guide.ru.md");

/** Emits guide.html and its pictures. */
export class GuidePlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.fileDependencies.add(GUIDE);
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
        const { html, images } = guidePage(await readFile(GUIDE, "utf8"));
        compilation.emitAsset("guide.html", new sources.RawSource(html));
        for (const image of images) {
          const path = join(FOLDER, image);
          // one not yet taken is a failed test, no failed build: `npm run screenshots` takes it from a build
          if (existsSync(path)) compilation.emitAsset(image, new sources.RawSource(await readFile(path)));
        }
      });
    });
  }
}
