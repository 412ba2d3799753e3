import { refusal, type Step, valuesOf } from "./step";

/** What stands between the last look at a sheet and the request that writes it. */
export const CLOSED_STEPS: readonly Step[] = [
  {
    id: "closed-sheet",
    behaviour:
      "a sheet that an add-in protected is told by its permissions, and opened in the batch that writes it",
    source:
      "learn.microsoft.com, Excel.WorksheetProtection; builds of version 2605 refuse, office-js issue 6784",
    expected: [true, ["allowEditScenarios", "allowPivotTables"], "passed", [["after"]], false],
    run: async (tools) => {
      const { sheet, context } = tools;
      const { protection } = sheet;
      protection.protect({ allowPivotTables: true, allowEditScenarios: true });
      protection.load("protected,options");
      await context.sync();
      const closed = protection.protected;
      const allowed = Object.entries(protection.options).flatMap(([name, is]) => (is === true ? [name] : []));
      const opened = await refusal(context, () => {
        protection.unprotect();
        sheet.getRange("A1").values = [["after"]];
        protection.load("protected");
      });
      return [closed, allowed.sort(), opened, await valuesOf(tools, "A1"), protection.protected];
    },
  },
  {
    id: "closed-structure",
    behaviour:
      "a workbook whose structure an add-in protected adds no sheet, and is opened in the batch that deletes one",
    source: "learn.microsoft.com, Excel.WorkbookProtection; the code of the refusal is an assumption",
    expected: ["AccessDenied", "passed", true],
    run: async ({ context }) => {
      const { worksheets, protection } = context.workbook;
      const going = worksheets.add();
      going.load("id");
      await context.sync();
      protection.protect();
      await context.sync();
      const added = await refusal(context, () => worksheets.add());
      const deleted = await refusal(context, () => {
        protection.unprotect();
        going.delete();
      });
      const left = worksheets.getItemOrNullObject(going.id);
      await context.sync();
      return [added, deleted, left.isNullObject];
    },
  },
  {
    id: "before-writing",
    behaviour:
      "what is loaded ahead of a write of the same batch, by a proxy of its own, is what stood there",
    source:
      "a batch is carried out in order: «Using the application-specific API model», learn.microsoft.com",
    expected: [["=1+1"], [2], [["new"]]],
    run: async (tools) => {
      const { sheet, context } = tools;
      sheet.getRange("A1").formulas = [["=1+1"]];
      await context.sync();
      const before = sheet.getRange("A1").load("formulas,values");
      sheet.getRange("A1").values = [["new"]];
      await context.sync();
      return [before.formulas[0], before.values[0], await valuesOf(tools, "A1")];
    },
  },
];
