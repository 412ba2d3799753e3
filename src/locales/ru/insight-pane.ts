import { counted, plural, formatPercent, formatShare } from "../../domain/text/russian";

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
    percent: formatPercent,
    choice: (percent: string, count: number, used: boolean) =>
      `${percent} – ${counted(count, "школа", "школы", "школ")}${used ? " (сейчас)" : ""}`,
    moves: (enter: number, leave: number) =>
      enter + leave === 0
        ? "Состав тот же"
        : `${plural(enter, "Войдёт", "Войдут", "Войдут")} ${enter}, ${plural(leave, "выйдет", "выйдут", "выйдут")} ${leave}`,
    enter: (n: number) => `Кто войдёт: ${n}`,
    leave: (n: number) => `Кто выйдет: ${n}`,
    take: (percent: string) => `Взять ${percent}`,
    takeFull: (percent: string) => `Взять ${percent}: новый порог`,
    used: "Взят",
    own: "Свой порог, %",
    ownHint: "От 1 до 100: появится среди порогов выше",
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
        failed !== null && participants !== null ? ` = ${failed} из ${participants}` : "",
        low ? ", низкий результат" : "",
      ].join(""),
    told: (school: string, procedure: string, figure: string, place: string) =>
      `${school}, ${procedure}: ${figure}. Откуда: ${place}.`,
    tellHint: "Наведите на число или перейдите к нему клавишей Tab: здесь будет сказано, откуда оно.",
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
