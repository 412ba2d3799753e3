import type { FileNote } from "../../store/model";
import type { Package } from "../../../xlsx/package/package";
import { contentType, reachable } from "../../../xlsx/package/relationships";

/** Words in content types of what a file may hold and the page does not draw. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/drawingml\.chart\+xml|chartex\+xml/, "chart"],
  [/^image\//, "image"],
  [/\.comments\+xml|threadedcomments/, "comments"],
  [/pivotTable\+xml/, "pivotTable"],
  [/slicer\+xml/, "slicer"],
  [/timeline\+xml/, "timeline"],
  [/vbaProject/, "vbaProject"],
  [/externalLink\+xml/, "externalLink"],
  [/connections\+xml/, "connections"],
  [/oleObject/, "oleObject"],
  [/controlproperties/, "control"],
  [/chartsheet\+xml|dialogsheet\+xml|macrosheet/, "otherSheet"],
];

/** What the file holds and the page does not show. */
export function readNotes(pack: Package, date1904: boolean): FileNote[] {
  const counts = new Map<string, number>();
  for (const part of reachable(pack)) {
    const type = contentType(pack, part);
    const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kept = [...counts].map(([kind, count]): FileNote => ({ code: "kept", kind, count }));
  return date1904 ? [{ code: "date1904" }, ...kept] : kept;
}
