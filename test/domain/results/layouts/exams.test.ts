import type { Grid } from "../../../../src/domain/grid";
import { readWorkbook, type ReadOptions } from "../../../../src/domain/results/read";
import type { Reading } from "../../../../src/domain/results/result";
import { lines, troubles } from "../lines";
import { grid, sheet } from "../sheet";

interface Case {
  readonly name: string;
  readonly grids: readonly Grid[];
  readonly options?: ReadOptions;
  /** Lines begin with the school's code: protocols have no names of schools. */
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

/** Codes stand in for names. */
function coded(reading: Reading): string[] {
  return lines({
    ...reading,
    results: reading.results.map((result) => ({ ...result, school: result.schoolCode ?? "?" })),
  });
}

const SPARSE =
  "№ | | Код МСУ | | Код ОО | | Класс | | Код ППЭ | | Аудитория | | Фамилия | Имя | Отчество | | Задания с кратким ответом | | Задания с развёрнутым ответом | | Первичный балл | | Тестовый балл";
const sparse = (code: number, surname: string, score: string | number, grade = "11А"): string =>
  `1 | | 12 | | ${code} | | ${grade} | | 101 | | 5 | | ${surname} | Квазимодест | Зюзюкович | | 1+2- | | 0(2)1(3) | | 20 | | ${score}`;

const DENSE =
  "№ | Код ОО | Класс | Код ППЭ | Аудитория | Код участника | Фамилия | Имя | Отчество | Серия | Номер | Ответы в краткой форме | Ответы в развернутой форме | Первичный балл | Оценка";
const dense = (
  code: number,
  surname: string,
  mark: string | number,
  grade = "9А",
  document = "777001",
): string =>
  `1 | ${code} | ${grade} | 101 | 5 | | ${surname} | Квазимодест | Зюзюкович | 0101 | ${document} | 1+2- | 0(2) | 15 | ${mark}`;

const APPEALS =
  "№ | Код ОО | Класс | Код ППЭ | Аудитория | Фамилия | Имя | Отчество | Экзамен | Состояние апелляции | Оценка";
const appeal = (surname: string, mark: number, exam: string): string =>
  `1 | 13450 | 9А | 101 | 5 | ${surname} | Квазимодест | Зюзюкович | ${exam} | Удовлетворена | ${mark}`;
const JUNE = "02 - Математика 2026.06.02";
const SEPTEMBER = "02 - Математика 2026.09.05";

/** Retakes together with appeals and duplicates: «2» fails, the last try is the setting of the case. */
const TRIES: readonly Case[] = [
  {
    name: "an appeal of June and a retake of September: the retake counts",
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 4)}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", 2)}
        ${APPEALS}
        ${appeal("Абракадабров", 5, "Математика(2026.06.02)")}
      `),
    ],
    options: { retakes: "last" },
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/1 · O5"],
    problems: ["appealsApplied K7"],
  },
  {
    name: "an appeal of September changes the retake, not the first try",
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", 2)}
        ${APPEALS}
        ${appeal("Абракадабров", 3, "Математика(2026.09.05)")}
      `),
    ],
    options: { retakes: "last" },
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/0 · O5"],
    problems: ["appealsApplied K7"],
  },
  {
    name: "the same where the first try counts",
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", 2)}
        ${APPEALS}
        ${appeal("Абракадабров", 3, "Математика(2026.09.05)")}
      `),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/1 · O3"],
    problems: ["appealsApplied K7"],
  },
  {
    name: "the protocol of September twice: one person, one retake",
    grids: ["Сентябрь", "Сентябрь (2)"].map((name) =>
      sheet(
        `
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", 3)}
      `,
        { sheet: name },
      ),
    ),
    options: { retakes: "last" },
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/0 · O5"],
    problems: ["pupilsSame O3", "pupilsSame O5"],
  },
  {
    name: "two results of one September day: neither counts",
    grids: ["Сентябрь", "Сентябрь (2)"].map((name, at) =>
      sheet(
        `
        ${SEPTEMBER}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2 + at)}
      `,
        { sheet: name },
      ),
    ),
    options: { retakes: "last" },
    results: [],
    problems: ["pupilDiffers O3"],
  },
  {
    name: "who did not come in September keeps the mark of June",
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", "неявка")}
      `),
    ],
    options: { retakes: "last" },
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/1 · O3"],
  },
  {
    name: "an appeal without a day, of somebody who came twice, changes nothing",
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", 3)}
      `),
      sheet(
        `
        ОГЭ 2026 математика, апелляции
        № | Код ОО | Класс | Фамилия | Имя | Отчество | Состояние апелляции | Оценка
        1 | 13450 | 9А | Абракадабров | Квазимодест | Зюзюкович | Удовлетворена | 4
      `,
        { sheet: "Апелляции" },
      ),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/1 · O3"],
    problems: ["appealUnmatched H3"],
  },
  {
    name: "two appeals of one person that differ: the school's result is open",
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${APPEALS}
        ${appeal("Абракадабров", 3, "Математика(2026.06.02)")}
        ${appeal("Абракадабров", 2, "Математика(2026.06.02)")}
      `),
    ],
    results: [],
    problems: ["appealsApplied K5:K6", "pupilDiffers O3"],
  },
  ...["9A", "9", "А", "9 «а»"].map((grade) => ({
    name: `class «9А» is «${grade}» in September: one person`,
    grids: [
      sheet(`
        ${JUNE}
        ${DENSE}
        ${dense(13450, "Абракадабров", 2, "9А", "")}
        ${SEPTEMBER}
        ${dense(13450, "Абракадабров", 3, grade, "")}
      `),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 1/1 · O3"],
  })),
];

const CASES: readonly Case[] = [
  ...TRIES,
  {
    // 23 is below 24, 24 itself passes.
    name: "ЕГЭ, sparse, two exams in a sheet, footers; the minimum itself passes",
    grids: [
      sheet(`
        Протокол проверки

        20 - Н-ская область
        | | | | 01 - Русский язык 2026.06.04
        ${SPARSE}
        ${sparse(302, "Абракадабров", 23)}
        ${sparse(302, "Бубликовский", 24)}
        ${sparse(417, "Вавилонюк", 80)}
        Средние | | | | | | | | | | | | | | | | | | | | 20 | | 42.33
        Минимальная граница | | | | | | | | | | | | | | | | | | | | | | 24
        Всего участников | | 3

        | | | | 02 - Математика 2026.06.08
        ${SPARSE}
        ${sparse(302, "Абракадабров", 26)}
        ${sparse(302, "Бубликовский", 27)}
        Минимальная граница | | | | | | | | | | | | | | | | | | | | | | 27
        Всего участников | | 2
      `),
    ],
    results: [
      "302 · ЕГЭ русский язык · 2025/2026 · 2/1 · W6:W7",
      "417 · ЕГЭ русский язык · 2025/2026 · 1/0 · W8",
      "302 · ЕГЭ математика профильная · 2025/2026 · 2/1 · W15:W16",
    ],
  },
  {
    name: "the footer's minimum wins over the table and the disagreement is said; a total that differs too",
    grids: [
      sheet(`
        01 - Русский язык 2026.06.04
        ${SPARSE}
        ${sparse(302, "Абракадабров", 30)}
        ${sparse(302, "Бубликовский", 36)}
        Минимальная граница | | | | | | | | | | | | | | | | | | | | | | 36
        Всего участников | | 5
      `),
    ],
    results: ["302 · ЕГЭ русский язык · 2025/2026 · 2/1 · W3:W4"],
    problems: ["participantsDisagree C6", "minimumDisagrees W5"],
  },
  {
    name: "base mathematics by marks, .csv of texts",
    grids: [
      sheet(`
        22 - Математика базовая 2022.06.27
        № | Код ОО | Класс | Код ППЭ | Аудитория | Фамилия | Имя | Отчество | Серия | Номер | Задания с кратким ответом | Первичный балл | Оценка
        '1' | '302' | 11А | '101' | '5' | Абракадабров | Квазимодест | Зюзюкович | '0101' | '777001' | ++-- | '5' | '2'
        '2' | '302' | 11А | '101' | '5' | Бубликовский | Квазимодест | Зюзюкович | '0101' | '777002' | ++++ | '12' | '4'
      `),
    ],
    results: ["302 · ЕГЭ математика базовая · 2021/2022 · 2/1 · M3:M4"],
  },
  {
    name: "dense ЕГЭ: «Итоговый балл», a code of the participant, a column «Код ООП» that is no school",
    grids: [
      sheet(`
        02 - Математика 2026.06.08
        № | Код ППЭ | Код ОО | Класс | Код ООП | Профиль | Фамилия | Имя | Отчество | Вариант | Код участника | № бланка | Ответы в краткой форме | Ответы в развернутой форме | Первичный балл | Итоговый балл
        1 | 101 | 302 | 11Б | 1 | физмат | Абракадабров | Квазимодест | Зюзюкович | 301 | 900001 | 12 | + | 0 | 4 | 18
        2 | 101 | 302 | 11Б | 1 | физмат | Бубликовский | Квазимодест | Зюзюкович | 301 | 900002 | 13 | + | 0 | 6 | 27
      `),
    ],
    results: ["302 · ЕГЭ математика профильная · 2025/2026 · 2/1 · P3:P4"],
  },
  {
    name: "ОГЭ, dense; absent people, a word instead of a mark, a school's code missing",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${dense(13450, "Бубликовский", "'3'")}
        ${dense(13450, "Вавилонюк", "неявка")}
        ${dense(111002, "Гогельмогель", "удалён с экзамена")}
        1 | | 9А | 101 | 5 | | Дрюндель | Квазимодест | Зюзюкович | 0101 | 777009 | + | 0 | 15 | 4
      `),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 2/1 · O3:O4"],
    problems: ["schoolNameMissing B7", "markUnknown O6"],
  },
  {
    name: "ОГЭ, normalised .csv, the exam in the file's name only",
    grids: [
      sheet(
        `
        SchoolCode | ClassCode | StationCode | AuditoriumCode | GovernmentCell | SurnameCell | NameCell | SecondNameCell | DocumentSeriesCode | DocumentNumberCode | TestResultBCell | TestResultCCell | PrimaryMark | Mark5
        '13450' | 9А | '101' | '5' | '12' | Абракадабров | Квазимодест | Зюзюкович | '0101' | '777001' | + | 0 | '10' | '2'
        '13450' | 9а | '101' | '5' | '12' | Бубликовский | Квазимодест | Зюзюкович | '0101' | '777002' | + | 0 | '25' | '4'
      `,
        { file: "01_2025.06.09_протокол.csv", sheet: "01_2025.06.09_протокол" },
      ),
    ],
    results: ["13450 · ОГЭ русский язык · 2024/2025 · 2/1 · N2:N3"],
  },
  {
    name: "ГВЭ in the same protocol is left out and said",
    grids: [
      sheet(`
        51 - Русский язык 2026.06.04
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        52 - Математика ГВЭ 2026.06.02
        ${dense(13450, "Абракадабров", 2)}
        01 - Русский язык 2026.06.09
        ${dense(13450, "Бубликовский", 4)}
      `),
    ],
    results: ["13450 · ОГЭ русский язык · 2025/2026 · 1/0 · O7"],
    problems: ["stateFinalLeftOut A3:O3", "stateFinalLeftOut A5:O5"],
  },
  {
    // English: 22 is no minimum of our table, the footer tells it.
    name: "a language without a code, two days; its minimum from the footer only",
    grids: [
      sheet(`
        Английский язык п:2022.06.14; у:2022.06.16
        № | Код ОО | Класс | Код ППЭ | Аудитория | Фамилия | Имя | Отчество | Часть с кратким ответом | Часть с развёрнутым ответом | Устная часть | Первичный балл устной части | Первичный балл письм. части | Первичный балл | Тестовый балл
        1 | 302 | 11А | п:1111 у:1081 | 5 | Абракадабров | Квазимодест | Зюзюкович | + | 0 | 0 | 5 | 5 | 10 | 21
        2 | 302 | 11А | п:1111 у:1081 | 5 | Бубликовский | Квазимодест | Зюзюкович | + | 0 | 0 | 9 | 5 | 14 | 22
        Минимальная граница: 22
      `),
    ],
    results: ["302 · ЕГЭ английский язык · 2021/2022 · 2/1 · O3:O4"],
  },
  {
    name: "a subject whose minimum nobody tells",
    grids: [
      sheet(`
        04 - Химия 2026.06.01
        ${SPARSE}
        ${sparse(302, "Абракадабров", 30)}
      `),
    ],
    results: [],
    problems: ["minimumUnknown W3"],
  },
  {
    name: "a code and a subject that contradict each other; marks under the title of a score",
    grids: [
      sheet(`
        02 - Русский язык 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
      `),
      sheet(
        `
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(302, "Абракадабров", 2, "11А")}
      `,
        { sheet: "Лист2" },
      ),
    ],
    results: [],
    problems: ["procedureUnknown O2", "procedureUnknown O2"],
  },
  {
    name: "a retake in September does not change the year, the first try counts",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${dense(13450, "Бубликовский", 4)}
        02 - Математика 2026.09.05
        ${dense(13450, "Абракадабров", 3)}
        02 - Математика 2026.06.24
        ${dense(13450, "Вавилонюк", 2, "9Б")}
      `),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 3/2 · O3:O4"],
  },
  {
    name: "the same with the setting «last try»: the retake of September passes",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${dense(13450, "Бубликовский", 4)}
        02 - Математика 2026.09.05
        ${dense(13450, "Абракадабров", 3)}
      `),
    ],
    options: { retakes: "last" },
    results: ["13450 · ОГЭ математика · 2025/2026 · 2/0 · O4"],
  },
  {
    // «2» of Абракадабров becomes «3» by appeal; Вавилонюк is in no protocol.
    name: "an appeal on a sheet of its own changes the mark; names in another case; two rows of header",
    grids: [
      sheet(
        `
        Протокол проверки результатов  государственной итоговой аттестации 2026 г.
        № | Код ОО | Класс | Код ППЭ | Аудитория | Фамилия | Имя | Отчество | Экзамен | Состояние апелляции | Текущие |
        | | | | | | | | | | Первичный балл | Оценка
        '1' | '13450' | 9А | '101' | '5' | АБРАКАДАБРОВ | Квазимодест | Зюзюкович | Математика(2026.06.02) | Удовлетворена | '22' | '3'
        '2' | '13450' | 9А | '101' | '5' | Вавилонюк | Квазимодест | Зюзюкович | Математика(2026.06.02) | Отклонена | '12' | '2'
      `,
        { sheet: "Апелляции", merges: [[1, 10, 1, 11]] },
      ),
      sheet(
        `
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 2)}
        ${dense(13450, "Бубликовский", 2, "9А", "777002")}
        ${dense(13450, "Гогельмогель", 4, "9А", "777003")}
      `,
        { sheet: "Протокол" },
      ),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 3/1 · O3:O5"],
    problems: ["appealUnmatched L5", "appealsApplied L4:L5"],
  },
  {
    name: "an appeal of ЕГЭ: score before, current, difference",
    grids: [
      sheet(`
        01 - Русский язык 2026.06.04
        ${SPARSE}
        ${sparse(302, "Абракадабров", 23)}
        01 - Русский язык 2026.06.04
        № | Код МСУ | Код ОО | Класс | Код ППЭ | Аудитория | Фамилия | Имя | Отчество | Тип апелляции / перепроверки | Состояние | Дата отправки на обработку | Дата изменений | Балл до изменения | Текущие | | Разница
        | | | | | | | | | | | | | | Первичный балл | Балл |
        1 | 12 | 302 | 11А | 101 | 5 | Абракадабров | Квазимодест | Зюзюкович | О несогласии | Удовлетворена | 15.06.2026 | 16.06.2026 | 23 | 21 | 26 | 3
      `),
    ],
    results: ["302 · ЕГЭ русский язык · 2025/2026 · 1/0 · W3"],
    problems: ["appealsApplied P7"],
  },
  {
    name: "namesakes of one class: told apart by documents, else said",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 2, "9А", "777001")}
        ${dense(13450, "Абракадабров", 4, "9А", "777002")}
        № | Код ОО | Класс | Аудитория | Фамилия | Имя | Отчество | Первичный балл | Оценка
        1 | 13451 | 9А | 5 | Абракадабров | Квазимодест | Зюзюкович | 10 | 2
        2 | 13451 | 9А | 5 | Абракадабров | Квазимодест | Зюзюкович | 20 | 4
      `),
    ],
    results: [
      "13450 · ОГЭ математика · 2025/2026 · 2/1 · O3:O4",
      "13451 · ОГЭ математика · 2025/2026 · 2/1 · I6:I7",
    ],
    problems: ["pupilRepeated I7"],
  },
  {
    name: "marks and scores that do not exist, fractions",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        ${DENSE}
        ${dense(13450, "Абракадабров", 1)}
        ${dense(13450, "Бубликовский", 6)}
        ${dense(13450, "Вавилонюк", 3.5)}
        ${dense(13450, "Гогельмогель", 3)}
        Протокол ЕГЭ
        01 - Русский язык 2026.06.04
        ${SPARSE}
        ${sparse(302, "Абракадабров", 101)}
        ${sparse(302, "Бубликовский", 100)}
      `),
    ],
    results: [
      "13450 · ОГЭ математика · 2025/2026 · 1/0 · O6",
      "302 · ЕГЭ русский язык · 2025/2026 · 1/0 · W11",
    ],
    problems: ["markUnknown O3", "markUnknown O4", "markUnknown O5", "markUnknown W10"],
  },
  {
    name: "values that stand one column right of their header, as merged cells come out",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        № | Код ОО | | Класс | | Фамилия | | Имя | Отчество | Оценка | | Примечание
        1 | | 13450 | | 9А | | Абракадабров | Квазимодест | Зюзюкович | | 2 |
        2 | | 13450 | 9А | | Бубликовский | | Квазимодест | Зюзюкович | 4 | |
      `),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 2/1 · J3:J4"],
  },
  {
    name: "rows without names of two days cannot be told apart",
    grids: [
      sheet(`
        02 - Математика 2026.06.02
        № | Код ОО | Класс | Аудитория | Первичный балл | Оценка
        1 | 13450 | 9А | 5 | 10 | 2
        02 - Математика 2026.06.24
        1 | 13450 | 9А | 5 | 20 | 4
      `),
    ],
    results: ["13450 · ОГЭ математика · 2025/2026 · 2/1 · F3"],
    problems: ["retakesUnknown F3"],
  },
];

it.each(CASES)("$name", ({ grids, options = {}, results, problems = [] }) => {
  const reading = readWorkbook(grids, options);
  expect(coded(reading)).toEqual(results);
  expect(troubles(reading)).toEqual(problems);
});

it("neither a name nor a document reaches what is read", () => {
  const text = JSON.stringify(CASES.map(({ grids, options }) => readWorkbook(grids, options)));
  const people = [
    "Абракадабров",
    "Бубликовский",
    "Вавилонюк",
    "Гогельмогель",
    "Дрюндель",
    "Квазимодест",
    "Зюзюкович",
  ];
  for (const secret of [...people, "777001", "777002", "777003", "777009", "0101", "900001"]) {
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  }
});

it("a score typed into the column of names is no one's name in a problem", () => {
  const cells = [
    ["02 - Математика 2026.06.02"],
    ["№", "Код ОО", "Класс", "Фамилия", "Оценка"],
    [1, 13450, "9А", 4, "Абракадабров"],
    [2, 13450, "9А", "Бубликовский", 3],
  ];
  const reading = readWorkbook([grid(cells)]);
  expect(troubles(reading)).toEqual(["markUnknown E3"]);
  expect(JSON.stringify(reading)).not.toContain("Абракадабров");
});

it.each([
  [
    "surname and name",
    "Школа | Класс | Фамилия | Имя | Баллы",
    "СОШ №1 | 9А | Абракадабров | Квазимодест | 13",
  ],
  ["a code of the pupil", "Школа | Код участника | Балл", "СОШ №1 | 900001 | 12"],
  ["one column of names", "Школа | ФИО обучающегося | Итог", "СОШ №1 | Абракадабров Квазимодест | 2"],
])("a list of pupils of an unknown kind is refused and quotes nobody: %s", (_name, header, row) => {
  const reading = readWorkbook([sheet(`ОГЭ математика 2026\n${header}\n${row}\nБубликовский | | |`)]);
  expect(reading.results).toEqual([]);
  expect(reading.problems.map(({ code }) => code)).toContain("pupilsNotRead");
  const text = JSON.stringify(reading);
  for (const secret of ["Абракадабров", "Квазимодест", "Бубликовский", "900001"])
    expect(text).not.toContain(secret);
});

it("a person and a date in one cell are no title of an exam", () => {
  const reading = readWorkbook([
    sheet(`
      02 - Математика 2026.06.02
      ${DENSE}
      ${dense(13450, "Абракадабров", 2)}
      | | | | | | Бубликовский К.З. 2010.05.12
      ${dense(13450, "Вавилонюк", 4)}
    `),
  ]);
  expect(coded(reading)).toEqual(["13450 · ОГЭ математика · 2025/2026 · 2/1 · O3:O5"]);
  expect(JSON.stringify(reading)).not.toContain("Бубликовский");
});
