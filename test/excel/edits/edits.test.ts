/** What the user does to the workbook after it was read, over real office.js. */
import { answerSchools } from "../../../src/excel/jobs/answer-schools";
import { changedSheets } from "../../../src/excel/edits/changed-sheets";
import { edits } from "../../../src/excel/edits/edits";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { prepare } from "../../../src/excel/jobs/create-roadmap";
import { watchSheets } from "../../../src/excel/reading/look";
import { watchEdits } from "../../../src/excel/edits/watch-edits";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { Workbook } from "../../../src/workbench/store/model";
import { type AddIn, boot, sheetNames, sheetOf } from "../harness";
import { HEADER, ROWS, small, workbookOf } from "../made-up";

let addin: AddIn;
let end: () => void;
beforeAll(async () => {
  addin = await boot();
  end = await watchEdits();
});
afterAll(() => {
  end();
  addin.dispose();
});

/** What the workbook is said to have changed since a reading; events have come by then. */
async function changedSince(snapshot: Parameters<typeof changedSheets>[0]): Promise<unknown> {
  await new Promise((resume) => setTimeout(resume, 50));
  return changedSheets(snapshot, edits.getState()).map(({ name, how }) => `${name}: ${how}`);
}

const clock = Date.now;
let passed = 0;
beforeAll(() => {
  jest.spyOn(Date, "now").mockImplementation(() => clock() + passed);
});
/** So much later that Excel tells of no earlier writing any more. */
const later = (): void => {
  passed += 10_000;
};

/** The user types. */
function type(workbook: Workbook, sheet: string, row: number, column: number, value: unknown): void {
  addin.host.enter(sheetOf(workbook, sheet), { top: row, left: column, bottom: row, right: column }, [
    [value],
  ]);
}

const inExcel = (work: (sheets: Excel.WorksheetCollection) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets);
    await context.sync();
  });

interface Case {
  readonly name: string;
  readonly act: (workbook: Workbook) => void | Promise<void>;
  readonly expected: readonly string[];
}

/** The workbook has «Сводная» with results, «Заметки» of the user's, the sheets of a run. */
const CASES: readonly Case[] = [
  {
    name: "a figure of the results: what is shown may be wrong",
    act: (workbook) => {
      type(workbook, "Сводная", 1, 4, 2);
    },
    expected: ["Сводная: edited"],
  },
  {
    name: "the same sheet again and again is told once",
    act: (workbook) => {
      for (const row of [1, 2, 3]) type(workbook, "Сводная", row, 4, 2);
    },
    expected: ["Сводная: edited"],
  },
  {
    name: "a decision counts in the list of schools",
    act: (workbook) => {
      type(workbook, "Решения по школам", 8, 0, "СОШ № 4");
    },
    expected: ["Решения по школам: edited"],
  },
  {
    name: "no result is read from the roadmap, its status is the user's to type",
    act: (workbook) => {
      type(workbook, "Дорожная карта", 20, 6, "выполнено");
    },
    expected: [],
  },
  {
    name: "an empty sheet has nothing to be read",
    act: () => inExcel((sheets) => void sheets.add("Пустой")),
    expected: [],
  },
  {
    name: "a new sheet, as soon as something is typed there",
    act: async (workbook) => {
      await inExcel((sheets) => void sheets.add("ОГЭ"));
      await new Promise((resume) => setTimeout(resume, 50));
      type(workbook, "ОГЭ", 0, 0, "Школа");
    },
    expected: ["ОГЭ: added"],
  },
  {
    name: "a sheet that was read is gone",
    act: () =>
      inExcel((sheets) => {
        sheets.getItem("Сводная").delete();
      }),
    expected: ["Сводная: deleted"],
  },
  {
    name: "of a document of the add-in nothing was read",
    act: () =>
      inExcel((sheets) => {
        sheets.getItem("Результаты").delete();
      }),
    expected: [],
  },
];

test.each(CASES)("$name", async ({ act, expected }) => {
  const workbook = addin.open(small());
  await addin.run();
  later();
  const snapshot = await officeWorkbook.read();
  expect(await changedSince(snapshot)).toEqual([]);
  await act(workbook);
  expect(await changedSince(snapshot)).toEqual(expected);
  // read again, it is as it is shown
  expect(await changedSince(await officeWorkbook.read())).toEqual([]);
});

test("what a run writes is not the user's doing; what is typed into a sheet that it made is", async () => {
  const workbook = addin.open(small());
  const snapshot = await officeWorkbook.read();
  await addin.run();
  expect(sheetNames(workbook)).toContain("Решения по школам");
  expect(await changedSince(snapshot)).toEqual([]);
  later();
  type(workbook, "Решения по школам", 8, 0, "СОШ № 4");
  expect(await changedSince(snapshot)).toEqual(["Решения по школам: edited"]);
});

test("an answer that goes into «Школы» is the add-in's, a figure typed meanwhile is the user's", async () => {
  const rows = ROWS.map(([school, ...rest]) => [school === "СОШ № 4" ? "СОШ № 3 г" : school, ...rest]);
  const workbook = addin.open(
    workbookOf({ Сводная: [HEADER, ...rows.map((row) => row.map((cell) => cell ?? null))] }),
  );
  await addin.run();
  const prepared = await prepare(officeWorkbook, {});
  const [first, second] = prepared.analysis.schools.map(({ key }) => key);
  if (first === undefined || second === undefined) throw new Error("no schools");
  const answer = await answerSchools(officeWorkbook, DEFAULT_SETTINGS, { first, second }, "different");
  expect(answer.kind).not.toBe("gone");
  expect(await changedSince(prepared.snapshot)).toEqual([]);
  type(workbook, "Сводная", 1, 4, 2); // within the time in which Excel may still tell of the writing
  expect(await changedSince(prepared.snapshot)).toEqual(["Сводная: edited"]);
});

test("what a co-author does is told as well, also while the add-in writes", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const snapshot = await officeWorkbook.read();
  const { id } = sheetOf(workbook, "Школы");
  addin.host.events.raise({
    type: 10, // WorksheetChanged
    sheetId: id,
    args: { changeType: "RangeEdited", source: "Remote", address: "A5", worksheetId: id },
  });
  addin.host.events.flush();
  expect(await changedSince(snapshot)).toEqual(["Школы: edited"]);
});

test("two listen, and the end of one does not end the other; then nothing is noted any more", async () => {
  const workbook = addin.open(small());
  const noted = async (): Promise<number> => {
    const { count } = edits.getState();
    type(workbook, "Сводная", 1, 4, count);
    await new Promise((resume) => setTimeout(resume, 50));
    return edits.getState().count - count;
  };
  const other = await watchSheets(() => undefined);
  expect(await noted()).toBe(1);
  other();
  expect(await noted()).toBe(1);
  end();
  await new Promise((resume) => setTimeout(resume, 50));
  expect(await noted()).toBe(0);
  end = await watchEdits(); // the pane is opened again
  expect(await noted()).toBe(1);
});
