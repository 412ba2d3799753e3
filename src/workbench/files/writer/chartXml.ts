import { columnName } from "../../../xlsx/format/address";
import { encodeXml } from "../../../xlsx/xml/text";
import type { Chart } from "../../store/model";

type Made = NonNullable<Chart["made"]>;

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
/** Ids of the two axes inside their chart. */
const [CATEGORIES, VALUES] = [111, 112];

/** The part of a chart: references to cells without cached values, which every program computes when it opens the file. */
export function chartXml(made: Made, sheetName: string): string {
  const { kind, data } = made;
  const stacked = kind.endsWith("Stacked");
  const bar = kind.startsWith("Bar");
  const series = Array.from({ length: data.right - data.left }, (_, index) =>
    seriesXml(made, sheetName, index),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart>${titleXml(made.title)}` +
    "<c:plotArea><c:layout/><c:barChart>" +
    `<c:barDir val="${bar ? "bar" : "col"}"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
    series.join("") +
    `<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/></c:barChart>` +
    axisXml("catAx", CATEGORIES, VALUES, bar ? "l" : "b", bar) +
    axisXml("valAx", VALUES, CATEGORIES, bar ? "b" : "l", false) +
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function titleXml(title: string): string {
  if (title === "") return '<c:autoTitleDeleted val="1"/>';
  const run = `<a:r><a:rPr lang="ru-RU" sz="1200" b="1"/><a:t>${encodeXml(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
}

function seriesXml({ data, colors }: Made, sheetName: string, index: number): string {
  const cells = (column: number, top: number, bottom: number): string => {
    const name = `'${sheetName.replaceAll("'", "''")}'`;
    const letter = `$${columnName(column)}$`;
    return encodeXml(`${name}!${letter}${top + 1}${bottom > top ? `:${letter}${bottom + 1}` : ""}`);
  };
  const column = data.left + 1 + index;
  const fill = colors.get(index);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>${cells(column, data.top, data.top)}</c:f></c:strRef></c:tx>` +
    (fill === undefined
      ? ""
      : `<c:spPr><a:solidFill><a:srgbClr val="${fill.slice(1)}"/></a:solidFill></c:spPr>`) +
    '<c:invertIfNegative val="0"/>' +
    `<c:cat><c:strRef><c:f>${cells(data.left, data.top + 1, data.bottom)}</c:f></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${cells(column, data.top + 1, data.bottom)}</c:f></c:numRef></c:val></c:ser>`
  );
}

/** Categories of a bar chart are read from the top, as their rows stand in the sheet; their values stay below. */
function axisXml(tag: string, id: number, cross: number, position: string, fromTop: boolean): string {
  const isValue = tag === "valAx";
  return (
    `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="${fromTop ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${position}"/>${isValue ? "<c:majorGridlines/>" : ""}<c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${cross}"/>` +
    `<c:crosses val="${isValue && position === "b" ? "max" : "autoZero"}"/></c:${tag}>`
  );
}
