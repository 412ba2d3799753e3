import type { CustomXmlPart, Workbook } from "../../store/model";
import type { Flavour } from "../format/flavour";
import type { Package } from "../../../xlsx/package/package";
import { addContentType, addRelationship, removeRelationships } from "../../../xlsx/package/relationships";
import { namespaceOf, readCustomXml, readSettings, SETTINGS_NAMESPACE } from "../reader/customXml";
import { same } from "../reader/styles";
import { attributes, encodeXml } from "../../../xlsx/xml/text";

/** Fixed, so that a file saved twice is the same. */
const SETTINGS_ID = "{6E2B7A10-5F0C-4C0B-9B6B-1D7C3A5E9F42}";

/** Adds, changes and deletes custom XML parts so that the file has those of the model, and its settings. */
export function writeCustomXml(
  pack: Package,
  workbookPart: string,
  workbook: Workbook,
  flavour: Flavour,
): void {
  const stored = readCustomXml(pack, workbookPart);
  const wanted = [...workbook.customXmlParts, ...settingsPart(workbook, readSettings(stored), stored)];
  for (const part of wanted) {
    const old = stored.find(({ value }) => value.id === part.id);
    if (!old) add(pack, workbookPart, part, flavour);
    else if (old.value.xml !== part.xml) pack.set(old.part, part.xml);
  }
  const gone = new Set(
    stored.filter(({ value }) => !wanted.some(({ id }) => id === value.id)).map(({ part }) => part),
  );
  removeRelationships(pack, workbookPart, ({ type, target }) => type === "customXml" && gone.has(target));
}

function settingsPart(
  workbook: Workbook,
  before: ReadonlyMap<string, unknown>,
  stored: readonly { value: CustomXmlPart }[],
): CustomXmlPart[] {
  const old = stored.find(({ value }) => value.namespaceUri === SETTINGS_NAMESPACE)?.value;
  if (same([...before], [...workbook.settings])) return old ? [old] : [];
  if (workbook.settings.size === 0) return [];
  const entries = [...workbook.settings].map(
    ([name, value]) =>
      `<setting${attributes({ name })}>${encodeXml(JSON.stringify(value ?? null))}</setting>`,
  );
  const xml = `<settings xmlns="${SETTINGS_NAMESPACE}">${entries.join("")}</settings>`;
  return [{ id: old?.id ?? SETTINGS_ID, namespaceUri: SETTINGS_NAMESPACE, xml }];
}

function add(
  pack: Package,
  workbookPart: string,
  { id, namespaceUri, xml }: CustomXmlPart,
  flavour: Flavour,
): void {
  const part = pack.freeName("customXml/item", ".xml");
  const number = /\d+(?=\.xml$)/.exec(part)?.[0] ?? "1";
  const properties = `customXml/itemProps${number}.xml`;
  const space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  const uri = namespaceUri === "" ? namespaceOf(xml) : namespaceUri;
  pack.set(part, xml);
  pack.set(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem${attributes({ "ds:itemID": id, "xmlns:ds": space })}>` +
      `<ds:schemaRefs>${uri === "" ? "" : `<ds:schemaRef${attributes({ "ds:uri": uri })}/>`}</ds:schemaRefs></ds:datastoreItem>`,
  );
  addContentType(pack, part, "application/xml");
  addContentType(pack, properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  addRelationship(pack, part, `${flavour.relation}/customXmlProps`, properties);
  addRelationship(pack, workbookPart, `${flavour.relation}/customXml`, part);
}
