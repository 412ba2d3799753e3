import type { Area, CellValue, Grid } from "../../../src/domain/grid";
import { parseArea } from "../../../src/domain/results/corrections/area";
import type { Correction } from "../../../src/domain/results/corrections/correction";
import { makeCorrections } from "../../../src/domain/results/corrections/make";
import {
  meantAsNotResults,
  meantAsResults,
  regionAround,
} from "../../../src/domain/results/corrections/selected";
import { readWorkbook } from "../../../src/domain/results/read";

const at = (address: string): Area => {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  return area;
};

const grid = (sheet: string, cells: readonly (readonly CellValue[])[]): Grid => ({
  sheet,
  top: 0,
  left: 0,
  cells: cells.map((row) => Array.from({ length: 8 }, (_, column) => row[column] ?? null)),
});

/** A table in A3:E5 with a title two rows above it, and a note in column H. */
const READ = grid("ОГЭ 2025", [
  ["Результаты"],
  [],
  ["Школа", "Математика: участников", "Не справились", "Русский язык: участников", "Не справились"],
  ["Лесная СОШ", 20, 8, 21, 3, null, null, "сверено"],
  ["Луговая ООШ", 10, 1, 11, 2],
]);
const { tables } = readWorkbook([READ]);

test("the sheet is read as one table, which the cases rest on", () => {
  expect(tables.map(({ address }) => address)).toEqual(["A3:E5"]);
});

test.each([
  ["a cell of a table: all of it", "B4", "tables A3:E5"],
  ["the whole table", "A3:E5", "tables A3:E5"],
  ["more than the table", "A1:H9", "tables A3:E5"],
  ["every cell of the sheet", "A1:XFD1048576", "tables A3:E5"],
  ["figures of one procedure", "D4:E5", "columns D, E"],
  ["with their labels", "D3:E5", "columns D, E"],
  ["whole columns of Excel, beyond the table too", "E1:F1048576", "columns E"],
  ["the column of schools: perhaps all of it is meant", "A3:B5", "ask"],
  ["some rows", "A4:E4", "ask"],
  ["a part of a column", "D4:E4", "ask"],
  ["beside the table", "H4", "nothing"],
])("«these are no results» of %s", (_, address, expected) => {
  const meant = meantAsNotResults(tables, "ОГЭ 2025", at(address));
  const what = (): string => {
    if (meant.kind === "tables") return ` ${meant.tables.map((table) => table.address).join(", ")}`;
    return meant.kind === "columns" ? ` ${meant.columns.join(", ")}` : "";
  };
  expect(`${meant.kind}${what()}`).toBe(expected);
});

test("another sheet's table is not meant", () => {
  expect(meantAsNotResults(tables, "Лист2", at("B4")).kind).toBe("nothing");
});

/** Nothing of it is understood: no label of schools, none of participants. */
const STRANGE = grid("Свод", [
  ["ВПР математика 5 класс 2025"],
  ["Площадка", "База", "Получили «2»"],
  ["Лесная", 20, 8],
  ["Луговая", 10, 1],
  [],
  ["Составил координатор"],
]);

test.each([
  ["a cell: the cells around it, titles at the top left out in turn", "B3", "A1:C4 A2:C4 A3:C4"],
  ["a selection as it is", "A2:C4", "A2:C4"],
  ["whole columns: as far as the sheet goes", "A1:C1048576", "A1:C6"],
  ["one row is no table", "A2:C2", "empty"],
  ["blank cells", "G5", "empty"],
  ["cells where nothing stands any more", "A90:C99", "empty"],
])("«these are results» of %s", (_, address, expected) => {
  const meant = meantAsResults([], [], STRANGE, at(address));
  expect(meant.kind === "range" ? meant.addresses.join(" ") : meant.kind).toBe(expected);
});

test("what is read already is told, and another border is a new range of the same table", () => {
  expect(meantAsResults(tables, [], READ, at("B4"))).toMatchObject({ kind: "already" });
  expect(meantAsResults(tables, [], READ, at("A3:C5"))).toMatchObject({ kind: "already" });
  const wider = meantAsResults(tables, [], READ, at("A1:E5"));
  expect(wider).toMatchObject({ kind: "range", table: { address: "A3:E5" }, addresses: ["A1:E5"] });
});

describe("what was put aside comes back", () => {
  const [table] = tables;
  const corrections = (wish: Parameters<typeof makeCorrections>[2]): readonly Correction[] => {
    const made = table === undefined ? "outside" : makeCorrections(READ, table, wish);
    if (typeof made === "string") throw new Error(made);
    return made;
  };
  const none = corrections({ kind: "notResults" });
  const column = corrections({ kind: "role", column: "E", role: "other" });
  test.each([
    ["a table by any of its cells", none, "B5", "restore"],
    ["a table by its labels", none, "A3:E3", "restore"],
    ["not by cells above it", none, "A1:B2", "range"],
    ["a column", column, "E4:E5", "restore"],
    ["not by another column", column, "B4:B5", "already"],
  ])("%s", (_, kept, address, expected) => {
    const read = readWorkbook([READ], { corrections: kept }).tables;
    expect(meantAsResults(read, kept, READ, at(address)).kind).toBe(expected);
  });
});

test.each([
  ["A1", "A1:C4"],
  ["C4", "A1:C4"],
  ["D5", "A1:D6"],
  ["A6", "A6"],
  ["H1", null],
])("cells around %s: %s", (address, expected) => {
  const area = regionAround(STRANGE, at(address));
  expect(area).toEqual(expected === null ? null : at(expected));
});
