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
const RU5 = "ВПР русский язык 5 · 2018/2019";

/** What mutations of good sheets broke: each is read right or asked about. */
const MUTATED: readonly Case[] = [
  {
    // B and C share one cell: the «2» stand in C in truth, but nothing says so. Nothing can be read, so every figure is named.
    name: "one merged cell over two columns of figures",
    grid: sheet(
      `
      ВПР математика 5, 2018/2019
      Школа | Кол-во участников | | показатель
      СОШ №1 | 10 | 3 | 30
      СОШ №2 | 8 | 1 | 12.5
    `,
      { merges: [[1, 1, 1, 2]] },
    ),
    results: [],
    problems: ["columnNotRecognised B2", "columnNotRecognised C2", "columnNotRecognised D2"],
  },
  {
    // «%» of the first procedure is merged over the participants of the second, whose own «%» lost its label.
    name: "a per cent merged over the next procedure's participants",
    grid: sheet(
      `
      2018/2019
      Школа | МА 5 | | РУ 5 |
      | писали | «2», % | | Столбец 7
      СОШ №1 | 20 | 30 | 22 | 27.3
      СОШ №2 | 40 | 22.5 | 42 | 11.9
    `,
      {
        merges: [
          [1, 1, 1, 2],
          [1, 3, 1, 4],
          [2, 2, 2, 3],
        ],
      },
    ),
    results: [],
    problems: [
      "columnNotRecognised B3",
      "columnNotRecognised C3",
      "columnNotRecognised D3",
      "columnNotRecognised E3",
    ],
  },
  {
    // In two of three rows more failed than took part: the headers stand over the wrong columns.
    name: "counts that contradict each other in most rows",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | Участники | Не справились
      СОШ №1 | 3 | 10
      СОШ №2 | 1 | 8
      СОШ №3 | 5 | 5
    `),
    results: [],
    problems: ["columnNotRecognised C2"],
  },
  {
    // C may hold the participants of «Русский язык»; those in B are of the subject whose label is lost.
    name: "participants beside a procedure with a column that nobody understands",
    grid: sheet(`
      ВПР 5 класс, 2018/2019
      Школа | ??? | Русский язык |
      | сдавали | Столбец 7 | не сдали
      СОШ №1 | 30 | 17 | 4
      СОШ №2 | 29 | 10 | 1
    `),
    results: [],
    problems: ["columnNotRecognised B3", "columnNotRecognised C3", "incompleteRow D4", "incompleteRow D5"],
  },
  {
    // Row 2 is a school's, above the only header that is left.
    name: "a school above a header that is repeated below it",
    grid: sheet(`
      № | | | |
      1 | СОШ №1 | 10 | 3
      № | Школа | ВПР МА5 2019, участники | ВПР МА5 2019, «2»
      2 | СОШ №2 | 8 | 1
    `),
    results: [`СОШ №2 · ${MA5} · 8/1 · C4:D4`],
    problems: ["sheetNotRecognised A2:D2"],
  },
  {
    name: "two columns labelled as names, one of them figures",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      % не справившихся | Наименование ОО | № п/п | Наименование ОО
      30 | 82 | 1 | СОШ №1
      12.5 | 61 | 2 | СОШ №2
    `),
    results: [`СОШ №1 · ${MA5} · 30% · A3`, `СОШ №2 · ${MA5} · 12.5% · A4`],
  },
  {
    // The subject over F is the other table's: it must not pass to the schools in B.
    name: "a table beside whose label and title are lost",
    grid: sheet(`
      ВПР, 5 классы, 2018/2019
      ??? | | | | | Русский язык | | |
      № | Школа | Участники | «2» | | № | | Участники | «2»
      1 | СОШ №1 | 32 | 4 | | 1 | СОШ №3 | 16 | 4
      2 | СОШ №2 | 35 | 6 | | 2 | СОШ №4 | 22 | 3
    `),
    results: [],
    problems: ["procedureUnknown C3", "sheetNotRecognised F4:I5"],
  },
  {
    // Two names and a blank: another year may be meant, one blank is no habit of writing a year once.
    name: "one forgotten year in a short column",
    grid: sheet(`
      Год | Школа | Процедура | Участники | Не справились
      2018 | СОШ №1 | ВПР МА 5 | 20 | 1
      2019 | СОШ №2 | ВПР МА 5 | 20 | 2
      | СОШ №3 | ВПР МА 5 | 20 | 3
    `),
    results: [`СОШ №1 · ВПР математика 5 · 2017/2018 · 20/1 · D2:E2`, `СОШ №2 · ${MA5} · 20/2 · D3:E3`],
    problems: ["yearUnknown A4"],
  },
  {
    name: "an error value among the labels of a lower header row",
    grid: sheet(`
      ВПР 2018/2019
      Школа | Математика | | | |
      | 5 класс | | #ССЫЛКА! |
      | участники | «2» | участники | «2»
      СОШ №1 | 10 | 3 | 11 | 2
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · B5:C5`],
    problems: ["procedureUnknown D4"],
  },
];

const RULES: readonly Case[] = [
  {
    name: "words broken over lines, a row of column numbers, the header again on the next page",
    grid: sheet(`
      ВПР, 2018/2019 учебный год
      № | Наименование образова-\\nтельной органи-\\nзации | матем.\\n5 кл.\\nучаст-\\nников | матем.\\n5 кл.\\nполу-\\nчили «2»
      1 | 2 | 3 | 4
      1. | СОШ №1 | 10 | 3
      Лист 2
      № | Наименование образова-\\nтельной органи-\\nзации | матем.\\n5 кл.\\nучаст-\\nников | матем.\\n5 кл.\\nполу-\\nчили «2»
      1 | 2 | 3 | 4
      2. | СОШ №2 | 8 | 1
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · C4:D4`, `СОШ №2 · ${MA5} · 8/1 · C8:D8`],
  },
  {
    // 7 of 10 numbers are their column's: numbering, though three digits were spoiled.
    name: "a row of column numbers with a digit spoiled",
    grid: sheet(`
      ВПР 2018/2019
      № | Школа | МА 5, участники | МА 5, «2» | РУ 5, участники | РУ 5, «2»
      1 | 2 | 3 | 4 | 5 | 5
      1 | СОШ №1 | 10 | 3 | 11 | 2
    `),
    results: [`СОШ №1 · ${MA5} · 10/3 · C4:D4`, `СОШ №1 · ${RU5} · 11/2 · E4:F4`],
  },
  {
    name: "the year of the header wins over the sheet's, and the disagreement is said",
    grid: sheet(
      `
      Школа | 2018/2019 учебный год |
      | МА 5, участники | МА 5, «2»
      СОШ №1 | 10 | 3
    `,
      { sheet: "ВПР 2020" },
    ),
    results: [`СОШ №1 · ${MA5} · 10/3 · B3:C3`],
    problems: ["yearDisagrees B1"],
  },
  {
    // 0.5 is half a per cent or a half: the column's other numbers do not tell.
    name: "a bare 0.5 among per cents",
    grid: sheet(`
      ВПР математика 5, 2018/2019
      Школа | % не справившихся
      СОШ №1 | 33.3
      СОШ №2 | 0.5
    `),
    results: [`СОШ №1 · ${MA5} · 33.3% · B3`],
    problems: ["shareAmbiguous B4"],
  },
  {
    // 3 + 3 + 2 + 2 = 10, 1 + 4 + 2 + 1 = 8, 0 + 1945 people nobody has: digits of names are no figures.
    name: "numeric marks under merged procedures; schools with numbers and years in their names",
    grid: sheet(
      `
      2018/2019
      № п/п | № школы, название | ВПР МА 5 | | | |
      | | писало | 2 | 3 | 4 | 5
      1 | № 5 | 10 | 3 | 3 | 2 | 2
      2 | Лицей 2020 | 8 | 1 | 4 | 2 | 1
      3 | СОШ имени Героев 1945 года | 4 | 0 | 4 | 0 | 0
    `,
      {
        merges: [
          [1, 0, 2, 0],
          [1, 1, 2, 1],
          [1, 2, 1, 6],
        ],
      },
    ),
    results: [
      `№ 5 · ${MA5} · 10/3 · C4:G4`,
      `Лицей 2020 · ${MA5} · 8/1 · C5:G5`,
      `СОШ имени Героев 1945 года · ${MA5} · 4/0 · C6:G6`,
    ],
  },
  {
    name: "tables side by side with a subject over each, and one stacked below with a year of its own",
    grid: sheet(`
      ВПР, 5 классы, 2018/2019
      Математика | | | | Русский язык | |
      Школа | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 10 | 3 | | СОШ №2 | 8 | 1

      ВПР математика 5 класс, 2017/2018
      Школа | Участники | «2»
      СОШ №1 | 12 | 2
    `),
    results: [
      `СОШ №1 · ${MA5} · 10/3 · B4:C4`,
      `СОШ №2 · ${RU5} · 8/1 · F4:G4`,
      "СОШ №1 · ВПР математика 5 · 2017/2018 · 12/2 · B8:C8",
    ],
  },
  {
    name: "form, subject and level apart; a row of ГВЭ is no result",
    grid: sheet(`
      Год | Форма | Предмет | Уровень | Школа | Сдавали | Не сдали
      2019 | ЕГЭ | матем. | база | СОШ №1 | 10 | 3
      2019 | ГВЭ | матем. | | СОШ №1 | 2 | 1
    `),
    results: ["СОШ №1 · ЕГЭ математика базовая · 2018/2019 · 10/3 · F2:G2"],
    problems: ["procedureUnknown B3"],
  },
  {
    name: "an error value beside zero participants is said",
    grid: sheet(`
      ОГЭ математика 2019
      Школа | Сдавали | Не сдали | %
      СОШ №1 | 0 | 0 | #ДЕЛ/0!
      СОШ №2 | 10 | 3 | 30
    `),
    results: ["СОШ №2 · ОГЭ математика · 2018/2019 · 10/3 · B4:D4"],
    problems: ["errorValue D3"],
  },
];

describe.each([
  ["mutated", MUTATED],
  ["untidy", RULES],
] as const)("%s", (_title, cases) => {
  it.each(cases)("$name", ({ grid: input, results, problems = [] }) => {
    const reading = readWorkbook([input]);
    expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
  });
});

// seed 5577003: a share's label merged over the next column too, and the header of three rows printed twice; 2 people
// were read as 2 %
test("a header of several rows printed twice says no more than once: what is merged over two columns is asked about", () => {
  const header = `| Школа | 2017/2018 | | | | 2018/2019 | | |
    | | ВПР математика 5 класс | | ВПР русский язык, 5 кл. | | ВПР математика 5 класс | | ВПР русский язык, 5 кл. |
    | | Писали | % не справившихся | Писали | % не справившихся | Писали | % не справившихся | |`;
  const reading = readWorkbook([
    sheet(
      `${header}\n${header}
       1 | СОШ № 1 | 1 | 0% | 1 | 0% | 1 | 0% | 1 | 0%
       2 | СОШ № 2 | 1 | 0% | 1 | 0% | 1 | 0% | 2 | 0%`,
      { merges: [[2, 7, 2, 8]] },
    ),
  ]);
  expect(lines(reading).filter((line) => line.includes("2018/2019"))).toEqual([]);
  expect(troubles(reading)).toEqual(
    expect.arrayContaining(["columnNotRecognised H3", "columnNotRecognised I3"]),
  );
});
