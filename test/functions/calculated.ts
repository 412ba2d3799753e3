/** The functions in real formulas: the embedded host calculates, office.js's own bridge carries every call. */
import { buildSync } from "esbuild";
import { join } from "node:path";
import { generate, localise } from "../../scripts/packaging/functions-metadata";
import { NAMESPACE } from "../../src/domain/cells/formula-text";
import { readCustomFunctions, UniverCalculation } from "../../src/workbench/calculation";
import { type NodeHost, openHost } from "../../src/workbench/node";
import type { Cell, Workbook } from "../../src/workbench/store/model";
import { build, cellAt, type Content } from "../workbench/calculation/build";

export interface Calculated {
  readonly node: NodeHost;
  /** Opens a workbook with this content and calculates it. */
  readonly calculate: (content: Content) => Promise<Workbook>;
  readonly dispose: () => void;
}

export async function bootFunctions(): Promise<Calculated> {
  const [node, metadata] = await Promise.all([openHost(), generate()]);
  const { host } = node;
  const functions = readCustomFunctions(localise(metadata, "ru", ""), NAMESPACE);
  host.calculation = new UniverCalculation({ functions, runner: { invoke: host.invoke.bind(host) } });
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, "../../src/functions/functions.ts")],
    bundle: true,
    format: "iife",
    write: false,
  });
  node.load(outputFiles[0]?.text ?? "");
  return {
    node,
    calculate: async (content) => {
      const workbook = build(content);
      // a user would close the file and open another one; only a test puts it under a running office.js
      (host.context as { workbook: Workbook }).workbook = workbook;
      host.context.restructured();
      await host.calculate();
      return workbook;
    },
    dispose: node.dispose,
  };
}

/** Value of a cell as Excel's API gives it: "" for an empty one, an error as its text. */
export const valueOf = (workbook: Workbook, address: string): Cell["value"] =>
  cellAt(workbook, address)?.value ?? "";

/** Values of an area by rows. @param area top left and bottom right cell, `B2:C3`, of the first sheet */
export function valuesOf(workbook: Workbook, area: string): Cell["value"][][] {
  const [, from = "", top = "", to = from, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(area) ?? [];
  const rows: Cell["value"][][] = [];
  for (let row = Number(top); row <= Number(bottom); row++) {
    const cells: Cell["value"][] = [];
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++)
      cells.push(valueOf(workbook, `${String.fromCharCode(code)}${row}`));
    rows.push(cells);
  }
  return rows;
}
