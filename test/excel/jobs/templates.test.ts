import type { CellValue, Grid } from "../../../src/domain/grid";
import { composeTemplate } from "../../../src/domain/measures/compose";
import type { RoadmapTemplate } from "../../../src/domain/measures/measure";
import { templateSheetId } from "../../../src/domain/measures/template-layout";
import { planTemplateSheet } from "../../../src/domain/measures/template-sheet";
import { loadTemplate, ownTemplateId } from "../../../src/domain/measures/templates";
import type { OwnSheet, Snapshot } from "../../../src/excel/port";
import { copyOf, templateFor, templatesIn } from "../../../src/excel/jobs/templates";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";

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

test("a copy of one's own has the note, the tasks, the columns and the formulas of what it was copied from", async () => {
  for (const id of ["quality-system", "support-programme"] as const) {
    const built = await loadTemplate(id);
    const copy = copyOf(built, "Мой");
    const { template, problems } = await templateFor(snapshotWith(copy), OWN.id);
    expect(problems).toEqual([]);
    expect(template).toEqual({ ...built, ...OWN, basedOn: built.name });
  }
});

test("the department's own names of roles are known in its templates", async () => {
  const built = await loadTemplate("resources-and-staff");
  const snapshot = snapshotWith(copyOf(built, "Мой"));
  const grid = snapshot.own[0]?.grid;
  const row = grid?.cells.findIndex((cells) => cells.includes("001:1")) ?? -1;
  const typed = grid?.cells.map((cells, r) =>
    r === row ? cells.with(5, "Комитет по образованию, ИМЦ") : cells,
  );
  const requisites: OwnSheet = {
    sheetId: "{2}",
    id: "requisites",
    kind: "requisites",
    name: "Реквизиты",
    grid: {
      sheet: "Реквизиты",
      top: 0,
      left: 0,
      cells: [["Орган управления образованием", "Комитет по образованию"]],
    },
    unchanged: false,
    tables: [],
    protected: false,
  };
  const own = snapshot.own.map((sheet) => ({
    ...sheet,
    grid: grid == null ? null : { ...grid, cells: typed ?? [] },
  }));
  const rolesIn = async (sheets: readonly OwnSheet[], grids: Snapshot["grids"] = []) => {
    const { template, problems } = await templateFor({ ...snapshot, own: sheets, grids }, OWN.id);
    const { roles, others } = template.sections[0]?.measures[0] ?? {};
    return [roles, others, problems.map(({ code }) => code)];
  };
  expect(await rolesIn([...own, requisites])).toEqual([["department", "methodCentre"], undefined, []]);
  const users: Grid = {
    sheet: "Наши данные",
    top: 0,
    left: 0,
    cells: [
      ["1", "Орган управления образованием", "Комитет по образованию"],
      ["2", "Место издания приказа", "г. Н-ск"],
    ],
  };
  expect(await rolesIn(own, [users])).toEqual([["department", "methodCentre"], undefined, []]);
  expect(await rolesIn(own)).toEqual([["methodCentre"], ["Комитет по образованию"], ["templateRoleUnknown"]]);
});
