import { FileProblem } from "../problem";
import type { Package } from "../package/package";
import { contentType, relationships, type Relationship } from "../package/relationships";
import { child, childrenOf, prefixed, type XmlElement } from "../xml/element";

/** Names of the main parts. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly root: XmlElement;
  readonly relations: readonly Relationship[];
  readonly styles: string | undefined;
  readonly strings: string | undefined;
  readonly theme: string | undefined;
  readonly sheets: readonly SheetEntry[];
}

/** A `sheet` element of the workbook part. */
export interface SheetEntry {
  readonly element: XmlElement;
  readonly name: string;
  readonly sheetId: number;
  /** Nothing when the relationship is broken. */
  readonly part: string | undefined;
  /** Sheets of cells; chart, dialog and macro sheets are kept and not read. */
  readonly isWorksheet: boolean;
}

/** Finds the main parts by their relationships. Throws `FileProblem` when it is no workbook. */
export function findParts(pack: Package): WorkbookParts {
  const workbook = relationships(pack, "").find(({ type }) => type === "officeDocument")?.target;
  if (workbook === undefined) throw new FileProblem("notXlsx", "no workbook");
  if (!pack.has(workbook)) throw new FileProblem("corrupted", `${workbook}: missing`);
  if (contentType(pack, workbook).includes("sheet.binary")) throw new FileProblem("notXlsx", "xlsb");
  const root = pack.tree(workbook);
  if (root.name !== "workbook") throw new FileProblem("notXlsx", root.name);
  const relations = relationships(pack, workbook);
  const one = (name: string) =>
    relations.find(({ type, target }) => type === name && pack.has(target))?.target;
  return {
    workbook,
    root,
    relations,
    styles: one("styles"),
    strings: one("sharedStrings"),
    theme: one("theme"),
    sheets: childrenOf(child(root, "sheets"), "sheet").map((element, index) =>
      sheetEntry(element, index, relations),
    ),
  };
}

function sheetEntry(element: XmlElement, index: number, relations: readonly Relationship[]): SheetEntry {
  const relation = relations.find(({ id }) => id === prefixed(element, "id"));
  return {
    element,
    name: element.attributes.get("name") ?? "",
    sheetId: Number(element.attributes.get("sheetId") ?? index + 1),
    part: relation?.target,
    isWorksheet: relation?.type === "worksheet",
  };
}
