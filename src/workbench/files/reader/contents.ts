import { parsed, Package } from "../../../xlsx/package/package";
import { relationships } from "../../../xlsx/package/relationships";
import { findParts } from "../../../xlsx/parts/workbookParts";
import { child, type XmlElement } from "../../../xlsx/xml/element";
import type { Sheet, Workbook } from "../../store/model";
import { own } from "../../../xlsx/own";

/** What lies on a sheet beside its cells. */
export type SheetContent =
  "chart" | "image" | "shape" | "comment" | "pivotTable" | "slicer" | "control" | "object";

export type SheetContents = ReadonlyMap<SheetContent, number>;

/** Kinds of relationships of a sheet's part that stand for one thing each. */
const RELATED: Readonly<Record<string, SheetContent>> = {
  pivotTable: "pivotTable",
  slicer: "slicer",
  timeline: "slicer",
  ctrlProp: "control",
  oleObject: "object",
};

/** Elements of a drawing's anchor (ECMA-376 part 1, 20.5.2): a graphic frame holds a chart or a diagram. */
const DRAWN: Readonly<Record<string, SheetContent>> = {
  graphicFrame: "chart",
  pic: "image",
  sp: "shape",
  cxnSp: "shape",
  grpSp: "shape",
};

/** Counts what each sheet of the opened file holds beside cells: such things are saved as they are. */
export function sheetContents({ source, sheets }: Workbook): ReadonlyMap<Sheet, SheetContents> {
  if (!source) return new Map();
  const pack = Package.open(source);
  const parts = new Map(findParts(pack).sheets.map(({ name, part }) => [name, part]));
  return new Map(
    sheets.flatMap((sheet): [Sheet, SheetContents][] => {
      const part = sheet.origin === undefined ? undefined : parts.get(sheet.origin);
      return part !== undefined && pack.has(part) ? [[sheet, contentsOf(pack, part)]] : [];
    }),
  );
}

function contentsOf(pack: Package, part: string): SheetContents {
  const counts = new Map<SheetContent, number>();
  const add = (content: SheetContent, count = 1): void => {
    if (count > 0) counts.set(content, (counts.get(content) ?? 0) + count);
  };
  const related = relationships(pack, part).filter(({ external, target }) => !external && pack.has(target));
  const threaded = related.some(({ type }) => type === "threadedComment");
  for (const { type, target } of related) {
    const known = own(RELATED, type);
    if (known) add(known);
    else if (type === "drawing") for (const drawn of drawnIn(pack, target)) add(drawn);
    // A thread of comments has a note of its own, for programs that know notes only: it is counted once.
    else if (type === "comments" && !threaded) add("comment", occurrences(pack, target, "comment"));
    else if (type === "threadedComment") add("comment", occurrences(pack, target, "threadedComment"));
  }
  return counts;
}

function drawnIn(pack: Package, drawing: string): SheetContent[] {
  return parsed(drawing, () => pack.tree(drawing)).children.flatMap((anchor) =>
    withAlternatives(anchor).flatMap(({ name }) => own(DRAWN, name) ?? []),
  );
}

/** Parts of an anchor; what newer programs write stands in a choice beside what older ones understand. */
function withAlternatives(anchor: XmlElement): readonly XmlElement[] {
  return anchor.children.flatMap((each) =>
    each.name === "AlternateContent" ? (child(each, "Choice")?.children ?? []) : [each],
  );
}

const occurrences = (pack: Package, part: string, element: string): number =>
  [...pack.text(part).matchAll(new RegExp(`<(?:\\w+:)?${element}[\\s>]`, "g"))].length;
