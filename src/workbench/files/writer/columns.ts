import type { Sheet, Style } from "../../store/model";
import { pointsToWidth } from "../format/units";
import { readColumns } from "../reader/sheet";
import { child, childrenOf, numberOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";

interface Segment {
  readonly first: number;
  readonly last: number;
  readonly values: Readonly<Record<string, string>>;
}

type Values = Record<string, string | undefined>;

/**
 * The `cols` element with the sheet's widths, hidden columns and formats. Only columns that differ from the file are cut out of
 * their ranges; formats and outlines that the model does not know stay.
 */
export function columnsXml(
  root: XmlElement,
  sheet: Sheet,
  styleOf: (xf: number) => Style | undefined,
  formatOf: (style: Style | undefined, base: number) => number,
): string {
  let segments: Segment[] = childrenOf(child(root, "cols"), "col").map((each) => ({
    first: (numberOf(each, "min") ?? 1) - 1,
    last: (numberOf(each, "max") ?? 1) - 1,
    values: Object.fromEntries(each.attributes),
  }));
  const before = readColumns(root, styleOf);
  const changed = new Map<number, Values>();
  const change = (column: number, values: Values) =>
    changed.set(column, { ...changed.get(column), ...values });
  for (const column of keys(sheet.columnWidths, before.columnWidths)) {
    const [now, was] = [sheet.columnWidths.get(column), before.columnWidths.get(column)];
    if (now === was) continue;
    change(
      column,
      now === undefined
        ? { width: undefined, customWidth: undefined }
        : { width: String(pointsToWidth(now)), customWidth: "1" },
    );
  }
  for (const column of keys(sheet.hiddenColumns, before.hiddenColumns)) {
    const hidden = sheet.hiddenColumns.has(column);
    if (hidden !== before.hiddenColumns.has(column)) change(column, { hidden: hidden ? "1" : undefined });
  }
  for (const column of keys(sheet.columnStyles, before.columnStyles)) {
    const [now, was] = [sheet.columnStyles.get(column), before.columnStyles.get(column)];
    if (now === was) continue;
    const base = Number(
      segments.find(({ first, last }) => column >= first && column <= last)?.values.style ?? 0,
    );
    change(column, { style: String(formatOf(now, base)) });
  }
  for (const [column, values] of changed) segments = withColumn(segments, column, values);
  const sorted = joined(segments.toSorted((a, b) => a.first - b.first));
  return sorted.length === 0 ? "" : `<cols>${sorted.map(segmentXml).join("")}</cols>`;
}

function keys(...sets: readonly { keys(): IterableIterator<number> }[]): Set<number> {
  return new Set(sets.flatMap((each) => [...each.keys()]));
}

function withColumn(segments: readonly Segment[], column: number, values: Values): Segment[] {
  const old = segments.find(({ first, last }) => column >= first && column <= last);
  const others = segments.filter((each) => each !== old);
  if (old && old.first < column) others.push({ ...old, last: column - 1 });
  if (old && old.last > column) others.push({ ...old, first: column + 1 });
  const merged = Object.entries({ ...old?.values, ...values }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const own = Object.fromEntries(merged);
  const said = merged.some(([name]) => name !== "min" && name !== "max");
  return said ? [...others, { first: column, last: column, values: own }] : others;
}

/** Neighbours that say the same become one range again. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.last === segment.first - 1 && said(last) === said(segment))
      result[result.length - 1] = { ...last, last: segment.last };
    else result.push(segment);
  }
  return result;
}

function said({ values }: Segment): string {
  return JSON.stringify(Object.entries({ ...values, min: "", max: "" }).sort());
}

function segmentXml({ first, last, values }: Segment): string {
  // A column without a width is refused by Excel: 64 pixels, its default.
  return `<col${attributes({ ...values, min: first + 1, max: last + 1, width: values.width ?? "9.140625" })}/>`;
}
