import { figureIndexes, type Column } from "./columns";
import type { HeaderBlock } from "./header-block";
import { partsKey, type ProcedureParts } from "./parse-procedure";
import { looksLikeSchool } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText } from "./text";
import type { SchoolYear } from "./year";

/** What is looked at of a table that may say the same as the one beside it. */
interface Told {
  readonly view: SheetView;
  readonly block: HeaderBlock;
  readonly columns: readonly Column[];
  readonly bodyTop: number;
  readonly bodyBottom: number;
  readonly years: readonly { readonly year: SchoolYear }[];
  readonly parts: ProcedureParts;
}

/**
 * Whether two tables side by side say the same figures of the same schools under the same titles: the title over the
 * first is not the second's, whose own is lost.
 */
export function isTwin(one: Told, other: Told): boolean {
  if (!besides(one.block, other.block) || toldKey(one) !== toldKey(other)) return false;
  const labels = new Set(figureKeys(one));
  if (!figureKeys(other).some((key) => labels.has(key))) return false;
  const schools = new Set(namesIn(one));
  const names = new Set(namesIn(other));
  const both = [...names].filter((name) => schools.has(name)).length;
  return both > 0 && both * 2 >= Math.min(schools.size, names.size);
}

/** Whether two headers stand side by side. */
export function besides(one: HeaderBlock, other: HeaderBlock): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && !overlap(one, other);
}

export function overlap(one: HeaderBlock, other: HeaderBlock): boolean {
  return one.left <= other.right && other.left <= one.right;
}

function toldKey({ years, parts }: Told): string {
  return `${years[0]?.year ?? ""}|${partsKey(parts)}`;
}

/** Kinds of figures of a table, with what the header says of their procedure and year. */
function figureKeys({ columns }: Told): readonly string[] {
  const figures = new Set(figureIndexes(columns));
  return columns
    .filter(({ index }) => figures.has(index))
    .map(({ role, mark, year, parts }) => [role, mark, year, partsKey(parts)].join("|"));
}

function namesIn({ view, block, bodyTop, bodyBottom }: Told): readonly string[] {
  const names: string[] = [];
  for (let row = bodyTop; row <= bodyBottom; row++) {
    const text = view.text(row, block.schoolColumn);
    if (looksLikeSchool(text)) names.push(normaliseText(text));
  }
  return names;
}
