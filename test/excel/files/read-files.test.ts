import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { zipSync } from "fflate";
import { gridsOf } from "../../../scripts/job/grids";
import type { Grid } from "../../../src/domain/grid";
import { FILE_LIMIT, readFiles, type SourceFile } from "../../../src/excel/files/read-files";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { workbookOf } from "../made-up";
import { handMade } from "../../workbench/files/support";

const file = (name: string, bytes: Uint8Array): SourceFile => ({
  name,
  size: bytes.length,
  bytes: () => Promise.resolve(bytes),
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Code page 1251 of the letters that the cases use: А–я from C0 on, Ё A8, ё B8, № B9, « AB, » BB. */
function windows1251(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = { Ё: 0xa8, ё: 0xb8, "№": 0xb9, "«": 0xab, "»": 0xbb };
  return Uint8Array.from(Array.from(text), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return special[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
  });
}

const cellsOf = ([grid]: readonly Grid[]): Grid["cells"] | undefined => grid?.cells;

describe("a .csv is read whatever wrote it", () => {
  const table = (separator: string, share: string): string =>
    [
      ["Школа", "Учебный год", "Участников", "Доля"].join(separator),
      ["МБОУ «Берёзовская СОШ №1»", "2025/2026", "20", share].join(separator),
    ].join("\r\n");
  const expected = [
    ["Школа", "Учебный год", "Участников", "Доля"],
    ["МБОУ «Берёзовская СОШ №1»", "2025/2026", "20", "35,5"],
  ];
  const withDot = expected.map((row) => row.map((cell) => cell.replace("35,5", "35.5")));
  test.each([
    ["; UTF-8", utf8(table(";", "35,5")), expected],
    ["; UTF-8 with a mark", utf8(`\ufeff${table(";", "35,5")}`), expected],
    ["; Windows-1251", windows1251(table(";", "35,5")), expected],
    [", UTF-8", utf8(table(",", '"35,5"')), expected],
    [", Windows-1251", windows1251(table(",", "35.5")), withDot],
    ["tab Windows-1251", windows1251(table("\t", "35,5")), expected],
    [
      "tab UTF-16, as Excel's «Текст Юникод»",
      Buffer.from(`\ufeff${table("\t", "35,5")}`, "utf16le"),
      expected,
    ],
    ["told by sep=", utf8(`sep=;\r\n${table(";", "35,5")}`), expected],
    ["line ends of Unix", utf8(table(";", "35,5").replaceAll("\r", "")), expected],
  ])("%s", async (_, bytes, cells) => {
    const { grids, failures } = await readFiles([file("ВПР 2026.csv", bytes)]);
    expect(failures).toEqual([]);
    expect(grids).toEqual([{ sheet: "ВПР 2026", file: "ВПР 2026.csv", top: 0, left: 0, cells }]);
  });

  test.each<[string, string, Grid["cells"]]>([
    [
      "rows of unlike width are filled up, blanks are null",
      "ВПР;;\r\nШкола;5;6\r\nСОШ;1",
      [
        ["ВПР", null, null],
        ["Школа", "5", "6"],
        ["СОШ", "1", null],
      ],
    ],
    [
      "quotes inside a quoted cell",
      'Школа;n\n"МБОУ ""СОШ №1""";7',
      [
        ["Школа", "n"],
        ['МБОУ "СОШ №1"', "7"],
      ],
    ],
    [
      "a line end inside a quoted cell",
      'Школа;n\n"СОШ\n№1";7',
      [
        ["Школа", "n"],
        ["СОШ\n№1", "7"],
      ],
    ],
    [
      "plain quotes at the start of a name",
      'Школа;n\n"Заря" СОШ;7',
      [
        ["Школа", "n"],
        ['"Заря" СОШ', "7"],
      ],
    ],
    [
      "many commas inside, few semicolons",
      "Школа;Доля\nСОШ 1, с. Ивановка, корп. 2;10,5\nСОШ 2;7,1",
      [
        ["Школа", "Доля"],
        ["СОШ 1, с. Ивановка, корп. 2", "10,5"],
        ["СОШ 2", "7,1"],
      ],
    ],
  ])("%s", async (_, text, cells) => {
    const { grids } = await readFiles([file("а.csv", utf8(text))]);
    expect(cellsOf(grids)).toEqual(cells);
  });
});

/** A sheet with one value in the last row and column of a sheet: its used area is 17 billion cells. */
const farCell =
  "<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>";

const bad = (name: string): Uint8Array => readFileSync(join(__dirname, "../../fixtures/bad", name));

describe("a file that cannot be read has a code, the others are read", () => {
  test.each([
    ["old .xls", file("а.xls", bad("old.xls")), "oldXls"],
    ["old .xls under a new name", file("а.xlsx", bad("old.xls")), "oldXls"],
    ["encrypted", file("а.xlsx", bad("encrypted.xlsx")), "encrypted"],
    ["corrupted", file("а.xlsx", bad("corrupted.xlsx")), "corrupted"],
    ["not a zip", file("а.xlsx", bad("not-a-zip.xlsx")), "notXlsx"],
    ["a zip without a workbook", file("а.xlsx", zipSync({ "a.txt": utf8("а") })), "notXlsx"],
    ["a page saved as .xls", file("а.xls", utf8("<html><table></table></html>")), "notXlsx"],
    ["one stray cell far away", file("а.xlsx", handMade({ sheet: farCell })), "tooLarge"],
    ["bytes instead of text", file("а.csv", Uint8Array.of(65, 0, 66)), "notText"],
    ["quotes not in pairs", file("а.csv", utf8('Школа;n\n"СОШ;7\n1;2;3')), "csvBroken"],
    ["another kind", file("а.docx.pdf", utf8("%PDF")), "otherKind"],
    ["nothing in it", file("а.csv", new Uint8Array()), "empty"],
    ["blank cells only", file("а.csv", utf8(";;\n;;")), "empty"],
    ["the open workbook's name", file("Район.xlsx", handMade({})), "sameName"],
    [
      "larger than the limit, not even loaded",
      { name: "а.xlsx", size: FILE_LIMIT + 1, bytes: () => Promise.reject(new Error("loaded")) },
      "tooLarge",
    ],
  ])("%s", async (_, source, code) => {
    const good = file("б.csv", utf8("Школа;n\nСОШ;1"));
    const { grids, failures } = await readFiles([source, good], { taken: ["район.xlsx"] });
    expect(failures).toEqual([{ file: source.name, code }]);
    expect(grids.map((grid) => grid.file)).toEqual(["б.csv"]);
  });

  test("two files of one name: the second", async () => {
    const { grids, failures } = await readFiles([
      file("а.csv", utf8("Школа;n\nСОШ;1")),
      file("А.csv", utf8("Школа;n\nСОШ;2")),
    ]);
    expect(failures).toEqual([{ file: "А.csv", code: "sameName" }]);
    expect(cellsOf(grids)?.[1]).toEqual(["СОШ", "1"]);
  });
});

test("progress goes up, and an abort ends the reading", async () => {
  const files = ["а.csv", "б.csv", "в.csv"].map((name) => file(name, utf8("Школа;n\nСОШ;1")));
  const seen: number[] = [];
  await readFiles(files, { progress: (_, done) => seen.push(done) });
  expect(seen).toEqual([0, 1 / 3, 2 / 3]);
  const stop = new AbortController();
  const reading = readFiles(files, {
    signal: stop.signal,
    progress: (name) => {
      if (name === "б.csv") stop.abort();
    },
  });
  await expect(reading).rejects.toThrow(/abort/i);
});

/** Every workbook of the fixtures: the reader of values agrees with that of the embedded host. */
const workbooks = ["untidy", "layouts"].flatMap((folder) => {
  const place = join(__dirname, "../../fixtures", folder);
  return existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith(".xlsx"))
        .map((name) => join(place, name))
    : [];
});

test.each(workbooks.map((path) => [basename(path), path]))(
  "%s is read as the host reads it",
  async (name, path) => {
    const bytes = readFileSync(path);
    const { grids, failures } = await readFiles([file(name, bytes)]);
    expect(failures).toEqual([]);
    expect(grids).toEqual(gridsOf(await openWorkbook(bytes, name)));
  },
);

test.each([
  ["Hidden", true],
  ["VeryHidden", true],
  ["Visible", undefined],
] as const)("a sheet that the file keeps %s", async (visibility, hidden) => {
  const workbook = workbookOf({ Видимый: [["Школа"]], ВПР: [["Школа"]] });
  const [, second] = workbook.sheets;
  if (second !== undefined) second.visibility = visibility;
  const { grids } = await readFiles([file("ВПР.xlsx", await saveWorkbook(workbook))]);
  expect(grids.map((grid) => grid.hidden)).toEqual([undefined, hidden]);
});
