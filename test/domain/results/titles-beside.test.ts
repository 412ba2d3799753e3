import { readWorkbook } from "../../../src/domain/results/read";
import { lines, troubles } from "./lines";
import { sheet, type SheetOptions } from "./sheet";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly options?: SheetOptions;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

/** Two subjects side by side, of the same schools, with one label in common. */
const SUBJECTS = `Школа | ВПР математика 5 участников | Не справились | | Школа | ВПР русский язык 5 участников | Не справились
  СОШ №1 | 20 | 5 | | СОШ №1 | 22 | 8
  СОШ №2 | 30 | 3 | | СОШ №2 | 31 | 4`;
const MA = "ВПР математика 5";
const RU = "ВПР русский язык 5";
const bothIn = (top: number, year: string): readonly string[] => [
  `СОШ №1 · ${MA} · ${year} · 20/5 · B${top}:C${top}`,
  `СОШ №2 · ${MA} · ${year} · 30/3 · B${top + 1}:C${top + 1}`,
  `СОШ №1 · ${RU} · ${year} · 22/8 · F${top}:G${top}`,
  `СОШ №2 · ${RU} · ${year} · 31/4 · F${top + 1}:G${top + 1}`,
];
const OVER_EACH = [
  [0, 0, 0, 2],
  [0, 4, 0, 6],
] as const;
const OVER_BOTH = [[0, 0, 0, 6]] as const;
/** The sheet or the file says 2025, which is 2024/2025, the title 2025/2026: each table is warned about. */
const DISAGREE = ["yearDisagrees A1", "yearDisagrees E1"];

/** Two subjects are no twins: what stands over both holds for both. */
const OTHER_SUBJECTS: readonly Case[] = [
  {
    name: "a title merged over both, and another year in the sheet's name",
    text: `2025/2026 учебный год\n${SUBJECTS}`,
    options: { merges: OVER_BOTH, sheet: "ВПР 2025" },
    results: bothIn(3, "2025/2026"),
    problems: DISAGREE,
  },
  {
    name: "the same title without its merge",
    text: `2025/2026 учебный год\n${SUBJECTS}`,
    options: { sheet: "2025" },
    results: bothIn(3, "2025/2026"),
    problems: DISAGREE,
  },
  {
    name: "another year in the file's name",
    text: `Результаты ВПР за 2025/2026 учебный год\n${SUBJECTS}`,
    options: { merges: OVER_BOTH, file: "ВПР 2025.xlsx" },
    results: bothIn(3, "2025/2026"),
    problems: DISAGREE,
  },
  {
    name: "no year anywhere else",
    text: `2025/2026 учебный год\n${SUBJECTS}`,
    options: { merges: OVER_BOTH },
    results: bothIn(3, "2025/2026"),
  },
  {
    name: "two years in two titles: which one holds is open for both tables",
    text: `Сравнение с 2024/2025 учебным годом\nВПР 2025/2026 учебный год\n${SUBJECTS}`,
    results: [],
    problems: ["yearUnknown B3", "yearUnknown F3"],
  },
  {
    name: "two classes of a parallel are no twins either",
    text: `ВПР математика 2025/2026
      Школа | 5А, участников | 5А, не справились | | Школа | 5Б, участников | 5Б, не справились
      СОШ №1 | 20 | 5 | | СОШ №1 | 22 | 8`,
    results: [],
    problems: ["classesNotAdded B3:C3", "classesNotAdded F3:G3"], // asked about as classes, the title is lost for neither
  },
];

const PLAIN = `Школа | Участники | Не справились | | Школа | Участники | Не справились
  СОШ №1 | 20 | 5 | | СОШ №1 | 22 | 8
  СОШ №2 | 30 | 3 | | СОШ №2 | 31 | 4`;
const leftIn = (top: number, year: string): readonly string[] => bothIn(top, year).slice(0, 2);

/** Of the same schools, figures and procedure. */
const TWINS: readonly Case[] = [
  {
    name: "a title merged over both is the second's as well",
    text: `ВПР математика 5 класс, 2025/2026\nГород | | | | Район\n${PLAIN}`,
    options: { merges: OVER_BOTH },
    results: bothIn(4, "2025/2026").map((line) => line.replace(RU, MA)),
  },
  {
    name: "titles of their own tell them apart: what stands above these is for both, merged or not",
    text: `ВПР математика 5 класс, 2025/2026\nГород | | | | Район\n${PLAIN}`,
    results: bothIn(4, "2025/2026").map((line) => line.replace(RU, MA)),
  },
  {
    name: "titles of their own above it say nothing of a title over the first alone",
    text: `Город | | | | Район\nВПР математика 5 класс, 2025/2026\n${PLAIN}`,
    results: leftIn(4, "2025/2026"),
    problems: ["yearUnknown F3", "procedureUnknown F3"],
  },
  {
    name: "in place of a lost year neither the sheet's name nor the file's",
    text: `ВПР математика 5 класс, 2025/2026\n${PLAIN}`,
    options: { sheet: "ВПР математика 5, 2025", file: "ВПР 2025.xlsx" },
    results: leftIn(3, "2025/2026"),
    problems: ["yearDisagrees A1", "yearDisagrees A1", "yearUnknown F2", "procedureUnknown F2"],
  },
  {
    name: "a merge over the second that lost its text: the sheet's name does not stand in for it",
    text: `ВПР математика 5 класс, 2025/2026\n${PLAIN}`,
    options: { sheet: "ВПР математика 5, 2025", merges: OVER_EACH },
    results: leftIn(3, "2025/2026"),
    problems: ["yearDisagrees A1", "yearUnknown F2", "procedureUnknown F2"],
  },
  {
    name: "only what was lost: the first's title tells no year, so the sheet's year holds for both",
    text: `Математика, 5 класс\n${PLAIN}`,
    options: { sheet: "ВПР 2025", merges: OVER_EACH },
    results: leftIn(3, "2024/2025"),
    problems: ["procedureUnknown F2"],
  },
  {
    name: "a merge that never held anything of the kind hides nothing: the first's title is the town's",
    text: `Город\n${PLAIN}`,
    options: { sheet: "ВПР математика 5, 2025", merges: OVER_EACH },
    results: bothIn(3, "2024/2025").map((line) => line.replace(RU, MA)),
  },
  {
    name: "an empty merge under a title of the second's own that tells as much hides nothing",
    text: `ВПР математика 5, 2025/2026 | | | | ВПР русский язык 5, 2025/2026\nМатематика, 2026 год\n${PLAIN}`,
    options: {
      merges: [...OVER_EACH, [1, 0, 1, 2], [1, 4, 1, 6]],
    },
    results: bothIn(4, "2025/2026"),
  },
  {
    // the title over the upper pair is none of the lower pair's, whose years the sheet tells
    name: "what the second of an upper pair lost, the second of a lower pair has not lost",
    text: `ВПР биология 6, 2025/2026\n${PLAIN}\n|\n${SUBJECTS}`,
    options: { sheet: "2026", merges: OVER_EACH },
    results: [
      "СОШ №1 · ВПР биология 6 · 2025/2026 · 20/5 · B3:C3",
      "СОШ №2 · ВПР биология 6 · 2025/2026 · 30/3 · B4:C4",
      ...bothIn(7, "2025/2026"),
    ],
    problems: ["yearUnknown F2", "procedureUnknown F2"],
  },
  {
    // what the title says is neither the first's, whose header says another, nor surely the second's
    name: "the first's header tells its procedure, the second's none",
    text: `ОГЭ математика, 2025/2026\n${PLAIN.replace("Участники", "ВПР математика 5, участники")}`,
    results: leftIn(3, "2025/2026"),
    problems: ["yearUnknown F2", "procedureUnknown F2"],
  },
  {
    name: "the second's header tells another procedure than the title over both",
    text: `ВПР математика 5 класс, 2025/2026\n${SUBJECTS.replace("ВПР математика 5 участников", "Участников")}`,
    results: bothIn(3, "2025/2026"),
  },
  {
    name: "in place of a lost subject no subject of a title farther away",
    text: `ВПР русский язык, 5 класс, 2025/2026\nМатематика\n${PLAIN}`,
    results: leftIn(4, "2025/2026"),
    problems: ["procedureUnknown F3"],
  },
  {
    name: "in place of a lost year no year of a title farther away",
    text: `ВПР математика 5 класс, сравнение с 2024/2025\n2025/2026\n${PLAIN}`,
    results: [],
    problems: ["yearUnknown B3", "yearUnknown F3"],
  },
  {
    name: "nor one of the sheet's in place of the year over a table that is not read",
    text: `ВПР математика, 5 класс\n2025/2026
      Столбец 7 | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 20 | 4 | | СОШ №2 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №1 | 12 | 6`,
    options: { sheet: "2025" },
    results: [],
    problems: ["yearUnknown F3", "sheetNotRecognised A4:C5"],
  },
];

test.each([...OTHER_SUBJECTS, ...TWINS])("$name", ({ text, options, results, problems = [] }) => {
  const reading = readWorkbook([sheet(text, options)]);
  expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
});
