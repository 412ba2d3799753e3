import { MAX_ROW_HEIGHT, textHeight } from "../../../src/domain/documents/text-height";
import { areaAddress, cellAddress, type Area } from "../../../src/domain/grid";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import type { StyleName } from "../../../src/domain/styles";
import { cellsOf, formulasOf } from "./support";

/** Functions that produced sheets may use: native, known to LibreOffice and Р7; only the cell «Сегодня» is volatile. */
const NATIVE = new Set(["IF", "OR", "ROUND", "HYPERLINK", "TODAY"]);

const inside = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top &&
  inner.left >= outer.left &&
  inner.bottom <= outer.bottom &&
  inner.right <= outer.right &&
  inner.top <= inner.bottom &&
  inner.left <= inner.right;

const overlap = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** What is wrong with a plan as a sheet of Excel, in words; empty when it is sound. */
export function faultsOf(plan: SheetPlan): string[] {
  return [...shapeFaults(plan), ...heightFaults(plan), ...tableFaults(plan), ...formulaFaults(plan)];
}

function shapeFaults(plan: SheetPlan): string[] {
  const { area: printed, titleRows } = plan.print;
  const found: string[] = [];
  // working columns of a roadmap stand to the right of what is printed
  const working = plan.kind === "roadmap" || plan.kind === "schoolRoadmap";
  const sheet = working ? { ...printed, right: plan.columns.length - 1 } : printed;
  if (printed.right !== plan.columns.length - 1 && !working)
    found.push("the printed area is not as wide as the columns");
  const filled = new Set<string>();
  for (const { row, column, cell } of cellsOf(plan)) {
    const address = cellAddress(row, column);
    if (filled.has(address)) found.push(`${address} is written twice`);
    filled.add(address);
    if (row > sheet.bottom || column > sheet.right) found.push(`${address} is outside of the printed area`);
    if (typeof cell === "string" && cell.length > 32767) found.push(`${address} is longer than a cell`);
  }
  for (const { cells } of plan.blocks)
    if (cells.some((line) => line.length !== cells[0]?.length)) found.push("a block is not a rectangle");
  for (const { area, style } of plan.styles)
    if (!inside(area, sheet)) found.push(`style ${style} at ${areaAddress(area)} is outside of the sheet`);
  plan.merges.forEach((area, index) => {
    if (!inside(area, sheet)) found.push(`merge ${areaAddress(area)} is outside of the sheet`);
    for (const other of plan.merges.slice(index + 1))
      if (overlap(area, other)) found.push(`merges overlap: ${areaAddress(area)}, ${areaAddress(other)}`);
    if (plan.table !== undefined && overlap(area, plan.table.area))
      found.push(`merge ${areaAddress(area)} lies in the table`);
  });
  if (titleRows !== undefined && (titleRows.from > titleRows.to || titleRows.to > sheet.bottom))
    found.push("rows to repeat are outside of the sheet");
  if (plan.name.length > 31 || /[/\\?*[\]:]/.test(plan.name)) found.push(`illegal name ${plan.name}`);
  return found;
}

/** Style of a cell: the last one laid over it. */
function styleAt({ styles }: SheetPlan, row: number, column: number): StyleName | undefined {
  const at = { top: row, left: column, bottom: row, right: column };
  return styles.findLast(({ area }) => overlap(area, at))?.style;
}

function heightFaults(plan: SheetPlan): string[] {
  const set = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
  const found = plan.rowHeights.flatMap(({ row, points }) =>
    points > MAX_ROW_HEIGHT || points <= 0 ? [`row ${row + 1} is ${points} points high`] : [],
  );
  for (const { row, column, cell } of cellsOf(plan)) {
    const style = styleAt(plan, row, column);
    if (typeof cell !== "string" || style === undefined) continue;
    const merge = plan.merges.find(({ top, left }) => top === row && left === column);
    const width = plan.columns
      .slice(column, (merge?.right ?? column) + 1)
      .reduce((sum, each) => sum + each, 0);
    const needed = textHeight(cell, width, style);
    if (needed > (set.get(row) ?? MAX_ROW_HEIGHT) && style !== "plain")
      found.push(`${cellAddress(row, column)} needs ${needed} points`);
  }
  return found;
}

function tableFaults({ table, blocks, print }: SheetPlan): string[] {
  if (table === undefined) return [];
  const { area } = table;
  const found: string[] = [];
  const header = blocks.find(({ row, column }) => row === area.top && column === area.left)?.cells[0] ?? [];
  const names = header.map(String);
  if (names.length !== area.right - area.left + 1) found.push("the table is not as wide as its header");
  if (new Set(names).size !== names.length || names.includes("")) found.push("headers are not unique");
  const body = blocks.find(({ row, column }) => row === area.top + 1 && column === area.left);
  if (body?.cells.length !== area.bottom - area.top) found.push("the table is not as high as its rows");
  if (print.titleRows?.from !== area.top) found.push("the header is not repeated on every page");
  return found;
}

function formulaFaults(plan: SheetPlan): string[] {
  return formulasOf(plan).flatMap((formula) => {
    const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
    const foreign = [...code.matchAll(/([A-Z][A-Z0-9.]*)\(/gi)]
      .map(([, name = ""]) => name)
      .filter((name) => !NATIVE.has(name));
    return foreign.map((name) => `${name} in ${formula}`);
  });
}
