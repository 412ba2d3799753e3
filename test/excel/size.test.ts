import { type AddIn, boot, sheetOf } from "./harness";
import { municipality } from "./made-up";
import { officeWorkbook } from "../../src/excel/office-workbook";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const MEGABYTE = 1_048_576;
/** Excel on the web takes 5 MB a request (learn.microsoft.com, «Resource limits and performance optimization»). */
const LIMIT = 5 * MEGABYTE;

describe.each([20, 200])("%i schools, nine procedures, two years", (schools) => {
  test("take at most 6 syncs and one per 4 MB", async () => {
    const workbook = addin.open(municipality(schools));
    let largest = 0;
    addin.host.intercept = ({ bytes }) => {
      largest = Math.max(largest, bytes);
      return "pass";
    };
    const { outcome, syncs, bytes } = await addin.run();
    expect(outcome).toMatchObject({ kind: "done" });
    expect(syncs).toBeLessThanOrEqual(6 + Math.ceil(bytes / (4 * MEGABYTE)));
    expect(largest).toBeLessThan(LIMIT);
    expect(addin.host.unknownCalls).toEqual([]);
    const { area } = sheetOf(workbook, "Результаты").tables[0] ?? { area: { top: 0, bottom: 0 } };
    expect(area.bottom - area.top).toBe(schools * 18);
    // every third school is low in two procedures of each year
    const list = sheetOf(workbook, "ШНОР").tables[0]?.area ?? { top: 0, bottom: 0 };
    expect(list.bottom - list.top).toBe(Math.ceil(schools / 3));
  });

  test("and the same for a second run over them", async () => {
    const { syncs, bytes, asked } = await addin.run("update");
    expect(asked).toHaveLength(3);
    expect(syncs).toBeLessThanOrEqual(6 + Math.ceil(bytes / (4 * MEGABYTE)));
  });
});

test("kept states of more sheets than one answer holds are all read: nothing counts as lost", async () => {
  const workbook = addin.open(municipality(130)); // 44 low schools: 92 sheets that are kept
  await addin.run("new", { package: "all" });
  const snapshot = await officeWorkbook.read();
  const keeping = snapshot.own.filter(({ kept }) => kept != null);
  expect(keeping.filter(({ kind }) => kind === "schoolRoadmap" || kind === "notice")).toHaveLength(88);
  expect(snapshot.keptParts?.length).toBeGreaterThan(88);
  expect(workbook.customXmlParts.length).toBe(snapshot.keptParts?.length);
}, 120_000);
