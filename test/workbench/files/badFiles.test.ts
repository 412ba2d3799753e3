import { unzipSync, zipSync } from "fflate";
import { FileProblem, openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { handMade, partText } from "./support";

/** An OLE compound file with one stream of that name in its directory, [MS-CFB] 2.2 and 2.6. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  Array.from("Root Entry").forEach((char, index) => (bytes[1024 + index * 2] = char.charCodeAt(0)));
  Array.from(stream).forEach((char, index) => (bytes[1152 + index * 2] = char.charCodeAt(0)));
  return bytes;
}

function damaged(bytes: Uint8Array, part: string): Uint8Array {
  const copy = bytes.slice();
  const at = Buffer.from(copy).indexOf(part) + part.length;
  for (let index = 4; index < 24; index++) copy[at + index] = 0x5a;
  return copy;
}

/** A zip whose directory claims a part of 700 MB. */
function bomb(): Uint8Array {
  const bytes = handMade({});
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, 700 * 1024 * 1024, true);
  return bytes;
}

/** A file whose parts are not packed, with one letter of the sheet changed: only the check sum tells. */
function alteredUnpacked(): Uint8Array {
  const parts = unzipSync(
    handMade({ sheet: "<sheetData><row r='1'><c r='A1'><v>1111</v></c></row></sheetData>" }),
  );
  const bytes = zipSync(parts, { level: 0 });
  bytes[Buffer.from(bytes).indexOf("1111")] = 0x32;
  return bytes;
}

const good = handMade({ sheet: "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>" });

const cases: [string, Uint8Array, string, RegExp][] = [
  ["nothing", new Uint8Array(0), "notXlsx", /zip/],
  ["text", new TextEncoder().encode("школа;участники;не справились\r\n1;20;7\r\n"), "notXlsx", /zip/],
  ["another zip", zipSync({ "a.txt": new Uint8Array([1]) }), "notXlsx", /content types/],
  [
    "a document of Word",
    handMade({ more: { "xl/workbook.xml": "<w:document xmlns:w='w'/>" } }),
    "notXlsx",
    /document/,
  ],
  ["old .xls", ole("Workbook"), "oldXls", /oldXls/],
  ["protected by a password", ole("EncryptedPackage"), "encrypted", /encrypted/],
  ["another OLE file", ole("WordDocument"), "notXlsx", /OLE/],
  ["cut off", good.slice(0, good.length - 40), "corrupted", /zip directory/],
  [
    "bytes of a part damaged",
    damaged(good, "xl/worksheets/sheet1.xml"),
    "corrupted",
    /xl\/worksheets\/sheet1\.xml/,
  ],
  ["a figure altered in an unpacked part", alteredUnpacked(), "corrupted", /sheet1\.xml/],
  [
    "tags that do not match",
    handMade({ more: { "xl/worksheets/sheet1.xml": "<worksheet><sheetData></worksheet>" } }),
    "corrupted",
    /sheet1\.xml/,
  ],
  [
    "a part that is missing",
    handMade({
      workbook: "",
      more: {
        "_rels/.rels":
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/none.xml"/></Relationships>',
      },
    }),
    "corrupted",
    /xl\/none\.xml/,
  ],
  [
    "a shared string that is not there",
    handMade({ sheet: '<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData>' }),
    "corrupted",
    /shared string 9/,
  ],
  [
    "a cell that is not closed",
    handMade({ sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData>' }),
    "corrupted",
    /sheet1\.xml: <c> is not closed/,
  ],
  [
    "tags of a cell that cross",
    handMade({ sheet: '<sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData>' }),
    "corrupted",
    /sheet1\.xml: <v> at \d+ is not closed/,
  ],
  // The last row of a sheet is 1 048 576, the last column XFD.
  [
    "a row below the sheet",
    handMade({ sheet: '<sheetData><row r="1048577"/></sheetData>' }),
    "corrupted",
    /sheet1\.xml: row 1048577/,
  ],
  [
    "a cell beside the sheet",
    handMade({ sheet: '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>' }),
    "corrupted",
    /sheet1\.xml: column 16385/,
  ],
  [
    "two sheets of one name",
    handMade({
      more: {
        "xl/workbook.xml": partText(handMade({}), "xl/workbook.xml").replace(
          "</sheets>",
          '<sheet name="ЛИСТ1" sheetId="2" r:id="rId1"/></sheets>',
        ),
      },
    }),
    "corrupted",
    /two sheets/,
  ],
  ["more than 600 MB unpacked", bomb(), "tooLarge", /734/],
];

test.each(cases)("%s", async (_name, bytes, code, detail) => {
  const problem: unknown = await openWorkbook(bytes, "проба.xlsx").catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(FileProblem);
  expect(problem).toMatchObject({ code });
  expect(String(problem)).toMatch(detail);
});

test.each([
  ["every cell of the sheet", "A1:XFD1048576"],
  ["a whole column", "A1:A1048576"],
])("an array over %s: opened at once, what the file has is shown and kept", async (_name, ref) => {
  const sheet = `<sheetData><row r="1"><c r="A1"><f t="array" ref="${ref}">1+1</f><v>2</v></c></row></sheetData>`;
  const book = await openWorkbook(handMade({ sheet }), "проба.xlsx");
  expect(book.sheets[0]?.cells.get(0)?.get(0)).toEqual({ value: 2 });
  book.sheets[0]?.touched.values.add(5, 5);
  book.sheets[0]?.cells.set(5, new Map([[5, { value: 1 }]]));
  expect(partText(await saveWorkbook(book), "xl/worksheets/sheet1.xml")).toContain(
    `ref="${ref}">1+1</f><v>2</v>`,
  );
});
