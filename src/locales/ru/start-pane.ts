import { formatPeriod } from "../../domain/measures/period";
import { counted, formatDate } from "../../domain/text/russian";
import { sheetNames } from "../sheet-names";

const sheets = (n: number): string => counted(n, "лист", "листа", "листов");

/** The steps and how far each is. */
export const steps = {
  label: "Шаги",
  data: "Данные",
  schools: "Школы",
  roadmap: "Дорожная карта",
  current: "вы здесь",
  todo: "не начато",
  unread: "не прочитано",
  empty: "книга пуста",
  listed: "перечень создан",
  later: "после данных",
  working: "идёт работа",
  failed: "не удалось",
  nothing: "нет результатов",
  tables: (n: number) => counted(n, "таблица", "таблицы", "таблиц"),
  withErrors: (n: number) => `не учтено: ${n}`,
  found: (n: number) => counted(n, "школа", "школы", "школ"),
  ready: "создана",
  otherSettings: "по другим настройкам",
  question: "нужен ответ",
  toMake: "не создана",
};

/** What the first screen says of the workbook. */
export const start = {
  heading: "Найдём школы и составим дорожную карту",
  looking: "Смотрю, какие листы есть в книге…",
  lead: "Откройте книгу с результатами ВПР, ОГЭ или ЕГЭ. Надстройка прочитает все её листы.",
  emptyHeading: "В книге пока нет данных",
  emptyLead:
    "Добавьте файлы, присланные школами, вставьте таблицы с результатами на листы этой книги или откройте книгу, в которой они уже есть.",
  dataHeading: (n: number) => `В книге ${sheets(n)} с данными`,
  dataLead: "Надстройка прочитает все листы и сама найдёт таблицы с результатами ВПР, ОГЭ и ЕГЭ.",
  dataNone: "Листов с данными в книге нет.",
  size: (rows: number, columns: number) =>
    `${counted(rows, "строка", "строки", "строк")}, ${counted(columns, "столбец", "столбца", "столбцов")}`,
  hidden: "скрытый лист",
  moreSheets: (n: number) => `И ещё ${sheets(n)}.`,
  large: (cells: number) =>
    `Книга большая: ${cells.toLocaleString("ru")} ячеек. Чтение займёт больше времени, чем обычно; его можно остановить.`,
  madeHeading: (roadmaps: number, period: string | null) => {
    if (roadmaps === 0) return "С этой книгой уже работали";
    if (roadmaps > 1) return `Дорожных карт в книге: ${roadmaps}`;
    return `Дорожная карта создана${period === null ? "" : `: ${period}`}`;
  },
  period: formatPeriod,
  made: "Уже создано",
  madeMany: (kind: keyof typeof sheetNames, n: number) => `${sheetNames[kind]}: ${n}`,
  others: (n: number) => `И ещё ${sheets(n)} надстройки.`,
  data: (n: number) => `Листы с данными: ${n}`,
  next: {
    read: "Прочитайте результаты: надстройка покажет школы и подготовит дорожную карту.",
    readAgain:
      "Изменились данные — прочитайте их заново и обновите карту: ваши правки на листах останутся. Исполнение отмечайте прямо на листе дорожной карты.",
    control:
      "Отмечайте исполнение на листе дорожной карты в столбце «Статус». Контроль покажет, что просрочено и что на подходе.",
    files: "Добавьте файлы с результатами: надстройка покажет школы и подготовит дорожную карту.",
  },
  over: (day: string) =>
    `${formatDate(day)} закончился срок дорожной карты. Прочитайте результаты нового учебного года и составьте следующую.`,
  unfinished:
    "В прошлый раз запись листов прервалась на полпути. Сначала надстройка приведёт книгу в порядок: доведёт запись до конца или уберёт недописанное.",
  steps: [
    "Прочитает таблицы результатов и покажет, что в них неясно.",
    "Найдёт школы с низкими результатами и назовёт причины с ячейками.",
    "Создаст листы: дорожную карту, перечень школ, сводку результатов.",
  ],
  safe: "Ваши листы не меняются. Данные не покидают книгу.",
};
