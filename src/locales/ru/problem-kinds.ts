/** Russian names of the groups of problems, and of what can be done about one with a click. */
export const problemKinds = {
  sheets: "Листы и столбцы",
  context: "Год и процедура",
  values: "Значения в ячейках",
  repeats: "Повторы и расхождения",
  pupils: "Списки учеников, шкалы, баллы",
  schools: "Названия и реестр школ",
  files: "Файлы и муниципалитеты",
  forms: "Решения и реквизиты",
  templates: "Шаблоны мероприятий",
  control: "Исполнение",
  fixReading: "Исправить чтение таблицы",
  openScales: "Открыть «Шкалы»",
  openRegistry: "Открыть реестр «Школы»",
};

export type ProblemKindTexts = typeof problemKinds;
