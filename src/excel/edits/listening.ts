import { run } from "../runs/requests";

/** What is to be heard of the workbook's sheets. */
export interface SheetListener {
  readonly changed?: (args: Excel.WorksheetChangedEventArgs) => void;
  readonly added: (sheetId: string) => void;
  readonly deleted: (sheetId: string) => void;
  /** Never called where Excel does not tell of it. */
  readonly renamed?: (sheetId: string) => void;
}

const listeners = new Set<SheetListener>();
/** Excel is asked once for all: whether one end of two listenings ends the other is its own affair. */
let begun: Promise<() => Promise<void>> | null = null;
let ended: Promise<void> = Promise.resolve();

/**
 * Listens to what becomes of sheets.
 * @returns ends the listening; where Excel refuses, nothing is ever called
 */
export async function listen(listener: SheetListener): Promise<() => void> {
  listeners.add(listener);
  begun ??= ended.then(begin);
  await begun;
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0 || begun === null) return;
    // what is heard later is not asked for any more
    ended = begun.then((end) => end()).catch(() => undefined);
    begun = null;
  };
}

async function begin(): Promise<() => Promise<void>> {
  const tell = (to: (listener: SheetListener) => void): Promise<void> => {
    listeners.forEach(to);
    return Promise.resolve();
  };
  try {
    const handlers = await run(
      async (context) => {
        const { onChanged, onAdded, onDeleted } = context.workbook.worksheets;
        const renamed = Office.context.requirements.isSetSupported("ExcelApi", "1.17")
          ? [
              context.workbook.worksheets.onNameChanged.add(({ worksheetId }) =>
                tell((listener) => listener.renamed?.(worksheetId)),
              ),
            ]
          : [];
        const added = [
          onChanged.add((args) => tell(({ changed }) => changed?.(args))),
          onAdded.add(({ worksheetId }) =>
            tell((listener) => {
              listener.added(worksheetId);
            }),
          ),
          onDeleted.add(({ worksheetId }) =>
            tell((listener) => {
              listener.deleted(worksheetId);
            }),
          ),
        ];
        await context.sync();
        return [...added, ...renamed];
      },
      { stoppable: false },
    );
    return async () => {
      for (const handler of handlers) {
        handler.remove();
        await handler.context.sync();
      }
    };
  } catch {
    begun = null; // whoever listens next asks again
    return () => Promise.resolve();
  }
}
