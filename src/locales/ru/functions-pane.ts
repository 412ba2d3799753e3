import { counted } from "../../domain/text/russian";

/** What each function is for, in a line; the whole description stands in its part. */
const purposes: Readonly<Record<string, string>> = {
  LOWSCHOOLS: "Все школы с низкими результатами, списком",
  LOWSCHOOL: "Низкие ли результаты у одной школы",
  WHYLOW: "Почему школа в списке, словами",
  LOWRESULT: "Низкий ли один результат",
  FAILSHARE: "Доля не справившихся",
  TREND: "Стало лучше или хуже по годам",
  SAMESCHOOL: "Одна ли это школа под двумя названиями",
  SCHOOLKEY: "Ключ школы, общий для всех написаний",
  MEASURES: "Мероприятия из шаблона, таблицей",
  DEADLINE: "Дата из срока, записанного словами",
  DEADLINESTATUS: "Просрочено, на подходе или в срок",
  INDICATOR: "Значение показателя программы",
  JOURNALGAP: "Расхождение отметок с журналом",
};

/** Texts of the pane's part about functions; loaded with it. */
export const functionsPane = {
  heading: "Функции в ячейках",
  back: "Назад",
  lead: "Функции дают в ячейке тот же вывод, что кнопка. Выберите функцию, задайте параметры и вставьте формулу.",
  unsupported:
    "Этот Excel не поддерживает функции надстроек. Всё остальное в панели работает: списки и дорожная карта пишутся обычными формулами.",
  insertHeading: "Вставить функцию",
  purpose: (id: string) => purposes[id] ?? "",
  optional: "необязательный",
  required: "Заполните параметр.",
  take: "Взять выделенное",
  takeFor: (name: string) => `Взять выделенное: ${name}`,
  formula: "Формула",
  target: "Выделите ячейку для ответа и нажмите «Вставить формулу».",
  insert: "Вставить формулу",
  overwrite: "Заменить",
  keep: "Не заменять",
  filled: (address: string, content: string) => `В ячейке ${address} уже есть «${content}». Заменить?`,
  inserted: (address: string) => `Формула вставлена: ${address}.`,
  portableHeading: "Заменить формулы значениями",
  portableLead:
    "Для коллег без надстройки: формулы с её функциями станут значениями, остальные формулы останутся. Отменить можно в Excel: Ctrl+Z.",
  scopes: { selection: "В выделенном", sheet: "На листе", workbook: "Во всей книге" },
  replaced: (formulas: number, cells: number, errors: number) =>
    formulas === 0
      ? "Формул с функциями надстройки не найдено."
      : `${counted(formulas, "формула заменена", "формулы заменены", "формул заменено")}, ячеек со значениями: ${cells}` +
        (errors === 0 ? "." : `, из них ошибок: ${errors} (остались текстом).`),
  unanswered: (formulas: number) =>
    `Формул без ответа: ${formulas} (например, #ЗАНЯТО!, #ПЕРЕНОС! или #ИМЯ?). Они остались формулами: дождитесь расчёта или освободите место и повторите.`,
  names: (names: string) =>
    `Остались имена с функциями надстройки: ${names} (Формулы → Диспетчер имён). Ячейки, которые берут эти имена, тоже остались формулами.`,
  left: (sheet: string, formulas: number) =>
    `Лист «${sheet}» защищён, формул осталось: ${formulas}. Снимите защиту (Рецензирование → Снять защиту листа) и повторите.`,
  examplesHeading: "Примеры формул",
  examplesLead: "Лист с каждой функцией на маленьких данных. Это единственный лист с функциями надстройки.",
  examples: "Создать лист с примерами",
  examplesDone: {
    created: (name: string) => `Лист создан: «${name}».`,
    shown: (name: string) => `Лист уже есть: «${name}».`,
  },
  working: "Записываю в книгу",
};
export type FunctionsPaneTexts = typeof functionsPane;
