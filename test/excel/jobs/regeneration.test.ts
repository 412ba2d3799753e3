/** The issue's own test: edits of every kind in the roadmap, a changed template, and every edit is there. */
import { type AddIn, boot, type Run, sheetNames, sheetOf } from "../harness";
import { small, type } from "../made-up";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { JOURNAL_NAMESPACE, KEPT_NAMESPACE } from "../../../src/excel/sheets/kept-state";
import { addTemplateSheet } from "../../../src/excel/jobs/templates";
import { getCell, setStyle } from "../../../src/workbench/store/cells";
import type { Scalar, Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const ROADMAP = "Дорожная карта";
const TEMPLATE = "Шаблон – ";

/** Rows of a sheet as texts, formulas as they are. */
function rowsOf(sheet: Sheet): string[][] {
  const last = Math.max(...[...sheet.cells].flatMap(([row, cells]) => (cells.size > 0 ? [row] : [])));
  return Array.from({ length: last + 1 }, (_, row) => {
    const cells = sheet.cells.get(row);
    const width = Math.max(-1, ...(cells?.keys() ?? [])) + 1;
    return Array.from({ length: width }, (_cell, column) => {
      const cell = cells?.get(column);
      return String(cell?.formula ?? cell?.value ?? "");
    });
  });
}

/** Rows without those that are empty, and without empty cells at their ends. */
const texts = (sheet: Sheet): string[] =>
  rowsOf(sheet)
    .map((row) => row.join(" | "))
    .filter((text) => text.replaceAll(" | ", "") !== "");

function rowOf(sheet: Sheet, text: string): number {
  const row = rowsOf(sheet).findIndex((cells) => cells.some((cell) => cell === text));
  if (row < 0) throw new Error(`no cell «${text}» on ${sheet.name}`);
  return row;
}

const idColumn = (sheet: Sheet): number => {
  const header = rowsOf(sheet).find((row) => row.includes("header")) ?? [];
  return header.indexOf("header");
};
const rowOfId = (sheet: Sheet, id: string): number =>
  rowsOf(sheet).findIndex((row) => row[idColumn(sheet)] === id);
const cell = (sheet: Sheet, id: string, column: number): Scalar | undefined =>
  getCell(sheet, rowOfId(sheet, id), column)?.value;

/** What a user does with whole rows and columns, through Excel itself. */
const inExcel = (act: (sheet: Excel.Worksheet) => void, name = ROADMAP): Promise<void> =>
  Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
const span = (row: number): string => `${row + 1}:${row + 1}`;

const parts = (workbook: Workbook, namespace: string) =>
  workbook.customXmlParts.filter((part) => part.namespaceUri === namespace);

interface Opened {
  readonly workbook: Workbook;
  readonly roadmap: Sheet;
  readonly template: Sheet;
}

async function open(): Promise<Opened> {
  const workbook = addin.open(small());
  await addin.run();
  await addTemplateSheet(officeWorkbook, {
    from: "low-results-roadmap",
    start: 2026,
  });
  const template = workbook.sheets.find(({ name }) => name.startsWith(TEMPLATE));
  if (template === undefined) throw new Error(sheetNames(workbook).join(", "));
  return { workbook, roadmap: sheetOf(workbook, ROADMAP), template };
}

/** Ten cells edited, a row deleted, one added, one copied, a column put in. */
async function edit(roadmap: Sheet): Promise<void> {
  const at = (id: string): number => rowOfId(roadmap, id);
  type(roadmap, at("000:1"), 1, "Создать рабочую группу из пяти человек");
  type(roadmap, at("000:1"), 3, "Методист отдела");
  type(roadmap, at("000:2"), 2, "до 10 ноября 2026 г.");
  type(roadmap, at("000:3"), 4, "Протоколы подписаны");
  type(roadmap, at("000:6"), 1, "Закрепить наставников");
  type(roadmap, at("000:9"), 0, "9а");
  type(roadmap, at("problem low"), 0, "Порог принят муниципалитетом");
  type(roadmap, at("fact «Цель»"), 2, "Наша цель");
  type(roadmap, at("title"), 0, "План работы со школами");
  type(roadmap, at("000:11"), 4, "=СУММ – это текст, а не формула");
  setStyle(roadmap, at("000:13"), 1, { fill: "#FFFF00" });
  const deleted = at("000:5");
  await inExcel((sheet) => {
    sheet.getRange(span(deleted)).delete("Up");
  });
  const added = at("000:7") + 1;
  await inExcel((sheet) => sheet.getRange(span(added)).insert("Down"));
  type(roadmap, added, 1, "Наше собственное мероприятие");
  type(roadmap, added, 2, "каждую пятницу");
  const copied = at("000:8");
  const line = rowsOf(roadmap)[copied] ?? [];
  await inExcel((sheet) => sheet.getRange(span(copied + 1)).insert("Down"));
  line.forEach((text, column) => {
    if (text !== "") type(roadmap, copied + 1, column, text);
  });
  type(roadmap, copied + 1, 1, "Копия: договор ещё с одной школой");
  await inExcel((sheet) => sheet.getRange("C:C").insert("Right"));
  type(roadmap, at("000:1"), 2, "Комментарий к группе");
  type(roadmap, at("000:12"), idColumn(roadmap) + 1, "Пометка справа");
}

/** The template rewords three measures, drops three, puts one in. */
async function changeTemplate(template: Sheet): Promise<void> {
  const text = (number: string): number => rowsOf(template).findIndex((row) => row[9] === `000:${number}`);
  type(template, text("1"), 3, "Сформировать рабочую группу (новая редакция)");
  type(template, text("10"), 3, "Изучить внутришкольный мониторинг (новая редакция)");
  type(template, text("10"), 4, "до 1 декабря 2026 г.");
  type(template, text("5"), 3, "Удалённое пользователем (новая редакция)");
  for (const number of ["14", "6", "12"]) {
    const row = text(number);
    await inExcel((sheet) => {
      sheet.getRange(span(row)).delete("Up");
    }, template.name);
  }
  const row = text("15") + 1;
  await inExcel((sheet) => sheet.getRange(span(row)).insert("Down"), template.name);
  type(template, row, 2, "15.1");
  type(template, row, 3, "Новое мероприятие шаблона");
  type(template, row, 4, "май 2027");
  type(template, row, 5, "ОО, совет школы");
}

type Done = Extract<Run["outcome"], { readonly kind: "done" }>;
function done({ outcome, error }: Run): Done {
  if (outcome?.kind !== "done") throw error ?? new Error(outcome?.kind ?? "no outcome");
  return outcome;
}

describe("edits of every kind and a changed template", () => {
  let opened: Opened;
  let run: Run;
  let before: string[];
  beforeAll(async () => {
    opened = await open();
    await edit(opened.roadmap);
    await changeTemplate(opened.template);
    before = texts(opened.roadmap);
    run = await addin.run("update");
  });

  test("every edit is there", () => {
    const { roadmap } = opened;
    expect(cell(roadmap, "000:1", 1)).toBe("Создать рабочую группу из пяти человек");
    expect(cell(roadmap, "000:1", 4)).toBe("Методист отдела");
    expect(cell(roadmap, "000:2", 3)).toBe("до 10 ноября 2026 г.");
    expect(cell(roadmap, "000:3", 5)).toBe("Протоколы подписаны");
    expect(cell(roadmap, "000:6", 1)).toBe("Закрепить наставников"); // dropped by the template, edited, so it stays
    expect(cell(roadmap, "000:9", 0)).toBe("9а");
    expect(cell(roadmap, "problem low", 0)).toBe("Порог принят муниципалитетом");
    expect(cell(roadmap, "fact «Цель»", 3)).toBe("Наша цель");
    expect(cell(roadmap, "title", 0)).toBe("План работы со школами");
    expect(cell(roadmap, "000:11", 5)).toBe("=СУММ – это текст, а не формула");
    expect(cell(roadmap, "000:1", 2)).toBe("Комментарий к группе");
    expect(cell(roadmap, "000:12", idColumn(roadmap) + 1)).toBe("Пометка справа"); // dropped, has a comment
    expect(getCell(roadmap, rowOfId(roadmap, "000:13"), 1)?.style?.fill).toBe("#FFFF00");
    expect(rowOfId(roadmap, "000:5")).toBe(-1);
    expect(rowOf(roadmap, "Наше собственное мероприятие")).toBe(rowOfId(roadmap, "000:7") + 1);
    expect(rowOf(roadmap, "Копия: договор ещё с одной школой")).toBe(rowOfId(roadmap, "000:8") + 1);
  });

  test("nothing that stood in the sheet is gone, but what the template changed where nobody edited", () => {
    const now = new Set(texts(opened.roadmap).map((row) => row.split(" | ").slice(0, 7).join(" | ")));
    const gone = before.filter((row) => !now.has(row.split(" | ").slice(0, 7).join(" | ")));
    const numbers = gone.map((row) => row.split(" | ")[0]);
    expect(numbers).toEqual(["10", "14"]);
  });

  test("the template's changes arrive where nobody edited", () => {
    const { roadmap } = opened;
    expect(cell(roadmap, "000:10", 1)).toBe("Изучить внутришкольный мониторинг (новая редакция)");
    expect(String(cell(roadmap, "000:10", 3)).replaceAll("\u00A0", " ")).toBe("до 1 декабря 2026 г.");
    expect(rowOfId(roadmap, "000:14")).toBe(-1);
    expect(rowOf(roadmap, "Новое мероприятие шаблона")).toBe(rowOfId(roadmap, "000:15") + 1);
    expect(cell(roadmap, "own:15.1", 4)).toBe("Общеобразовательные организации, совет школы");
  });

  test("the conflict is told with both texts and its cell", () => {
    const { merged, keptEdited } = done(run);
    expect(keptEdited).toEqual([]);
    expect(merged.map(({ sheet, stateLost, copies }) => ({ sheet, stateLost, copies }))).toEqual([
      { sheet: ROADMAP, stateLost: false, copies: 1 },
    ]);
    expect(merged[0]?.conflicts).toEqual([
      {
        id: "000:1",
        column: 1,
        address: `B${rowOfId(opened.roadmap, "000:1") + 1}`,
        // before the merge too: what the template brings and drops stands below
        now: `B${rowOfId(opened.roadmap, "000:1") + 1}`,
        mine: "Создать рабочую группу из пяти человек",
        theirs: "Сформировать рабочую группу (новая редакция)",
        chosen: "mine",
      },
    ]);
    // 10 cells, an own row, a copy, a deleted row; the text, the deadline and the due date of 10, a new row, a dropped one
    expect([merged[0]?.kept, merged[0]?.arrived]).toEqual([13, 5]);
    expect(merged[0]?.dropped.length).toBe(2);
  });

  test("in place, in few requests, with no call that the host lacks", () => {
    expect(sheetNames(opened.workbook).filter((name) => name.startsWith(ROADMAP))).toEqual([ROADMAP]);
    expect(run.syncs).toBeLessThanOrEqual(6);
    expect(addin.host.unknownCalls).toEqual([]);
    expect(parts(opened.workbook, JOURNAL_NAMESPACE)).toEqual([]);
    expect(parts(opened.workbook, KEPT_NAMESPACE).length).toBe(3); // roadmap, ШНОР, Результаты
  });

  test("again with nothing changed: nothing changes", async () => {
    const sheet = texts(opened.roadmap);
    const again = done(await addin.run("update"));
    expect(texts(opened.roadmap)).toEqual(sheet);
    expect(again.merged).toMatchObject([{ sheet: ROADMAP, arrived: 0, conflicts: [], copies: 0 }]);
  });
});

test("the other text of a conflict may be chosen", async () => {
  const { roadmap, template } = await open();
  await edit(roadmap);
  await changeTemplate(template);
  const { createRoadmap } = await import("../../../src/excel/jobs/create-roadmap");
  await createRoadmap(officeWorkbook, {
    chooseExisting: () => Promise.resolve("update"),
    resolveConflicts: (sheets) => {
      expect(sheets.map(({ sheet, conflicts }) => [sheet, conflicts.length])).toEqual([[ROADMAP, 1]]);
      return Promise.resolve(() => "theirs");
    },
  });
  expect(cell(roadmap, "000:1", 1)).toBe("Сформировать рабочую группу (новая редакция)");
});

test("with the kept state lost nothing is overwritten, and the run says so", async () => {
  const { workbook, roadmap, template } = await open();
  await edit(roadmap);
  await changeTemplate(template);
  workbook.customXmlParts = [];
  const before = texts(roadmap);
  const { merged } = done(await addin.run("update"));
  // only the id of the copy goes
  const withoutId = (rows: readonly string[]): string[] =>
    rows.map((row) => row.replace("000:8", "").replace(/[ |]+$/, ""));
  expect(withoutId(texts(roadmap))).toEqual(withoutId(before));
  expect(merged).toMatchObject([{ sheet: ROADMAP, stateLost: true, arrived: 0 }]);
  expect(merged[0]?.withheld).toContain("own:15.1");
  expect(merged[0]?.conflicts.length).toBeGreaterThan(10);
});

/** Excel breaks off in the request after the journal, and is then closed: nothing more gets through. */
function breakOff(part: number): void {
  let stage: "before" | "journal" | "broken" = "before";
  addin.host.intercept = ({ body }) => {
    if (stage === "broken") return { fail: "GeneralException", message: "нарочно" };
    if (stage === "journal") {
      stage = "broken";
      const action = body.Actions[Math.floor(body.Actions.length * part)];
      if (action !== undefined) Object.assign(action, { ObjectPathId: 999_999_999 });
    } else if (JSON.stringify(body).includes(JOURNAL_NAMESPACE)) stage = "journal";
    return "pass";
  };
}

describe("a run that stops half-way is undone or whole at the next start", () => {
  let whole: string[];
  beforeAll(async () => {
    const { roadmap, template } = await open();
    await edit(roadmap);
    await changeTemplate(template);
    await addin.run("update");
    whole = texts(roadmap);
  });

  test.each([0.01, 0.05, 0.2, 0.6, 0.99])("broken off at %d of the writing", async (part) => {
    const { workbook, roadmap, template } = await open();
    await edit(roadmap);
    await changeTemplate(template);
    const before = texts(roadmap);
    breakOff(part);
    expect((await addin.run("update")).error).not.toBeNull();
    addin.host.intercept = undefined;
    expect((await officeWorkbook.read()).unfinished).toBe(true);
    await officeWorkbook.removeUnfinished();
    // the first operations (locks of the sheets, the last look) come before the point of no return: they are taken
    // back, the rest is finished
    expect(texts(roadmap)).toEqual(part < 0.1 ? before : whole);
    expect(parts(workbook, JOURNAL_NAMESPACE)).toEqual([]);
    const { merged } = done(await addin.run("update"));
    expect(texts(roadmap)).toEqual(whole);
    expect(merged).toMatchObject([{ sheet: ROADMAP, stateLost: false }]);
  });
});

test("every document of the whole package keeps what was typed into it", async () => {
  const workbook = addin.open(small());
  const all = { package: "all" } as const;
  await addin.run("new", all);
  const plan = sheetOf(workbook, "СОШ № 1");
  const notice = sheetOf(workbook, "Увед. СОШ № 1");
  const order = sheetOf(workbook, "Приказ");
  const measure = rowsOf(plan).findIndex((row) => row[0] === "1.1");
  type(plan, measure, 1, "Мероприятие, переписанное школой");
  type(plan, measure, 6, "выполнено 5 октября");
  type(
    notice,
    rowOfId(notice, "steps/2") >= 0 ? rowOfId(notice, "steps/2") : 10,
    0,
    "Приехать на собеседование",
  );
  type(
    order,
    rowsOf(order).findIndex((row) => row.includes("clauses/3")),
    0,
    "2. Свой пункт приказа",
  );
  // one more low procedure: the school's plan, its notice and the list change
  const data = sheetOf(workbook, "Сводная");
  ["СОШ № 1", "2025/2026", "ОГЭ математика", 10, 5].forEach((value, column) => {
    type(data, 17, column, value);
  });
  const outcome = done(await addin.run("update", all));
  expect(outcome.keptEdited).toEqual([]);
  expect(outcome.merged.map(({ sheet }) => sheet).sort()).toEqual(["Приказ", "СОШ № 1", "Увед. СОШ № 1"]);
  expect(texts(plan).join("\n")).toContain("Мероприятие, переписанное школой");
  expect(texts(plan).join("\n")).toContain("выполнено 5 октября");
  expect(texts(plan).join("\n")).toContain("ОГЭ математика");
  expect(texts(notice).join("\n")).toContain("Приехать на собеседование");
  expect(texts(order).join("\n")).toContain("2. Свой пункт приказа");
  expect(addin.host.unknownCalls).toEqual([]);
});
