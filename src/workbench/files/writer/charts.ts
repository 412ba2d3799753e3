import type { Package } from "../../../xlsx/package/package";
import { addContentType, addRelationship, removeRelationships } from "../../../xlsx/package/relationships";
import { XmlEdit } from "../../../xlsx/xml/edit";
import { attributes, encodeAttribute } from "../../../xlsx/xml/text";
import type { Chart, Sheet } from "../../store/model";
import type { Flavour } from "../format/flavour";
import { drawingOf, fileCharts } from "../reader/charts";
import { chartXml } from "./chartXml";

const SPREADSHEET = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const OPENXML = "application/vnd.openxmlformats-officedocument";
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${SPREADSHEET}" xmlns:a="${MAIN}"></xdr:wsDr>`;

/**
 * Adds the charts made in this session to the sheet's drawing, which is made when there is none, and takes out of it
 * those that were deleted. What else is drawn there stays.
 * @returns the `drawing` element of a new drawing; nothing where the sheet has one already, or needs none
 */
export function writeCharts(
  pack: Package,
  part: string,
  sheet: Sheet,
  { relation }: Flavour,
): string | undefined {
  const charts = sheet.charts ?? [];
  const existing = drawingOf(pack, part);
  if (existing !== undefined) removeDeleted(pack, existing, charts);
  const made = charts.flatMap(({ name, made: chart }) => (chart ? [{ name, chart }] : []));
  if (made.length === 0) return undefined;
  const drawing = existing ?? newDrawing(pack);
  for (const { name, chart } of made) addChart(pack, drawing, sheet.name, { name, chart }, relation);
  if (existing !== undefined) return undefined;
  const id = addRelationship(pack, part, `${relation}/drawing`, drawing);
  return `<drawing${attributes({ "xmlns:r": relation, "r:id": id })}/>`;
}

function newDrawing(pack: Package): string {
  const drawing = pack.freeName("xl/drawings/drawing", ".xml");
  pack.set(drawing, EMPTY);
  addContentType(pack, drawing, `${OPENXML}.drawing+xml`);
  return drawing;
}

function addChart(
  pack: Package,
  drawing: string,
  sheetName: string,
  { name, chart }: { readonly name: string; readonly chart: NonNullable<Chart["made"]> },
  relation: string,
): void {
  const part = pack.freeName("xl/charts/chart", ".xml");
  pack.set(part, chartXml(chart, sheetName));
  addContentType(pack, part, `${OPENXML}.drawingml.chart+xml`);
  const id = addRelationship(pack, drawing, `${relation}/chart`, part);
  const root = pack.tree(drawing);
  const edit = new XmlEdit(root.xml, "");
  edit.append(root, anchorXml(name, chart, id, root.children.length + 2, relation));
  pack.set(drawing, edit.result());
}

/** Written with prefixes of its own, whatever prefixes the drawing has. */
function anchorXml(
  name: string,
  { place }: NonNullable<Chart["made"]>,
  id: string,
  number: number,
  relation: string,
): string {
  const corner = (tag: string, column: number, row: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${SPREADSHEET}" xmlns:a="${MAIN}">` +
    corner("from", place.left, place.top) +
    corner("to", place.right + 1, place.bottom + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${encodeAttribute(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}">` +
    `<c:chart xmlns:c="${CHART}" xmlns:r="${relation}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function removeDeleted(pack: Package, drawing: string, charts: readonly Chart[]): void {
  const kept = new Set(charts.flatMap(({ id, made }) => (made ? [] : [id])));
  const gone = fileCharts(pack, drawing).filter(({ id }) => !kept.has(id));
  if (gone.length === 0) return;
  const root = pack.tree(drawing);
  const edit = new XmlEdit(root.xml, "");
  for (const { anchor } of gone) edit.replace(anchor.start, anchor.end, "");
  pack.set(drawing, edit.result());
  const links = new Set(gone.map(({ relationship }) => relationship));
  removeRelationships(pack, drawing, ({ id }) => links.has(id));
}
