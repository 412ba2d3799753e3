import type { Area, DefinedName, Sheet, Workbook } from "../../store/model";
import { areaName, columnName, quotedSheet } from "../../../xlsx/format/address";
import { renameSheetIn, writeFormula } from "../format/formulas";
import { printNames, readNames, type NameElement } from "../reader/names";
import { same } from "../reader/styles";
import { bareOf, withAttributes } from "../../../xlsx/xml/edit";
import type { XmlElement } from "../../../xlsx/xml/element";
import { attributes, encodeXml } from "../../../xlsx/xml/text";

/** A sheet of the file as it will be written. */
export interface PlacedSheet {
  /** Place in the opened file. */
  readonly before: number | undefined;
  readonly oldName: string | undefined;
  readonly name: string;
  /** Absent for chart sheets and the like. */
  readonly sheet: Sheet | undefined;
}

interface Entry {
  /** Place among the names of the file; new names come last. */
  readonly order: number;
  readonly xml: string;
}

/** The `definedNames` element: names that did not change are copied, with the new places of their sheets. */
export function namesXml(root: XmlElement, workbook: Workbook, placed: readonly PlacedSheet[]): string {
  const old = readNames(root);
  const entries = [...scopedNames(undefined, workbook.names, old, undefined)];
  placed.forEach(({ sheet, before }, place) => {
    const ofSheet = before === undefined ? [] : old.filter((each) => each.sheet === before);
    if (sheet)
      entries.push(...scopedNames(place, sheet.names, old, before), ...builtIn(place, sheet, ofSheet));
    else entries.push(...ofSheet.map((each) => copied(each, place)));
  });
  const sorted = entries.toSorted((x, y) => x.order - y.order);
  const renamed = placed.filter(({ oldName, name }) => oldName !== undefined && oldName !== name);
  const xml = sorted.map((entry) => renamed.reduce(withNewName, entry.xml));
  return xml.length === 0 ? "" : `<definedNames>${xml.join("")}</definedNames>`;
}

function withNewName(xml: string, { oldName = "", name }: PlacedSheet): string {
  const plain = xml.replaceAll("&apos;", "'");
  const changed = renameSheetIn(plain, encodeXml(oldName), encodeXml(name));
  return changed === plain ? xml : changed;
}

function scopedNames(
  scope: number | undefined,
  names: readonly DefinedName[],
  old: readonly NameElement[],
  before: number | undefined,
): Entry[] {
  return names.map((name) => {
    const known = old.find(
      (each) =>
        each.sheet === before && same(each.name, name) && (scope === undefined || before !== undefined),
    );
    if (known) return copied(known, scope);
    const given = {
      name: name.name,
      comment: name.comment || undefined,
      localSheetId: scope,
      hidden: name.visible ? undefined : 1,
    };
    return {
      order: Infinity,
      xml: `<definedName${attributes(given)}>${encodeXml(writeFormula(name.formula))}</definedName>`,
    };
  });
}

function copied({ element }: NameElement, scope: number | undefined): Entry {
  return { order: element.start, xml: withAttributes(bareOf(element), { localSheetId: scope }) };
}

/** Built-in names of a sheet: the print ones from the model when the page was changed, the others as they are. */
function builtIn(place: number, sheet: Sheet, old: readonly NameElement[]): Entry[] {
  const own = old.filter(({ name }) => name.name.toLowerCase().startsWith("_xlnm."));
  const before = printNames(own, own[0]?.sheet ?? -1);
  const { printAreas, titleRows, titleColumns } = sheet.page;
  const made = new Map([
    [
      "_xlnm.Print_Area",
      same(before.printAreas ?? [], printAreas ?? [])
        ? undefined
        : areasFormula(sheet.name, printAreas ?? []),
    ],
    [
      "_xlnm.Print_Titles",
      same(before.titleRows ?? {}, titleRows ?? {}) && same(before.titleColumns ?? {}, titleColumns ?? {})
        ? undefined
        : titlesFormula(sheet),
    ],
  ]);
  const kept = own.filter(({ name }) => made.get(name.name) === undefined).map((each) => copied(each, place));
  const fresh = [...made].flatMap(([name, formula]) => {
    if (formula === undefined || formula === "") return [];
    return [
      {
        order: Infinity,
        xml: `<definedName${attributes({ name, localSheetId: place })}>${encodeXml(formula)}</definedName>`,
      },
    ];
  });
  return [...kept, ...fresh];
}

function areasFormula(sheet: string, areas: readonly Area[]): string {
  return areas.map((area) => `${quotedSheet(sheet)}!${areaName(area, true)}`).join(",");
}

function titlesFormula({ name, page: { titleRows, titleColumns } }: Sheet): string {
  const columns = titleColumns
    ? [`${quotedSheet(name)}!$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`]
    : [];
  const rows = titleRows ? [`${quotedSheet(name)}!$${titleRows.first + 1}:$${titleRows.last + 1}`] : [];
  return [...columns, ...rows].join(",");
}
