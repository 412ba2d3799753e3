import fc from "fast-check";
import type { CellValue, Grid } from "../../../src/domain/grid";
import { resolveDeadline } from "../../../src/domain/measures/deadline";
import { formatDeadline } from "../../../src/domain/measures/deadline-format";
import { readTypedDeadline } from "../../../src/domain/measures/deadline-typed";
import { readTemplateSheet, type TemplateReading } from "../../../src/domain/measures/template-read";
import { planTemplateSheet } from "../../../src/domain/measures/template-sheet";
import { loadTemplate } from "../../../src/domain/measures/templates";
import type { RoadmapTemplate } from "../../../src/domain/measures/measure";
import { fuzz } from "../../fuzz";
import { anyPeriod as period } from "./periods";

const WORDS = [
  "ноябрь",
  "15",
  "2026",
  "до",
  "с",
  "по",
  "–",
  "-",
  "квартал",
  "I",
  "IV",
  "ежемесячно",
  "в течение",
  "учебного года",
  "1",
  "31",
  "февраля",
  "00.13.2026",
  "01.09.2026",
  "30.02.2027",
  ",",
  ".",
  "/",
  "не позднее",
  "год",
  "29 февраля",
];
const garbage = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(" ")),
  fc.constantFrom("constructor", "__proto__", "9".repeat(400), "с ".repeat(200), "до до до", "∞", "=1+1"),
);

test("any text of a deadline is read the same after it is printed, or kept as typed and flagged", () => {
  fc.assert(
    fc.property(garbage, period, (text, plan) => {
      const { rule, fault } = readTypedDeadline(text, plan);
      if (rule.kind === "asTyped") {
        expect(fault).not.toBeNull();
        expect(rule.text).toBe(text.trim());
        return;
      }
      const due = resolveDeadline(rule, plan);
      for (const day of [due.start, due.end]) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      const again = readTypedDeadline(formatDeadline(rule, plan), plan);
      expect(resolveDeadline(again.rule, plan)).toEqual(due);
    }),
    fuzz(3000),
  );
});

let template: RoadmapTemplate;
let sheet: Grid;
beforeAll(async () => {
  template = await loadTemplate("low-results-roadmap");
  const plan = planTemplateSheet(template, 2026);
  const cells: CellValue[][] = Array.from({ length: plan.print.area.bottom + 1 }, () =>
    new Array<CellValue>(plan.columns.length).fill(null),
  );
  for (const block of plan.blocks)
    block.cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        const line = cells[block.row + r];
        if (line !== undefined)
          line[block.column + c] = typeof cell === "object" || cell === "" ? null : cell;
      });
    });
  sheet = { sheet: plan.name, top: 0, left: 0, cells };
});

const read = (cells: Grid["cells"]): TemplateReading =>
  readTemplateSheet({ ...sheet, cells }, { id: template.id, name: template.name, base: template });
const measuresOf = ({ template: found }: TemplateReading): string[] =>
  (found?.sections ?? []).flatMap(({ measures }) => measures.map(({ text }) => text));

const headerRow = (): number => sheet.cells.findIndex((row) => row.includes("Мероприятие"));

test("blank rows, other capitals, spaces and columns in another order give the same template", () => {
  const change = fc.record({
    blanks: fc.array(fc.nat(200), { maxLength: 4 }),
    spaces: fc.boolean(),
    order: fc.nat(1000),
  });
  const before = read(sheet.cells);
  fc.assert(
    fc.property(change, ({ blanks, spaces, order }) => {
      const top = headerRow();
      let cells = sheet.cells.map((row, at) =>
        at < top || !spaces
          ? [...row]
          : row.map((cell) => (typeof cell === "string" ? ` ${cell}\u00A0` : cell)),
      );
      const turn = order % (cells[top]?.length ?? 1);
      cells = cells.map((row, at) => (at < top ? row : [...row.slice(turn), ...row.slice(0, turn)]));
      for (const at of blanks) cells.splice(top + 1 + (at % (cells.length - top)), 0, []);
      const after = read(cells);
      expect(after.template).toEqual(before.template);
      expect(after.problems).toEqual(before.problems);
    }),
    fuzz(150),
  );
});

test("whatever is typed into the table, nothing is lost: it stands in the template or a problem names its cell", () => {
  const edits = fc.array(fc.record({ row: fc.nat(1000), column: fc.nat(20), text: garbage }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(edits, (list) => {
      const top = headerRow();
      const cells = sheet.cells.map((row) => [...row]);
      const body = cells.length - top - 1;
      for (const { row, column, text } of list) {
        const line = cells[top + 1 + (row % body)];
        if (line !== undefined) line[column % line.length] = text;
      }
      const reading = read(cells);
      for (const { code, source } of reading.problems)
        expect([code, source?.address]).toEqual([code, expect.any(String)]);
      // the names of measures are kept word by word, whatever stands beside them
      const column = cells[top]?.indexOf("Мероприятие") ?? -1;
      const known = new Set(measuresOf(reading).map(plain));
      const texts = JSON.stringify(reading.template);
      for (const row of cells.slice(top + 1)) {
        const text = plain(String(row[column] ?? ""));
        if (text !== "" && !known.has(text))
          expect(reading.problems.length > 0 || texts.includes(text)).toBe(true);
      }
    }),
    fuzz(300),
  );
});

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
