import type { CellValue, Grid } from "../../src/domain/grid";
import { composeTemplate } from "../../src/domain/measures/compose";
import type { RoadmapTemplate } from "../../src/domain/measures/measure";
import { templateSheetId } from "../../src/domain/measures/template-layout";
import { planTemplateSheet } from "../../src/domain/measures/template-sheet";
import { loadTemplate, ownTemplateId } from "../../src/domain/measures/templates";
import type { OwnSheet, Snapshot } from "../../src/excel/port";
import { templateFor, templatesIn } from "../../src/excel/templates";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";

/** The sheet of a template as it is read back after it was written. */
function gridOf(template: RoadmapTemplate): Grid {
  const { print, columns, blocks, name } = planTemplateSheet(template, 2026);
  const cells: CellValue[][] = Array.from({ length: print.area.bottom + 1 }, () =>
    new Array<CellValue>(columns.length).fill(null),
  );
  for (const block of blocks)
    block.cells.forEach((row, r) => {
      const line = cells[block.row + r] ?? [];
      row.forEach((cell, c) => {
        line[block.column + c] = typeof cell === "object" || cell === "" ? null : cell;
      });
    });
  return { sheet: name, top: 0, left: 0, cells };
}

const snapshotWith = (template: RoadmapTemplate): Snapshot => ({
  name: "Результаты.xlsx",
  sheetNames: [],
  tableNames: [],
  grids: [],
  own: [
    {
      sheetId: "{1}",
      id: templateSheetId(template.id),
      kind: "template",
      name: "Мероприятия отдела",
      grid: gridOf(template),
      unchanged: true,
      tables: [],
      protected: false,
    } satisfies OwnSheet,
  ],
  structureProtected: false,
  settings: DEFAULT_SETTINGS,
  unfinished: false,
});

const OWN = { id: ownTemplateId("Мой"), name: "Мой" };

test("a template picked from two comes back from its sheet whole, formulas of indicators too", async () => {
  const [first, programme] = await Promise.all([
    loadTemplate("low-results-roadmap"),
    loadTemplate("support-programme"),
  ]);
  const chosen = [first, programme].flatMap((template) =>
    template.sections.flatMap((section) =>
      section.measures.map((measure) => ({ template, section, measure })),
    ),
  );
  const made = composeTemplate(chosen, OWN);
  const { template, problems } = await templateFor(snapshotWith(made), OWN.id);
  expect(problems).toEqual([]);
  expect(template).toEqual(made);
  const rows = template.sections.flatMap(({ measures }) => measures);
  // 38 measures of seed 000, 27 measures and 13 indicators of seed 004
  expect(rows).toHaveLength(38 + 27 + 13);
  expect(rows.filter(({ indicator }) => indicator !== undefined)).toHaveLength(13);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => String(index + 1)));
});

test("an empty table of one's own is there, and says that it has no measures", async () => {
  const snapshot = snapshotWith(composeTemplate([], OWN));
  expect(templatesIn(snapshot)).toEqual([{ id: OWN.id, sheet: "Мероприятия отдела" }]);
  const { problems } = await templateFor(snapshot, OWN.id);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["templateEmpty", "error"]]);
});
