/** A run breaks off between adding a sheet and marking it as ours: an empty sheet stands there with nothing to know it by. */
import { type AddIn, boot, look, sheetNames, sheetOf } from "../harness";
import { type } from "../made-up";
import { prepare, run, type Prepared } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { writes } from "../faults/finer";
import { jobNamed } from "../faults/half";
import { copyOf } from "../faults/digest";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { Sheet } from "../../../src/workbench/store/model";

const JOB = jobNamed("Список и дорожная карта");
/** Sheets in the order in which the job adds them. */
const [FIRST, LAST] = ["Дорожная карта", "Реквизиты"];

let addin: AddIn;
let prepared: Prepared;
/** What each action of the request that writes changes. */
let kinds: readonly (string | null)[];
beforeAll(async () => {
  addin = await boot();
  prepared = await prepare(addin, JOB);
  addin.open(copyOf(prepared.base));
  addin.host.intercept = ({ body }) => {
    kinds = body.Actions.map((action) => writes(body, action)); // of the last request in the end
    return "pass";
  };
  await run(addin, JOB);
  addin.host.intercept = undefined;
});
afterAll(() => {
  addin.dispose();
});

/** Breaks off after the sheet was added, and after so many of the names that mark it. */
async function added(name: string, marks: number) {
  const made = prepared.done.sheets.filter(({ id }) =>
    prepared.base.sheets.every((sheet) => sheet.id !== id),
  );
  const adds = kinds.flatMap((kind, index) => (kind === "Worksheets.Add" ? [index] : []));
  const add = adds[made.findIndex((sheet) => sheet.name === name)] ?? NaN;
  const names = kinds.flatMap((kind, index) => (kind === "Names.Add" && index > add ? [index] : []));
  const last = marks === 0 ? add : (names[marks - 1] ?? NaN);
  const { workbook } = await brokenOff(addin, prepared, (last + 0.5) / kinds.length);
  const sheet = sheetOf(workbook, name);
  expect(sheet.names).toHaveLength(marks); // else it is not the place that is meant
  return { workbook, sheet };
}
const start = async () => (await readAndAnalyse(officeWorkbook, {})).recovered;

test.each([
  ["the first sheet, not marked at all", FIRST, 0],
  ["the first sheet, with one mark of two", FIRST, 1],
  ["the last sheet, not marked at all; those before it are whole", LAST, 0],
  ["the last sheet, with one mark of two", LAST, 1],
])("%s: the next start takes it back, and a retry makes it", async (_, name, marks) => {
  const { workbook } = await added(name, marks);
  const recovered = await start();
  expect(recovered).toMatchObject({ outcome: "undone" });
  expect(recovered?.removed).toContain(name); // the user saw it
  expect(sheetNames(workbook)).toEqual(sheetNames(prepared.base));
  expect(await start()).toBeUndefined();
  expect((await run(addin, JOB)).error).toBeNull();
  expect(sheetNames(workbook)).toEqual(sheetNames(prepared.done));
});

/** Nothing that the user did to it may go with it. */
const TOUCHED: readonly (readonly [name: string, marks: number, act: (sheet: Sheet) => void])[] = [
  [
    "typed there",
    0,
    (sheet) => {
      type(sheet, 3, 1, "моя заметка");
    },
  ],
  [
    "typed there, and it has one mark of two",
    1,
    (sheet) => {
      type(sheet, 3, 1, "моя заметка");
    },
  ],
  [
    "gave a cell a colour",
    0,
    (sheet) => {
      type(sheet, 3, 1, "");
      sheet.cells.get(3)?.set(1, { style: { fill: "#FFFF00" } });
    },
  ],
  [
    "gave it another name: it is theirs by now",
    0,
    (sheet) => {
      sheet.name = "Мой лист";
    },
  ],
];

test.each(TOUCHED)("the user %s (marks: %d): it stays as it is", async (_, marks, act) => {
  const { workbook, sheet } = await added(FIRST, marks);
  act(sheet);
  addin.host.context.restructured();
  const mine = look(sheet);
  expect(await start()).toEqual({ outcome: "undone", removed: [] });
  expect(look(sheetOf(workbook, sheet.name))).toEqual(mine);
});

test.each([0, 1, 2])(
  "the structure is protected by then (marks: %d): it stays, is told at each start, and goes once that is open",
  async (marks) => {
    const { workbook } = await added(FIRST, marks);
    workbook.structureProtected = true;
    expect(await start()).toEqual({ outcome: "undone", removed: [], begun: [FIRST] });
    expect(await start()).toEqual({ outcome: "nothing", removed: [], begun: [FIRST] });
    workbook.structureProtected = false;
    expect(await start()).toEqual({ outcome: "undone", removed: [FIRST] });
    expect(sheetNames(workbook)).not.toContain(FIRST);
    expect(await start()).toBeUndefined();
  },
);

test("an empty sheet of the user's under another name, and one that was there before, stay", async () => {
  const { workbook } = await added(FIRST, 0);
  const before = sheetNames(prepared.base);
  await addin.globals.Excel.run(async (context) => {
    context.workbook.worksheets.add("Пустой");
    await context.sync();
  });
  await start();
  expect(sheetNames(workbook).sort()).toEqual([...before, "Пустой"].sort());
});
