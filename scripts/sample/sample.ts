import { addChart } from "./chart";
import { PROCEDURES, YEAR, YEAR_BEFORE, makeFacts } from "./municipality";
import { bytesOf, newWorkbook } from "./paint";
import { judge } from "./rules";
import type { TrueVerdict } from "./rules";
import { paintEge, paintOge } from "./sample-gia";
import { paintOther } from "./sample-other";
import { paintVpr } from "./sample-vpr";
import { TruthBook } from "./truth";
import type { Truth } from "./truth";

export interface SampleTruth extends Truth {
  year: string;
  yearBefore: string;
  procedures: string[];
  threshold: number;
  /** By rule, for the two years above, with no minimum of participants. */
  verdicts: Record<"000" | "004", TrueVerdict[]>;
}

/** The sample workbook and what it says. */
export async function makeSample(): Promise<{ bytes: Uint8Array; truth: SampleTruth }> {
  const facts = makeFacts();
  const book = new TruthBook();
  const workbook = newWorkbook();
  paintVpr(workbook, facts, book);
  paintOge(workbook, facts, book);
  const [first, last] = paintEge(workbook, facts, book);
  paintOther(workbook);
  workbook.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 1, visibility: "visible" },
  ];
  const bytes = addChart(await bytesOf(workbook), {
    sheetNumber: 4,
    title: "ЕГЭ, математика (профильная), 2025/2026: доля не преодолевших порог",
    categories: `'ЕГЭ'!$B$${first}:$B$${last}`,
    values: `'ЕГЭ'!$T$${first}:$T$${last}`,
    rows: [last + 3, last + 22],
  });
  const about = "Н-ский муниципальный округ: 20 школ, два года, девять процедур; см. README";
  const truth = book.close("results-sample.xlsx", about);
  return {
    bytes,
    truth: {
      ...truth,
      year: YEAR,
      yearBefore: YEAR_BEFORE,
      procedures: PROCEDURES.map(([name]) => name),
      threshold: 30,
      verdicts: { "000": judge("000", facts), "004": judge("004", facts) },
    },
  };
}
