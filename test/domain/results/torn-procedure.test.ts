import type { CellValue } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/domain/results/read";

const BLANK: CellValue = null;
const ROWS: CellValue[][] = ["МБОУ «СОШ № 1»", "МБОУ «СОШ № 11»", "МБОУ «Лицей № 2»"].map(
  (school, at): CellValue[] => [at + 1, school, 1, 0, at === 2 ? 2 : 1, 0, 1, 0, 1, 0],
);

// found by the mutations of test/reading, seed 424242: the merge of «русский язык» reached over the participants of
// «математика», whose own title it covers, and 0 of 1 was read as 0 of 2
test("a procedure that reached over the next one of the year, which has no name left, is asked about", () => {
  const { results, problems } = readWorkbook([
    {
      sheet: "Свод",
      top: 0,
      left: 0,
      cells: [
        ["№", "Школа", "2017/2018", BLANK, BLANK, BLANK, "2018/2019", BLANK, BLANK, BLANK],
        [BLANK, BLANK, "ВПР русский язык, 5 кл.", BLANK, BLANK, BLANK].concat([
          "ВПР русский язык, 5 кл.",
          BLANK,
          "ЕГЭ математика профильная",
          BLANK,
        ]),
        [BLANK, BLANK, BLANK, "Не справились", "Участники", "Не справились"].concat([
          "Участники",
          "Не справились",
          "Участники",
          "Не справились",
        ]),
        ...ROWS,
      ],
      merges: [{ top: 1, bottom: 1, left: 2, right: 4 }],
    },
  ]);
  expect(results.filter(({ year }) => year === 2018)).toEqual([]);
  expect(results.filter(({ year }) => year === 2019)).toHaveLength(6);
  expect(problems.map(({ code }) => code)).toContain("columnNotRecognised");
});
