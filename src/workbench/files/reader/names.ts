import type { Area, DefinedName, PageLayout } from "../../store/model";
import { LAST_COLUMN, LAST_ROW, parseArea } from "../../../xlsx/format/address";
import { readFormula } from "../format/formulas";
import { child, childrenOf, flag, numberOf, textOf, type XmlElement } from "../../../xlsx/xml/element";

/** A defined name of the workbook part. */
export interface NameElement {
  readonly element: XmlElement;
  readonly name: DefinedName;
  /** Place of its sheet in the file; absent for a name of the workbook. */
  readonly sheet: number | undefined;
}

/** Defined names in file order, the built-in ones (`_xlnm.`) too. */
export function readNames(workbook: XmlElement): NameElement[] {
  return childrenOf(child(workbook, "definedNames"), "definedName").map((element) => ({
    element,
    sheet: numberOf(element, "localSheetId"),
    name: {
      name: element.attributes.get("name") ?? "",
      formula: readFormula(textOf(element)),
      visible: !flag(element, "hidden"),
      comment: element.attributes.get("comment") ?? "",
    },
  }));
}

/** Print area and print titles live in built-in names: ECMA-376 part 1, 18.2.5. */
export function printNames(names: readonly NameElement[], sheet: number): PageLayout {
  const formulaOf = (builtIn: string) =>
    names.find((each) => each.sheet === sheet && each.name.name.toLowerCase() === builtIn.toLowerCase())?.name
      .formula ?? "";
  const areas = areasOf(formulaOf("_xlnm.Print_Area"));
  const titles = areasOf(formulaOf("_xlnm.Print_Titles"));
  const rows = titles.find(({ left, right }) => left === 0 && right === LAST_COLUMN);
  const columns = titles.find(({ top, bottom }) => top === 0 && bottom === LAST_ROW);
  return {
    ...(areas.length > 0 && { printAreas: areas }),
    ...(rows && { titleRows: { first: rows.top, last: rows.bottom } }),
    ...(columns && { titleColumns: { first: columns.left, last: columns.right } }),
  };
}

function areasOf(formula: string): Area[] {
  return [...formula.matchAll(/!([$A-Z\d]+(?::[$A-Z\d]+)?)/gi)].flatMap(
    ([, text = ""]) => parseArea(text) ?? [],
  );
}
