import { bareOf, XmlEdit } from "../../../xlsx/xml/edit";
import { childrenOf, type XmlElement } from "../../../xlsx/xml/element";

/** Order of the children of a sheet, ECMA-376 part 1, 18.3.1.99: Excel refuses a file in another order. */
const ORDER = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter " +
  "sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks " +
  "printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags " +
  "drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"
).split(" ");

/** Changes to the XML of one sheet, child by child; children that nobody puts stay as they were. */
export class SheetEdit {
  private readonly puts = new Map<string, string>();
  private rows: string | undefined;

  constructor(readonly root: XmlElement) {}

  /** Replaces all children of that name; an empty text removes them. */
  put(name: string, xml: string): void {
    this.puts.set(name, xml);
  }

  /** Replaces what is inside `sheetData`. */
  putRows(xml: string): void {
    this.rows = xml;
  }

  /** A child as it now stands: put before, else of the file, without prefix; empty when there is none. */
  now(name: string): string {
    const put = this.puts.get(name);
    if (put !== undefined) return put;
    return childrenOf(this.root, name).map(bareOf).join("");
  }

  /** Text of the sheet, nothing when it is as it was. */
  result(): string | undefined {
    if (this.puts.size === 0 && this.rows === undefined) return undefined;
    const { root } = this;
    const edit = new XmlEdit(root.xml, root.prefix);
    for (const name of ORDER) {
      const xml = this.puts.get(name);
      if (xml !== undefined) this.apply(edit, name, xml);
    }
    const edited = edit.result();
    if (this.rows === undefined) return edited;
    return this.withRows(edited, this.rows);
  }

  private apply(edit: XmlEdit, name: string, xml: string): void {
    const { root } = this;
    const [first, ...others] = childrenOf(root, name);
    if (first) {
      edit.replace(first.start, first.end, xml);
      others.forEach((each) => {
        edit.replace(each.start, each.end, "");
      });
      return;
    }
    const after = root.children.find((each) => ORDER.indexOf(each.name) > ORDER.indexOf(name));
    edit.insert(after?.start ?? root.closeStart, xml);
  }

  /** The rows have their prefix already and are large: they are set last and pass through nothing else. */
  private withRows(xml: string, rows: string): string {
    const tag = `${this.root.prefix}sheetData`;
    const start = xml.indexOf(`<${tag}`);
    const openEnd = xml.indexOf(">", start) + 1;
    const empty = xml.charAt(openEnd - 2) === "/";
    const end = empty ? openEnd : xml.indexOf(">", xml.indexOf(`</${tag}`, openEnd)) + 1;
    return `${xml.slice(0, start)}<${tag}>${rows}</${tag}>${xml.slice(end)}`;
  }
}
