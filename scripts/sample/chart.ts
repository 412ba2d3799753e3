import { strFromU8, strToU8, unzipSync } from "fflate";
import { repack } from "./paint";

const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

export interface ChartPlace {
  /** Position of the sheet in the file, from 1, as ExcelJS names its part. */
  sheetNumber: number;
  title: string;
  /** References such as `'ЕГЭ'!$B$5:$B$20`. */
  categories: string;
  values: string;
  /** Rows between which it is drawn, from 0. */
  rows: [number, number];
}

/** Adds a bar chart to a finished workbook: ExcelJS cannot, and a methodist's workbook has one. */
export function addChart(bytes: Uint8Array, place: ChartPlace): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const path = `xl/worksheets/sheet${place.sheetNumber}.xml`;
  const rels = `xl/worksheets/_rels/sheet${place.sheetNumber}.xml.rels`;
  if (parts[rels] !== undefined) throw new Error(`${rels} exists: choose a sheet without comments`);
  const sheet = strFromU8(parts[path] ?? new Uint8Array());
  // The schema wants <drawing> after the page set-up and header, before tables.
  const at = sheet.lastIndexOf("</worksheet>");
  parts[path] = strToU8(`${sheet.slice(0, at)}<drawing xmlns:r="${RELS}" r:id="rId1"/></worksheet>`);
  parts[rels] = relation("drawing", "../drawings/drawing90.xml");
  parts["xl/drawings/drawing90.xml"] = strToU8(drawingXml(place));
  parts["xl/drawings/_rels/drawing90.xml.rels"] = relation("chart", "../charts/chart90.xml");
  parts["xl/charts/chart90.xml"] = strToU8(chartXml(place));
  const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
  parts["[Content_Types].xml"] = strToU8(
    types.replace(
      "</Types>",
      override("/xl/drawings/drawing90.xml", "drawing") +
        override("/xl/charts/chart90.xml", "drawingml.chart") +
        "</Types>",
    ),
  );
  return repack(parts);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function relation(kind: string, target: string): Uint8Array<ArrayBuffer> {
  return strToU8(
    `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELS}/${kind}" Target="${target}"/></Relationships>`,
  );
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
}

function drawingXml({ rows: [top, bottom] }: ChartPlace): string {
  const corner = (tag: string, column: number, row: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
    corner("from", 1, top) +
    corner("to", 11, bottom) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Диаграмма 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart">` +
    `<c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  );
}

function chartXml({ title, categories, values }: ChartPlace): string {
  const axis = (tag: string, id: number, cross: number, position: string, more: string): string =>
    `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${more}<c:crossAx val="${cross}"/></c:${tag}>`;
  return (
    `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>` +
    `<c:spPr><a:solidFill><a:srgbClr val="C55A11"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>${categories}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${values}</c:f></c:numRef></c:val></c:ser>` +
    `<c:gapWidth val="60"/><c:axId val="111"/><c:axId val="112"/></c:barChart>` +
    axis("catAx", 111, 112, "b", "") +
    axis("valAx", 112, 111, "l", '<c:numFmt formatCode="0%" sourceLinked="0"/>') +
    `</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
  );
}
