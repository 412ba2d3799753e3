import type { CustomXmlPart } from "../../store/model";
import type { Package } from "../../../xlsx/package/package";
import { relationships } from "../../../xlsx/package/relationships";
import { parseXml, prefixed, textOf, childrenOf } from "../../../xlsx/xml/element";

/**
 * Namespace of the part in which the host keeps `Workbook.settings`. Excel keeps an add-in's settings in a web extension
 * part that names the add-in by its catalogue; the host knows no add-in, and leaves those parts of a file as they are.
 */
export const SETTINGS_NAMESPACE = "urn:embedded-host:settings";

/** A custom XML part and where it lies. */
export interface StoredXml {
  readonly part: string;
  readonly value: CustomXmlPart;
}

/** Custom XML parts of a file; a part whose text is broken has no namespace and stays as it is. */
export function readCustomXml(pack: Package, workbook: string): StoredXml[] {
  const parts = relationships(pack, workbook).filter(
    ({ type, target }) => type === "customXml" && pack.has(target),
  );
  return parts.map(({ target }, index) => {
    const xml = pack.text(target);
    return {
      part: target,
      value: { id: idOf(pack, target) ?? `{item-${index + 1}}`, namespaceUri: namespaceOf(xml), xml },
    };
  });
}

function idOf(pack: Package, part: string): string | undefined {
  const properties = relationships(pack, part).find(({ type }) => type === "customXmlProps");
  return properties && pack.has(properties.target)
    ? prefixed(pack.tree(properties.target), "itemID")
    : undefined;
}

/** Namespace of the root element; nothing when it has none or the text is not XML. */
export function namespaceOf(xml: string): string {
  try {
    const root = parseXml(xml);
    return root.attributes.get(root.prefix === "" ? "xmlns" : `xmlns:${root.prefix.slice(0, -1)}`) ?? "";
  } catch {
    return "";
  }
}

/** Settings from the host's own part. */
export function readSettings(stored: readonly StoredXml[]): Map<string, unknown> {
  const own = stored.find(({ value }) => value.namespaceUri === SETTINGS_NAMESPACE);
  const settings = new Map<string, unknown>();
  if (!own) return settings;
  for (const element of childrenOf(parseXml(own.value.xml), "setting")) {
    const value: unknown = JSON.parse(textOf(element));
    settings.set(element.attributes.get("name") ?? "", value);
  }
  return settings;
}
