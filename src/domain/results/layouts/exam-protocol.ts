import type { SheetView } from "../sheet-view";
import { examHeaderAt, type ExamHeader } from "./exam-columns";
import { ExamReader } from "./exam-reader";
import { examArea, onlyArea } from "./exam-extent";
import type { Layout, TableReading } from "./layout";

/**
 * Protocols of ОГЭ and ЕГЭ (РИС ГИА-9, ГИА-11): a row per person, several exams in a sheet, footers with the minimum,
 * protocols of appeals (layouts.md, L5, L6).
 */
export const examProtocol: Layout = {
  id: "exam-protocol",
  recognise(view) {
    const header = firstHeader(view);
    if (header === null) return [];
    const area = examArea(view, header);
    const read = (): TableReading => {
      const own = onlyArea(view, area);
      return new ExamReader(own, examHeaderAt(own, header.top) ?? header, area).read();
    };
    return [{ layout: "exam-protocol", confidence: 2, ...area, read }];
  },
};

/** «Код ОО», «SchoolCode»: cheap, for the thousands of rows of other sheets. */
const MAYBE_CODE = /^\s*(?:[кk][оo]д|school)/i;

/** The first header, however far down: another table may stand above. */
function firstHeader(view: SheetView): ExamHeader | null {
  for (let row = 0; row < view.rows; row++) {
    const header = mayBeHeader(view, row) ? examHeaderAt(view, row) : null;
    if (header !== null) return header;
  }
  return null;
}

function mayBeHeader(view: SheetView, row: number): boolean {
  for (let column = 0; column < view.columns; column++) {
    const value = view.value(row, column);
    if (typeof value === "string" && value.length < 40 && MAYBE_CODE.test(value)) return true;
  }
  return false;
}
