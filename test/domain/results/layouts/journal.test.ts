import { readWorkbook } from "../../../../src/domain/results/read";
import { troubles } from "../lines";
import { sheet } from "../sheet";

const TITLES = `
  Сравнение отметок с отметками по журналу

  ВПР 2024 Математика 4 класс
  Предмет: | Математика
  Максимальный первичный балл: | 20
  Дата: | '19.03.2024'
`;
const WIDE =
  "Группы участников | Кол-во участников(всего) | Понизили (Отметка < Отметка по журналу) % | Понизили (Отметка < Отметка по журналу) Кол-во участников | Подтвердили (Отметка = Отметке по журналу) % | Подтвердили (Отметка = Отметке по журналу) Кол-во участников | Повысили (Отметка > Отметка по журналу) % | Повысили (Отметка > Отметка по журналу) Кол-во участников";

it("reads the wide form as comparisons, never as results", () => {
  const reading = readWorkbook([
    sheet(`${TITLES}
      ${WIDE}
      Н-ская область | 29589 | 37.22 | 11011 | 60.67 | 17951 | 2.11 | 624
      Н-ский муниципальный район(reg20_m012) | 2817 | 40.86 | 1151 | 56.66 | 1596 | 2.48 | 70
      МБОУ «СОШ №1 г.Н-ск»(edu200001) | 93 | 55.91 | 52 | 39.78 | 37 | 4.3 | 4
    `),
  ]);
  expect(reading.results).toEqual([]);
  expect(reading.journal).toEqual([
    {
      school: "МБОУ «СОШ №1 г.Н-ск»",
      schoolCode: "edu200001",
      municipality: "Н-ский муниципальный район",
      procedure: { form: "ВПР", subject: "математика", grade: 4 },
      year: 2024,
      participants: 93,
      lowered: { count: 52, share: 52 / 93 },
      confirmed: { count: 37, share: 37 / 93 },
      raised: { count: 4, share: 4 / 93 },
      source: { sheet: "Лист1", address: "B11:H11" },
    },
  ]);
  expect(reading.tables).toMatchObject([{ layout: "fisoko-journal", rows: 1 }]);
});

it("reads the long form of 2021 and before", () => {
  const reading = readWorkbook([
    sheet(`
      ВПР 2021 Математика 5 класс
      Группы участников | Кол-во участников | %
      Н-ский муниципальный район
      Понизили (Отметка < Отметка по журналу) | 100 | 50
      Подтвердили (Отметка = Отметка по журналу) | 90 | 45
      Повысили (Отметка > Отметка по журналу) | 10 | 5
      Всего | 200 | 100
      МБОУ «СОШ №1»(sch200001)
      Понизили (Отметка < Отметка по журналу) | 6 | 30
      Подтвердили (Отметка = Отметка по журналу) | 13 | 65
      Повысили (Отметка > Отметка по журналу) | 1 | 5
      Всего | 20 | 100
    `),
  ]);
  expect(reading.results).toEqual([]);
  expect(reading.journal).toMatchObject([
    {
      school: "МБОУ «СОШ №1»",
      schoolCode: "sch200001",
      participants: 20,
      lowered: { count: 6, share: 0.3 },
      confirmed: { count: 13, share: 0.65 },
      raised: { count: 1, share: 0.05 },
      source: { address: "B8:C12" },
    },
  ]);
  expect(troubles(reading)).toEqual(["noResults"]);
});

it("says where the three parts are not the participants", () => {
  const reading = readWorkbook([
    sheet(`${TITLES}
      ${WIDE}
      МБОУ «СОШ №1»(edu200001) | 93 | 55.91 | 52 | 39.78 | 37 | 4.3 | 5
    `),
  ]);
  expect(troubles(reading)).toContain("comparisonDoesNotSum B9:H9");
});
