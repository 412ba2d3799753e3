import { counted, joinRussian } from "../../domain/text/russian";

const sheets = (n: number): string => counted(n, "лист", "листа", "листов");
const quoted = (names: readonly string[]): string => joinRussian(names.map((name) => `«${name}»`));

/** Russian texts of «Убрать созданные листы»; loaded with its screen. */
export const removalPane = {
  back: "Назад",
  lead: "Здесь только листы, которые создала надстройка. Ваших листов с результатами в списке нет.",
  reading: "Смотрю, какие листы созданы",
  working: "Убираю листы",
  none: "Листов надстройки в книге нет.",
  generated: "Созданы надстройкой, вами не изменены",
  edited: "Изменены вами",
  editedHint: "Вместе с листом пропадут ваши правки. Отметьте, если они не нужны.",
  typed: "Заполняете вы",
  typedHint: "Пригодятся при следующем запуске: реквизиты, решения, реестр школ. Обычно их оставляют.",
  remove: (n: number) => (n === 0 ? "Отметьте листы" : `Убрать ${sheets(n)}`),
  askHeading: (n: number) => `Убрать ${sheets(n)}?`,
  ask: "Будут удалены:",
  noReturn:
    "Отменить это нельзя: Excel не возвращает удалённые листы, а список отмены очистится. Формулы, которые на них ссылаются, покажут #ССЫЛКА!.",
  yes: "Удалить без возврата",
  no: "Не удалять",
  removed: (names: readonly string[]) => `Убрано: ${quoted(names)}.`,
  lastSheet:
    "Других видимых листов в книге нет, а без них Excel книгу не оставляет. Добавьте лист или снимите отметку с одного.",
  changed: (names: readonly string[]) =>
    `Пока вы выбирали, изменилось: ${quoted(names)}. Ничего не убрано. Посмотрите список ещё раз.`,
};

export type RemovalPaneTexts = typeof removalPane;
