import type { Grid } from "../../../../src/domain/grid";
import { readWorkbook, type ReadOptions } from "../../../../src/domain/results/read";
import type { Scale } from "../../../../src/domain/results/scales/scale";
import { lines, troubles } from "../lines";
import { sheet } from "../sheet";

interface Case {
  readonly name: string;
  readonly grids: readonly Grid[];
  readonly options?: ReadOptions;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const TITLES = `
  Индивидуальные результаты

  ВПР 2026 Русский язык 4 класс
  Предмет: | Русский язык
  Максимальный первичный балл: | 24
  Дата: | '20.04.2026'
  Уровень сложности задания | | | | | | Б | П
  ОО | Муниципалитет | Название ОО | Код участника | Класс | Вариант | 1 (2б) | 2 (1б) | Первичный балл | Отметка | Отметка по журналу
`;
const pupil = (school: number, code: number, primary: string, mark: string, more = "1 | 0"): string =>
  `edu20000${school} | Н-ский муниципальный район | МБОУ «СОШ №${school}»(edu20000${school}) | ${code} | 1 | 1 | ${more} | ${primary} | ${mark} | 3`;

const INDIVIDUAL: readonly Case[] = [
  {
    // School 1: marks 2, 3 and 2 of three who have marks; school 2: one mark, «2» typed as text.
    name: "pupils with X, without a mark or with a dash are no participants; the printed number counts all of them",
    grids: [
      sheet(`${TITLES.trimEnd()}
        МБОУ «СОШ №1»(edu200001) \u2758 Кол-во участников: 3
        ${pupil(1, 40001, "5", "2")}
        ${pupil(1, 40002, "15", "3", "X | Х")}
        ${pupil(1, 40003, "X", "Х")}
        ${pupil(1, 40004, "", "нет отметки")}
        ${pupil(1, 40005, "-", "—")}
        ${pupil(1, 40006, "4", "'2'")}
        МБОУ «СОШ №2»(edu200002) \u2758 Кол-во участников: 1
        ${pupil(2, 40001, "7", "'2'")}
      `),
    ],
    results: [
      "МБОУ «СОШ №1» · ВПР русский язык 4 · 2025/2026 · 3/2 · J10:J15",
      "МБОУ «СОШ №2» · ВПР русский язык 4 · 2025/2026 · 1/1 · J17",
    ],
  },
  {
    name: "a printed number that is neither the participants nor the rows",
    grids: [
      sheet(`${TITLES.trimEnd()}
        МБОУ «СОШ №1»(edu200001) \u2758 Кол-во участников: 4
        ${pupil(1, 40001, "5", "2")}
        ${pupil(1, 40002, "15", "3")}
      `),
    ],
    results: ["МБОУ «СОШ №1» · ВПР русский язык 4 · 2025/2026 · 2/1 · J10:J11"],
    problems: ["participantsDisagree A9"],
  },
  {
    name: "marks that are none, a mark missing beside points, a word",
    grids: [
      sheet(`${TITLES.trimEnd()}
        ${pupil(1, 40001, "5", "6")}
        ${pupil(1, 40002, "5", "")}
        ${pupil(1, 40003, "5", "удалён")}
        ${pupil(1, 40004, "15", "3")}
      `),
    ],
    results: ["МБОУ «СОШ №1» · ВПР русский язык 4 · 2025/2026 · 1/0 · J12"],
    problems: ["markUnknown J9", "incompleteRow J10", "markUnknown J11"],
  },
  {
    name: "the same file twice counts once",
    grids: [
      sheet(TITLES + pupil(1, 40001, "5", "2")),
      sheet(TITLES + pupil(1, 40001, "5", "2"), { sheet: "Лист2" }),
    ],
    results: ["МБОУ «СОШ №1» · ВПР русский язык 4 · 2025/2026 · 1/1 · J9"],
    problems: ["pupilsSame J9"],
  },
  {
    name: "two files that differ in one pupil count for nothing",
    grids: [
      sheet(TITLES + pupil(1, 40001, "5", "2")),
      sheet(TITLES + pupil(1, 40001, "15", "3"), { sheet: "Лист2" }),
    ],
    results: [],
    problems: ["pupilDiffers J9"],
  },
  {
    name: "one code twice in a sheet is two people, and is said",
    grids: [
      sheet(`${TITLES.trimEnd()}
        ${pupil(1, 40001, "5", "2")}
        ${pupil(1, 40001, "15", "3")}
      `),
    ],
    results: ["МБОУ «СОШ №1» · ВПР русский язык 4 · 2025/2026 · 2/1 · J9:J10"],
    problems: ["pupilRepeated J10"],
  },
];

const scale = (grade: number, year: number, three: number, four = three + 4, five = four + 4): Scale => ({
  procedure: { form: "ВПР", subject: "математика", grade },
  year,
  three,
  four,
  five,
  most: five + 5,
  citation: "лист «Шкалы»",
});

const FORMS: readonly Case[] = [
  {
    // 2026: «3» from 7: 6 fails, 7 passes. The row of zeros without a variant was filled in beforehand.
    name: "2026: pre-filled rows with a total of 0 are nobody; a form of one school, its login in the file's name",
    grids: [
      sheet(
        `
        Код участника | Вариант | 1 (5б) | 2 (5б) | 4К1 (3б) | Порядковый номер класса | Отметка за предыдущий триместр/ четверть/полугодие | Итого баллов
        50001 | 1 | 3 | 3 | X | 1 | 3 | 6
        50002 | 2 | 4 | 3 | 0 | 1 | 3 | 7
        50003 | 2 | 0 | X | 0 | 2 | 3 | 0
        50004 | отсутствовал | | | | 1 | 4 | 0
        50005 | | | | | | | 0
        50006 | | | | | | | 0
      `,
        { sheet: "Протокол", file: "edu200001_ВПР математика 5 класс 2026.xlsx" },
      ),
    ],
    options: { scales: [scale(5, 2026, 7)] },
    results: [" · ВПР математика 5 · 2025/2026 · 3/2 · H2:H4"],
  },
  {
    name: "2025: two parts, sex, class by its list; a pupil of one part took part",
    grids: [
      sheet(
        `
        МБОУ «Берёзовская СОШ»
        ВПР 2025 математика 4 класс
        Код | Вариант (часть 1) | 1 (1б) | 2 (2б) | Вариант (часть 2) | 3 (2б) | Класс № (список формируется из листа "Классы") | Пол | Отметка за предыдущий триместр/ четверть/полугодие | Итого баллов
        1001 | 1 | 1 | 1 | 1 | 1 | 1 | ж | 4 | 3
        1002 | отсутствовал | | | 2 | 2 | 1 | м | 4 | 2
        1003 | отсутствовал | | | отсутствовал | | 1 | м | 4 | 0
      `,
        { sheet: "Протокол" },
      ),
    ],
    options: { scales: [scale(4, 2025, 3)] },
    results: ["МБОУ «Берёзовская СОШ» · ВПР математика 4 · 2024/2025 · 2/1 · J4:J5"],
  },
  {
    name: "2022: a regional file with glued cells; the year by the upload",
    grids: [
      sheet(
        `
        Пользователь | Код региона | Регион | Муниципалитет | Школа | Дата загрузки | Код | Вариант | 1 (1б) | 2 (2б) | Наименование класса | Пол | Отметка за предыдущий триместр/ четверть/полугодие | Итого баллов
        edu220001 | 22 | reg220000 \u2758 Н-ский край | reg22_m001 \u2758 Н-ский муниципальный район | edu220001 \u2758 МБОУ "Н-ская СОШ" | '17.03.2022 05:09:18' | 50001 | 1 | 1 | 2 | нет | ж | 3 | 7
        edu220001 | 22 | reg220000 \u2758 Н-ский край | reg22_m001 \u2758 Н-ский муниципальный район | edu220001 \u2758 МБОУ "Н-ская СОШ" | '17.03.2022 05:09:18' | 50002 | отсутствовал | | | нет | м | 3 | 0
        edu220001 | 22 | reg220000 \u2758 Н-ский край | reg22_m001 \u2758 Н-ский муниципальный район | edu220001 \u2758 МБОУ "Н-ская СОШ" | '17.03.2022 05:09:18' | 50003 | 1 | 1 | 0 | нет | м | 3 | 6
      `,
        { sheet: "Протокол", file: "ВПР математика 5 класс.xlsx" },
      ),
    ],
    options: { scales: [scale(5, 2022, 7)] },
    results: ['МБОУ "Н-ская СОШ" · ВПР математика 5 · 2021/2022 · 2/1 · N2:N4'],
  },
  {
    name: "2022: the sheet of classes beside the protocol holds no results and raises nothing",
    grids: [
      sheet(
        `
        Пользователь | Код региона | Регион | Муниципалитет | Школа | Дата загрузки | Буква (цифра) класса. Введите "нет" - если отсутствует | Основной учебник по предмету | Другое (автор учебника) | Другое (название учебника)
        edu220001 | 22 | reg220000 \u2758 Н-ский край | reg22_m001 \u2758 Н-ский муниципальный район | edu220001 \u2758 МБОУ "Н-ская СОШ" | '17.03.2022 05:09:18' | 1 | 1 | |
        edu220001 | 22 | reg220000 \u2758 Н-ский край | reg22_m001 \u2758 Н-ский муниципальный район | edu220001 \u2758 МБОУ "Н-ская СОШ" | '17.03.2022 05:09:18' | 2 | 1 | |
      `,
        { sheet: "Классы", file: "ВПР математика 5 класс 2022.xlsx" },
      ),
    ],
    results: [],
    problems: ["noResults"],
  },
  {
    name: "2021: all values text, schools by login, year and procedure in the file's name",
    grids: [
      sheet(
        `
        логин школы | регион | номер обучающегося | код обучающегося | отметка за предыдущую четверть/триместр | пол | класс | вариант | всего баллов | балл за 1 | балл за 2 | Учебник
        sch200001 | '20' | '1' | '50001' | '3' | ж | 5А | '1' | '6' | '3' | '3' |
        sch200001 | '20' | '2' | '50002' | '3' | ж | 5А | '1' | '12' | '6' | '6' |
        sch200002 | '20' | '1' | '50001' | '3' | ж | 5 | отсутствовал | '0' | | |
        sch200002 | '20' | '2' | '50002' | '3' | ж | 5 | '2' | '7' | '7' | '0' |
      `,
        { sheet: "Sheet", file: "Проведение работы по математике, 5 класс. ВПР 2021.xlsx" },
      ),
    ],
    options: { scales: [scale(5, 2021, 7)] },
    results: [" · ВПР математика 5 · 2020/2021 · 2/1 · I2:I3", " · ВПР математика 5 · 2020/2021 · 1/0 · I5"],
  },
  {
    name: "2020: English headers",
    grids: [
      sheet(
        `
        groups | user | id | code | otc | gender | klass | var-1 | var-2 | sum | a-1-grade | Учебник | a-2-grade
        22 | sch220001 | 1 | 50001 | 3 | f | 6 | 1 | 1 | 6 | 3 | | 3
        22 | sch220001 | 2 | 50002 | 3 | f | 6 | 1 | 1 | 7 | 3 | | 4
      `,
        { sheet: "ВПР математика 5 класс 2020" },
      ),
    ],
    options: { scales: [scale(5, 2020, 7)] },
    results: [" · ВПР математика 5 · 2019/2020 · 2/1 · J2:J3"],
  },
  {
    name: "a scale of another year or class is not used",
    grids: [
      sheet(
        `
        Код | Вариант | 1 (5б) | Итого баллов
        1 | 1 | 3 | 3
      `,
        { file: "edu200001 ВПР математика 5 2025.xlsx" },
      ),
    ],
    options: { scales: [scale(5, 2026, 7), scale(6, 2025, 7)] },
    results: [],
    problems: ["scaleUnknown D2"],
  },
  {
    name: "a total above the scale, a total missing, points beside an absence, all tasks blank",
    grids: [
      sheet(
        `
        ВПР 2026 математика 5 класс
        Логин школы | Код | Вариант | 1 (5б) | Итого баллов
        edu200001 | 1 | 1 | 3 | 99
        edu200001 | 2 | 1 | 3 |
        edu200001 | 3 | отсутствовал | | 3
        edu200001 | 4 | 1 | | 0
        edu200001 | 5 | 1 | 5 | 9
      `,
      ),
    ],
    options: { scales: [scale(5, 2026, 7)] },
    results: [" · ВПР математика 5 · 2025/2026 · 1/0 · E7"],
    problems: ["incompleteRow E4", "markUnknown E5", "incompleteRow E6", "markUnknown E3"],
  },
  {
    name: "nobody says which school filled in the form",
    grids: [
      sheet(`
        ВПР 2026 математика 5 класс
        Код | Вариант | 1 (5б) | Итого баллов
        1 | 1 | 3 | 3
        2 | 1 | 3 | 3
      `),
    ],
    results: [],
    problems: ["schoolNameMissing A3"],
  },
];

/** The template's cells part at «|»; the files themselves have one inside a cell. */
function withPipes(grid: Grid): Grid {
  const cells = grid.cells.map((row) =>
    row.map((value) => (typeof value === "string" ? value.replace("\u2758", "|") : value)),
  );
  return { ...grid, cells };
}

it.each([...INDIVIDUAL, ...FORMS])("$name", ({ grids, options = {}, results, problems = [] }) => {
  const reading = readWorkbook(grids.map(withPipes), options);
  expect(lines(reading)).toEqual(results);
  expect(troubles(reading)).toEqual(problems);
});
