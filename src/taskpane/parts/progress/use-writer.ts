import { useStore } from "zustand";
import { underWay, type WriterKind } from "../../../excel/runs/runs";

/** What writes into the workbook just now, from the pane or from the ribbon; null where nothing does. */
export const useWriter = (): WriterKind | null => useStore(underWay, writerOf);

const writerOf = ({ kinds }: ReturnType<typeof underWay.getState>): WriterKind | null =>
  kinds.find((kind) => kind !== "reading") ?? null;
