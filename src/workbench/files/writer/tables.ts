import type { Sheet, Table } from "../../store/model";
import { areaName } from "../../../xlsx/format/address";
import type { Flavour } from "../format/flavour";
import type { Package } from "../../../xlsx/package/package";
import {
  addContentType,
  addRelationship,
  relationships,
  removeRelationships,
} from "../../../xlsx/package/relationships";
import { readTable, tableParts } from "../reader/sheet";
import { same } from "../reader/styles";
import { bareOf, withAttributes } from "../../../xlsx/xml/edit";
import { child, childrenOf, numberOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes, encodeAttribute } from "../../../xlsx/xml/text";

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** The texts of a table's headings: Excel refuses a file whose headings are blank, repeated or not as in the cells. */
export function headingsOf(sheet: Sheet, table: Table): string[] {
  const taken = new Set<string>();
  const headings: string[] = [];
  for (let column = table.area.left; column <= table.area.right; column++) {
    const value = table.showHeaders ? sheet.cells.get(table.area.top)?.get(column)?.value : undefined;
    const wanted =
      value === undefined || value === "" ? `Column${column - table.area.left + 1}` : String(value);
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    taken.add(name.toLowerCase());
    headings.push(name);
  }
  return headings;
}

/** Writes the parts of a sheet's tables and gives its `tableParts` element. `nextId` gives numbers that no table has. */
export function tablesXml(
  pack: Package,
  part: string,
  root: XmlElement,
  sheet: Sheet,
  flavour: Flavour,
  nextId: () => number,
): string {
  const before = tableParts(pack, root, relationships(pack, part)).map((each) => ({
    ...each,
    root: pack.tree(each.part),
  }));
  const kept: string[] = [];
  for (const table of sheet.tables) {
    const old = before.find((each) => readTable(each.root).id === table.id);
    if (!old) {
      kept.push(addTable(pack, part, sheet, table, flavour, nextId()));
      continue;
    }
    kept.push(old.relationship);
    const xml = patchedTable(old.root, sheet, table);
    if (xml !== old.root.xml) pack.set(old.part, xml);
  }
  const gone = new Set(before.map(({ relationship }) => relationship).filter((id) => !kept.includes(id)));
  removeRelationships(pack, part, ({ id }) => gone.has(id));
  const links = kept.map((id) => `<tablePart${attributes({ "xmlns:r": flavour.relation, "r:id": id })}/>`);
  return links.length === 0 ? "" : `<tableParts count="${links.length}">${links.join("")}</tableParts>`;
}

function addTable(
  pack: Package,
  part: string,
  sheet: Sheet,
  table: Table,
  flavour: Flavour,
  id: number,
): string {
  const name = pack.freeName("xl/tables/table", ".xml");
  const opening = withAttributes(`<table xmlns="${flavour.main}" id="${id}">`, tableValues(table));
  const columns = headingsOf(sheet, table).map((heading, index) => columnXml(index + 1, heading));
  const list = `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`;
  const content = filterXml(undefined, table) + list + styleXml(undefined, table);
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${opening}${content}</table>`;
  pack.set(name, xml);
  addContentType(pack, name, CONTENT_TYPE);
  return addRelationship(pack, part, `${flavour.relation}/table`, name);
}

function tableValues(table: Table): Record<string, string | number | undefined> {
  return {
    name: table.name,
    displayName: table.name,
    ref: areaName(table.area),
    headerRowCount: table.showHeaders ? undefined : 0,
    totalsRowCount: table.showTotals ? 1 : undefined,
    totalsRowShown: table.showTotals ? undefined : 0,
  };
}

function columnXml(id: number, heading: string): string {
  return `<tableColumn id="${id}" name="${headingAttribute(heading)}"/>`;
}

/** A line end in a heading is written `_x000a_`, as ST_Xstring. */
function headingAttribute(heading: string): string {
  return encodeAttribute(heading.replace(/\r\n?|\n/g, "_x000a_"));
}

function filterXml(old: XmlElement | undefined, table: Table): string {
  if (!table.showFilterButton || !table.showHeaders) return "";
  const { area, showTotals } = table;
  const ref = areaName(showTotals ? { ...area, bottom: area.bottom - 1 } : area);
  return withAttributes(old ? bareOf(old) : "<autoFilter/>", { ref });
}

function styleXml(old: XmlElement | undefined, table: Table): string {
  const base =
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>';
  const name = table.style === "" ? undefined : table.style;
  return withAttributes(old ? bareOf(old) : base, { name, showRowStripes: table.showBandedRows ? 1 : 0 });
}

/** The table's part with what differs set; its other properties and its columns' formulas stay. */
function patchedTable(root: XmlElement, sheet: Sheet, table: Table): string {
  const columns = childrenOf(child(root, "tableColumns"), "tableColumn");
  const headings = table.showHeaders
    ? headingsOf(sheet, table)
    : columns.map((each) => each.attributes.get("name") ?? "");
  const before = columns.map((each) => decodedHeading(each));
  if (same(readTable(root), table) && same(headings, before)) return root.xml;
  const width = table.area.right - table.area.left + 1;
  let nextId = Math.max(0, ...columns.map((each) => numberOf(each, "id") ?? 0)) + 1;
  const list = Array.from({ length: width }, (_, index) => {
    const [old, heading] = [columns[index], headings[index] ?? `Column${index + 1}`];
    if (!old) return columnXml(nextId++, heading);
    return heading === before[index] ? bareOf(old) : renamed(bareOf(old), heading);
  });
  const opening = withAttributes(root.xml.slice(root.start, root.openEnd), tableValues(table));
  const rest = root.children.filter(
    ({ name }) => !["autoFilter", "tableColumns", "tableStyleInfo"].includes(name),
  );
  const others = (names: readonly string[]) =>
    rest
      .filter(({ name }) => names.includes(name))
      .map(bareOf)
      .join("");
  const content =
    filterXml(child(root, "autoFilter"), table) +
    others(["sortState"]) +
    `<tableColumns count="${width}">${list.join("")}</tableColumns>` +
    styleXml(child(root, "tableStyleInfo"), table) +
    others(["extLst"]);
  const prefixed =
    root.prefix === "" ? content : content.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${root.prefix}`);
  return root.xml.slice(0, root.start) + opening + prefixed + root.xml.slice(root.closeStart);
}

function decodedHeading(column: XmlElement): string {
  return (column.attributes.get("name") ?? "").replace(/_x000[aA]_/g, "\n");
}

function renamed(raw: string, heading: string): string {
  return raw.replace(/\sname="[^"]*"/, () => ` name="${headingAttribute(heading)}"`);
}
