import type { Locale } from "./locale";

/** Codes of `WorkbookError`; kept equal to it by the type check of whoever calls. */
export type WorkbookErrorTexts = Readonly<
  Record<
    | "cellEditing"
    | "structureProtected"
    | "sheetProtected"
    | "denied"
    | "tooLarge"
    | "sheetGone"
    | "notSupported"
    | "changedMeanwhile"
    | "stopped"
    | "noAnswer"
    | "writtenNotRead"
    | "leftUnfinished"
    | "overwritten"
    | "leftLocked"
    | "inputLocked"
    | "inputHalf"
    | "hostFailed",
    string
  >
>;

const ru: WorkbookErrorTexts = {
  cellEditing: "Вы редактируете ячейку. Завершите ввод клавишей Enter и повторите. Книга не изменена.",
  structureProtected:
    "Структура книги защищена: листы нельзя ни добавить, ни убрать. Снимите защиту (Рецензирование → Защитить книгу) и повторите. Книга не изменена.",
  sheetProtected:
    "Лист{name} защищён. Снимите защиту листа (Рецензирование → Снять защиту листа) и повторите. Книга не изменена.",
  denied:
    "Excel закрыл доступ: вероятно, защищён лист или книга. Снимите защиту (Рецензирование → Снять защиту листа или Защитить книгу) и повторите. Книга не изменена.",
  tooLarge: "Данных больше, чем Excel принимает за один раз. Разделите книгу на части. Книга не изменена.",
  sheetGone: "Лист удалён или переименован, пока шла работа. Повторите.",
  notSupported:
    "Эта версия Excel не поддерживает нужную возможность. Обновите Excel или откройте книгу в Excel для Интернета.",
  changedMeanwhile:
    "Пока шла работа, в книге что-то изменилось{place}. Чтобы не записать поверх вашей правки, работа остановлена. Книга осталась такой, какой вы её сделали. Повторите.",
  stopped:
    "Работа остановлена по вашей просьбе. Всё начатое убрано, книга прежняя. Чтобы начать заново, повторите.",
  noAnswer:
    "Excel не ответил. Если вы редактируете ячейку, завершите ввод клавишей Enter и повторите: незаконченное будет убрано или дописано само. Если не поможет, сохраните книгу и перезапустите Excel.",
  writtenNotRead:
    "Ответ записан на лист {sheet}, но прочитать книгу после этого Excel не дал: здесь ещё показано прежнее. Обновите показанное кнопкой «Прочитать заново».",
  leftUnfinished:
    "Excel перестал выполнять действия посреди записи. Если лист или книга защищены, снимите защиту. Повторите: незаконченное будет убрано или дописано само. До этого не меняйте листы, которые создаёт надстройка.",
  overwritten:
    "Вы изменили лист в тот самый миг, когда надстройка в него писала, и её запись легла поверх: {cells}. Прежнее не возвращено: Excel не дал, или в ячейке с тех пор уже другое. Что здесь названо после ячейки, стояло в ней раньше: если оно ещё нужно, введите туда заново; если лист защищён, сначала снимите защиту (Рецензирование → Снять защиту листа). Если строки или столбцы с тех пор вставляли или удаляли, ячейка могла сдвинуться. Где названа только ячейка, нажмите «Прочитать заново»: надстройка попробует вернуть прежнее ещё раз.",
  leftLocked:
    "Запись прервалась и осталась недописанной: {locked}. Снимите защиту (Рецензирование → Снять защиту листа) и повторите: надстройка допишет сама.",
  inputLocked:
    "Лист {sheet} недописан и защищён, а документы составляются по нему: вышло бы неверно. Снимите защиту (Рецензирование → Снять защиту листа) и нажмите «Прочитать заново»: надстройка допишет лист сама. Потом повторите. Книга не изменена.",
  inputHalf:
    "Лист {sheet} недописан, а документы составляются по нему: вышло бы неверно. Если структура книги защищена, снимите защиту (Рецензирование → Защитить книгу) и нажмите «Прочитать заново»: надстройка уберёт лист сама. Если лист остался, перенесите из него своё и удалите его. Потом повторите. Книга не изменена.",
  hostFailed:
    "Excel не выполнил действие. Всё начатое убрано, книга прежняя. Повторите; если не поможет, перезапустите Excel.",
};
const en: WorkbookErrorTexts = {
  cellEditing: "A cell is being edited. Finish with Enter and try again. The workbook is unchanged.",
  structureProtected:
    "The workbook structure is protected: sheets can neither be added nor removed. Unprotect it (Review → Protect Workbook) and try again. The workbook is unchanged.",
  sheetProtected:
    "The sheet{name} is protected. Unprotect it (Review → Unprotect Sheet) and try again. The workbook is unchanged.",
  denied:
    "Excel denied access: a sheet or the workbook seems to be protected. Unprotect it (Review → Unprotect Sheet or Protect Workbook) and try again. The workbook is unchanged.",
  tooLarge: "More data than Excel takes at once. Split the workbook. The workbook is unchanged.",
  sheetGone: "A sheet was deleted or renamed meanwhile. Try again.",
  notSupported: "This version of Excel lacks a needed feature. Update Excel or use Excel on the web.",
  changedMeanwhile:
    "Something in the workbook changed meanwhile{place}. The run stopped so as not to write over it. The workbook is as you left it. Try again.",
  stopped: "Stopped as you asked. What was begun has been removed. Try again to start over.",
  noAnswer:
    "Excel did not answer. If a cell is being edited, finish with Enter and try again: what is unfinished will be removed or completed. Otherwise save the workbook and restart Excel.",
  writtenNotRead:
    "The answer is written to the sheet {sheet}, but Excel did not let the workbook be read after that: what is shown here is older. Press “Read again” to try again.",
  leftUnfinished:
    "Excel stopped in the middle of writing. If a sheet or the workbook is protected, unprotect it. Try again: what is unfinished will be removed or completed. Until then leave the add-in's sheets as they are.",
  overwritten:
    "You changed the sheet in the very moment when the add-in wrote to it, and its writing went over what was there: {cells}. That is not put back: Excel refused, or the cell holds something else since. What is named here after a cell stood there before: if you still need it, type it anew; if the sheet is protected, unprotect it first (Review → Unprotect Sheet). If rows or columns were inserted or deleted since, the cell may have moved. Where nothing but a cell is named, press “Read again”: the add-in will try once more to put back what was there.",
  leftLocked:
    "The writing was broken off and is not finished: {locked}. Unprotect (Review → Unprotect Sheet) and try again: the add-in will finish by itself.",
  inputLocked:
    "The sheet {sheet} is not finished and protected, and the documents are made from it: they would be wrong. Unprotect it (Review → Unprotect Sheet) and press “Read again”: the add-in will finish it by itself. Then try again. The workbook is unchanged.",
  inputHalf:
    "The sheet {sheet} is not finished, and the documents are made from it: they would be wrong. If the structure of the workbook is protected, unprotect it (Review → Protect Workbook) and press “Read again”: the add-in will remove the sheet by itself. If the sheet is still there, move what is yours elsewhere and delete it. Then try again. The workbook is unchanged.",
  hostFailed:
    "Excel did not carry out the action. What was begun has been removed. Try again or restart Excel.",
};
const TEXTS: Readonly<Record<Locale, WorkbookErrorTexts>> = { ru, en };
const quoted: Readonly<Record<Locale, (name: string) => string>> = {
  ru: (name) => `«${name}»`,
  en: (name) => `“${name}”`,
};
const locked: Readonly<Record<Locale, (sheets: readonly string[]) => string>> = {
  ru: (sheets) =>
    sheets.length === 1 ? `лист ${sheets.join("")} защищён` : `защищены листы: ${sheets.join(", ")}`,
  en: (sheets) =>
    sheets.length === 1
      ? `the sheet ${sheets.join("")} is protected`
      : `these sheets are protected: ${sheets.join(", ")}`,
};

/**
 * What happened and what to do, for a `WorkbookError`.
 * @param detail of the error: for a change meanwhile, the place of it; for cells that were covered, these; for sheets, a name in each line
 */
export function workbookErrorText(code: keyof WorkbookErrorTexts, locale: Locale, detail = ""): string {
  const sheets = detail.split("\n").map(quoted[locale]);
  // by a function: a sheet may be called «$&»
  return TEXTS[locale][code]
    .replace("{place}", () => (detail === "" ? "" : `: ${detail}`))
    .replace("{cells}", () => detail)
    .replace("{name}", () => (detail === "" ? "" : ` ${sheets.join(", ")}`))
    .replace("{sheet}", () => sheets.join(", "))
    .replace("{locked}", () => locked[locale](sheets));
}
