import { counted, formatDate } from "../../domain/text/russian";

const measures = (n: number): string => counted(n, "мероприятие", "мероприятия", "мероприятий");

const daysText = (n: number): string => counted(n, "день", "дня", "дней");
const whenOf = (days: number): string =>
  days === 0 ? "сегодня" : days < 0 ? `просрочено на ${daysText(-days)}` : `через ${daysText(days)}`;

/** Texts of the pane's part about the carrying out of roadmaps; loaded with it. */
export const controlPane = {
  heading: "Контроль исполнения",
  back: "Назад",
  reading: "Читаю дорожные карты",
  working: "Составляю листы контроля",
  none: "Дорожной карты в книге нет. Создайте её, заполните статусы и откройте этот экран снова.",
  day: "На дату",
  dayWrong: "Впишите дату",
  update: "Обновить контроль",
  updated: "Листы «Контроль», «Реестр мероприятий», «Показатели» и «Динамика» обновлены.",
  openControl: "Открыть «Контроль»",
  totals: (total: number, done: number, withdrawn: number) =>
    `Всего ${measures(total)}. Выполнено: ${done}` + (withdrawn === 0 ? "." : `, снято: ${withdrawn}.`),
  who: "Ответственный",
  everybody: "Все",
  nobody: "Ответственный не указан",
  overdue: (n: number) => `Просрочено: ${n}`,
  soon: (n: number) => `Срок в ближайшие 30 дней: ${n}`,
  calm: "Ничего не горит: просроченных нет, в ближайшие 30 дней сроков нет.",
  item: (number: string, due: string | null, days: number) =>
    due === null ? `№ ${number}, срок не указан` : `№ ${number}, до ${formatDate(due)}, ${whenOf(days)}`,
  place: (sheet: string, address: string) => `лист «${sheet}», ${address}`,
  more: (n: number) => `Показать ещё ${n}`,
  byWho: "По ответственным",
  byWhoLead: "Нажмите на ответственного, чтобы увидеть его мероприятия.",
  from: "Откуда эти числа",
  fromSheet: (total: number, done: number, withdrawn: number) =>
    `${measures(total)}, выполнено ${done}${withdrawn === 0 ? "" : `, снято ${withdrawn}`}`,
  noDue: (n: number) => `Срок не указан: ${n}`,
  noDueLead: "Просрочены ли они, сказать нельзя. Впишите сроки.",
  empty:
    "Листы дорожных карт прочитаны, но мероприятий на них не нашлось. Считать нечего, посмотрите замечания.",
  columns: { who: "Ответственный", overdue: "Просрочено", soon: "30 дней" },
  reportHeading: "Отчёт об исполнении",
  periodFrom: "Период с",
  periodTo: "по",
  periodWrong: "Начало периода позже конца",
  report: "Составить отчёт за период",
  reported: "Отчёт составлен.",
  openReport: "Открыть отчёт",
  problems: (n: number) => `Замечаний: ${n}`,
};
export type ControlPaneTexts = typeof controlPane;
