import type { Area, Sheet, Workbook } from "../../store/model";
import { flavourOf, type Flavour } from "../format/flavour";
import type { Package } from "../../../xlsx/package/package";
import { addContentType, addRelationship } from "../../../xlsx/package/relationships";
import { readStyles, type StyleTable } from "../reader/styles";
import { findParts, type WorkbookParts } from "../../../xlsx/parts/workbookParts";
import { numberOf, parseXml } from "../../../xlsx/xml/element";
import { dynamicArrayMetadata } from "./metadata";
import { StyleBook } from "./styleBook";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** What the writers of the parts share. */
export class SaveContext {
  readonly parts: WorkbookParts;
  readonly flavour: Flavour;
  readonly styles: StyleTable;
  readonly book: StyleBook;
  /** A cell of an opened sheet was written: the calculation chain may name cells that have no formula any more. */
  formulasWritten = false;
  private readonly stylesPart: string;
  private metadata: number | undefined | "unknown" = "unknown";
  private tableId: number | undefined;

  constructor(
    readonly pack: Package,
    readonly workbook: Workbook,
  ) {
    const found = findParts(pack);
    this.parts = found;
    this.flavour = flavourOf(found.root.xml);
    this.stylesPart = found.styles ?? "xl/styles.xml";
    const root = found.styles === undefined ? parseXml(noStyles(this.flavour)) : pack.tree(found.styles);
    this.styles = readStyles(root, found.theme === undefined ? undefined : pack.tree(found.theme));
    this.book = new StyleBook(root, this.styles);
  }

  /** A number that no table of the file has. */
  readonly nextTableId = (): number => {
    this.tableId ??= Math.max(
      0,
      ...this.pack
        .names()
        .filter((name) => /\/tables\/[^/]+\.xml$/i.test(name))
        .map((name) => this.idOf(name)),
    );
    return ++this.tableId;
  };

  readonly dynamicArray = (): number | undefined => {
    if (this.metadata === "unknown") {
      const part = this.parts.relations.find(({ type }) => type === "sheetMetadata")?.target;
      this.metadata = dynamicArrayMetadata(this.pack, this.parts.workbook, part, this.flavour);
    }
    return this.metadata;
  };

  readonly formulasChanged = (): void => {
    this.formulasWritten = true;
  };

  /** Whether rows or columns of an opened sheet were put in or taken out. */
  moved({ id, origin }: Sheet): boolean {
    if (origin === undefined) return false;
    return (this.workbook.changes ?? []).some((change) => change.kind === "shift" && change.sheetId === id);
  }

  /** The selection is known of the active sheet only, and written where the sheet is new. */
  selectionFor(sheet: Sheet, whole: boolean): { selection?: Area } {
    return whole && sheet.id === this.workbook.activeSheetId ? { selection: this.workbook.selection } : {};
  }

  writeStyles(): void {
    const xml = this.book.result();
    if (xml === undefined) return;
    this.pack.set(this.stylesPart, xml);
    if (this.parts.styles !== undefined) return;
    addContentType(this.pack, this.stylesPart, STYLES_TYPE);
    addRelationship(this.pack, this.parts.workbook, `${this.flavour.relation}/styles`, this.stylesPart);
  }

  private idOf(name: string): number {
    return numberOf(this.pack.tree(name), "id") ?? 0;
  }
}

/** Styles of a file that has none: format 0 must be there before another can be added. */
function noStyles({ main }: Flavour): string {
  return (
    `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
  );
}
