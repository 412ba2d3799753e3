import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { job, type JobState, runJob } from "../../../src/excel/jobs/job";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import type { Workbook } from "../../../src/workbench/store/model";
import { type AddIn, boot, contents, look, sheetNames, sheetOf, texts, valueAt } from "../harness";
import { HEADER, small, workbookOf } from "../made-up";

const SAMPLE = readFileSync(join(__dirname, "..", "..", "..", "assets", "sample", "results-sample.xlsx"));
const OWN = ["Дорожная карта", "ШНОР", "Результаты", "Реквизиты", "Решения по школам", "Школы"];

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

describe("one click of the ribbon on the sample", () => {
  let workbook: Workbook;
  let users: string[];
  let before: object;
  let state: JobState;
  let syncs: number;
  const stages: string[] = [];
  beforeAll(async () => {
    workbook = addin.open(await openWorkbook(SAMPLE, "results-sample.xlsx"));
    users = sheetNames(workbook);
    before = workbook.sheets.map(look);
    const stop = job.subscribe((now) => {
      if (now.phase === "running" && stages.at(-1) !== now.stage) stages.push(now.stage);
    });
    syncs = addin.host.counters.syncs;
    await addin.host.runAction("createRoadmap");
    syncs = addin.host.counters.syncs - syncs;
    stop();
    state = job.getState();
  });

  test("makes five sheets behind the user's and shows the roadmap", () => {
    expect(sheetNames(workbook)).toEqual([...users, ...OWN]);
    expect(workbook.activeSheetId).toBe(sheetOf(workbook, "Дорожная карта").id);
    expect(state).toMatchObject({ phase: "finished", outcome: { kind: "done" } });
  });

  test("tells its stages in their order", () => {
    expect(stages).toEqual(["reading", "identifying", "writing", "done"]);
  });

  test("leaves the user's sheets as they were, cell by cell, in values, formulas and looks", () => {
    expect(workbook.sheets.slice(0, users.length).map(look)).toEqual(before);
  });

  test("calls nothing that the host does not have, in five requests", () => {
    expect(addin.host.unknownCalls).toEqual([]);
    expect(syncs).toBeLessThanOrEqual(6);
  });

  test("computes shares and «low» by native formulas", async () => {
    await addin.host.calculate();
    const sheet = sheetOf(workbook, "Результаты");
    const area = sheet.tables[0]?.area;
    const words = new Set<unknown>();
    for (let row = (area?.top ?? 0) + 1; row <= (area?.bottom ?? -1); row++) {
      const [participants, failed, share, low] = [4, 5, 6, 7].map((column) => valueAt(sheet, row, column));
      words.add(low);
      if (typeof participants === "number" && participants > 0 && typeof failed === "number") {
        expect(share).toBeCloseTo(failed / participants, 12);
        expect(low).toBe(failed * 100 >= 30 * participants ? "да" : "нет");
      }
    }
    expect([...words].sort()).toEqual(["да", "нет"]);
  });

  describe("and the saved file", () => {
    const entries = (bytes: Uint8Array): Map<string, string> =>
      new Map(
        Object.entries(unzipSync(bytes))
          .filter(([name]) => !name.endsWith("/")) // a folder is no part
          .map(([name, content]) => [name, Buffer.from(content).toString("latin1")]),
      );
    let saved: Uint8Array;
    beforeAll(async () => {
      saved = await saveWorkbook(workbook);
    });

    test("has every part of the user's as it was, byte for byte", () => {
      const [was, is] = [entries(SAMPLE), entries(saved)];
      // lists of what is in the file; the sheet that was on top keeps all but its mark of being shown
      const lists =
        /^(\[Content_Types\]\.xml|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml))$|^docProps\//;
      const shown = / tabSelected="1"/;
      const changed = [...was].filter(([name, content]) => !lists.test(name) && is.get(name) !== content);
      expect(changed.map(([name]) => name).length).toBeLessThanOrEqual(1);
      for (const [name, content] of changed) {
        expect(content).toMatch(shown);
        expect(is.get(name)?.replace(/ tabSelected="0"/, "")).toBe(content.replace(shown, ""));
      }
      expect([...was.keys()].filter((name) => !is.has(name) && !/calcChain/.test(name))).toEqual([]);
    });

    test("opens again with the same sheets, marks and tables", async () => {
      const again = await openWorkbook(saved, "saved.xlsx");
      expect(sheetNames(again)).toEqual([...users, ...OWN]);
      for (const name of OWN) {
        expect(contents(sheetOf(again, name))).toEqual(contents(sheetOf(workbook, name)));
        expect(sheetOf(again, name).names.map((each) => [each.name, each.visible])).toEqual(
          expect.arrayContaining([
            ["SHNOR_SHEET", false],
            ["SHNOR_WRITTEN", false],
          ]),
        );
      }
      addin.open(again);
      const { asked } = await addin.run("cancel");
      expect(asked?.map(({ name, unchanged }) => [name, unchanged])).toEqual(
        OWN.slice(0, 3).map((name) => [name, true]),
      );
    });

    test("prints: A4 landscape, one page wide, header row repeated, page numbers", () => {
      const { page } = sheetOf(workbook, "Дорожная карта");
      expect(page).toMatchObject({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
      expect(page.paperSize?.toLowerCase()).toBe("a4");
      expect(page.titleRows?.first).toBe(page.titleRows?.last);
      const header = sheetOf(workbook, "Дорожная карта").cells.get(page.titleRows?.first ?? -1);
      expect(header?.get(0)?.value).toBe("№ п/п");
      expect(page.headersFooters?.rightFooter).toBe("Страница &P из &N");
    });
  });
});

describe("texts that look like something else stay text, in the host and in the file", () => {
  const NAMES = ["=1+1 СОШ", "+7 СОШ", "-5 СОШ", "@СОШ", "  =ИСТИНА()", "СОШ 1.2"];
  test.each(NAMES)("a school «%s»", async (school) => {
    const rows = ["ВПР математика 5", "ВПР русский язык 5"].map((what) => [school, "2025/2026", what, 10, 5]);
    const workbook = addin.open(workbookOf({ Сводная: [HEADER, ...rows] }));
    const { outcome } = await addin.run();
    expect(outcome?.kind).toBe("done");
    const again = await openWorkbook(await saveWorkbook(workbook), "saved.xlsx");
    for (const each of [workbook, again]) {
      const [cell] = [...sheetOf(each, "ШНОР").cells.values()].flatMap((columns) => {
        const found = columns.get(1);
        return columns.get(0)?.value === 1 && found !== undefined ? [found] : [];
      });
      expect(cell?.formula).toBeUndefined();
      expect(String(cell?.value).trim()).toBe(school.trim());
    }
  });

  test("the school year and a deadline are no dates", async () => {
    const workbook = addin.open(small());
    await addin.run();
    expect(texts(sheetOf(workbook, "Результаты"))).toContain("2025/2026");
  });
});

test("a click while a run is under way starts no second one", async () => {
  const workbook = addin.open(small());
  const users = sheetNames(workbook);
  const showQuestion = (): Promise<void> => Promise.reject(new Error("nobody is to be asked"));
  await Promise.all([1, 2].map(() => runJob(officeWorkbook, { showQuestion })));
  expect(sheetNames(workbook)).toEqual([...users, ...OWN]);
});

test("where sheets of an earlier run are there, the click opens the pane, which asks", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const names = sheetNames(workbook);
  const shown: boolean[] = [];
  addin.host.commands.onPane = (visible) => shown.push(visible);
  const stop = job.subscribe((state) => {
    if (state.phase === "asking")
      setTimeout(() => {
        state.answer("update");
      }, 20);
  });
  await addin.host.runAction("createRoadmap");
  stop();
  expect(shown).toEqual([true]);
  expect(sheetNames(workbook)).toEqual(names);
  expect(addin.host.unknownCalls).toEqual([]);
});
