import type { Locale } from "./locale";

interface NoticeTexts {
  readonly select: string;
  /** The sheet of the cell is not there any more. */
  readonly selectGone: string;
  readonly settings: string;
  readonly corrections: string;
}

const TEXTS: Readonly<Record<Locale, NoticeTexts>> = {
  ru: {
    select: "Если вы редактируете ячейку, завершите ввод клавишей Enter и повторите.",
    selectGone: "Лист удалён или переименован. Прочитайте результаты заново.",
    settings:
      "Сейчас они действуют, но в следующий раз их придётся задать заново. Если вы редактируете ячейку, завершите ввод клавишей Enter и повторите.",
    corrections:
      "Сейчас таблица читается с ним, но при следующем чтении исправление придётся сделать заново. Если вы редактируете ячейку, завершите ввод клавишей Enter и повторите.",
  },
  en: {
    select: "If a cell is being edited, finish with Enter and try again.",
    selectGone: "The sheet was deleted or renamed. Read the results anew.",
    settings:
      "They hold for now, but have to be set again next time. If a cell is being edited, finish with Enter and try again.",
    corrections:
      "The table is read by it for now, but it has to be made again at the next reading. If a cell is being edited, finish with Enter and try again.",
  },
};

/**
 * What to do about a small failure beside the main work. It writes nothing into sheets, so that nothing is said of what
 * became of them, unlike by `workbookErrorText`.
 */
export function noticeText(
  about: "select" | "settings" | "corrections",
  code: string,
  locale: Locale,
): string {
  const texts = TEXTS[locale];
  if (about !== "select") return texts[about];
  return code === "sheetGone" ? texts.selectGone : texts.select;
}
