import type { Flavour } from "../format/flavour";
import type { Package } from "../../../xlsx/package/package";
import { addContentType, addRelationship } from "../../../xlsx/package/relationships";
import { child, childrenOf, numberOf } from "../../../xlsx/xml/element";

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

/**
 * Number of the cell metadata that makes an array formula a dynamic one, [MS-XLSX] 2.3.9 and 2.6.166; the part is added
 * when the file has none. Nothing when the file has metadata of other kinds only: the formula is then written as an array.
 */
export function dynamicArrayMetadata(
  pack: Package,
  workbook: string,
  part: string | undefined,
  flavour: Flavour,
): number | undefined {
  if (part !== undefined) return existing(pack, part);
  const name = pack.has("xl/metadata.xml") ? pack.freeName("xl/metadata", ".xml") : "xl/metadata.xml";
  pack.set(name, metadataXml(flavour));
  addContentType(pack, name, CONTENT_TYPE);
  addRelationship(pack, workbook, `${flavour.relation}/sheetMetadata`, name);
  return 1;
}

function existing(pack: Package, part: string): number | undefined {
  const root = pack.tree(part);
  const types = childrenOf(child(root, "metadataTypes"), "metadataType");
  const type = types.findIndex((each) => each.attributes.get("name") === "XLDAPR") + 1;
  const entries = childrenOf(child(root, "cellMetadata"), "bk");
  const index = entries.findIndex((each) => childrenOf(each, "rc").some((rc) => numberOf(rc, "t") === type));
  return type === 0 || index < 0 ? undefined : index + 1;
}

function metadataXml({ main }: Flavour): string {
  const dynamic = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${main}" xmlns:xda="${dynamic}">` +
    '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" ' +
    'merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
    '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
    '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>'
  );
}
