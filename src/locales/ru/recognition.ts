import { formatYear } from "../../domain/results/year";
import type { Change, ColumnRole } from "../../domain/results/corrections/correction";
import type { WishFault } from "../../domain/results/corrections/make";

const roles: Readonly<Record<ColumnRole, string>> = {
  school: "школа",
  municipality: "муниципалитет",
  code: "логин или код школы",
  year: "учебный год",
  procedure: "процедура",
  participants: "участников",
  failed: "не справились",
  passed: "справились",
  share: "доля не справившихся",
  passShare: "доля справившихся",
  mark2: "отметка «2»",
  mark3: "отметка «3»",
  mark4: "отметка «4»",
  mark5: "отметка «5»",
  other: "не читать",
};
/** Roles that only a layout gives. */
const readRoles: Readonly<Record<string, string>> = {
  ...roles,
  number: "номер строки",
  schoolNumber: "номер школы",
  form: "форма",
  subject: "предмет",
  grade: "класс",
  level: "уровень",
  quality: "качество (не нужно)",
  other: "не читается",
  unknown: "не понят",
  blank: "пусто",
  login: "логин школы",
  mark: "отметка",
  score: "балл",
  total: "сумма баллов",
  primary: "первичный балл",
  variant: "вариант",
  exam: "экзамен",
  label: "школа",
};
const from: Readonly<Record<string, string>> = {
  header: "из заголовка",
  column: "из столбца",
  title: "из названия таблицы",
  sheet: "из имени листа",
  file: "из имени файла",
  user: "указано вами",
};
/** Where the procedure and the year of columns come from. */
function contextFrom(procedure: string | undefined, year: string | undefined): string {
  const told = (source: string): string => from[source] ?? source;
  if (procedure !== undefined && procedure === year) return `процедура и год ${told(year)}`;
  return [
    procedure === undefined ? "" : `процедура ${told(procedure)}`,
    year === undefined ? "" : `год ${told(year)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
const kinds: Readonly<Record<Change["kind"], string>> = {
  range: "Границы таблицы",
  role: "Роль столбца",
  year: "Учебный год",
  procedure: "Процедура",
  notResults: "Это не результаты",
};
const faults: Readonly<Record<WishFault, string>> = {
  noHeader: "В первых строках нет заголовков, узнать таблицу потом не по чему. Захватите строку заголовков.",
  notAnAddress: "Впишите адрес, например A2:F40",
  outside: "На листе нет таких ячеек",
};

/** Texts of the part about how sheets were understood; loaded with it. */
export const recognition = {
  details: "Столбцы и исправления",
  header: "Заголовок",
  column: "Столбец",
  plain: "Общие столбцы",
  everywhere: (told: string) => `Всюду: ${told}.`,
  contextFrom: (procedure: string | undefined, year: string | undefined) => contextFrom(procedure, year),
  severalExams:
    "В протоколе несколько экзаменов, поэтому год и процедуру здесь не исправить. Впишите над каждым экзаменом его название, например «02 - Математика 2026.06.02», или вынесите экзамены на отдельные листы.",
  roleName: (role: string) => readRoles[role] ?? "не читается",
  byUser: "указано вами",
  heading: "Чтение листов",
  remembered: "Ваши исправления",
  idle: "Таблица прочитана, но результатов не дала",
  unread: "Листы, где таблица не найдена",
  unreadLead: "Если на листе есть результаты, укажите, где таблица и что в её столбцах.",
  show: "Указать таблицу",
  kind: "Что исправить",
  kinds,
  columns: "Для каких столбцов",
  whole: "Вся таблица",
  group: (letters: string, told: string) => `${letters}${told === "" ? "" : ` (${told})`}`,
  roleWanted: "Роль",
  chosen: roles,
  asHeader: "По заголовку",
  range: "Границы вместе с заголовком",
  rangeHint: "Например, A2:F40",
  year: "Учебный год",
  yearHint: "Например, 2024/2025. Действует для этого листа и этих данных",
  yearWrong: "Впишите учебный год, например 2024/2025",
  procedure: "Процедура",
  procedureHint: "Например, ВПР математика 5",
  procedureWrong: "Впишите форму, предмет и для ВПР класс: «ВПР математика 5», «ЕГЭ математика базовая»",
  notResults: "Таблица не будет учитываться. Отменить можно в любой момент.",
  apply: "Исправить",
  fault: (code: WishFault) => faults[code],
  notLeftOut: (sheet: string, code: WishFault) =>
    `Таблица на листе «${sheet}» пока учитывается: запомнить, что это не результаты, не получилось. ${faults[code]}`,
  undo: "Отменить",
  undoOf: (what: string) => `Отменить исправление: ${what}`,
  effect: (sheet: string, before: number, after: number) =>
    `Лист «${sheet}» прочитан заново. Результатов с него: было ${before}, стало ${after}. Исправление сохранено в книге.`,
  taken: (sheet: string, before: number, after: number) =>
    `Исправление отменено. Результатов с листа «${sheet}»: было ${before}, стало ${after}.`,
  unused: "не применено",
  told: (change: Change, letters: string) => {
    switch (change.kind) {
      case "notResults":
        return "это не результаты";
      case "range":
        return "границы таблицы";
      case "role":
        return `столбец ${letters} – ${roles[change.role]}`;
      case "year":
        return `учебный год ${formatYear(change.year)}${letters === "" ? "" : `, столбцы ${letters}`}`;
      case "procedure":
        return `процедура${letters === "" ? "" : `, столбцы ${letters}`}`;
    }
  },
  remove: (file: string) => `Убрать файл: ${file}`,
  removeShort: "Убрать файл",
  copy: (file: string) => `Добавить листы копиями: ${file}`,
  copying: "Добавляю листы файла",
  removing: "Убираю файл",
  copyShort: "Добавить листы копиями",
  copied: (names: string) => `Листы добавлены в книгу: ${names}. Результаты по-прежнему считаются по файлу.`,
};

export type RecognitionTexts = typeof recognition;
