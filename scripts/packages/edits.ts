import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { UniverCalculation } from "../../src/workbench/calculation";
import { openWorkbook, saveWorkbook } from "../../src/workbench/files";
import { openHost } from "../../src/workbench/node";
import { runJob } from "../job/run";
import { bytesOf, type WriterFile } from "./writers";

/** Something that a user or an add-in does to a workbook. */
export interface Edit {
  readonly name: string;
  readonly run: (file: WriterFile) => Promise<Uint8Array>;
  /** What the edit itself takes away, beside what every save may change. */
  readonly replaces: readonly RegExp[];
}

/** Calls Office.js over the file, then calculates and saves it as the page does. */
async function throughOffice(
  file: WriterFile,
  change: (context: Excel.RequestContext) => void,
): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytesOf(file), file.file);
  const opened = await openHost({ workbook, calculation: new UniverCalculation() });
  try {
    await opened.Excel.run(async (context) => {
      change(context);
      await context.sync();
    });
    await opened.host.calculate();
    const { unknownCalls } = opened.host;
    if (unknownCalls.length > 0) throw new Error(unknownCalls.join(", "));
    return await saveWorkbook(workbook);
  } finally {
    opened.dispose();
  }
}

/** The one-click job, as the ribbon's button runs it. */
async function throughJob(file: WriterFile): Promise<Uint8Array> {
  const run = await runJob([{ path: file.file, bytes: bytesOf(file) }], DEFAULT_SETTINGS, () => undefined);
  try {
    if (run.state.phase !== "finished") throw new Error(`the job ended as ${run.state.phase}`);
    if (run.figures.unknownCalls.length > 0) throw new Error(run.figures.unknownCalls.join(", "));
    return await run.save();
  } finally {
    run.dispose();
  }
}

/** Which sheet is looked at is no content. */
const VIEW = [/workbookView/, /sheetView\b.*\[tabSelected=/];
/** The area in use and the spans of rows follow from the cells. */
const DERIVED = [/\/dimension\[/, /sheetData\/row\[.*\[spans=/];

export const EDITS: readonly Edit[] = [
  { name: "opened and saved", run: (file) => throughOffice(file, () => undefined), replaces: DERIVED },
  {
    name: "a figure and a fill changed",
    run: (file) =>
      throughOffice(file, ({ workbook }) => {
        const sheet = workbook.worksheets.getFirst();
        sheet.getRange("G2").values = [[5]];
        sheet.getRange("E2").format.fill.color = "#FFF2CC";
      }),
    replaces: [...DERIVED, /c\[r=[GE]2\]/],
  },
  { name: "one click", run: throughJob, replaces: [...VIEW, ...DERIVED] },
];
