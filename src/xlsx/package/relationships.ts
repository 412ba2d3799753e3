import { child, childrenOf, type XmlElement } from "../xml/element";
import { XmlEdit } from "../xml/edit";
import { attributes } from "../xml/text";
import type { Package } from "./package";

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: `worksheet`, `table`; the same in transitional and strict files. */
  readonly type: string;
  /** A part's name, or an address outside of the file. */
  readonly target: string;
  readonly external: boolean;
}

const EMPTY_RELS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/** Name of the part that holds a part's relationships; those of the package belong to the part `""`. */
function relsName(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part, in file order. */
export function relationships(pack: Package, part: string): Relationship[] {
  const name = relsName(part);
  if (!pack.has(name)) return [];
  return childrenOf(pack.tree(name), "Relationship").map((element) => relationshipOf(element, part));
}

function relationshipOf(element: XmlElement, part: string): Relationship {
  const external = element.attributes.get("TargetMode") === "External";
  const target = element.attributes.get("Target") ?? "";
  const type = element.attributes.get("Type") ?? "";
  return {
    id: element.attributes.get("Id") ?? "",
    type: type.slice(type.lastIndexOf("/") + 1),
    target: external ? target : resolve(part, target),
    external,
  };
}

/** A relative target as a part's name. */
function resolve(part: string, target: string): string {
  const path = target.split("#")[0] ?? "";
  const steps = path.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Adds a relationship and gives its id. `type` is the whole address. */
export function addRelationship(
  pack: Package,
  part: string,
  type: string,
  target: string,
  external = false,
): string {
  const name = relsName(part);
  if (!pack.has(name)) pack.set(name, EMPTY_RELS);
  const taken = new Set(relationships(pack, part).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const root = pack.tree(name);
  const edit = new XmlEdit(root.xml, root.prefix);
  const values = {
    Id: id,
    Type: type,
    Target: external ? target : relative(part, target),
    TargetMode: external ? "External" : undefined,
  };
  edit.append(root, `<Relationship${attributes(values)}/>`);
  pack.set(name, edit.result());
  return id;
}

/** A part's name as seen from another part: some readers do not understand names that begin with a slash. */
function relative(from: string, target: string): string {
  const [own, other] = [from.split("/").slice(0, -1), target.split("/")];
  let shared = 0;
  while (shared < own.length && own[shared] === other[shared]) shared++;
  return [...own.slice(shared).map(() => ".."), ...other.slice(shared)].join("/");
}

/** Removes relationships that the test chooses. */
export function removeRelationships(
  pack: Package,
  part: string,
  chosen: (each: Relationship) => boolean,
): void {
  const name = relsName(part);
  if (!pack.has(name)) return;
  const root = pack.tree(name);
  const edit = new XmlEdit(root.xml, root.prefix);
  for (const element of childrenOf(root, "Relationship"))
    if (chosen(relationshipOf(element, part))) edit.replace(element.start, element.end, "");
  if (edit.changed) pack.set(name, edit.result());
}

/** Every part that can be reached from the package's root; relationship parts are not listed. */
export function reachable(pack: Package): Set<string> {
  const found = new Set<string>();
  const queue = [""];
  for (let part = queue.pop(); part !== undefined; part = queue.pop())
    for (const { target, external } of relationships(pack, part))
      if (!external && !found.has(target.toLowerCase()) && pack.has(target)) {
        found.add(target.toLowerCase());
        queue.push(target);
      }
  return found;
}

const TYPES = "[Content_Types].xml";

/** Declares the content type of a new part. */
export function addContentType(pack: Package, part: string, type: string): void {
  const root = pack.tree(TYPES);
  const edit = new XmlEdit(root.xml, root.prefix);
  edit.append(root, `<Override${attributes({ PartName: `/${part}`, ContentType: type })}/>`);
  pack.set(TYPES, edit.result());
}

/** Removes parts, their relationships and content types. */
export function removeParts(pack: Package, parts: readonly string[]): void {
  if (parts.length === 0) return;
  const gone = new Set(parts.map((part) => `/${part}`.toLowerCase()));
  const root = pack.tree(TYPES);
  const edit = new XmlEdit(root.xml, root.prefix);
  for (const element of childrenOf(root, "Override"))
    if (gone.has((element.attributes.get("PartName") ?? "").toLowerCase()))
      edit.replace(element.start, element.end, "");
  if (edit.changed) pack.set(TYPES, edit.result());
  for (const part of parts) {
    pack.remove(part);
    pack.remove(relsName(part));
  }
}

/** Content type of a part: its own, else that of its extension. */
export function contentType(pack: Package, part: string): string {
  const root = pack.tree(TYPES);
  const own = childrenOf(root, "Override").find(
    (each) => each.attributes.get("PartName")?.toLowerCase() === `/${part}`.toLowerCase(),
  );
  const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  const byExtension = childrenOf(root, "Default").find(
    (each) => each.attributes.get("Extension")?.toLowerCase() === extension,
  );
  return (own ?? byExtension ?? child(root, "none"))?.attributes.get("ContentType") ?? "";
}
