import type { PlanCell, SheetPlan } from "../../domain/sheet-plan";

/** Excel's limit for a text inside a formula, learn.microsoft.com: HYPERLINK. */
const TEXT_IN_FORMULA = 255;

const quoted = (text: string): string =>
  `"${text.replace(/\s+/g, " ").slice(0, TEXT_IN_FORMULA).replaceAll('"', '""')}"`;

/**
 * Makes the links of a plan native `HYPERLINK` formulas: they go with the values, so they cost no request and no call
 * of their own, and open in other spreadsheet programs. A link to a sheet that is not there stays plain text.
 * @param nameOf names of sheets by our ids, as they are in the workbook
 */
export function withLinks(plan: SheetPlan, nameOf: ReadonlyMap<string, string>): SheetPlan {
  const { links = [] } = plan;
  if (links.length === 0) return plan;
  const targets = new Map<string, string>();
  for (const { row, column, sheetId, sheet, address } of links) {
    const name = sheetId === undefined ? sheet : nameOf.get(sheetId);
    if (name !== undefined) targets.set(`${row},${column}`, `#'${name.replaceAll("'", "''")}'!${address}`);
  }
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((cells, r) =>
        cells.map((cell, c): PlanCell => {
          const target = targets.get(`${block.row + r},${block.column + c}`);
          if (target === undefined || typeof cell !== "string") return cell;
          return { formula: `=HYPERLINK(${quoted(target)},${quoted(cell)})` };
        }),
      ),
    })),
  };
}
