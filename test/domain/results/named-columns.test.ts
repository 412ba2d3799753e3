import { readWorkbook } from "../../../src/domain/results/read";
import { parseProcedure } from "../../../src/domain/results/parse-procedure";
import { lines, troubles } from "./lines";
import { sheet } from "./sheet";

test.each([
  ["ВПР родной язык 5", "родной язык"],
  ["ВПР Родной (русский) язык 5 кл.", "родной язык"],
  ["ВПР русский родной язык, 5 класс", "родной язык"],
  ["ВПР русский язык 5", "русский язык"],
  ["ВПР родная литература 5", "родная литература"],
  ["ВПР литература 5", "литература"],
])("%s is %s", (text, subject) => {
  expect(parseProcedure(text)?.subject).toBe(subject);
});

test.each([
  [
    "«родной язык» and «русский язык» are two subjects",
    `ВПР 2026 5 класс
     Школа | Родной язык | | Русский язык |
      | Участников | «2» | Участников | «2»
     СОШ №1 | 20 | 3 | 22 | 5`,
    [
      "СОШ №1 · ВПР родной язык 5 · 2025/2026 · 20/3 · B4:C4",
      "СОШ №1 · ВПР русский язык 5 · 2025/2026 · 22/5 · D4:E4",
    ],
    [],
  ],
  [
    "«% не справившихся»",
    `ВПР 2026 математика 5 класс
     Школа | Участников | % не справившихся
     СОШ №1 | 20 | 15`,
    ["СОШ №1 · ВПР математика 5 · 2025/2026 · 20/3 · B3:C3"],
    [],
  ],
  [
    "«5 класс, %» under a title that says of what",
    `ВПР 2026 математика, доля не справившихся
     Школа | 5 класс, % | 6 класс, %
     СОШ №1 | 15 | 12`,
    ["СОШ №1 · ВПР математика 5 · 2025/2026 · 15% · B3", "СОШ №1 · ВПР математика 6 · 2025/2026 · 12% · C3"],
    [],
  ],
  [
    "«5 класс, %» that says nothing of what",
    `ВПР 2026 математика
     Школа | 5 класс, % | 6 класс, %
     СОШ №1 | 15 | 12`,
    [],
    ["percentUnnamed B2", "percentUnnamed C2"],
  ],
  [
    "girls and boys: whether they make the whole is not told",
    `ВПР 2026 математика 5 класс
     Школа | Девочки | | Мальчики |
      | Участников | «2» | Участников | «2»
     СОШ №1 | 20 | 3 | 22 | 5`,
    [],
    ["partOfParticipants B3", "partOfParticipants C3", "partOfParticipants D3", "partOfParticipants E3"],
  ],
  [
    "one part alone never passes for everybody",
    `ВПР 2026 математика 5 класс
     Школа | Девочки участников | Девочки «2»
     СОШ №1 | 20 | 3`,
    [],
    ["partOfParticipants B2", "partOfParticipants C2"],
  ],
  [
    "a part beside everybody is left out with a word",
    `ВПР 2026 математика 5 класс
     Школа | Участников | «2» | из них с ОВЗ «2»
     СОШ №1 | 20 | 3 | 1`,
    ["СОШ №1 · ВПР математика 5 · 2025/2026 · 20/3 · B3:C3"],
    ["columnLeftOut D2"],
  ],
  [
    "neither a label of schools nor the first school's name: its row is no header",
    `Результаты за 2018/2019 учебный год
     | | ЕГЭ математика профильная, сдавали | ЕГЭ математика профильная, сдали
     1 | | 3 | 3
     2 | МБОУ «СОШ № 11» | 10 | 9
     3 | МБОУ «Лицей № 2» | 12 | 12`,
    [
      "МБОУ «СОШ № 11» · ЕГЭ математика профильная · 2018/2019 · 10/1 · C4:D4",
      "МБОУ «Лицей № 2» · ЕГЭ математика профильная · 2018/2019 · 12/0 · C5:D5",
    ],
    ["schoolNameMissing B3"],
  ],
  [
    "nameless numbers inside a subject: what stands behind them may be another subject's",
    `ОГЭ 2026
     Школа | Математика | | |
      | сдавали | | | не сдали
     СОШ №1 | 20 | 7 | 18 | 1
     СОШ №2 | 30 | 2 | 25 | 9`,
    [],
    ["columnNotRecognised B3", "columnNotRecognised E3", "columnNotRecognised C3", "columnNotRecognised D3"],
  ],
  [
    "nameless numbers under a title with the subject are told, the figures stay",
    `ОГЭ математика 2026
     Школа | Сдавали | | Не сдали
     СОШ №1 | 20 | 7 | 1`,
    ["СОШ №1 · ОГЭ математика · 2025/2026 · 20/1 · D3"],
    ["columnNotRecognised C2"],
  ],
  [
    "participants of a part and nobody's total",
    `ВПР 2026 математика 5 класс
     Школа | Участников с ОВЗ | получили «2»
     СОШ №1 | 20 | 3`,
    [],
    ["partOfParticipants B2", "columnNotRecognised C2"],
  ],
])("%s", (_name, text, results, problems) => {
  const reading = readWorkbook([sheet(text)]);
  expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
});
