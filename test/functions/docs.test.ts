/** Every example of the documentation, read from its text as a reader would, gives the answer that stands below it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { docsFile, docsMarkdown } from "../../scripts/packaging/functions-docs";
import { BAD_INPUT } from "../../scripts/packaging/functions-docs-texts";
import { generate, localise } from "../../scripts/packaging/functions-metadata";
import { FUNCTIONS } from "../../src/functions/functions";
import type { Scalar } from "../../src/workbench/store/model";
import "./excel-errors";
import { bootFunctions, type Calculated, valueOf } from "./calculated";

interface Example {
  readonly name: string;
  readonly cells: Readonly<Record<string, Scalar>>;
  readonly formula: string;
  readonly answer: readonly (readonly string[])[];
}

const scalar = (text: string): Scalar => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);

function examplesOf(markdown: string): Example[] {
  const sections = markdown.split(/^## NOR\./m).slice(1);
  return sections.flatMap((section) => {
    const name = /^\w+/.exec(section)?.[0] ?? "";
    const cells: Record<string, Scalar> = {};
    for (const [, row = "", line = ""] of section.matchAll(/^\| \*\*(\d+)\*\* \| (.*) \|$/gm))
      for (const [column, text] of line.split(" | ").entries())
        if (text !== "null") cells[`${String.fromCharCode(65 + column)}${row}`] = scalar(text);
    const formula = /^`(=.*)` →$/m.exec(section)?.[1];
    const answer = [...section.matchAll(/^> (.*)$/gm)].map(([, line = ""]) =>
      [...line.matchAll(/`([^`]*)`|``/g)].map(([, text = ""]) => text),
    );
    return formula === undefined ? [] : [{ name, cells, formula, answer }];
  });
}

/** As the reader's Excel takes it: the Russian one has semicolons and decimal commas. */
const english = (formula: string, locale: string): string =>
  locale === "ru" ? formula.replaceAll(";", ",") : formula;

let book: Calculated;
beforeAll(async () => {
  book = await bootFunctions();
}, 60_000);
afterAll(() => {
  book.dispose();
});

describe.each(["ru", "en"] as const)("%s", (locale) => {
  const file = readFileSync(join(__dirname, "../../docs", docsFile(locale)), "utf8");
  const examples = examplesOf(file);

  test("the file is what the metadata and the examples make: npx tsx scripts/functions-docs.ts", async () => {
    expect(file).toBe(docsMarkdown(localise(await generate(), locale, ""), locale));
  });

  test("every function has an example and says what bad input gets", () => {
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(FUNCTIONS).sort());
    expect(Object.keys(BAD_INPUT[locale]).sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });

  test.each(examples.map((example) => [example.name, example] as const))(
    "%s",
    async (_name, { cells, formula, answer }) => {
      const workbook = await book.calculate({ Лист: { ...cells, H1: english(formula, locale) } });
      const found = answer.map((row, r) =>
        row.map((_, c) => String(valueOf(workbook, `${String.fromCharCode(72 + c)}${r + 1}`))),
      );
      expect(answer.length).toBeGreaterThan(0);
      expect(found).toEqual(answer);
    },
  );
});

test("the native formula of the documentation says what LOWRESULT says", async () => {
  const native =
    /`(=IF\(B2>0.*?)`/.exec(readFileSync(join(__dirname, "../../docs", docsFile("en")), "utf8"))?.[1] ?? "";
  expect(native).not.toBe("");
  const pairs = [
    [10, 3],
    [10, 2],
    [0, 0],
    [23, 8],
    [3, 1],
    [1000, 299],
    [10, 0],
    [10, null],
    [null, 3],
  ];
  const cells: Record<string, Scalar> = Object.fromEntries(
    pairs.flatMap(([all = null, failed = null], index): [string, Scalar][] => [
      ...(all === null ? [] : [[`B${index + 2}`, all] as [string, Scalar]]),
      ...(failed === null ? [] : [[`C${index + 2}`, failed] as [string, Scalar]]),
      [`D${index + 2}`, native.replace(/\b([BC])2\b/g, `$1${index + 2}`)],
    ]),
  );
  const workbook = await book.calculate({
    Лист: { ...cells, E2: `=NOR.LOWRESULT(B2:C${pairs.length + 1})` },
  });
  for (let row = 2; row < pairs.length + 2; row++)
    expect(valueOf(workbook, `D${row}`)).toBe(valueOf(workbook, `E${row}`));
});
