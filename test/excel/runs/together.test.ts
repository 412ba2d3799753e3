/** Two actions of one runtime at a time, over real office.js: the second never takes the first one's journal for a lost one. */
import { checkData } from "../../../src/excel/jobs/check-data";
import { analyseSnapshot, createRoadmap, prepare } from "../../../src/excel/jobs/create-roadmap";
import { officeFormulas } from "../../../src/excel/office-formulas";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { readWhole } from "../../../src/excel/reading/read-whole";
import { sheetRemover } from "../../../src/excel/writing/remove-sheets";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { planHeatMap } from "../../../src/domain/documents/heat-map-sheet";
import { prepare as prepareJob } from "../faults/bench";
import { copyOf } from "../faults/digest";
import { brokenOff } from "../faults/faults";
import { jobNamed } from "../faults/half";
import { type AddIn, boot, contents, sheetNames, sheetOf } from "../harness";
import { small } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const check = () => checkData(officeWorkbook, { today: "2026-09-01" });
const CHECKS = "Проверка данных";
/** Of a journal, as it stands within a request. */
const NOT_COMMITTED = JSON.stringify(JSON.stringify({ committed: false })).slice(2, -2);

/** Runs a check, and calls while the request is held up that puts its journal into the workbook: the next is to write. */
async function whileChecking<T>(second: () => Promise<T>): Promise<[string[], T]> {
  const others: Promise<T>[] = [];
  addin.host.intercept = ({ body }) => {
    // the reader asks for the journal too: only the writer puts one there
    if (others.length > 0 || !JSON.stringify(body).includes(NOT_COMMITTED)) return "pass";
    others.push(second());
    return { delay: 50 };
  };
  const { written } = await check();
  const [other] = others;
  if (other === undefined) throw new Error("the check wrote without a journal");
  return [written.map(({ name }) => name), await other];
}

const SECOND: readonly (readonly [name: string, run: () => Promise<unknown>])[] = [
  ["read anew", () => prepare(officeWorkbook, {})],
  ["read for a removal", () => readWhole(officeWorkbook)],
  ["formulas into values", () => officeFormulas.replace("workbook")],
  ["nothing to remove", () => sheetRemover.remove([])],
];

test.each(SECOND)("while the check writes, %s: both come to their end", async (_, second) => {
  const workbook = addin.open(small());
  const [written] = await whileChecking(second);
  expect(written).toEqual([CHECKS]);
  expect(sheetNames(workbook)).toEqual(["Сводная", "Заметки", CHECKS]);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
});

test("a run that asked the user while another one broke off: that one is finished first, not forgotten", async () => {
  const prepared = await prepareJob(addin, jobNamed("Добавить файл"));
  addin.open(copyOf(prepared.base));
  const read = await officeWorkbook.read();
  const { workbook } = await brokenOff(addin, prepared, 0.55);
  const files = sheetOf(workbook, "Добавленные файлы");
  expect(contents(files)).toEqual({}); // else nothing is tried
  const plan = planHeatMap(analyseSnapshot(read, read.settings).analysis, 2026);
  await officeWorkbook.write([{ plan }], read, [], ["Сводная"]); // goes by a sheet that nobody changed
  expect(sheetNames(workbook)).toContain("Тепловая карта");
  expect(contents(files)).toEqual(contents(sheetOf(prepared.done, "Добавленные файлы")));
});

test("a look while another one writes finds nothing unfinished, and the sheet that was written", async () => {
  addin.open(small());
  const [, look] = await whileChecking(() => officeWorkbook.look(() => true));
  expect(look?.unfinished).toBe(false);
  expect(look?.own.map(({ kind }) => kind)).toEqual(["checks"]);
});

test("who reads while another one writes reads what was written, and has nothing to put right", async () => {
  addin.open(small());
  const [, { recovered, snapshot }] = await whileChecking(() => prepare(officeWorkbook, {}));
  expect(recovered).toBeUndefined();
  expect(snapshot.unfinished).toBe(false);
  expect(snapshot.own.map(({ name }) => name)).toEqual([CHECKS]);
});

test("a run that is taken back leaves what another one kept since it read", async () => {
  const workbook = addin.open(small());
  const snapshot = await officeWorkbook.read();
  await createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve("new") });
  const kept = workbook.customXmlParts.length;
  expect(kept).toBeGreaterThan(0); // what the roadmap was generated as, for a merge to come
  const plan = { id: "results", kind: "results", name: "Дорожная карта" } as const;
  const { planScales } = await import("../../../src/domain/documents/scales-sheet");
  // the name was free when it was read
  await expect(
    officeWorkbook.write([{ plan: { ...planScales([]), ...plan } }], snapshot),
  ).rejects.toMatchObject({ code: "changedMeanwhile" });
  expect(workbook.customXmlParts.length).toBe(kept);
});

test("a failure lets the next one begin", async () => {
  const workbook = addin.open(small());
  addin.host.intercept = () => ({ fail: "GeneralException" });
  await expect(officeWorkbook.read()).rejects.toMatchObject({ code: "hostFailed" });
  addin.host.intercept = undefined;
  await check();
  expect(sheetNames(workbook)).toContain(CHECKS);
});
