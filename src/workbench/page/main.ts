import { Progress } from "./progress";
import { TEXTS } from "./texts";

/** Manifest, workbook, grid, and the page itself. */
const STEPS = 4;

const progress = new Progress(STEPS);
progress.step(TEXTS.loading.page);

/** The grid is large: it comes while the card above it says so. */
void import("./app")
  .then(({ start }) => start(progress))
  .then(() => {
    progress.end();
  })
  .catch((problem: unknown) => {
    console.error(problem);
    progress.fail(
      problem instanceof Error && problem.message.startsWith("/addin/") ? TEXTS.noAddin : TEXTS.failed,
    );
  });
