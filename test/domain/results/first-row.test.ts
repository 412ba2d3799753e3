import type { CellValue } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/domain/results/read";

const HEADER = ["Муниципалитет", "Год", "Форма ГИА", "Предмет", "ОО", "Сдавали", "Из них ниже мин. балла"];
const row = (school: string | null, took: number, failed: number): CellValue[] => [
  ...["Н-ский муниципальный округ", "2025 г.", "ОГЭ", "Матем."],
  ...[school, took, failed],
];
const SECOND = row("МБОУ «СОШ № 2»", 11, 1);
const THIRD = row("МБОУ «СОШ № 3»", 4, 1);
const NAMELESS = row(null, 30, 8);
const TOTAL: CellValue[] = ["Н-ский муниципальный округ", null, null, null, null, 15, 2];
const REGION: CellValue[] = ["Н-ская область", "2025 г.", "ОГЭ", "Матем.", null, 900, 99];

// found by the mutations of test/reading, seed 990417: the name of the first school deleted, its 30 people left out unsaid
test.each<[string, readonly CellValue[][], readonly string[], string?]>([
  ["the first row lost its school: the place beside names none", [NAMELESS, SECOND, THIRD], ["E2"]],
  ["so does one in the middle", [SECOND, NAMELESS, THIRD], ["E3"]],
  // without a year and a procedure of its own it is no result of a school
  ["a line of the whole municipality on top is left out", [TOTAL, SECOND, THIRD], []],
  // seed 951204: the column of municipalities has lost its header; that its texts are regions is seen beside the schools
  ["the place stands under a header that says nothing", [NAMELESS, SECOND, THIRD], ["E2"], "Столбец 7"],
  ["a line of another place under such a header is left out", [REGION, SECOND, THIRD], [], "Столбец 7"],
])("%s", (_, rows, told, place = "Муниципалитет") => {
  const cells = [[place, ...HEADER.slice(1)], ...rows];
  const { problems, results } = readWorkbook([{ sheet: "ГИА", top: 0, left: 0, cells }]);
  expect(problems.flatMap(({ source }) => (source === undefined ? [] : [source.address]))).toEqual(told);
  expect(results.map(({ school, participants, failed }) => [school, participants, failed])).toEqual([
    ["МБОУ «СОШ № 2»", 11, 1],
    ["МБОУ «СОШ № 3»", 4, 1],
  ]);
});

// seed 31415926: «Школа» over a column of figures
test("0 in the column of schools is no school's name", () => {
  const cells = [
    ["Школа", "ВПР математика 5, участников", "ВПР математика 5, получили «2»"],
    [0, 20, 6],
    ["СОШ № 2", 30, 3],
  ];
  const { results, problems } = readWorkbook([{ sheet: "ВПР 2026", top: 0, left: 0, cells }]);
  expect(results.map(({ school }) => school)).toEqual(["СОШ № 2"]);
  expect(problems.map(({ code, source }) => `${code} ${source?.address ?? ""}`)).toEqual([
    "schoolNameMissing A2",
  ]);
});
