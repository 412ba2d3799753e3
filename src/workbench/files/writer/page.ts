import type { PageLayout, Sheet } from "../../store/model";
import { INCH } from "../format/units";
import { MARGINS, PAPERS } from "../reader/page";
import { bareOf, withAttributes } from "../../../xlsx/xml/edit";
import { child, type XmlElement } from "../../../xlsx/xml/element";
import { attributes, encodeXml } from "../../../xlsx/xml/text";
import type { SheetEdit } from "./sheetEdit";

/** Excel's normal margins, inches. */
const NORMAL = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** Puts the page set-up; printer settings and whatever the model does not know stay. "Fit to page" is in `sheetPr`. */
export function putPage(edit: SheetEdit, { page }: Sheet): void {
  const { root } = edit;
  edit.put("printOptions", optionsXml(root, page));
  edit.put("pageMargins", marginsXml(root, page));
  edit.put("pageSetup", setupXml(root, page));
  edit.put("headerFooter", headersXml(root, page));
  const breaks = page.rowBreaks ?? [];
  const list = breaks.toSorted((a, b) => a - b).map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  const count = { count: breaks.length, manualBreakCount: breaks.length };
  edit.put(
    "rowBreaks",
    breaks.length === 0 ? "" : `<rowBreaks${attributes(count)}>${list.join("")}</rowBreaks>`,
  );
}

/** Whether the page is fitted to a number of pages instead of scaled. */
export function fitsToPage({ zoom }: PageLayout): boolean {
  return zoom?.horizontalFitToPages !== undefined || zoom?.verticalFitToPages !== undefined;
}

function optionsXml(root: XmlElement, page: PageLayout): string {
  const old = child(root, "printOptions");
  const xml = withAttributes(old ? bareOf(old) : "<printOptions/>", {
    horizontalCentered: page.centerHorizontally ? 1 : undefined,
    verticalCentered: page.centerVertically ? 1 : undefined,
    gridLines: page.printGridlines ? 1 : undefined,
  });
  return /\s/.test(xml) ? xml : "";
}

function marginsXml(root: XmlElement, { margins }: PageLayout): string {
  const old = child(root, "pageMargins");
  if (!margins) return old ? bareOf(old) : "";
  const inches = MARGINS.map((side) => {
    const points = margins[side];
    const before = old?.attributes.get(side);
    const same =
      points !== undefined && before !== undefined && Math.abs(Number(before) * INCH - points) < 1e-6;
    return [side, same ? before : points === undefined ? (before ?? NORMAL[side]) : points / INCH] as const;
  });
  return `<pageMargins${attributes(Object.fromEntries(inches))}/>`;
}

function setupXml(root: XmlElement, page: PageLayout): string {
  const old = child(root, "pageSetup");
  const paper = PAPERS.findIndex((name) => name.toLowerCase() === page.paperSize?.toLowerCase()) + 1;
  const fit = fitsToPage(page);
  const xml = withAttributes(old ? bareOf(old) : "<pageSetup/>", {
    ...(paper > 0 && { paperSize: paper }),
    scale: fit ? undefined : page.zoom?.scale,
    ...(fit && {
      fitToWidth: page.zoom?.horizontalFitToPages ?? 0,
      fitToHeight: page.zoom?.verticalFitToPages ?? 0,
    }),
    ...(page.orientation && { orientation: page.orientation.toLowerCase() }),
  });
  return /\s/.test(xml) ? xml : "";
}

function headersXml(root: XmlElement, { headersFooters }: PageLayout): string {
  const old = child(root, "headerFooter");
  const section = (code: string, text: string | undefined) =>
    text === undefined || text === "" ? "" : `&${code}${text}`;
  const joined = (part: "Header" | "Footer") =>
    section("L", headersFooters?.[`left${part}`]) +
    section("C", headersFooters?.[`center${part}`]) +
    section("R", headersFooters?.[`right${part}`]);
  const element = (name: string, text: string) =>
    text === "" ? "" : `<${name}>${encodeXml(text)}</${name}>`;
  const own = element("oddHeader", joined("Header")) + element("oddFooter", joined("Footer"));
  const rest = old?.children.filter(({ name }) => !name.startsWith("odd")).map(bareOf) ?? [];
  const content = own + rest.join("");
  if (content === "") return "";
  return `<headerFooter${attributes(Object.fromEntries(old?.attributes ?? []))}>${content}</headerFooter>`;
}
