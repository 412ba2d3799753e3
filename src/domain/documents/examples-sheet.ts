import { EXAMPLES, placed, type ExampleCell, type FunctionExample } from "../cells/examples";
import { NAMESPACE, withListSeparator } from "../cells/formula-text";
import type { Area } from "../grid";
import type { Block, SheetPlan } from "../sheet-plan";
import type { StyleName } from "../styles";
import { textHeight } from "./text-height";

export const EXAMPLES_ID = "examples";
const EXAMPLES_NAME = "Примеры формул";

/** Data on the left, a gap, the answer on the right. */
const WIDTHS = [22, 22, 16, 16, 16, 3, 34, 34, 20, 34];
const ANSWER = 6;
const LAST = WIDTHS.length - 1;

type Line = readonly ExampleCell[];

/** What the sheet says of a function; texts come from its metadata. */
export type Describe = (id: string) => string;

/**
 * Sheet «Примеры формул»: every function on data of a few rows. The only sheet of ours with functions of the add-in, so
 * it is made on request alone: a colleague without the add-in sees `#NAME?` there.
 */
export function planExamplesSheet(
  describe: Describe,
  examples: readonly FunctionExample[] = EXAMPLES,
): SheetPlan {
  const blocks: Block[] = [];
  const styles: { area: Area; style: StyleName }[] = [];
  const merges: Area[] = [];
  const rowHeights: { row: number; points: number }[] = [];
  let next = 0;

  const paragraph = (text: string, style: StyleName): void => {
    const area = { top: next, left: 0, bottom: next, right: LAST };
    blocks.push({ row: next, column: 0, cells: [[text]] });
    styles.push({ area, style });
    merges.push(area);
    rowHeights.push({
      row: next,
      points: textHeight(
        text,
        WIDTHS.reduce((sum, width) => sum + width, 0),
        style,
      ),
    });
    next += 1;
  };
  const table = (cells: Block["cells"], left: number, style: StyleName): void => {
    if (cells.length === 0) return;
    blocks.push({ row: next, column: left, cells });
    const right = left + (cells[0]?.length ?? 1) - 1;
    styles.push({ area: { top: next, left, bottom: next, right }, style: "tableHeader" });
    if (cells.length > 1)
      styles.push({ area: { top: next + 1, left, bottom: next + cells.length - 1, right }, style });
  };

  /** Excel would fit the rows before the answers are there, and cut the long ones. */
  const fitRow = (row: number, left: Line, answer: Line, style: StyleName): void => {
    const heights = [
      ...left.entries(),
      ...[...answer.entries()].map(([at, cell]) => [at + ANSWER, cell] as const),
    ];
    const points = heights.map(([column, cell]) =>
      textHeight(String(cell ?? ""), WIDTHS[column] ?? 1, style),
    );
    rowHeights.push({ row, points: Math.max(...points, textHeight("", 1, style)) });
  };

  paragraph(EXAMPLES_NAME, "title");
  paragraph(
    "Слева данные, справа ответ: первая ячейка ответа содержит формулу, остальные заполняются сами. Данные можно менять, формулы – копировать на свои листы.",
    "note",
  );
  for (const example of examples) {
    const { id, data, shown, format } = example;
    next += 1;
    paragraph(`${NAMESPACE}.${id}`, "section");
    paragraph(describe(id), "plain");
    const formula = placed(example.formula, next + 1);
    paragraph(withListSeparator(formula, ";"), "note");
    table(data, 0, "cell");
    const width = shown[0]?.length ?? 1;
    blocks.push({ row: next, column: ANSWER, cells: [["Ответ"]] });
    styles.push({ area: { top: next, left: ANSWER, bottom: next, right: ANSWER }, style: "tableHeader" });
    blocks.push({ row: next + 1, column: ANSWER, cells: [[{ formula }]] });
    styles.push({
      area: { top: next + 1, left: ANSWER, bottom: next + shown.length, right: ANSWER + width - 1 },
      style: format ?? "cell",
    });
    const rows = Math.max(data.length, shown.length + 1);
    for (let row = 0; row < rows; row++) {
      fitRow(next + row, data[row] ?? [], shown[row - 1] ?? [], row === 0 ? "tableHeader" : "cell");
    }
    next += rows;
  }
  return {
    id: EXAMPLES_ID,
    kind: "examples",
    name: EXAMPLES_NAME,
    columns: WIDTHS,
    blocks,
    styles,
    merges,
    rowHeights,
    autofit: [],
    print: {
      orientation: "landscape",
      area: { top: 0, left: 0, bottom: next - 1, right: LAST },
      footer: EXAMPLES_NAME,
    },
  };
}
