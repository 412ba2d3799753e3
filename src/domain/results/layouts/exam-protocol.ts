import type { SheetView } from "../sheet-view";
import { examHeaderAt, type ExamHeader } from "./exam-columns";
import { ExamReader } from "./exam-reader";
import type { Layout } from "./layout";

const HEADER_WITHIN = 40;

/**
 * Protocols of ОГЭ and ЕГЭ (РИС ГИА-9, ГИА-11): a row per person, several exams in a sheet, footers with the minimum,
 * protocols of appeals (layouts.md, L5, L6).
 */
export const examProtocol: Layout = {
  id: "exam-protocol",
  recognise(view) {
    const header = firstHeader(view);
    if (header === null) return [];
    return [
      {
        layout: "exam-protocol",
        confidence: 2,
        top: 0,
        bottom: view.rows - 1,
        left: 0,
        right: view.columns - 1,
        read: () => new ExamReader(view, header).read(),
      },
    ];
  },
};

function firstHeader(view: SheetView): ExamHeader | null {
  for (let row = 0; row < Math.min(view.rows, HEADER_WITHIN); row++) {
    const header = examHeaderAt(view, row);
    if (header !== null) return header;
  }
  return null;
}
