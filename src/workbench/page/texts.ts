import type { FileProblemCode } from "../files";

/** Texts of the page; the add-in beside it has its own. */
export const TEXTS = {
  closePane: "Закрыть панель",
  pane: "Панель надстройки",
  ribbon: "Лента",
  cellMenu: "Меню ячейки",
  unsaved: (name: string) => `Закрыть книгу «${name}» без сохранения? Изменения пропадут.`,
  changed: (name: string) => `${name} — не сохранено`,
  loading: {
    page: "Загружается таблица…",
    manifest: "Читается манифест надстройки…",
    workbook: "Открывается книга…",
    grid: "Рисуются листы…",
  },
  opening: (name: string, number: number, count: number) =>
    count > 1 ? `Открывается книга ${number} из ${count}: ${name}…` : `Открывается книга ${name}…`,
  openedMany: (count: number) => `Открыто книг: ${count}. Переключайтесь между ними в списке вверху.`,
  opened: (name: string) => `Открыта книга ${name}`,
  saved: (name: string) => `Книга сохранена в загрузки: ${name}`,
  saving: "Книга сохраняется…",
  running: (label: string) => `Выполняется: ${label}…`,
  done: (label: string) => `Выполнено: ${label}`,
  commandFailed: (label: string) => `Команда «${label}» не выполнена. Подробности показаны в панели.`,
  unknownCalls: (count: number) => `Неизвестных вызовов: ${count}`,
  unknownTip: "Обращения надстройки к возможностям Excel, которых у площадки нет",
  requests: (count: number) => `Обращений к книге: ${count}`,
  circular: (address: string, more: number) =>
    `Циклическая ссылка: ${address}${more > 0 ? ` и ещё ${more}` : ""}. В таких ячейках показан 0.`,
  cellError: (error: string, message: string) => `${error} — ${message}`,
  notHere: "Здесь можно менять значения и формулы. Строение листов и оформление меняют в Excel.",
  protectedSheet: "Лист защищён: значение не изменено.",
  failed: "Страница не смогла выполнить действие. Книга не изменена; обновите страницу, если это повторится.",
  noAddin: "Не найдена сборка надстройки. Остановите площадку и снова выполните npm start.",
} as const;

/** Names of the grid's controls that show a picture only. */
export const GRID_LABELS = {
  address: "Адрес ячейки",
  names: "Имена книги",
  widerFormula: "Развернуть строку формул",
  smaller: "Уменьшить масштаб",
  larger: "Увеличить масштаб",
  wholeScale: "Масштаб 100 %",
  scale: "Масштаб",
} as const;

/** What a user reads when a file cannot be opened. The book that is open stays. */
export function fileProblemText(code: FileProblemCode, name: string): string {
  return `«${name}» не открыт. ${FILE_PROBLEMS[code]}`;
}

const FILE_PROBLEMS: Readonly<Record<FileProblemCode, string>> = {
  notXlsx:
    "Это не книга Excel в формате .xlsx. Откройте файл в Excel и сохраните его как «Книга Excel (*.xlsx)».",
  oldXls: "Это книга старого формата .xls. Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)».",
  encrypted:
    "Книга защищена паролем. Снимите пароль в Excel: Файл → Сведения → Защита книги → Зашифровать с использованием пароля.",
  corrupted: "Файл повреждён. Откройте его в Excel, согласитесь на восстановление и сохраните заново.",
  tooLarge: "Файл слишком велик для площадки. Оставьте в книге только листы с результатами.",
};
