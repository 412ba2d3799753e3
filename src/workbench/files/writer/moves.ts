import type { StructureChange, Workbook } from "../../store/model";
import { renameMentions } from "../../store/rename";
import { type Shift, shiftIndex } from "../../store/shift";
import { shiftFormula } from "../../store/shift-formulas";
import type { Package } from "../../../xlsx/package/package";
import { relationships } from "../../../xlsx/package/relationships";
import { decodeXml, encodeAttribute, encodeXml } from "../../../xlsx/xml/text";
import { movedIndex, movedName, moveRows } from "./moveRows";

/** A sheet of the file, with its part. */
interface FileSheet {
  readonly id: string;
  readonly part: string;
}

/**
 * The parts follow rows and columns that were put in or taken out and sheets that got another name: rows with what the model
 * does not know of them, rules, links, comments and their shapes, places of drawings, ranges of charts, pivot tables and
 * sparklines. It runs on the parts as the file has them, before anything else is written into them.
 */
export function writeMoves(pack: Package, workbook: Workbook, sheets: readonly FileSheet[]): void {
  const changes = workbook.changes ?? [];
  if (changes.length === 0) return;
  const follow = (formula: string, own?: string): string =>
    changes.reduce((text, change) => followOne(text, change, own), formula);
  for (const name of pack.names()) {
    if (/\/charts\/[^/]+\.xml$/i.test(name))
      edit(pack, name, (xml) => formulas(xml, (formula) => follow(formula)));
    else if (/\/pivotCacheDefinition\d*\.xml$/i.test(name))
      edit(pack, name, (xml) =>
        xml.replace(/<(?:\w+:)?worksheetSource\b[^>]*>/g, (tag) => source(tag, changes)),
      );
  }
  for (const { id, part } of sheets) {
    edit(pack, part, (xml) => afterRows(xml, (rest) => ruleFormulas(rest, (formula) => follow(formula, id))));
    const shifts = changes.flatMap((change) =>
      change.kind === "shift" && change.sheetId === id ? [change.shift] : [],
    );
    if (shifts.length > 0) moveSheet(pack, part, shifts);
  }
}

/** @param own the sheet that the formula stands on */
function followOne(formula: string, change: StructureChange, own: string | undefined): string {
  return change.kind === "rename"
    ? renameMentions(formula, change.from, change.to)
    : shiftFormula(formula, change.sheetId === own, change.sheetName, change.shift);
}

function edit(pack: Package, part: string, change: (xml: string) => string): void {
  const before = pack.text(part);
  const after = change(before);
  if (after !== before) pack.set(part, after);
}

/** Elements `f` of charts, with any prefix. */
const formulas = (xml: string, follow: (formula: string) => string): string =>
  xml.replace(
    /<((?:\w+:)?f)((?:\s[^>]*)?)>([^<]*)<\/\1>/g,
    (_whole, name: string, attributes: string, text: string) =>
      `<${name}${attributes}>${encodeXml(follow(decodeXml(text)))}</${name}>`,
  );

/** Formulas of conditional formats, drop-downs, sparklines and newer rules of a sheet. */
const ruleFormulas = (xml: string, follow: (formula: string) => string): string =>
  xml.replace(/<(xm:f|(?:\w+:)?formula[12]?)>([^<]*)<\/\1>/g, (whole, name: string, text: string) => {
    const formula = decodeXml(text);
    const moved = follow(formula);
    return moved === formula ? whole : `<${name}>${encodeXml(moved)}</${name}>`;
  });

/** What stands after the rows. */
function afterRows(xml: string, change: (rest: string) => string): string {
  const at = xml.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/);
  return at < 0 ? xml : xml.slice(0, at) + change(xml.slice(at));
}

/** `worksheetSource` of a pivot table's cache: a range of a sheet. */
function source(tag: string, changes: readonly StructureChange[]): string {
  let sheet = decodeXml(/\ssheet="([^"]*)"/.exec(tag)?.[1] ?? "");
  let moved = tag;
  for (const change of changes) {
    if (change.kind === "rename") {
      if (sheet.toLowerCase() !== change.from.toLowerCase()) continue;
      sheet = change.to;
      moved = moved.replace(/(\ssheet=")[^"]*/, (_whole, start: string) => start + encodeAttribute(sheet));
    } else if (sheet.toLowerCase() === change.sheetName.toLowerCase())
      moved = areasIn(moved, /(\sref=")([^"]+)/g, [change.shift]);
  }
  return moved;
}

/** Areas after some attribute or tag, each moved; one whose cells are gone stays, as nothing may be there in its place. */
const areasIn = (xml: string, pattern: RegExp, shifts: readonly Shift[]): string =>
  xml.replace(pattern, (_whole, before: string, areas: string) => {
    const moved = areas.split(" ").map((area) => movedName(area, shifts) ?? area);
    return before + moved.join(" ");
  });

const PLACED =
  /(<(?:\w+:)?(?:autoFilter|sortState|sortCondition|ignoredError|protectedRange|conditionalFormatting|dataValidation|hyperlink|cellWatch)\b[^>]*?\s(?:sqref|ref|r)=")([^"]+)/g;

function moveSheet(pack: Package, part: string, shifts: readonly Shift[]): void {
  edit(pack, part, (xml) => areasIn(moveRows(xml, shifts), /(<(?:\w+:)?dimension\s+ref=")([^"]+)/g, shifts));
  edit(pack, part, (xml) =>
    afterRows(xml, (rest) => areasIn(areasIn(rest, PLACED, shifts), /(<xm:sqref>)([^<]+)/g, shifts)),
  );
  for (const { type, target } of relationships(pack, part)) {
    if (!pack.has(target)) continue;
    if (type === "comments" || type === "threadedComment") edit(pack, target, (xml) => comments(xml, shifts));
    else if (type === "vmlDrawing") edit(pack, target, (xml) => shapes(xml, shifts));
    else if (type === "drawing") edit(pack, target, (xml) => anchors(xml, shifts));
    else if (type === "table")
      edit(pack, target, (xml) =>
        areasIn(xml, /(<(?:\w+:)?(?:sortState|sortCondition)\b[^>]*?\sref=")([^"]+)/g, shifts),
      );
    else if (type === "pivotTable")
      edit(pack, target, (xml) => areasIn(xml, /(<(?:\w+:)?location\b[^>]*?\sref=")([^"]+)/g, shifts));
  }
}

/** A comment moves with its cell and goes with it. */
const comments = (xml: string, shifts: readonly Shift[]): string =>
  xml.replace(
    /<((?:\w+:)?(?:comment|threadedComment))(\s[^>]*?\bref="|\sref=")([^"]+)("[^>]*>)([\s\S]*?)<\/\1>/g,
    (_whole, name: string, before: string, ref: string, after: string, body: string) => {
      const moved = movedName(ref, shifts);
      return moved === undefined ? "" : `<${name}${before}${moved}${after}${body}</${name}>`;
    },
  );

/** The yellow box of a comment: it names the comment's row and column, and goes with it; other shapes stay. */
const shapes = (xml: string, shifts: readonly Shift[]): string =>
  xml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const [row, column] = [/<x:Row>(\d+)<\/x:Row>/, /<x:Column>(\d+)<\/x:Column>/].map((pattern) =>
      Number(pattern.exec(shape)?.[1] ?? NaN),
    );
    if (row === undefined || column === undefined || Number.isNaN(row) || Number.isNaN(column)) return shape;
    const [newRow, newColumn] = [movedIndex(row, "rows", shifts), movedIndex(column, "columns", shifts)];
    if (newRow === undefined || newColumn === undefined) return "";
    return shape
      .replace(/<x:Row>\d+/, `<x:Row>${newRow}`)
      .replace(/<x:Column>\d+/, `<x:Column>${newColumn}`)
      .replace(/(<x:Anchor>)([^<]+)/, (_whole, tag: string, text: string) => {
        // Left column, offset, top row, offset, right column, offset, bottom row, offset (ECMA-376 part 4, VML, `Anchor`).
        const places = text.split(",").map(Number);
        const [rows, columns] = [newRow - row, newColumn - column];
        return (
          tag +
          places.map((place, at) => place + (at % 4 === 2 ? rows : at % 4 === 0 ? columns : 0)).join(", ")
        );
      });
  });

/** Corners of charts, pictures and shapes, which stand over cells: `row` and `col` of `from` and `to`. */
const anchors = (xml: string, shifts: readonly Shift[]): string =>
  xml.replace(/<((?:\w+:)?(row|col))>(\d+)<\/\1>/g, (_whole, name: string, kind: string, text: string) => {
    const direction = kind === "row" ? "rows" : "columns";
    let index = Number(text);
    for (const shift of shifts)
      if (shift.direction === direction) index = shiftIndex(index, shift) ?? shift.first;
    return `<${name}>${index}</${name}>`;
  });
