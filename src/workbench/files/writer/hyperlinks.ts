import type { Sheet } from "../../store/model";
import { cellName, parseArea } from "../../../xlsx/format/address";
import type { Flavour } from "../format/flavour";
import type { Package } from "../../../xlsx/package/package";
import { addRelationship, relationships, removeRelationships } from "../../../xlsx/package/relationships";
import { readHyperlink } from "../reader/sheet";
import { same } from "../reader/styles";
import { bareOf } from "../../../xlsx/xml/edit";
import { child, childrenOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";

type Link = ReturnType<typeof readHyperlink>;

/** The `hyperlinks` element; links that are as they were are copied, addresses get relationships of the sheet's part. */
export function hyperlinksXml(
  pack: Package,
  part: string,
  root: XmlElement,
  sheet: Sheet,
  flavour: Flavour,
): string {
  const left = new Map<string, Link>(sheet.hyperlinks);
  const rels = relationships(pack, part);
  const kept = childrenOf(child(root, "hyperlinks"), "hyperlink").flatMap((element) => {
    const area = parseArea(element.attributes.get("ref") ?? "");
    if (!area) return [];
    const link = readHyperlink(element, rels);
    const cells = [...keysOf(area, left)];
    if (cells.length === 0 || !cells.every((key) => same(left.get(key), link))) return [];
    cells.forEach((key) => left.delete(key));
    return [bareOf(element)];
  });
  const made = [...left].map(([key, link]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return linkXml(pack, part, cellName(row, column), link, flavour);
  });
  const all = kept.join("") + made.join("");
  removeRelationships(
    pack,
    part,
    ({ id, type }) => type === "hyperlink" && !new RegExp(`:id=["']${id}["']`).test(all),
  );
  return all === "" ? "" : `<hyperlinks>${all}</hyperlinks>`;
}

function* keysOf(
  area: { top: number; left: number; bottom: number; right: number },
  links: ReadonlyMap<string, unknown>,
): Generator<string> {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > 1000) {
    yield `${area.top},${area.left}`;
    return;
  }
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (links.has(`${row},${column}`) || (row === area.top && column === area.left))
        yield `${row},${column}`;
}

function linkXml(pack: Package, part: string, ref: string, link: Link, { relation }: Flavour): string {
  const tooltip = link.screenTip;
  if (link.address === undefined || link.address === "" || link.address.startsWith("#")) {
    const location = link.documentReference ?? link.address?.slice(1) ?? "";
    return `<hyperlink${attributes({ ref, location, tooltip })}/>`;
  }
  const [target = "", ...place] = link.address.split("#");
  const id = addRelationship(pack, part, `${relation}/hyperlink`, target, true);
  const location = place.length > 0 ? place.join("#") : undefined;
  return `<hyperlink${attributes({ "xmlns:r": relation, ref, "r:id": id, location, tooltip })}/>`;
}
