import { counted, formatPercent, formatShare } from "../../domain/text/russian";

/** One figure, said whole. */
export interface FigureShown {
  /** Per cent; a share just below it is not rounded up to it. */
  readonly threshold: number;
  readonly share: number;
  readonly participants: number | null;
  readonly failed: number | null;
  readonly low: boolean;
}

/** Russian texts of «What if» and of the heat map; loaded with them. */
export const insightPane = {
  whatIf: {
    heading: "Если изменить порог",
    lead: "Ничего не меняется, пока вы не возьмёте порог.",
    threshold: "Порог",
    count: "Школ",
    change: "Что изменится",
    choose: "Выбор",
    percent: formatPercent,
    same: "состав тот же",
    enter: (n: number) => `войдут: ${n}`,
    leave: (n: number) => `выйдут: ${n}`,
    take: "Взять",
    takeFull: (percent: string) => `Взять порог ${percent}`,
    used: "взят",
    own: "Свой порог, %",
    ownHint: "От 1 до 100: строка появится в таблице",
    ownWrong: "Укажите число от 1 до 100",
  },
  heat: {
    heading: "Тепловая карта: школы и процедуры",
    year: "Учебный год",
    caption: (year: string) => `Доля не справившихся, %, ${year} учебный год`,
    legend: (threshold: string) =>
      `Жирным с чертой — низкий результат: ${threshold} и больше. Пусто — нет данных. Число ведёт к своей ячейке.`,
    unjudged: "Правило эту процедуру не учитывает",
    school: "Школа",
    listed: "в перечне",
    figure: ({ share, participants, failed, low, threshold }: FigureShown) =>
      [
        formatShare(share, threshold),
        failed !== null && participants !== null ? `${failed} из ${participants}` : "",
        low ? "низкий результат" : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    short: (share: number, threshold: number) => formatShare(share, threshold).replace(/\s?%$/, ""),
    noData: "нет данных",
    more: (n: number) => `Показать ещё ${counted(n, "школу", "школы", "школ")}`,
    sheet: "Сделать лист «Тепловая карта»",
    writing: "Пишу лист",
    written: (name: string) => `Лист «${name}» готов.`,
    open: "Открыть лист",
  },
};

export type InsightPaneTexts = typeof insightPane;
