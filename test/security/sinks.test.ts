/**
 * Every place where the add-in gives text to Excel, found by the compiler: assignments to properties and arguments of
 * calls of office.js. A new one fails this test until it is in the list with what keeps text from being a formula there.
 */
import { join, relative } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
const FOLDERS = ["excel", "functions", "commands", "taskpane"];

/** Why a text that begins with «=» is no formula there. */
const SINKS: Readonly<Record<string, string>> = {
  "excel/sheets/write-plan.ts Range.values":
    "asWritten: an apostrophe; cells of every plan, test/security/formulas.test.ts",
  "excel/unfinished/redo.ts Range.values": "asWritten: an apostrophe; an edit of a cell, the same test",
  "excel/writing/write-values.ts Range.values": "asValue: every text gets an apostrophe",
  "excel/unfinished/values-again.ts Range.values": "asValue: every text gets an apostrophe",
  "excel/writing/insert-formula.ts Range.formulas":
    "the formula that the user asked for; texts in it are quoted by formula-text",
  "excel/unfinished/put-back.ts Range.formulas":
    "what the user had in the cell: a formula of theirs as a formula, every text with an apostrophe; test/excel/unfinished/put-back.test.ts",
  "excel/unfinished/put-back.ts Range.numberFormat": "the format that the cell had",
  "excel/unfinished/put-back.ts CustomXmlPartCollection.add": "JSON in an XML part: no cells",
  "excel/unfinished/put-back.ts SettingCollection.add": "JSON in a setting: no cells",
  "excel/writing/remove-sheets.ts SettingCollection.add": "JSON in a setting: no cells",
  "excel/sheets/write-plan.ts DataValidation.rule": "lists of our own words, whole numbers and dates",
  "excel/sheets/write-plan.ts DataValidation.errorAlert": "our own words",
  "excel/sheets/write-plan.ts ConditionalFormatRule.formula":
    "a formula of ours over cells, no text of a user's",
  "excel/sheets/write-plan.ts ConditionalFormatCollection.add": "a kind",
  "excel/sheets/write-plan.ts ColorScaleConditionalFormat.criteria": "numbers and colours of ours",
  "excel/runs/requests.ts RequestContext.sync": "no text: the property is wrapped to count requests",
  "excel/sheets/write-plan.ts PageLayout.orientation": "a word of Excel's",
  "excel/sheets/write-plan.ts PageLayout.paperSize": "a word of Excel's",
  "excel/sheets/write-plan.ts PageLayout.zoom": "numbers",
  "excel/sheets/write-plan.ts RangeBorder.style": "a word of Excel's",
  "excel/sheets/write-plan.ts RangeBorder.weight": "a word of Excel's",
  "excel/sheets/write-plan.ts RangeFormat.horizontalAlignment": "a word of Excel's",
  "excel/sheets/write-plan.ts RangeFormat.verticalAlignment": "a word of Excel's",
  "excel/sheets/write-plan.ts Range.numberFormat": "a format of our styles",
  "excel/sheets/write-plan.ts RangeFont.name": "our font",
  "excel/sheets/write-plan.ts RangeFont.color": "a colour",
  "excel/sheets/write-plan.ts RangeFill.color": "a colour",
  "excel/sheets/write-plan.ts RangeBorder.color": "a colour",
  "excel/sheets/write-plan.ts ConditionalRangeFill.color": "a colour",
  "excel/sheets/write-plan.ts ConditionalRangeFont.color": "a colour",
  "excel/sheets/write-plan.ts ChartFill.setSolidColor": "a colour",
  "excel/sheets/write-plan.ts TableCollection.add": "an address",
  "excel/sheets/write-plan.ts Table.name": "uniqueName over a name of ours",
  "excel/sheets/write-plan.ts Table.style": "a style of Excel's",
  "excel/sheets/write-plan.ts ChartCollection.add": "a kind",
  "excel/sheets/write-plan.ts Chart.name": "a title of ours",
  "excel/sheets/write-plan.ts ChartTitle.text": "a title of ours: Excel takes no formula there",
  "excel/sheets/write-plan.ts Chart.setPosition": "addresses",
  "excel/sheets/write-plan.ts PageBreakCollection.add": "an address",
  "excel/sheets/write-plan.ts PageLayout.setPrintArea": "an address",
  "excel/sheets/write-plan.ts PageLayout.setPrintTitleRows": "an address",
  "excel/sheets/write-plan.ts HeaderFooter.leftFooter": "«&» doubled; no formulas there",
  "excel/sheets/write-plan.ts HeaderFooter.rightFooter": "our own words",
  "excel/sheets/apply-patch.ts Range.insert": "a direction",
  "excel/sheets/apply-patch.ts RangeFont.name": "our font",
  "excel/sheets/apply-patch.ts TableCollection.add": "an address",
  "excel/sheets/apply-patch.ts Table.name": "a name that Excel gave back",
  "excel/sheets/apply-patch.ts Table.style": "a style of Excel's",
  "excel/sheets/apply-patch.ts PageBreakCollection.add": "an address",
  "excel/unfinished/redo.ts NamedItem.formula": "constant(): a text in quotes",
  "excel/unfinished/redo.ts NamedItemCollection.add": "constant(): a text in quotes",
  "excel/writing/write-sheets.ts NamedItemCollection.add": "constant(): a text in quotes",
  "excel/writing/write-sheets.ts WorksheetCollection.add":
    "uniqueName; names are quoted in formulas, test/security/text.test.ts",
  "excel/writing/write-sheets.ts CustomXmlPartCollection.add": "JSON in an XML part: no cells",
  "excel/unfinished/put-right.ts CustomXmlPartCollection.add": "JSON in an XML part: no cells",
  "excel/unfinished/put-right.ts SettingCollection.add": "JSON in a setting: no cells",
  "excel/unfinished/recover.ts CustomXmlPartCollection.add": "JSON in an XML part: no cells",
  "excel/unfinished/recover.ts SettingCollection.add": "a mark of ours: no cells",
  "excel/office-workbook.ts SettingCollection.add": "JSON in a setting: no cells",
};

/** Calls that put something into the workbook. */
const GIVES = /^(?:add|addLocal|insert.*|set.*|copyFrom|replaceAll|rename.*|update.*)$/;

function textGivers(): readonly string[] {
  const file = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(file.config, ts.sys, ROOT);
  const inside = (path: string): boolean =>
    FOLDERS.some((folder) => path.replaceAll("\\", "/").includes(`/src/${folder}/`));
  const program = ts.createProgram(fileNames.filter(inside), options);
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const officeName = (node: ts.Expression): string | null => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    const symbol = type.getSymbol();
    const isOffice = symbol?.declarations?.some((one) => one.getSourceFile().fileName.includes("office-js"));
    return symbol !== undefined && isOffice === true ? symbol.getName() : null;
  };
  const isBare = (node: ts.Expression): boolean => {
    const { flags } = checker.getTypeAtLocation(node);
    return (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !== 0;
  };
  for (const source of program.getSourceFiles()) {
    if (!inside(source.fileName)) continue;
    const path = relative(join(ROOT, "src"), source.fileName).replaceAll("\\", "/");
    const visit = (node: ts.Node): void => {
      if (isAssignment(node) && ts.isPropertyAccessExpression(node.left) && !isBare(node.right)) {
        const name = officeName(node.left.expression);
        if (name !== null) found.add(`${path} ${name}.${node.left.name.text}`);
      }
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const { name, expression } = node.expression;
        const on = GIVES.test(name.text) && node.arguments.length > 0 ? officeName(expression) : null;
        if (on !== null && on !== "EventHandlers") found.add(`${path} ${on}.${name.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found].sort();
}

const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;

test("every place that gives text to Excel is known, with what keeps it text", () => {
  expect(textGivers()).toEqual(Object.keys(SINKS).sort());
}, 60_000);
