import type { Sheet } from "../../store/model";
import { addContentType, addRelationship, removeRelationships } from "../../../xlsx/package/relationships";
import { bareOf, withAttributes, XmlEdit } from "../../../xlsx/xml/edit";
import { child, childrenOf, flag, numberOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";
import type { SheetEntry } from "../../../xlsx/parts/workbookParts";
import { blankSheet } from "./blank";
import { namesXml, type PlacedSheet } from "./names";
import type { SaveContext } from "./saveContext";

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
/** Order of the children of the workbook part, ECMA-376 part 1, 18.2.27. */
const ORDER = (
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr " +
  "oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
).split(" ");

/** A sheet of the saved file, in its order. */
export interface SavedSheet extends PlacedSheet {
  /** Of the file; absent for a new sheet. */
  readonly entry: SheetEntry | undefined;
  readonly part: string;
}

/** The sheets in the order of the model; chart sheets stay behind the sheet that they followed. New sheets get a part. */
export function placeSheets(context: SaveContext): SavedSheet[] {
  const entries = context.parts.sheets;
  const placed = context.workbook.sheets.map((sheet): SavedSheet => {
    const before = entries.findIndex(({ name, isWorksheet }) => isWorksheet && name === sheet.origin);
    const entry = entries[before];
    const part = entry?.part ?? newPart(context, sheet);
    return { entry, part, sheet, name: sheet.name, oldName: entry?.name, before: entry && before };
  });
  entries.forEach((entry, before) => {
    if (entry.isWorksheet) return;
    const previous = entries
      .slice(0, before)
      .findLast((each) => placed.some(({ oldName }) => oldName === each.name));
    const at = placed.findIndex(({ oldName }) => oldName === previous?.name && previous !== undefined) + 1;
    placed.splice(at, 0, {
      entry,
      part: entry.part ?? "",
      sheet: undefined,
      name: entry.name,
      oldName: entry.name,
      before,
    });
  });
  return placed;
}

function newPart({ pack, flavour }: SaveContext, sheet: Sheet): string {
  const part = pack.freeName("xl/worksheets/sheet", ".xml");
  pack.set(part, blankSheet(flavour.main, flavour.relation, sheet.id));
  addContentType(pack, part, SHEET_TYPE);
  return part;
}

/** Writes the workbook part: list of sheets, names, active sheet, protection of the structure. */
export function writeWorkbookPart(context: SaveContext, placed: readonly SavedSheet[]): void {
  const { pack, parts, workbook } = context;
  const gone = parts.sheets
    .filter((entry) => !placed.some((each) => each.entry === entry))
    .map(({ part }) => part);
  removeRelationships(
    pack,
    parts.workbook,
    ({ type, target }) => type === "worksheet" && gone.includes(target),
  );
  const { root } = parts;
  const edit = new XmlEdit(root.xml, root.prefix);
  const sheets = child(root, "sheets");
  put(edit, root, "sheets", `<sheets>${sheetsXml(context, placed)}</sheets>`);
  put(edit, root, "definedNames", namesXml(root, workbook, placed));
  const active = Math.max(
    0,
    placed.findIndex(({ sheet }) => sheet?.id === workbook.activeSheetId),
  );
  putActive(edit, root, active);
  const locked = flag(child(root, "workbookProtection"), "lockStructure");
  if (locked !== workbook.structureProtected) {
    const old = child(root, "workbookProtection");
    const xml = withAttributes(old ? bareOf(old) : "<workbookProtection/>", {
      lockStructure: workbook.structureProtected ? 1 : undefined,
    });
    put(edit, root, "workbookProtection", /\s\w/.test(xml) ? xml : "");
  }
  const result = edit.result();
  if (sheets && result !== root.xml) pack.set(parts.workbook, result);
}

function sheetsXml(context: SaveContext, placed: readonly SavedSheet[]): string {
  let nextId = Math.max(0, ...context.parts.sheets.map(({ sheetId }) => sheetId)) + 1;
  const old = context.parts.root.children.find(({ name }) => name === "sheets");
  return placed
    .map(({ entry, part, sheet, name }) => {
      const state =
        sheet && sheet.visibility !== "Visible"
          ? sheet.visibility === "Hidden"
            ? "hidden"
            : "veryHidden"
          : undefined;
      if (entry && old) return sheet ? oldSheet(entry.element, name, state) : bareOf(entry.element);
      const id = addRelationship(
        context.pack,
        context.parts.workbook,
        `${context.flavour.relation}/worksheet`,
        part,
      );
      return `<sheet${attributes({ "xmlns:r": context.flavour.relation, name, sheetId: nextId++, state, "r:id": id })}/>`;
    })
    .join("");
}

function oldSheet(element: XmlElement, name: string, state: string | undefined): string {
  const was = element.attributes.get("state") ?? "visible";
  return withAttributes(bareOf(element), {
    ...(name !== element.attributes.get("name") && { name }),
    ...((state ?? "visible") !== was && { state }),
  });
}

/** Replaces a child, or puts it in its place; what says the same is left as it is written. */
function put(edit: XmlEdit, root: XmlElement, name: string, xml: string): void {
  const old = child(root, name);
  if (old) {
    if (squeezed(bareOf(old)) !== squeezed(xml)) edit.replace(old.start, old.end, xml);
    return;
  }
  const after = root.children.find((each) => ORDER.indexOf(each.name) > ORDER.indexOf(name));
  edit.insert(after?.start ?? root.closeStart, xml);
}

function squeezed(xml: string): string {
  return xml.replace(/>\s+</g, "><").replace(/\s+\/>/g, "/>");
}

function putActive(edit: XmlEdit, root: XmlElement, active: number): void {
  const view = childrenOf(child(root, "bookViews"), "workbookView")[0];
  if (!view) {
    if (active > 0)
      put(edit, root, "bookViews", `<bookViews><workbookView activeTab="${active}"/></bookViews>`);
    return;
  }
  if ((numberOf(view, "activeTab") ?? 0) === active) return;
  edit.replace(
    view.start,
    view.end,
    withAttributes(bareOf(view), { activeTab: active === 0 ? undefined : active }),
  );
}
