import { readWorkbook } from "../../../src/domain/results/read";
import { sheet } from "./sheet";

const HEADER = "№ | ОО | Участники | Не справились";
const TITLE = { sheet: "ВПР математика 5, 2019" };

// A school without a usable figure has no result, but must not be lost: the documents list it as «нет данных».
test.each([
  ["1 | СОШ № 1 | н/д | н/д", ["СОШ № 1 B2"]],
  ["1 | СОШ № 1 | | ", ["СОШ № 1 B2"]],
  ["1 | СОШ № 1 | 0 | 0", ["СОШ № 1 B2"]],
  ["1 | СОШ № 1 | 5 | 9", ["СОШ № 1 B2"]],
  ["1 | Берёзовская | | ", ["Берёзовская B2"]],
  ["1 | СОШ № 1 | 5 | 2", []],
  ["| Исп. методист | | ", []],
  ["| Итого | 0 | 0", []],
])("%s makes known %j", (row, expected) => {
  const { mentioned } = readWorkbook([sheet(`${HEADER}\n${row}\n2 | СОШ № 9 | 20 | 3`, TITLE)]);
  expect(mentioned.map(({ school, source }) => `${school} ${source.address}`)).toEqual(expected);
});

test("a school with a result in another table is not one without", () => {
  const { mentioned } = readWorkbook([
    sheet(`${HEADER}\n1 | СОШ № 1 | н/д | н/д`, TITLE),
    sheet(`${HEADER}\n1 | СОШ № 1 | 10 | 1`, { sheet: "ВПР история 6, 2019" }),
  ]);
  expect(mentioned).toEqual([]);
});
