import { boot, type Harness } from "./harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

/** Lets pushes and the promises behind them run. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 30);
  });

type Heard = Record<string, unknown>[];
const heard =
  (list: Heard) =>
  (event: object): Promise<void> => {
    list.push({ ...event });
    return Promise.resolve();
  };

// learn.microsoft.com, "Work with events using the Excel JavaScript API"; Excel.WorksheetChangedEventArgs.
describe("onChanged of a sheet", () => {
  it("tells the address of a write, and ends when it is removed", async () => {
    const name = await excel.blank();
    const list: Heard = [];
    let handler: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
    await excel.on(name, (sheet) => {
      handler = sheet.onChanged.add(heard(list));
    });
    await excel.on(name, (sheet) => {
      sheet.getRange("D4:E5").values = [
        [1, 2],
        [3, 4],
      ];
    });
    await excel.on("Sheet1", (sheet) => {
      sheet.getRange("A1").values = [[1]];
    });
    await settle();
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({
      address: "D4:E5",
      changeType: "RangeEdited",
      source: "Local",
      type: "WorksheetChanged",
    });
    await excel.Excel.run(handler?.context ?? new excel.Excel.RequestContext(), async (context) => {
      handler?.remove();
      await context.sync();
    });
    await excel.on(name, (sheet) => {
      sheet.getRange("A1").values = [[1]];
    });
    await settle();
    expect(list).toHaveLength(1);
  });
  it("is one event for a block that office.js writes in pieces", async () => {
    const name = await excel.blank();
    const list: Heard = [];
    await excel.on(name, (sheet) => {
      sheet.onChanged.add(heard(list));
    });
    await excel.on(name, (sheet) => {
      sheet.getRange("A1:C2000").values = Array.from({ length: 2000 }, () => [1, 2, 3]);
    });
    await settle();
    expect(list.map((event) => event["address"])).toEqual(["A1:C2000"]);
  });
  it("gives the handler its range", async () => {
    const name = await excel.blank();
    let address = "";
    await excel.on(name, (sheet) => {
      sheet.onChanged.add((event) =>
        excel.Excel.run(async (context) => {
          const range = event.getRange(context).load("address");
          await context.sync();
          address = range.address;
        }),
      );
    });
    await excel.on(name, (sheet) => {
      sheet.getRange("B7").values = [["да"]];
    });
    await settle();
    expect(address).toBe(`'${name}'!B7`);
  });
  it("hears what a user types into the workbook", async () => {
    const name = await excel.blank();
    const list: Heard = [];
    await excel.on(name, (sheet) => {
      sheet.onChanged.add(heard(list));
    });
    const sheet = excel.host.workbook.sheets.find((each) => each.name === name);
    if (sheet) excel.host.edited(sheet, { top: 1, left: 1, bottom: 1, right: 1 });
    await settle();
    expect(list.map((event) => event["address"])).toEqual(["B2"]);
  });
});

// learn.microsoft.com, Excel.WorksheetCollection: onAdded, onDeleted, onActivated, onChanged, onSelectionChanged.
it("tells of sheets added, activated, changed, selected in and deleted", async () => {
  const list: Heard = [];
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(heard(list));
    worksheets.onDeleted.add(heard(list));
    worksheets.onActivated.add(heard(list));
    worksheets.onChanged.add(heard(list));
    worksheets.onSelectionChanged.add(heard(list));
    await context.sync();
    const sheet = worksheets.add("события");
    sheet.load("id");
    await context.sync();
    sheet.activate();
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("B2:C3").select();
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await settle();
  expect(list.map((event) => event["type"]).sort()).toEqual([
    "WorksheetActivated",
    // The sheet beside the deleted one becomes active.
    "WorksheetActivated",
    "WorksheetAdded",
    "WorksheetChanged",
    "WorksheetDeleted",
    "WorksheetSelectionChanged",
  ]);
  expect(new Set(list.map((event) => event["worksheetId"])).size).toBe(2);
});

// learn.microsoft.com, Office.EventType.DocumentSelectionChanged.
it("tells of a selection that a user makes, and of what a user types", async () => {
  const name = await excel.blank();
  let selections = 0;
  const list: Heard = [];
  const { Office } = excel;
  await new Promise((resolve) => {
    const heardSelection = (): void => {
      selections++;
    };
    Office.context.document.addHandlerAsync(
      Office.EventType.DocumentSelectionChanged,
      heardSelection,
      resolve,
    );
  });
  await excel.on(name, (target) => {
    target.onChanged.add(heard(list));
  });
  const sheet = excel.host.workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error("no sheet");
  const cell = { top: 4, left: 0, bottom: 4, right: 0 };
  excel.host.select(sheet, cell);
  excel.host.enter(sheet, cell, [["12"]]);
  await settle();
  expect([selections, excel.host.workbook.activeSheetId]).toEqual([1, sheet.id]);
  expect(list.map((event) => event["address"])).toEqual(["A5"]);
  expect(sheet.cells.get(4)?.get(0)?.value).toBe(12);
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
