import { EXAMPLES_ID, planExamplesSheet } from "../../domain/documents/examples-sheet";
import { functionTexts } from "../../locales/ru/functions";
import type { WorkbookPort } from "../port";
import { readWhole } from "../reading/read-whole";
import { asRun } from "../runs/runs";

const TEXTS: ReadonlyMap<string, { readonly description: string }> = new Map(Object.entries(functionTexts));

/**
 * Makes the sheet «Примеры формул» and shows it. One that is there already is only shown: its data are there to be
 * changed, and its arrays spill, so that nobody can tell what the user typed.
 */
export const createExamples = (port: WorkbookPort): Promise<Examples> =>
  asRun("functions", ({ bound }) => create(bound(port)));

interface Examples {
  readonly name: string;
  readonly how: "created" | "shown";
}

async function create(port: WorkbookPort): Promise<Examples> {
  const snapshot = await readWhole(port);
  const there = snapshot.own.find(({ id }) => id === EXAMPLES_ID);
  if (there !== undefined) {
    await port.select({ sheet: there.name, address: "A1" });
    return { name: there.name, how: "shown" };
  }
  const plan = planExamplesSheet((id) => TEXTS.get(id)?.description ?? "");
  const [written] = await port.write([{ plan }], snapshot);
  return { name: written?.name ?? plan.name, how: "created" };
}
