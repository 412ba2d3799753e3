import type { Workbook } from "../../store/model";
import { Package } from "../../../xlsx/package/package";
import { reachable, removeParts, removeRelationships } from "../../../xlsx/package/relationships";
import { child, childrenOf, numberOf } from "../../../xlsx/xml/element";
import { blankEntries } from "./blank";
import { writeCustomXml } from "./customXml";
import { SaveContext } from "./saveContext";
import { writeMoves } from "./moves";
import { writeSheet } from "./sheet";
import { placeSheets, writeWorkbookPart, type SavedSheet } from "./workbook";

/**
 * Writes a workbook as .xlsx. An opened file is patched: parts that were not touched are the same byte for byte, in touched
 * sheets only what was touched is written anew. The model itself is not changed.
 */
export function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  return Promise.resolve().then(() => write(workbook));
}

function write(workbook: Workbook): Uint8Array {
  const pack = workbook.source ? Package.open(workbook.source) : new Package(blankEntries());
  const before = reachable(pack);
  const context = new SaveContext(pack, workbook);
  const placed = placeSheets(context);
  const ofFile = placed.flatMap(({ sheet, entry, part }) => (sheet && entry ? [{ id: sheet.id, part }] : []));
  writeMoves(pack, workbook, ofFile);
  for (const each of placed)
    if (each.sheet)
      writeSheet(context, each.part, each.sheet, !each.entry, selectedChange(context, each, placed));
  writeWorkbookPart(context, placed);
  writeCustomXml(pack, context.parts.workbook, workbook, context.flavour);
  context.writeStyles();
  const removed = placed.filter(({ entry }) => entry).length < context.parts.sheets.length;
  if (context.formulasWritten || removed)
    removeRelationships(pack, context.parts.workbook, ({ type }) => type === "calcChain");
  removeUnreachable(pack, before);
  return pack.save();
}

/** Parts that hung on what was deleted: drawings and tables of a deleted sheet. Parts that hung on nothing before stay. */
function removeUnreachable(pack: Package, before: ReadonlySet<string>): void {
  const now = reachable(pack);
  const gone = pack.names().filter((name) => before.has(name.toLowerCase()) && !now.has(name.toLowerCase()));
  removeParts(pack, gone);
}

/** Two selected tabs are a group that is edited at once, so a new active sheet takes the mark from the old one. */
function selectedChange(
  context: SaveContext,
  { sheet, entry }: SavedSheet,
  placed: readonly SavedSheet[],
): boolean | undefined {
  const { parts, workbook } = context;
  const tab = numberOf(childrenOf(child(parts.root, "bookViews"), "workbookView")[0], "activeTab") ?? 0;
  const active = sheet?.id === workbook.activeSheetId;
  const wasActive = entry !== undefined && parts.sheets.indexOf(entry) === tab;
  const same = placed.some(
    (each) =>
      each.sheet?.id === workbook.activeSheetId &&
      each.entry !== undefined &&
      parts.sheets.indexOf(each.entry) === tab,
  );
  if (same) return undefined;
  return active ? true : wasActive ? false : undefined;
}
