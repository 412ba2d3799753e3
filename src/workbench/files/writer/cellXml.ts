import type { Cell } from "../../store/model";
import { writeFormula } from "../format/formulas";
import { encodeXml, encodeXstring } from "../../../xlsx/xml/text";

/** Errors that a cell of a file may hold, ECMA-376 part 1, 18.18.11 and 22.9.2.3; newer ones are stored as `#VALUE!`. */
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

/** The area that a cell's array formula fills and the number of the metadata that makes it dynamic. */
export interface Spill {
  readonly ref: string;
  readonly metadata: number | undefined;
}

/** A cell; nothing when it has neither content nor format. */
export function cellXml(address: string, format: number, cell: Cell | undefined, spill?: Spill): string {
  const style = format === 0 ? "" : ` s="${format}"`;
  const content =
    cell && cell.spilledFrom === undefined && cell.formula !== undefined
      ? formulaXml(cell.formula, spill)
      : "";
  if (!cell || (cell.value === undefined && content === ""))
    return style === "" ? "" : `<c r="${address}"${style}/>`;
  const metadata = spill?.metadata === undefined ? "" : ` cm="${spill.metadata}"`;
  const [type, value] = valueXml(cell, content !== "");
  return `<c r="${address}"${style}${type}${metadata}>${content}${value}</c>`;
}

function formulaXml(formula: string, spill: Spill | undefined): string {
  const given = spill ? ` t="array" ref="${spill.ref}"` : "";
  return `<f${given}>${encodeXml(writeFormula(formula))}</f>`;
}

function valueXml({ value, error }: Cell, formula: boolean): readonly [string, string] {
  if (value === undefined) return ["", ""];
  if (error) return [' t="e"', `<v>${ERRORS.has(String(value)) ? encodeXml(String(value)) : "#VALUE!"}</v>`];
  if (typeof value === "boolean") return [' t="b"', `<v>${Number(value)}</v>`];
  if (typeof value === "number")
    return Number.isFinite(value) ? ["", `<v>${value}</v>`] : [' t="e"', "<v>#NUM!</v>"];
  if (formula) return [' t="str"', `<v>${encodeXstring(value)}</v>`];
  // Texts are written into their cells: the file's own list of shared strings stays as it is.
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : "";
  return [' t="inlineStr"', `<is><t${space}>${encodeXstring(value)}</t></is>`];
}
