import { createRoadmap } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { Workbook } from "../../../src/workbench/store/model";
import { ready } from "../faults/jobs";
import { type AddIn, boot, sheetOf } from "../harness";
import { type } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const update = (choice: "update" | "new" = "update"): Promise<unknown> =>
  createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve(choice), today: "2026-11-22" });

/** Rows of two low schools on «Назначения»; columns of their curators and mentors. */
const [FIRST, SECOND, CURATOR, MENTOR] = [9, 10, 3, 4];

const names = (workbook: Workbook, sheet = "Назначения"): unknown[] =>
  [FIRST, SECOND].map((row) =>
    [CURATOR, MENTOR].map((column) => sheetOf(workbook, sheet).cells.get(row)?.get(column)?.value),
  );

/** Puts the only curator into «Справочник», by the label of its row. */
function curatorOfAll(workbook: Workbook, name: string): void {
  const sheet = sheetOf(workbook, "Справочник");
  const row = [...sheet.cells].find(([, columns]) => columns.get(0)?.value === "Куратор")?.[0];
  if (row === undefined) throw new Error("no curators");
  type(sheet, row, 1, name);
}

const made = async (): Promise<Workbook> => {
  const workbook = await ready(addin, { package: "all" });
  await update();
  return workbook;
};

test("a name that was typed stays through every update, and in the documents", async () => {
  const workbook = await made();
  type(sheetOf(workbook, "Назначения"), FIRST, CURATOR, "Лебедева Л. Л.");
  for (let times = 0; times < 3; times++) {
    await update();
    expect(names(workbook)).toEqual([
      ["Лебедева Л. Л.", "____"],
      ["____", "____"],
    ]);
    expect(JSON.stringify([...(sheetOf(workbook, "СОШ № 1").cells.get(3) ?? [])])).toContain(
      "Лебедева Л. Л.",
    );
  }
});

test("what the directory suggests follows the directory, what was typed does not", async () => {
  const workbook = await made();
  curatorOfAll(workbook, "Общая О. О.");
  type(sheetOf(workbook, "Назначения"), FIRST, CURATOR, "Лебедева Л. Л.");
  await update();
  expect(names(workbook)).toEqual([
    ["Лебедева Л. Л.", "____"],
    ["Общая О. О.", "____"],
  ]);
  curatorOfAll(workbook, "Новая Н. Н.");
  await update();
  await update();
  expect(names(workbook)).toEqual([
    ["Лебедева Л. Л.", "____"],
    ["Новая Н. Н.", "____"],
  ]);
});

test("a name that was typed and then cleared is suggested again", async () => {
  const workbook = await made();
  curatorOfAll(workbook, "Общая О. О.");
  type(sheetOf(workbook, "Назначения"), FIRST, CURATOR, "Лебедева Л. Л.");
  await update();
  type(sheetOf(workbook, "Назначения"), FIRST, CURATOR, "____");
  await update();
  await update();
  expect(names(workbook)[1]).toEqual(["Общая О. О.", "____"]);
  expect(JSON.stringify([...(sheetOf(workbook, "СОШ № 1").cells.get(3) ?? [])])).toContain("Общая О. О.");
});

test("documents made beside the old ones have the names that were typed", async () => {
  const workbook = await made();
  type(sheetOf(workbook, "Назначения"), FIRST, CURATOR, "Лебедева Л. Л.");
  await update();
  await update("new");
  const beside = workbook.sheets.find(({ name }) => name.startsWith("Назначения ("))?.name ?? "";
  expect(names(workbook, beside)[0]).toEqual(["Лебедева Л. Л.", "____"]);
});
