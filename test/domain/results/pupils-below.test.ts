import { readWorkbook } from "../../../src/domain/results/read";
import { problemText } from "../../../src/locales/problems";
import { troubles } from "./lines";
import { sheet } from "./sheet";

/** A table of schools, as long as asked for, with what stands below it. */
const table = (schools: number, below: string): string => `ВПР 2026 математика 5 класс
  Школа | Участников | Не справились
  ${Array.from({ length: schools }, (_, at) => `МБОУ «СОШ № ${at + 1}» | 20 | 7`).join("\n")}
  ${below}`;
const LIST = `
  Фамилия | Имя | Отметка | Балл
  Абракадабров | Квазимодест | 2 | 5
  Бубликовский | Зюзюк | 3 | 12`;

test.each<[string, number, string, readonly string[]]>([
  ["a list below three schools", 3, LIST, ["pupilsNotRead A7:D9"]],
  ["a list further down than headers are looked for", 60, LIST, ["pupilsNotRead A64:D66"]],
  [
    "numbered pupils without a header",
    2,
    `
    1 | Абракадабров Квазимодест | 2
    2 | Бубликовский Зюзюк Абович | 3`,
    ["notANumber B6", "notANumber B7"],
  ],
  [
    "pupils in the column of schools",
    2,
    `Абракадабров Квазимодест Зюзюкович | 20 | 3
    БУБЛИКОВСКИЙ З. А. | 20 | 1
    Абракадаброва Ква Зюзюковна`,
    ["rowNotRecognised A5", "rowNotRecognised A6"],
  ],
])("%s: the schools are read, no name is repeated", (_name, schools, below, problems) => {
  const reading = readWorkbook([sheet(table(schools, below))]);
  expect(reading.results).toHaveLength(schools);
  expect(troubles(reading)).toEqual(problems);
  const out = JSON.stringify(reading) + reading.problems.map((one) => problemText(one, "ru")).join("\n");
  expect(/Абракадабр|Бубликовск|Квазимодест|Зюзюк/i.exec(out)).toBeNull();
});
