import { hasContext } from "./column-context";
import { isFigure, type Column } from "./columns";
import type { HeaderBlock } from "./header-block";
import { fillParts, partsKey, type ProcedureParts } from "./parse-procedure";
import { looksLikeSchool } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText } from "./text";
import { borrowedOf, type Title } from "./titles";
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
  readonly own: readonly Title[];
}

/**
 * Whether two tables side by side say the same figures of one procedure for the same schools under the same titles: the
 * title over the first is not the second's, whose own is lost.
 */
export function isTwin(one: Told, other: Told): boolean {
  if (!besides(one.block, other.block) || toldKey(one) !== toldKey(other)) return false;
  if (haveTitlesEach(one, other)) return false;
  if (areOfOthers(one, other) || !meet(figuresOf(one), figuresOf(other))) return false;
  const schools = new Set(namesIn(one));
  const names = new Set(namesIn(other));
  const both = [...names].filter((name) => schools.has(name)).length;
  return both > 0 && both * 2 >= Math.min(schools.size, names.size);
}

/** «Город | Район» in one row below: each has a title of its own, and what stands over both is for both. */
function haveTitlesEach(one: Told, other: Told): boolean {
  const over = borrowedOf(other.own, false)?.row ?? -1;
  return one.own.some(({ row, text }) =>
    other.own.some((title) => title.row === row && row > over && !title.borrowed && title.text !== text),
  );
}

/** Whether the second's own header tells that its figures are of other procedures, years or classes. */
function areOfOthers(one: Told, other: Told): boolean {
  return other.columns.some(isTelling) && !meet(proceduresOf(one), proceduresOf(other));
}

const isTelling = (column: Column): boolean => isFigure(column) && hasContext(column);

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));

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

/** Years, procedures and classes that the figures are of, as far as headers and titles tell. */
function proceduresOf({ columns, years, parts: told }: Told): readonly string[] {
  const telling = columns.filter(isTelling);
  return (telling.length > 0 ? telling : columns.filter(isFigure)).map(({ year, parts, classOf }) =>
    [year ?? years[0]?.year, partsKey(fillParts(parts, told)), classOf].join("|"),
  );
}

function figuresOf({ columns }: Told): readonly string[] {
  return columns.filter(isFigure).map(({ role, mark }) => `${role}|${mark ?? ""}`);
}

function namesIn({ view, block, bodyTop, bodyBottom }: Told): readonly string[] {
  const names: string[] = [];
  for (let row = bodyTop; row <= bodyBottom; row++) {
    const text = view.text(row, block.schoolColumn);
    if (looksLikeSchool(text)) names.push(normaliseText(text));
  }
  return names;
}
