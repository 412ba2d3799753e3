import { type NodeHost, type NodeHostOptions, openHost } from "../../../src/workbench/node";

/** Real office.js over an embedded host, one for a test file. */
export interface Harness extends NodeHost {
  /** A new sheet with nothing in it. */
  blank(): Promise<string>;
  /** Code of the error a batch is refused with; `"passed"` when it is not. */
  refusal(batch: (context: Excel.RequestContext) => Promise<void> | void): Promise<string>;
  /** Runs on one sheet, then syncs. */
  on(
    sheet: string,
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void> | void,
  ): Promise<void>;
}

export async function boot(options: NodeHostOptions = {}): Promise<Harness> {
  const node = await openHost(options);
  const { Excel } = node;
  let sheets = 0;
  return {
    ...node,
    blank: async () => {
      const name = `Проба ${++sheets}`;
      await Excel.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
      return name;
    },
    refusal: async (batch) => {
      try {
        await Excel.run(async (context) => {
          await batch(context);
          await context.sync();
        });
        return "passed";
      } catch (error) {
        return typeof error === "object" && error !== null && "code" in error
          ? String(error.code)
          : String(error);
      }
    },
    on: (sheet, batch) =>
      Excel.run(async (context) => {
        await batch(context.workbook.worksheets.getItem(sheet), context);
        await context.sync();
      }),
  };
}
