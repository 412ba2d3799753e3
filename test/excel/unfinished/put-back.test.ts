/** What the user does to a cell in the very moment in which it is written goes back. */
import { officeFormulas } from "../../../src/excel/office-formulas";
import { recover } from "../../../src/excel/unfinished/recover";
import { run } from "../../../src/excel/runs/requests";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { clearContent, getCell, put, setContent } from "../../../src/workbench/store/cells";
import type { Scalar, Sheet, Workbook } from "../../../src/workbench/store/model";
import { ActionType, type QueryBody } from "../../../src/workbench/protocol/wire";
import type { Fault } from "../../../src/workbench/protocol/request-line";
import { bootFunctions, type Calculated, valueOf } from "../../functions/calculated";
import { cellAt, sheetOf } from "../../workbench/calculation/build";
import { content, CONTENTS } from "./contents";

let book: Calculated;
beforeAll(async () => {
  book = await bootFunctions();
  Object.assign(globalThis, { Excel: book.node.Excel, Office: book.node.Office });
}, 60_000);
afterAll(() => {
  book.dispose();
});
afterEach(() => {
  book.node.host.intercept = undefined;
});

const SHARE = "=NOR.FAILSHARE(A1:B1)"; // 3 of 10
const ARRAY = "=NOR.LOWRESULT(A1:B3)"; // TRUE, FALSE, «нет данных»
const DATA = { A1: 10, B1: 3, A2: 10, B2: 1, A3: 0, B3: 0 };
const isSet = ({ Actions }: QueryBody, name: string): boolean =>
  Actions.some(({ ActionType: type, Name }) => type === ActionType.SetProperty && Name === name);
/** The sheet is «Лист»; F2 becomes a value, D1:D3 an array of them. */
const opened = (): Promise<Workbook> => book.calculate({ Лист: { ...DATA, D1: ARRAY, F2: SHARE } });
const [ROW, COLUMN] = [1, 5]; // F2

/** The user does something before the first request that writes; then faults as told. */
function inTheMoment(
  workbook: Workbook,
  act: (sheet: Sheet) => void,
  then: (body: QueryBody, writes: number) => Fault = () => "pass",
): void {
  let writes = 0;
  book.node.host.intercept = ({ body }) => {
    if (isSet(body, "Values") && ++writes === 1) {
      act(sheetOf(workbook, "Лист"));
      book.node.host.context.restructured();
      return "pass";
    }
    return writes === 0 ? "pass" : then(body, writes);
  };
}

test.each(CONTENTS)("values: %s comes back, and so do the formulas", async (_, cell) => {
  const workbook = await opened();
  inTheMoment(workbook, (sheet) => {
    put(sheet, ROW, COLUMN, { ...cell });
  });
  const replacing = officeFormulas.replace("workbook");
  await expect(replacing).rejects.toMatchObject({ code: "changedMeanwhile", detail: "«Лист», F2" });
  await book.node.host.calculate();
  expect(content(cellAt(workbook, "Лист!F2"))).toEqual(content(cell));
  expect(cellAt(workbook, "Лист!D1")?.formula).toBe(ARRAY);
  expect(["D1", "D2", "D3"].map((at) => valueOf(workbook, `Лист!${at}`))).toEqual([
    true,
    false,
    "нет данных",
  ]);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  expect(workbook.customXmlParts).toEqual([]);
  expect(book.node.host.unknownCalls).toEqual([]);
});

test.each(CONTENTS)("a formula into an empty cell: %s comes back and is asked about", async (_, cell) => {
  const workbook = await book.calculate({ Лист: DATA });
  workbook.selection = { top: ROW, left: COLUMN, bottom: ROW, right: COLUMN };
  book.node.host.intercept = ({ body }) => {
    if (isSet(body, "Formulas") && getCell(sheetOf(workbook, "Лист"), ROW, COLUMN) === undefined)
      put(sheetOf(workbook, "Лист"), ROW, COLUMN, { ...cell });
    return "pass";
  };
  expect(await officeFormulas.insert(SHARE, null)).toMatchObject({ kind: "filled", address: "Лист!F2" });
  expect(content(cellAt(workbook, "Лист!F2"))).toEqual(content(cell));
  expect(book.node.host.unknownCalls).toEqual([]);
});

describe("an array of the user's", () => {
  /** F1:F3 by one formula, over the cell of the other. */
  const spill = (sheet: Sheet): void => {
    clearContent(sheet, ROW, COLUMN);
    put(sheet, 0, COLUMN, { value: 0, formula: ARRAY });
  };
  const filled = (workbook: Workbook) => ["F1", "F2", "F3"].map((at) => valueOf(workbook, `Лист!${at}`));

  test("fills its cells by itself: what it shows is not put there as a value", async () => {
    const workbook = await opened();
    inTheMoment(workbook, spill);
    await expect(officeFormulas.replace("workbook")).rejects.toMatchObject({ code: "changedMeanwhile" });
    await book.node.host.calculate();
    expect(filled(workbook)).toEqual([true, false, "нет данных"]); // else F1 has no room: #SPILL!
  });

  test("likewise under a formula that was to be inserted", async () => {
    const workbook = await book.calculate({ Лист: DATA });
    workbook.selection = { top: ROW, left: COLUMN, bottom: ROW, right: COLUMN };
    let acted = false;
    book.node.host.intercept = ({ body }) => {
      if (isSet(body, "Formulas") && !acted) {
        acted = true;
        spill(sheetOf(workbook, "Лист"));
        book.node.host.context.restructured();
      }
      return "pass";
    };
    expect(await officeFormulas.insert(SHARE, null)).toMatchObject({ kind: "filled", content: "FALSE" });
    await book.node.host.calculate();
    expect(filled(workbook)).toEqual([true, false, "нет данных"]);
  });

  test("moved by one row: its formula comes back where it is, what was typed above it too", async () => {
    const workbook = await opened();
    inTheMoment(workbook, (sheet) => {
      clearContent(sheet, 0, 3);
      put(sheet, 0, 3, { value: "моё" });
      put(sheet, 1, 3, { value: 0, formula: ARRAY });
      for (const row of [2, 3]) clearContent(sheet, row, 3);
    });
    await expect(officeFormulas.replace("workbook")).rejects.toMatchObject({ detail: "«Лист», D1" });
    await book.node.host.calculate();
    expect(["D1", "D2", "D3", "D4"].map((at) => valueOf(workbook, `Лист!${at}`))).toEqual([
      ...["моё", true, false],
      "нет данных",
    ]);
    expect(cellAt(workbook, "Лист!D2")?.formula).toBe(ARRAY);
  });
});

/** 40 formulas of 30 000 letters each, more than a request takes, and an array in the second one. */
describe("a writing of several requests", () => {
  const formula = (row: number): string => `=IF(NOR.FAILSHARE(A1:B1)>0,REPT("я",30000)&${row},"")`;
  const rows = Array.from({ length: 40 }, (_, row) => row + 1);
  const several = () =>
    book.calculate({
      Лист: {
        ...DATA,
        F1: SHARE,
        J40: ARRAY,
        ...Object.fromEntries(rows.map((row) => [`H${row}`, formula(row)])),
      },
    });
  const formulas = (workbook: Workbook) => rows.map((row) => cellAt(workbook, `Лист!H${row}`)?.formula);
  /** Before the second request that writes. */
  const later = (workbook: Workbook, row: number, column: number, value: Scalar = "моё"): void => {
    let writes = 0;
    book.node.host.intercept = ({ body }) => {
      if (isSet(body, "Values") && ++writes === 2) {
        setContent(sheetOf(workbook, "Лист"), row, column, { value });
        book.node.host.context.restructured();
      }
      return "pass";
    };
  };

  test("what the first of them wrote goes back as well", async () => {
    const workbook = await several();
    later(workbook, 39, 7);
    const replacing = officeFormulas.replace("workbook");
    await expect(replacing).rejects.toMatchObject({ code: "changedMeanwhile", detail: "«Лист», H40" });
    expect(formulas(workbook)).toEqual([...rows.slice(0, -1).map(formula), undefined]);
    expect(valueOf(workbook, "Лист!H40")).toBe("моё");
    expect(cellAt(workbook, "Лист!F1")?.formula).toBe(SHARE);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  }, 120_000);

  test("a cell that was typed into an array of the second one is seen", async () => {
    const workbook = await several();
    later(workbook, 40, 9); // J41
    const replacing = officeFormulas.replace("workbook");
    await expect(replacing).rejects.toMatchObject({ code: "changedMeanwhile", detail: "«Лист», J40" });
    expect(valueOf(workbook, "Лист!J41")).toBe("моё");
    expect(cellAt(workbook, "Лист!J40")?.formula).toBe(ARRAY);
    expect(formulas(workbook)).toEqual(rows.map(formula));
  }, 120_000);

  // what the first request wrote may change the answers of later ones, so there an answer tells nothing of an edit
  test("an answer that is another by the second one is no edit of its cells: what was read stands there", async () => {
    const workbook = await several();
    later(workbook, 1, 1, 9); // B2: the second school becomes low
    expect(await officeFormulas.replace("workbook")).toMatchObject({ formulas: 42, cells: 44 });
    await book.node.host.calculate();
    expect(["J40", "J41", "J42"].map((at) => valueOf(workbook, `Лист!${at}`))).toEqual([
      true,
      false,
      "нет данных",
    ]);
    expect(valueOf(workbook, "Лист!B2")).toBe(9);
  }, 120_000);
});

describe("it cannot be put back at once", () => {
  const typing = (value: Scalar) => (sheet: Sheet) => {
    setContent(sheet, ROW, COLUMN, value === "" ? {} : { value });
  };
  const type = typing(7);
  const told = { code: "overwritten", detail: "«Лист», F2: 7" };
  const nextStart = () => run(recover, { stoppable: false });
  const isJournal = ({ ObjectPaths }: QueryBody): boolean =>
    Object.values(ObjectPaths).some(({ Name }) => Name === "Add");
  const cells = (workbook: Workbook) =>
    ["D1", "F2"].map((at) => cellAt(workbook, `Лист!${at}`)?.formula ?? valueOf(workbook, `Лист!${at}`));

  test.each([
    ["the sheet is protected meanwhile", true],
    ["Excel refuses the cells", false],
  ])("%s: the cells are named with what stood there, no start stumbles over it", async (_, locked) => {
    const workbook = await opened();
    inTheMoment(workbook, type, (body) => {
      sheetOf(workbook, "Лист").protected = locked;
      return isSet(body, "Formulas") ? { fail: "AccessDenied" } : "pass";
    });
    const detail = `«Лист», D1: ${ARRAY}; «Лист», F2: 7`;
    await expect(officeFormulas.replace("workbook")).rejects.toMatchObject({ code: "overwritten", detail });
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
    expect(await nextStart()).toEqual({ outcome: "nothing", removed: [] });
  });

  test("not even the journal could be kept: told at once, with what stood there", async () => {
    const workbook = await opened();
    inTheMoment(workbook, type, (body) => (isJournal(body) ? { fail: "GeneralException" } : "pass"));
    await expect(officeFormulas.replace("workbook")).rejects.toMatchObject(told);
  });

  test.each([
    ["puts it back", false, {}],
    // not as left as it was: the cells hold what the run wrote
    [
      "tells what was covered: the sheet is protected",
      true,
      { overwritten: [`«Лист», D1: ${ARRAY}`, "«Лист», F2: 7"] },
    ],
  ])(
    "Excel fails after the journal was kept: the place is told, and the next start %s",
    async (_, locked, covered) => {
      const workbook = await opened();
      inTheMoment(workbook, type, (body) => (isJournal(body) ? "pass" : { fail: "GeneralException" }));
      const error = { code: "overwritten", detail: "«Лист», F2" };
      await expect(officeFormulas.replace("workbook")).rejects.toMatchObject(error);
      book.node.host.intercept = undefined;
      sheetOf(workbook, "Лист").protected = locked;
      expect(await nextStart()).toEqual({ outcome: "undone", removed: [], ...covered });
      if (!locked) expect(cells(workbook)).toEqual([ARRAY, 7]);
      expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
    },
  );

  test.each<[since: string, covered: Scalar, typed: Scalar, expected: object]>([
    // 7 is the user's too, and stands nowhere any more: 8 may be of another who has the workbook open
    ["typed anew: that stays, all else goes back", 7, 8, told],
    ["cleared: it stays blank", 7, "", told],
    // nothing is gone
    ["typed the same again", 7, 7, { code: "changedMeanwhile" }],
    ["blank when it was covered, typed since", "", 8, { code: "changedMeanwhile" }],
  ])("a cell of the user's, %s", async (_, covered, typed, expected) => {
    const workbook = await opened();
    let asked = 0;
    inTheMoment(workbook, typing(covered), () => {
      if (++asked === 1) typing(typed)(sheetOf(workbook, "Лист"));
      return "pass";
    });
    await expect(officeFormulas.replace("workbook")).rejects.toMatchObject(expected);
    expect(cells(workbook)).toEqual([ARRAY, typed]);
  });

  test("rows that were inserted above since: nothing is put there, all that was covered is told", async () => {
    const workbook = await opened();
    inTheMoment(workbook, type, (body) => (isJournal(body) ? "pass" : { fail: "GeneralException" }));
    await expect(officeFormulas.replace("workbook")).rejects.toMatchObject({ code: "overwritten" });
    book.node.host.intercept = undefined;
    await book.node.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Лист").getRange("1:4").insert("Down");
      await context.sync();
    });
    // D1 and F2 were written, and are D5 and F6 by now; the blank cells at their places are the user's
    const overwritten = [`«Лист», D1: ${ARRAY}`, told.detail];
    expect(await nextStart()).toEqual({ outcome: "undone", removed: [], overwritten });
    expect(cells(workbook)).toEqual(["", ""]);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });

  test("under a formula that was inserted: told with what stood there", async () => {
    const workbook = await book.calculate({ Лист: DATA });
    workbook.selection = { top: ROW, left: COLUMN, bottom: ROW, right: COLUMN };
    let writes = 0;
    book.node.host.intercept = ({ body }) => {
      if (writes === 1) sheetOf(workbook, "Лист").protected = true;
      if (isSet(body, "Formulas") && ++writes === 1) type(sheetOf(workbook, "Лист"));
      return "pass";
    };
    await expect(officeFormulas.insert(SHARE, null)).rejects.toMatchObject(told);
  });
});
