import { ask, type Asked } from "../excel/asked";
import { toWorkbookError } from "../excel/runs/errors";
import { readSelection } from "../excel/selection";

/** Opens the pane with a question that needs no cell. */
export const askPane =
  (kind: "schools" | "files" | "report") =>
  (event: Office.AddinCommands.Event): void => {
    void put({ kind }, event);
  };

/** Opens the pane with a question about what is selected. */
export const askAbout =
  (kind: "why" | "results" | "notResults") =>
  (event: Office.AddinCommands.Event): void => {
    void readSelection()
      .then(
        (at): Asked => ({ kind, at }),
        (error: unknown): Asked => ({ kind: "failed", error: toWorkbookError(error) }),
      )
      .then((asked) => put(asked, event));
  };

async function put(asked: Asked, event: Office.AddinCommands.Event): Promise<void> {
  ask(asked);
  await Office.addin.showAsTaskpane().catch(() => undefined); // without a pane the question waits for its opening
  event.completed();
}
