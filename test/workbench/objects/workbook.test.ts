import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

// learn.microsoft.com, Excel.SettingCollection; "Persist add-in state and settings".
describe("settings", () => {
  it("hold values of every kind, are replaced, listed and deleted", async () => {
    await excel.Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("порог", 30);
      settings.add("порог", 25);
      settings.add("виды", ["ВПР", "ОГЭ"]);
      const threshold = settings.getItem("порог").load("key,value");
      const missing = settings.getItemOrNullObject("нет");
      const all = settings.load("items/key,items/value");
      await context.sync();
      expect([threshold.key, threshold.value, missing.isNullObject]).toEqual(["порог", 25, true]);
      expect(all.items.map(({ key, value }) => [key, value as unknown])).toEqual([
        ["порог", 25],
        ["виды", ["ВПР", "ОГЭ"]],
      ]);
      threshold.value = 20;
      all.items[1]?.delete();
      const count = settings.getCount();
      await context.sync();
      expect(count.value).toBe(1);
    });
    expect([...excel.host.workbook.settings]).toEqual([["порог", 20]]);
  });
  it("are the same store as the settings of the Common API", async () => {
    const { settings } = excel.Office.context.document;
    settings.set("метка", { а: 1 });
    await new Promise<void>((resolve) => {
      settings.saveAsync(() => {
        resolve();
      });
    });
    expect(excel.host.workbook.settings.get("метка")).toEqual({ а: 1 });
  });
});

// learn.microsoft.com, Excel.CustomXmlPartCollection, CustomXmlPartScopedCollection.
describe("custom XML parts", () => {
  const xml = (text: string): string => `<?xml version="1.0"?><s:a xmlns:s="urn:проба">${text}</s:a>`;
  it("are added, found by namespace, changed and deleted", async () => {
    await excel.Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const part = customXmlParts.add(xml("1")).load("id,namespaceUri");
      const text = part.getXml();
      const only = customXmlParts.getByNamespace("urn:проба").getOnlyItemOrNullObject().load("id");
      const none = customXmlParts.getByNamespace("urn:другое").getOnlyItemOrNullObject();
      await context.sync();
      expect([part.namespaceUri, text.value, only.id, none.isNullObject]).toEqual([
        "urn:проба",
        xml("1"),
        part.id,
        true,
      ]);
      part.setXml(xml("2"));
      customXmlParts.add(xml("3"));
      const two = customXmlParts.getByNamespace("urn:проба").getOnlyItemOrNullObject();
      const items = customXmlParts.getByNamespace("urn:проба").load("items/id");
      const found = customXmlParts.getItemOrNullObject(part.id);
      await context.sync();
      expect([two.isNullObject, items.items.length, found.isNullObject]).toEqual([true, 2, false]);
      part.delete();
      const gone = customXmlParts.getItemOrNullObject(part.id);
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });
  it.each(["не XML", "<а><б></а", "<а/><б/>"])("refuse %s", async (text) => {
    expect(
      await excel.refusal((context) => {
        context.workbook.customXmlParts.add(text);
      }),
    ).toBe("InvalidArgument");
  });
});

// learn.microsoft.com, Excel.Application.
it("lets the add-in suspend screen and calculation, and ask for one", async () => {
  await excel.Excel.run(async (context) => {
    const { application } = context.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    application.calculate("Full");
    application.load("calculationMode");
    context.workbook.load("name");
    await context.sync();
    expect([application.calculationMode, context.workbook.name]).toEqual(["Automatic", "Book1.xlsx"]);
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
