import type { Sheet, Workbook } from "../../store/model";
import { isOle, oleProblem } from "../../../xlsx/package/ole";
import { Package, parsed } from "../../../xlsx/package/package";
import { child, flag, numberOf } from "../../../xlsx/xml/element";
import { FileProblem } from "../../../xlsx/problem";
import { readCustomXml, readSettings, SETTINGS_NAMESPACE } from "./customXml";
import { printNames, readNames } from "./names";
import { readNotes } from "./notes";
import { readSharedStrings } from "../../../xlsx/parts/sharedStrings";
import { readSelection, readSheet } from "./sheet";
import { readStyles } from "./styles";
import { findParts, type SheetEntry, type WorkbookParts } from "../../../xlsx/parts/workbookParts";

/**
 * Reads an .xlsx (or .xlsm, .xltx; transitional or strict) into the host's model.
 * @param name file name with its extension
 * @throws FileProblem what keeps the file from being opened
 */
export function openWorkbook(bytes: Uint8Array, name: string): Promise<Workbook> {
  return Promise.resolve().then(() => read(bytes, name));
}

function read(bytes: Uint8Array, name: string): Workbook {
  if (isOle(bytes)) throw oleProblem(bytes);
  const pack = Package.open(bytes);
  if (!pack.has("[Content_Types].xml")) throw new FileProblem("notXlsx", "no content types");
  const parts = findParts(pack);
  const styles = readStyles(
    parts.styles ? pack.tree(parts.styles) : undefined,
    parts.theme ? pack.tree(parts.theme) : undefined,
  );
  const { strings: stringsPart } = parts;
  const strings = stringsPart ? parsed(stringsPart, () => readSharedStrings(pack.text(stringsPart))) : [];
  const names = readNames(parts.root);
  const ids = sheetIds(pack, parts);
  const sheets = parts.sheets.flatMap((entry, index): Sheet[] => {
    if (!entry.isWorksheet) return [];
    if (entry.part === undefined) throw new FileProblem("corrupted", `${entry.name}: no part`);
    const source = {
      part: entry.part,
      id: ids[index] ?? "",
      name: entry.name,
      visibility: visibilityOf(entry),
    };
    const sheet = readSheet(pack, source, styles, strings);
    sheet.names = names
      .filter((each) => each.sheet === index && isOrdinary(each.name.name))
      .map((each) => each.name);
    Object.assign(sheet.page, printNames(names, index));
    return [sheet];
  });
  // Saving finds the sheet of the file by its name; Excel gives no two sheets the same.
  const twice = sheets.find((sheet, index) =>
    sheets.slice(0, index).some(({ name: other }) => other.toLowerCase() === sheet.name.toLowerCase()),
  );
  if (twice) throw new FileProblem("corrupted", `two sheets «${twice.name}»`);
  if (sheets.length === 0) throw new FileProblem("notXlsx", "no worksheets");
  const active = activeSheet(pack, parts, sheets);
  const stored = readCustomXml(pack, parts.workbook);
  return {
    name,
    sheets,
    names: names
      .filter((each) => each.sheet === undefined && isOrdinary(each.name.name))
      .map((each) => each.name),
    customXmlParts: stored
      .map(({ value }) => value)
      .filter(({ namespaceUri }) => namespaceUri !== SETTINGS_NAMESPACE),
    settings: readSettings(stored),
    structureProtected: flag(child(parts.root, "workbookProtection"), "lockStructure"),
    ...active,
    source: bytes,
    removed: [],
    notes: readNotes(pack, flag(child(parts.root, "workbookPr"), "date1904")),
    defaultFont: { name: styles.defaults.fontName, size: styles.defaults.fontSize },
  };
}

function isOrdinary(name: string): boolean {
  return !name.toLowerCase().startsWith("_xlnm.");
}

function visibilityOf({ element }: SheetEntry): Sheet["visibility"] {
  const state = element.attributes.get("state");
  return state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
}

/** Excel's own identity of a sheet, `xr:uid`, where the file has it; else one made from the sheet's number. */
function sheetIds(pack: Package, parts: WorkbookParts): string[] {
  const taken = new Set<string>();
  return parts.sheets.map(({ part, sheetId, isWorksheet }) => {
    const head = part !== undefined && isWorksheet && pack.has(part) ? pack.text(part).slice(0, 4000) : "";
    const own = /\sxr:uid="(\{[0-9A-Fa-f-]{36}\})"/.exec(head)?.[1]?.toUpperCase();
    const made = `{00000000-${sheetId.toString(16).toUpperCase().padStart(4, "0")}-0000-0000-000000000000}`;
    const id = own === undefined || taken.has(own) ? made : own;
    taken.add(id);
    return id;
  });
}

function activeSheet(
  pack: Package,
  parts: WorkbookParts,
  sheets: readonly Sheet[],
): Pick<Workbook, "activeSheetId" | "selection"> {
  const view = child(child(parts.root, "bookViews"), "workbookView");
  const entry = parts.sheets[numberOf(view, "activeTab") ?? 0];
  const sheet =
    sheets.find(({ origin }) => origin === entry?.name) ??
    sheets.find(({ visibility }) => visibility === "Visible") ??
    sheets[0];
  const part = parts.sheets.find(({ name }) => name === sheet?.origin)?.part;
  const none = { top: 0, left: 0, bottom: 0, right: 0 };
  return {
    activeSheetId: sheet?.id ?? "",
    selection: part === undefined ? none : readSelection(pack.tree(part, "sheetData")),
  };
}
