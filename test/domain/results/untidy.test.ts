import type { Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/domain/results/read";
import { lines, troubles } from "./lines";
import { sheet } from "./sheet";

interface Case {
  readonly name: string;
  readonly grid: Grid;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const MA5 = "ВПР математика 5 · 2018/2019";
const OGE = "ОГЭ математика · 2018/2019";

const CASES: readonly Case[] = [
  {
    name: "a bare «%» beside participants only tells nothing",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | %
      СОШ №1 | 10 | 30
    `),
    results: [],
    problems: ["percentUnnamed C2"],
  },
  {
    name: "a bare «%» whose figures are the passing share",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | «2» | %
      СОШ №1 | 10 | 3 | 70
      СОШ №2 | 8 | 1 | 87.5
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:D3`, `СОШ №2 · ${MA5} · 8/1 · B4:D4`],
  },
  {
    name: "успеваемость alone",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | Успеваемость, % | Качество, %
      СОШ №1 | 10 | 70 | 20
      СОШ №2 | 8 | '87,5' | 12.5
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:C3`, `СОШ №2 · ${MA5} · 8/1 · B4:C4`],
  },
  {
    name: "«%» over fractions without counts is ambiguous, zero is not",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | % не справившихся
      СОШ №1 | 0.3
      СОШ №2 | 0
    `),
    results: [`СОШ №2 · ${MA5} · 0% · B4`],
    problems: ["shareAmbiguous B3"],
  },
  {
    name: "counts decide that «%» holds fractions",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | % не справившихся
      СОШ №1 | 10 | 0.3
      СОШ №2 | 20 | 0.15
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:C3`, `СОШ №2 · ${MA5} · 20/3 · B4:C4`],
  },
  {
    name: "a percent format, a fraction header",
    grid: sheet(
      `
      ВПР математика 5, 2018/2019
      Школа | % «2»
      СОШ №1 | 0.3
    `,
      {
        formats: [
          ["General", "General"],
          ["General", "General"],
          ["General", "0.0%"],
        ],
      },
    ),
    results: [`СОШ №1 · ${MA5} · 30% · B3`],
  },
  {
    name: "«Доля» as a fraction",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Доля не справившихся
      СОШ №1 | 0.3
    `),
    results: [`СОШ №1 · ${MA5} · 30% · B3`],
  },
  {
    name: "a per cent that no count of the participants gives",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | Доля «2», %
      СОШ №1 | 12 | 30
      СОШ №2 | 10 | 130
    `),
    // 30 % of 12 is 3.6; 4 of 12 is 33 %.
    results: [],
    problems: ["shareDisagrees C3", "shareOutOfRange C4"],
  },
  {
    name: "per cents under a header that names counts",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | Не справились
      СОШ №1 | 10 | 30%
      СОШ №2 | 8 | '12,5 %'
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:C3`, `СОШ №2 · ${MA5} · 8/1 · B4:C4`],
  },
  {
    name: "one per cent among counts",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | Не справились
      СОШ №1 | 10 | 3
      СОШ №2 | 8 | '12,5 %'
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:C3`],
    problems: ["notANumber C4"],
  },
  {
    name: "a count that Excel took for a date",
    grid: sheet(
      `
      ОГЭ математика 2019
      Школа | Участники | % «2»
      СОШ №1 | 8 | 43597
    `,
      {
        formats: [
          ["", "", ""],
          ["", "", ""],
          ["", "", "d mmm"],
        ],
      },
    ),
    results: [],
    problems: ["notANumber C3"],
  },
  {
    name: "by list, took part, failed, passed",
    grid: sheet(`
      ОГЭ математика 2019
      ОО | Всего обучающихся | Участвовало | Преодолели порог | Средний балл
      СОШ №1 | 12 | 10 | 7 | 3,4
    `),
    results: [`СОШ №1 · ${OGE} · 10/3 · C3:D3`],
  },
  {
    name: "two columns of participants are a question",
    grid: sheet(`
      ОГЭ математика 2019
      ОО | Всего участников | Сдавали | Не сдали
      СОШ №1 | 12 | 10 | 3
    `),
    results: [],
    problems: ["columnNotRecognised B2", "columnNotRecognised C2"],
  },
  {
    name: "a title of several years is no year; the sheet name is",
    grid: sheet(
      `
      Результаты за 2018 и 2019 годы
      ОО | Экзамен | Сдавали | Не сдали
      СОШ №1 | ОГЭ матем. | 10 | 3
    `,
      { sheet: "2019" },
    ),
    results: [`СОШ №1 · ${OGE} · 10/3 · C3:D3`],
  },
  {
    name: "title and sheet name disagree",
    grid: sheet(
      `
      ОГЭ, математика, 2018/2019 учебный год
      ОО | Сдавали | Не сдали
      СОШ №1 | 10 | 3
    `,
      { sheet: "2018" },
    ),
    results: [`СОШ №1 · ${OGE} · 10/3 · B3:C3`],
    problems: ["yearDisagrees A1"],
  },
  {
    name: "a spring date is a year, an autumn date is not",
    grid: sheet(`
      ОГЭ, математика
      Дата: | '04.06.2019'
      ОО | Сдавали | Не сдали
      СОШ №1 | 10 | 3
    `),
    results: [`СОШ №1 · ${OGE} · 10/3 · B4:C4`],
  },
  {
    name: "an autumn date",
    grid: sheet(`
      ВПР математика 5
      Дата: | '15.09.2020'
      ОО | Писали | Получили «2»
      СОШ №1 | 10 | 3
    `),
    results: [],
    problems: ["yearUnknown B3"],
  },
  {
    name: "merged names, a merged total, signatures",
    grid: sheet(
      `
      № | Школа | Год | Процедура | Участники | «2»
      1 | Берёзовская | 2019 | ВПР МА5 | 10 | 3
      | | 2019 | ОГЭ матем. | 8 | 1
      Всего: | | | | 18 | 4

      Исп. методист | | | | |
      Тел. 2-22-22
    `,
      {
        merges: [
          [1, 1, 2, 1],
          [3, 0, 3, 1],
        ],
      },
    ),
    results: [`Берёзовская · ${MA5} · 10/3 · E2:F2`, `Берёзовская · ${OGE} · 8/1 · E3:F3`],
  },
  {
    name: "a nameless row of a wide table",
    grid: sheet(`
      ВПР 2018/2019
      Школа | МА 5 | | РУ 5 |
      | участники | «2» | участники | «2»
      СОШ №1 | 10 | 3 | 11 | 2
      | 9 | 1 | 8 | 1
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B4:C4`, "СОШ №1 · ВПР русский язык 5 · 2018/2019 · 11/2 · D4:E4"],
    problems: ["schoolNameMissing A5"],
  },
  {
    name: "two tables side by side",
    grid: sheet(`
      2018/2019
      Школа | ВПР МА5 участники | ВПР МА5 «2» | | Школа | ОГЭ математика участники | ОГЭ математика «2»
      СОШ №1 | 10 | 3 | | СОШ №2 | 8 | 1
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:C3`, `СОШ №2 · ${OGE} · 8/1 · F3:G3`],
  },
  {
    name: "one class alone is not the parallel",
    grid: sheet(`
      ВПР 2018/2019
      Школа | Предмет | Класс | Писали | «2»
      СОШ №1 | Математика | 5А | 10 | 3
    `),
    results: [],
    problems: ["classesNotAdded D3:E3"],
  },
  {
    name: "years in the header, procedure in the title; a total column",
    grid: sheet(
      `
      ВПР, математика, 5 класс
      Школа | 2018 | | 2019 | | Итого |
      | кол-во | «2» | кол-во | «2» | кол-во | «2»
      СОШ №1 | 10 | 3 | 12 | 1 | 22 | 4
    `,
      {
        merges: [
          [1, 0, 2, 0],
          [1, 1, 1, 2],
          [1, 3, 1, 4],
          [1, 5, 1, 6],
        ],
      },
    ),
    results: ["СОШ №1 · ВПР математика 5 · 2017/2018 · 10/3 · B4:C4", `СОШ №1 · ${MA5} · 12/1 · D4:E4`],
  },
  {
    name: "marks as counts and per cents side by side, without merges",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Писали | 5 | | 4 | | 3 | | 2 | | Успеваемость | Качество
      | | чел | % | чел | % | чел | % | чел | % | % | %
      СОШ №1 | 20 | 2 | 10 | 6 | 30 | 6 | 30 | 6 | 30 | 70 | 40
    `),
    results: [`СОШ №1 · ${MA5} · 20/6 · I4`],
  },
  {
    name: "headings of form and subject; each ends what its like told",
    grid: sheet(`
      2018/2019 учебный год
      Школа | Участники | Не справились
      ОГЭ
      Математика
      СОШ №1 | 20 | 6
      ЕГЭ
      Русский язык
      СОШ №1 | 22 | 6
      ВПР
      СОШ №1 | 24 | 6
    `),
    results: [`СОШ №1 · ${OGE} · 20/6 · B5:C5`, "СОШ №1 · ЕГЭ русский язык · 2018/2019 · 22/6 · B8:C8"],
    problems: ["procedureUnknown B2"],
  },
  {
    name: "a column that answers a criterion is no figure",
    grid: sheet(`
      ОГЭ математика 2019
      Школа | Участников | Получили «2» | Более 30% «2»
      СОШ №1 | 20 | 6 | да
    `),
    results: [`СОШ №1 · ${OGE} · 20/6 · B3:C3`],
  },
  {
    name: "one year forgotten in a full column",
    grid: sheet(`
      Год | Школа | Процедура | Участники | Не справились
      2019 | СОШ №1 | ОГЭ матем. | 20 | 1
      2019 | СОШ №2 | ОГЭ матем. | 20 | 2
      | СОШ №3 | ОГЭ матем. | 20 | 3
    `),
    results: [`СОШ №1 · ${OGE} · 20/1 · D2:E2`, `СОШ №2 · ${OGE} · 20/2 · D3:E3`],
    problems: ["yearUnknown A4"],
  },
  {
    name: "the procedure over the participants only, in one row",
    grid: sheet(`
      2018/2019
      Школа | ВПР МА 5, участники | «2» | % | ОГЭ матем., участники | «2» | %
      СОШ №1 | 20 | 6 | 30 | 8 | 1 | 12.5
    `),
    results: [`СОШ №1 · ${MA5} · 20/6 · B3:D3`, `СОШ №1 · ${OGE} · 8/1 · E3:G3`],
  },
  {
    name: "the same with a column missing is a question, not a shift",
    grid: sheet(`
      2018/2019
      Школа | ВПР МА 5, участники | ОГЭ матем., участники | «2»
      СОШ №1 | 20 | 8 | 1
    `),
    results: [],
    problems: ["columnNotRecognised D2"],
  },
  {
    name: "a blank «2» that the other marks do not prove",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Писали | 2 | 3 | 4 | 5
      СОШ №1 | 10 | | 4 | 4 | 1
    `),
    results: [],
    problems: ["noResults", "incompleteRow C3"],
  },
  {
    name: "one forgotten name among names that never repeat",
    grid: sheet(`
      Школа | Год | Процедура | Участники | Не справились
      СОШ №1 | 2019 | ОГЭ матем. | 20 | 1
      | 2019 | ВПР МА 5 | 20 | 2
      СОШ №3 | 2019 | ОГЭ матем. | 20 | 3
      СОШ №4 | 2019 | ОГЭ матем. | 20 | 4
    `),
    results: [
      `СОШ №1 · ${OGE} · 20/1 · D2:E2`,
      `СОШ №3 · ${OGE} · 20/3 · D4:E4`,
      `СОШ №4 · ${OGE} · 20/4 · D5:E5`,
    ],
    problems: ["schoolNameMissing A3"],
  },
  {
    name: "one forgotten procedure among procedures that never repeat",
    grid: sheet(`
      Школа | Год | Процедура | Участники | Не справились
      СОШ №1 | 2019 | ОГЭ матем. | 20 | 1
      СОШ №1 | 2019 | | 20 | 2
      СОШ №1 | 2019 | ВПР МА 5 | 20 | 3
      СОШ №2 | 2019 | ОГЭ матем. | 20 | 4
    `),
    results: [
      `СОШ №1 · ${OGE} · 20/1 · D2:E2`,
      `СОШ №1 · ${MA5} · 20/3 · D4:E4`,
      `СОШ №2 · ${OGE} · 20/4 · D5:E5`,
    ],
    problems: ["procedureUnknown C3"],
  },
  {
    name: "two titles with different years tell none",
    grid: sheet(`
      Отчёт за 2020 год
      ОГЭ, математика, 2019
      Школа | Сдавали | Не сдали
      СОШ №1 | 20 | 1
    `),
    results: [],
    problems: ["yearUnknown B3"],
  },
  {
    name: "logins for schools",
    grid: sheet(`
      ОГЭ математика 2019
      Логин | Участники | «2» чел. | «2» %
      edu223017 | 10 | 3 | 30
    `),
    results: [`edu223017 · ${OGE} · 10/3 · B3:D3`],
  },
  {
    name: "a name that is an error, a note with figures",
    grid: sheet(`
      ОГЭ математика 2019
      Школа | Участники | «2»
      #ССЫЛКА! | 10 | 3
      Примечание | 5 | 1
    `),
    results: [],
    problems: ["errorValue A3", "rowNotRecognised A4"],
  },
  {
    name: "schools whose names begin like totals and regions",
    grid: sheet(`
      ОГЭ математика 2019
      Школа | Участники | «2»
      Средняя общеобразовательная школа № 1 | 10 | 3
      Районная вечерняя школа | 9 | 2
      Школа № 3 Н-ского муниципального округа | 8 | 1
      Среднее | 9 | 2
      Н-ский муниципальный округ | 27 | 6
      Город Н-ск | 27 | 6
    `),
    results: [
      `Средняя общеобразовательная школа № 1 · ${OGE} · 10/3 · B3:C3`,
      `Районная вечерняя школа · ${OGE} · 9/2 · B4:C4`,
      `Школа № 3 Н-ского муниципального округа · ${OGE} · 8/1 · B5:C5`,
    ],
  },
];

test.each(CASES)("$name", ({ grid: input, results, problems = [] }) => {
  const reading = readWorkbook([input]);
  expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
});
