/**
 * One small example per function: for the sheet «Примеры формул» and for the documentation, whose test calculates them.
 * In a formula a reference in braces, `{A2:B4}`, is to the data as if they began in A1; `shown` is the
 * answer.
 */
export type ExampleCell = string | number | boolean | null;

export interface FunctionExample {
  /** Id of the function without its namespace. */
  readonly id: string;
  /** Headings and rows; short, so that both fit beside a result. */
  readonly data: readonly (readonly ExampleCell[])[];
  readonly formula: string;
  /** The answer, row by row. */
  readonly shown: readonly (readonly ExampleCell[])[];
  /** Columns of the answer that are shares or dates. */
  readonly format?: "percent" | "date";
}

const NO_DATA = "нет данных";
const PAIRS = [
  ["Участников", "Не справились"],
  [23, 8],
  [20, 5],
  [0, 0],
] as const;
const YEARS = [
  ["математика", "русский язык", "математика год назад", "русский язык год назад"],
  [0.35, 0.1, 0.31, 0.2],
] as const;
const LIST = [
  ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"],
  ["Берёзовская СОШ", "ВПР математика 5", "2024/2025", 23, 8],
  ["Берёзовская СОШ", "ВПР русский язык 5", "2024/2025", 20, 7],
  ["Кленовская ООШ", "ВПР математика 5", "2023/2024", 9, 0],
] as const;

export const EXAMPLES: readonly FunctionExample[] = [
  // 8 of 23 is 34.8 %, 5 of 20 is 25 %
  { id: "LOWRESULT", data: PAIRS, formula: "=NOR.LOWRESULT({A2:B4})", shown: [[true], [false], [NO_DATA]] },
  // mathematics is low in both years: criterion 2
  { id: "LOWSCHOOL", data: YEARS, formula: '=NOR.LOWSCHOOL({A2:B2},{C2:D2},"004")', shown: [[true]] },
  {
    id: "WHYLOW",
    data: YEARS,
    formula: '=NOR.WHYLOW({A2:B2},{C2:D2},"004",,,,{A1:B1})',
    shown: [["критерий 2: математика — 35,0\u00a0% и 31,0\u00a0%"]],
  },
  // two low procedures in one year: criterion 1; the other school has nothing in the year
  {
    id: "LOWSCHOOLS",
    data: LIST,
    formula: '=NOR.LOWSCHOOLS({A1:E4},"000")',
    shown: [
      ["Школа", "Вывод", "Критерии", "Процедуры"],
      ["Берёзовская СОШ", "низкие результаты", "1", "ВПР математика 5, ВПР русский язык 5"],
      ["Кленовская ООШ", "недостаточно данных", "", ""],
    ],
  },
  {
    id: "FAILSHARE",
    data: [
      ["«2»", "«3»", "«4»", "«5»"],
      [3, 4, 2, 1],
      [1, 5, 3, 1],
    ],
    formula: "=NOR.FAILSHARE({A2:D3})",
    shown: [[0.3], [0.1]],
    format: "percent",
  },
  {
    id: "TREND",
    data: [
      ["2023/2024", "2024/2025"],
      [0.2, 0.35],
      [0.4, 0.25],
    ],
    formula: "=NOR.TREND({A2:B3})",
    shown: [
      [15, "отрицательная динамика"],
      [-15, "положительная динамика"],
    ],
  },
  {
    id: "JOURNALGAP",
    data: [
      ["Понизили", "Подтвердили", "Повысили"],
      [5, 14, 1],
    ],
    formula: "=NOR.JOURNALGAP({A2},{B2},{C2})",
    shown: [[0.25, 0.7, 0.05]],
    format: "percent",
  },
  {
    id: "INDICATOR",
    data: [
      ["Педагогов обучено", "Педагогов всего"],
      [9, 12],
      [6, 12],
    ],
    formula: "=NOR.INDICATOR({A2:A3},{B2:B3},70)",
    shown: [
      [0.75, true],
      [0.5, false],
    ],
  },
  {
    id: "SCHOOLKEY",
    data: [["Школа"], ["МБОУ « Берёзовская СОШ»"], ["Березовская СОШ"]],
    formula: "=NOR.SCHOOLKEY({A2:A3})",
    shown: [["name:березовская сош"], ["name:березовская сош"]],
  },
  {
    id: "SAMESCHOOL",
    data: [
      ["В списке", "В протоколе"],
      ["Берёзовская СОШ", "МБОУ «Березовская СОШ»"],
      ["Берёзовская СОШ", "Берёзовская ООШ"],
    ],
    formula: "=NOR.SAMESCHOOL({A2:A3},{B2:B3})",
    shown: [[true], ["спросить"]],
  },
  // 46478 is 1 April 2027
  {
    id: "DEADLINE",
    data: [["Срок"], ["до 1 апреля"], ["апрель 2027 года"]],
    formula: '=NOR.DEADLINE({A2:A3},"2026/2027")',
    shown: [[46478], [46507]],
    format: "date",
  },
  // seen from 2 April 2027; the day as text, since DATE has another name in Russian Excel
  {
    id: "DEADLINESTATUS",
    data: [
      ["Срок", "Статус"],
      ["до 1 апреля", "в работе"],
      ["до 1 апреля", "выполнено"],
      ["апрель", "не начато"],
    ],
    formula: '=NOR.DEADLINESTATUS({A2:A4},{B2:B4},"02.04.2027","2026/2027")',
    shown: [["просрочено"], ["выполнено"], ["срок в ближайшие 30 дней"]],
  },
  {
    id: "MEASURES",
    data: [
      ["Шаблон", "Раздел"],
      ["project-500", 3],
    ],
    formula: "=NOR.MEASURES({A2},{B2})",
    shown: [
      [
        "3.1",
        "Сопровождать методическое объединение педагогов, которые обучают школьников с образовательными дефицитами",
        "Методический центр",
        "План объединения выполнен; материалы не менее одного заседания в квартал",
      ],
    ],
  },
];

/** The formula with the data `down` rows lower than A1. @example placed("=F({A2:B4})", 10) // "=F(A12:B14)" */
export function placed(formula: string, down = 0): string {
  return formula.replace(/\{([^}]*)\}/g, (_, reference: string) =>
    reference.replace(
      /([A-Z]+)(\d+)/g,
      (_cell, column: string, row: string) => `${column}${Number(row) + down}`,
    ),
  );
}
