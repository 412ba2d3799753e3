/** Files made to hurt whoever opens them (issue G, 5): small, and each would fill the memory or stand still if believed. */
import { deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { readFiles, type SourceFile } from "../../../src/excel/files/read-files";
import { pack, writeZip, type ZipEntry } from "../../../src/xlsx/package/zip";
import { openWorkbook } from "../../../src/workbench/files";
import { handMade } from "../../workbench/files/support";

const file = (name: string, bytes: Uint8Array): SourceFile => ({
  name,
  size: bytes.length,
  bytes: () => Promise.resolve(bytes),
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const cell = (text: string): string =>
  `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;

/** The parts of a package with one of them in another entry of the zip. */
function withEntry(part: string, change: (entry: ZipEntry) => ZipEntry): Uint8Array {
  const parts = unzipSync(handMade({ sheet: cell("Школа") }));
  return writeZip(
    Object.entries(parts).map(([name, bytes]) => {
      const entry = pack(name, bytes);
      return name === part ? change(entry) : entry;
    }),
  );
}

const SHEET = "xl/worksheets/sheet1.xml";
/** 200 MB of zeros in a fifth of a megabyte. */
const zeros = new Uint8Array(deflateRawSync(Buffer.alloc(200_000_000)));
const lied = withEntry(SHEET, (entry) => ({ ...entry, packed: zeros }));
const declared = (size: number): Uint8Array =>
  withEntry(SHEET, (entry) => ({ ...entry, packed: zeros, size }));
/** Entries that all point to one piece of data unfold to 70 GB: each says 70 MB. */
const overlapping = writeZip(
  Array.from({ length: 1000 }, (_, at) => ({
    ...pack(`xl/worksheets/sheet${at}.xml`, utf8("<a/>")),
    size: 70_000_000,
  })),
);
const nested = (() => {
  const inner = handMade({ sheet: cell("Школа") });
  const parts = unzipSync(inner);
  return writeZip([
    ...Object.entries(parts).map(([name, bytes]) => pack(name, bytes)),
    pack("xl/embeddings/nested.xlsx", inner),
  ]);
})();

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const OUTSIDE = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const withType = (type: string, part: string, entity: string): Uint8Array =>
  handMade({
    sheet: cell(entity),
    more:
      part === SHEET
        ? { [part]: `${type}<worksheet xmlns="${MAIN}">${cell(entity)}</worksheet>` }
        : { [part]: `${type}<sst xmlns="${MAIN}"><si><t>${entity}</t></si></sst>` },
  });
const STRINGS = "xl/sharedStrings.xml";

describe("refused with a code, and the file beside it is read", () => {
  test.each<[string, SourceFile, string]>([
    ["a part longer than it says", file("а.xlsx", lied), "corrupted"],
    ["a part of 700 MB", file("а.xlsx", declared(700_000_000)), "tooLarge"],
    ["a thousand parts of 70 MB", file("а.xlsx", overlapping), "tooLarge"],
    ["a billion laughs in a sheet", file("а.xlsx", withType(LAUGHS, SHEET, "&c;")), "corrupted"],
    ["a billion laughs in the texts", file("а.xlsx", withType(LAUGHS, STRINGS, "&c;")), "corrupted"],
    ["an entity from the disk", file("а.xlsx", withType(OUTSIDE, SHEET, "&a;")), "corrupted"],
    [
      "two million elements where a tree is made",
      file("а.xlsx", handMade({ sheet: cell("Школа"), styles: "<a/>".repeat(2_000_001) })),
      "tooLarge",
    ],
    [
      "twelve million texts",
      file("а.xlsx", handMade({ sheet: cell("Школа"), strings: "<si/>".repeat(12_000_001) })),
      "tooLarge",
    ],
    [
      "a text longer than a cell holds",
      file("а.xlsx", handMade({ sheet: cell("а".repeat(32_768)) })),
      "corrupted",
    ],
    [
      "merges over merges",
      file(
        "а.xlsx",
        handMade({
          sheet: `${cell("Школа")}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
        }),
      ),
      "corrupted",
    ],
    [
      "a row below the last of Excel",
      file("а.xlsx", handMade({ sheet: '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>' })),
      "corrupted",
    ],
    ["a .csv with more rows than a sheet has", file("а.csv", utf8("а;1\n".repeat(1_048_577))), "tooLarge"],
    ["a .csv with more columns than a sheet has", file("а.csv", utf8(`а${";1".repeat(16_384)}`)), "tooLarge"],
    [
      "a .csv whose one wide row makes all rows wide",
      file("а.csv", utf8(`${"а;1\n".repeat(1000)}а${";1".repeat(13_000)}`)),
      "tooLarge",
    ],
    ["a .csv of separators alone", file("а.csv", utf8(";".repeat(30_000_000))), "tooLarge"],
    [
      "a .csv whose quote is never closed",
      file("а.csv", utf8(`Школа;n\n"СОШ;7\n${"СОШ;1\n".repeat(9000)}";1`)),
      "csvBroken",
    ],
  ])(
    "%s",
    async (_, source, code) => {
      const good = file("б.csv", utf8("Школа;n\nСОШ;1"));
      const { grids, failures } = await readFiles([source, good]);
      expect(failures).toEqual([{ file: source.name, code }]);
      expect(grids.map((grid) => grid.file)).toEqual(["б.csv"]);
    },
    120_000,
  );
});

test("the embedded host refuses a document type too", async () => {
  await expect(openWorkbook(withType(LAUGHS, SHEET, "&c;"), "а.xlsx")).rejects.toMatchObject({
    code: "corrupted",
  });
});

test("a workbook inside a workbook is not opened", async () => {
  const { grids, failures } = await readFiles([file("а.xlsx", nested)]);
  expect(failures).toEqual([]);
  expect(grids.map(({ cells }) => cells)).toEqual([[["Школа"]]]);
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "nbsp"])(
  "«&%s;» is no entity: it stays as it stands",
  async (name) => {
    const { grids } = await readFiles([file("а.xlsx", handMade({ sheet: cell(`&${name};`) }))]);
    expect(grids[0]?.cells).toEqual([[`&${name};`]]);
  },
);

test("names of objects as names of sheets, types of cells and numbers of formats", async () => {
  const names = ["__proto__", "constructor", "toString"];
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId1"/>`).join("");
  const odd = names
    .map((name, at) => `<c r="${"ABC".charAt(at)}1" t="${name}" s="${name}"><v>5</v></c>`)
    .join("");
  const bytes = handMade({
    sheet: `<sheetData><row r="1">${odd}</row></sheetData>`,
    more: {
      "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`,
    },
  });
  const { grids } = await readFiles([file("а.xlsx", bytes)]);
  expect(grids.map(({ sheet, cells }) => [sheet, cells])).toEqual(names.map((name) => [name, [[5, 5, 5]]]));
  expect((await openWorkbook(bytes, "а.xlsx")).sheets.map(({ name }) => name)).toEqual(names);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
