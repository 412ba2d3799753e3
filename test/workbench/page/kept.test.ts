import { openWorkbook, type SheetContent, sheetContents } from "../../../src/workbench/files";
import { type KeptKind, keptText } from "../../../src/workbench/page/kept-texts";
import { handMade } from "../files/support";

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;

/** Contents of the only sheet, with what its relationships point to. */
async function contents(
  sheetRels: string,
  more: Readonly<Record<string, string>>,
): Promise<[SheetContent, number][]> {
  const book = await openWorkbook(handMade({ sheetRels, more }), "проба.xlsx");
  return [...sheetContents(book).values()].flatMap((counts) => [...counts]);
}

const anchor = (inside: string): string => `<xdr:twoCellAnchor>${inside}</xdr:twoCellAnchor>`;
const drawing = (inside: string): string =>
  `<xdr:wsDr xmlns:xdr="urn:x" xmlns:mc="urn:mc">${inside}</xdr:wsDr>`;

describe("what a sheet holds beside its cells", () => {
  it.each<[string, string, Record<string, string>, [SheetContent, number][]]>([
    ["nothing", "", {}, []],
    [
      "two charts, a picture and a shape of a drawing",
      relation("rId1", "drawing", "../drawings/drawing1.xml"),
      {
        "xl/drawings/drawing1.xml": drawing(
          anchor("<xdr:graphicFrame/>") +
            anchor(
              "<mc:AlternateContent><mc:Choice><xdr:graphicFrame/></mc:Choice><mc:Fallback><xdr:sp/></mc:Fallback></mc:AlternateContent>",
            ) +
            anchor("<xdr:pic/>") +
            anchor("<xdr:sp/>"),
        ),
      },
      [
        ["chart", 2],
        ["image", 1],
        ["shape", 1],
      ],
    ],
    [
      "notes",
      relation("rId1", "comments", "../comments1.xml"),
      {
        "xl/comments1.xml":
          '<comments><commentList><comment ref="A1"/><comment ref="A2"></comment></commentList></comments>',
      },
      [["comment", 2]],
    ],
    [
      "a thread and the note that stands for it count once",
      relation("rId1", "comments", "../comments1.xml") +
        relation("rId2", "threadedComment", "../threadedComments/threadedComment1.xml"),
      {
        "xl/comments1.xml": '<comments><commentList><comment ref="A1"/></commentList></comments>',
        "xl/threadedComments/threadedComment1.xml":
          '<ThreadedComments><threadedComment ref="A1"/></ThreadedComments>',
      },
      [["comment", 1]],
    ],
    [
      "a pivot table",
      relation("rId1", "pivotTable", "../pivotTables/pivotTable1.xml"),
      { "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>" },
      [["pivotTable", 1]],
    ],
  ])("%s", async (_, rels, more, expected) => {
    expect(await contents(rels, more)).toEqual(expected);
  });
});

describe("the sentence about it", () => {
  it.each<[[KeptKind, number][], string[], string]>([
    [[], [], ""],
    [[["chart", 0]], [], ""],
    [
      [
        ["chart", 2],
        ["comment", 1],
      ],
      [],
      "На этом листе есть: 2 диаграммы, 1 примечание. Сохраняется в файле, но здесь не показано.",
    ],
    [
      [
        ["image", 5],
        ["pivotTable", 21],
      ],
      [],
      "На этом листе есть: 5 рисунков, 21 сводная таблица. Сохраняется в файле, но здесь не показано.",
    ],
    [[], ["vbaProject"], "В книге есть: макросы. Сохраняется в файле, но здесь не показано."],
    [
      [],
      ["date1904"],
      "Даты этой книги считаются с 1904 года: здесь они показаны на 4 года и 1 день раньше, в файле остаются верными.",
    ],
  ])("%j %j", (onSheet, inBook, expected) => {
    expect(keptText(new Map(onSheet), inBook)).toBe(expected);
  });
});
