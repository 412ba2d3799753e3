import { BooleanNumber, type IStyleData } from "@univerjs/core";
import { hasCell } from "../../store/areas";
import type { Sheet } from "../../store/model";

/** Accents of Office's theme, in the order in which TableStyle… numbers go round: 1 is grey, then accents 1 to 6. */
const ACCENTS = ["#808080", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

/** What a table's style gives a cell that has no style of its own: header and bands of the medium styles. */
export function tableLook(sheet: Sheet, row: number, column: number): IStyleData | undefined {
  if (sheet.tables.length === 0) return undefined;
  const table = sheet.tables.find(({ area }) => hasCell(area, row, column));
  const [, kind = "", number] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table?.style ?? "") ?? [];
  if (!table || number === undefined) return undefined;
  const accent = ACCENTS[(Number(number) - 1) % ACCENTS.length] ?? ACCENTS[0];
  if (table.showHeaders && row === table.area.top)
    return hasPlainHeader(kind, Number(number))
      ? { bl: BooleanNumber.TRUE }
      : { bg: { rgb: accent }, cl: { rgb: "#FFFFFF" }, bl: BooleanNumber.TRUE };
  const banded = table.showBandedRows && (row - table.area.top) % 2 === 1;
  return banded ? { bg: { rgb: lighter(accent) } } : undefined;
}

/** As Excel's gallery of table styles draws them: bold dark headings without a fill. */
const hasPlainHeader = (kind: string, number: number): boolean =>
  (kind === "Light" && (number < 8 || number > 14)) || (kind === "Medium" && number > 21);

function lighter(color: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * 0.8)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
