import { loginOf, rowKind, type RowKind } from "../../../src/domain/results/row-words";

const CASES: readonly (readonly [string, RowKind])[] = [
  ["МБОУ «Берёзовская СОШ»", "school"],
  ["СОШ№5", "school"],
  ["Средняя общеобразовательная школа № 5", "school"],
  ["Районная вечерняя (сменная) школа", "school"],
  ["Школа-интернат", "school"],
  ["Лицей", "school"],
  ["МБОУ «СОШ № 1 г. Н-ск»(edu200001)", "school"],
  ["Школа № 3 Н-ского муниципального округа", "school"],
  ["Берёзовская", "other"],
  ["№ 5", "other"],
  ["Итого", "total"],
  ["ИТОГО:", "total"],
  ["Всего по округу", "total"],
  ["Общий итог", "total"],
  ["По району", "total"],
  ["% по району", "total"],
  ["Средние", "total"],
  ["Среднее по школам", "total"],
  ["Средний показатель", "total"],
  ["Вся выборка", "total"],
  ["Итого по СОШ", "total"],
  ["Сельские школы", "total"],
  ["Школы района", "total"],
  ["Всего по школам", "total"],
  ["Итого школы района", "total"],
  ["ОО Н-ского района", "total"],
  ["Средний балл", "total"],
  ["Минимум", "total"],
  ["Минимальное значение", "total"],
  ["Россия (вся выборка)", "total"],
  // Names that begin as totals do: the word of a school decides, not the first letters.
  ["Максимовская СОШ", "school"],
  ["Итоговская СОШ", "school"],
  ["Средние Кармалки ООШ", "school"],
  ["Среднее Поле, основная школа", "school"],
  ["Миниминская школа", "school"],
  ["Россиянка СОШ", "school"],
  ["Замятинская СОШ", "school"],
  ["ОУ Лесная СОШ", "school"],
  ["ОУ им. Гагарина", "school"],
  ["ОО «Знание»", "school"],
  ["Максимовка", "other"],
  // Neither a school nor a total for certain: asked about, not dropped.
  ["Средние Кармалки", "note"],
  ["в т.ч. филиал «Лесная НОШ»", "note"],
  ["в том числе филиал школы № 3", "note"],
  ["Н-ский муниципальный округ", "region"],
  ["Н-ский муниципальный район(reg20_m012)", "region"],
  ["Н-ская область", "region"],
  ["Все муниципалитеты", "region"],
  ["Город Н-ск", "region"],
  ["* без учёта резервных дней", "note"],
  ["Примечание: по данным школ", "note"],
  ["Исп. методист отдела", "note"],
  ["Директор МКУ «Методический центр»", "note"],
  ["Начальник отдела образования", "note"],
  // People are no schools: their names must not get into the registry.
  ["Абракадабров Квазимодест Зюзюкович", "note"],
  ["БУБЛИКОВСКАЯ АБ ВГОВНА", "note"],
  ["Абракадабров К.З.", "note"],
  ["Абракадабров К. З.", "note"],
  ["Лесная Поляна", "other"],
  ["Школа имени Зюзюка Абовича", "school"],
];

test.each(CASES)("«%s» is a %s", (label, expected) => {
  expect(rowKind(label)).toBe(expected);
});

test.each([
  ["МБОУ «СОШ № 1»(edu200001)", "edu200001"],
  ["sch223017", "sch223017"],
  ["education 200001", null],
  ["СОШ № 1", null],
])("login of %s is %s", (text, expected) => {
  expect(loginOf(text)).toBe(expected);
});
