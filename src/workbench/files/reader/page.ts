import type { PageLayout } from "../../store/model";
import { INCH } from "../format/units";
import { child, childrenOf, flag, numberOf, textOf, type XmlElement } from "../../../xlsx/xml/element";

/** `Excel.PaperType` by the number of the file, from 1 on; ECMA-376 part 1, 18.3.1.63. */
export const PAPERS: readonly string[] = (
  "Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 " +
  "Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 " +
  "EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal " +
  "FanfoldUS FanfoldStdGerman FanfoldLegalGerman"
).split(" ");

export const MARGINS = ["left", "right", "top", "bottom", "header", "footer"] as const;

/** Page set-up of a sheet; print area and titles are defined names and come from the workbook part. */
export function readPage(root: XmlElement): PageLayout {
  const [setup, options] = [child(root, "pageSetup"), child(root, "printOptions")];
  const paper = PAPERS[(numberOf(setup, "paperSize") ?? 0) - 1];
  const orientation = setup?.attributes.get("orientation");
  const breaks = childrenOf(child(root, "rowBreaks"), "brk").map((each) => numberOf(each, "id") ?? 0);
  const margins = marginsOf(child(root, "pageMargins"));
  const texts = headersOf(child(root, "headerFooter"));
  return {
    ...(orientation === "landscape" && { orientation: "Landscape" }),
    ...(orientation === "portrait" && { orientation: "Portrait" }),
    ...(paper !== undefined && { paperSize: paper }),
    ...zoomOf(root, setup),
    ...(margins && { margins }),
    ...(flag(options, "horizontalCentered") && { centerHorizontally: true }),
    ...(flag(options, "verticalCentered") && { centerVertically: true }),
    ...(flag(options, "gridLines") && { printGridlines: true }),
    ...(texts && { headersFooters: texts }),
    ...(breaks.length > 0 && { rowBreaks: breaks }),
  };
}

function zoomOf(root: XmlElement, setup: XmlElement | undefined): Pick<PageLayout, "zoom"> {
  const fit = flag(child(child(root, "sheetPr"), "pageSetUpPr"), "fitToPage");
  if (!fit) {
    const scale = numberOf(setup, "scale");
    return scale === undefined ? {} : { zoom: { scale } };
  }
  const [wide, tall] = [numberOf(setup, "fitToWidth") ?? 1, numberOf(setup, "fitToHeight") ?? 1];
  // Zero is "as many pages as needed", which the object model says by leaving the number out.
  return {
    zoom: { ...(wide > 0 && { horizontalFitToPages: wide }), ...(tall > 0 && { verticalFitToPages: tall }) },
  };
}

function marginsOf(element: XmlElement | undefined): PageLayout["margins"] {
  if (!element) return undefined;
  const found: NonNullable<PageLayout["margins"]> = {};
  for (const side of MARGINS) {
    const inches = numberOf(element, side);
    if (inches !== undefined) found[side] = inches * INCH;
  }
  return found;
}

function headersOf(element: XmlElement | undefined): PageLayout["headersFooters"] {
  const found: NonNullable<PageLayout["headersFooters"]> = {};
  for (const part of ["Header", "Footer"] as const) {
    const sections = sectionsOf(textOf(child(element, `odd${part}`)));
    for (const side of ["left", "center", "right"] as const)
      if (sections[side] !== "") found[`${side}${part}`] = sections[side];
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** `&L`, `&C`, `&R` begin the sections; text before any of them is in the middle; `&&` is an ampersand. */
function sectionsOf(text: string): Record<"left" | "center" | "right", string> {
  const sections = { left: "", center: "", right: "" };
  const names = { L: "left", C: "center", R: "right" } as const;
  let side: keyof typeof sections = "center";
  for (const piece of text.match(/&[\s\S]|[^&]+|&$/g) ?? []) {
    const code = piece.charAt(1);
    if (piece.startsWith("&") && (code === "L" || code === "C" || code === "R")) side = names[code];
    else sections[side] += piece;
  }
  return sections;
}
