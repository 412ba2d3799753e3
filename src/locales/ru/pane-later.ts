import type { ColumnsChoice } from "../../domain/documents/package/directory";
import type { Measure, Tag } from "../../domain/measures/measure";
import { tagNames } from "../../domain/measures/tag-names";
import { formatPeriod } from "../../domain/measures/period";
import type { PeriodChoice } from "../../domain/measures/plan-start";
import { counted } from "../../domain/text/russian";
import type { ChangedShown, WriterKind } from "../pane-values";

const measures = (n: number): string => counted(n, "мероприятие", "мероприятия", "мероприятий");
const levels: Readonly<Record<Measure["level"], string>> = {
  municipality: "Муниципалитет",
  school: "Школа",
};
const tags: Readonly<Record<Tag, string>> = tagNames;
const columns: Readonly<Record<ColumnsChoice, string>> = {
  template: "Как в шаблоне или в «Справочнике»",
  "000": "№, мероприятие, срок, ответственные",
  "001": "№, мероприятие, период, ожидаемый результат",
  "002": "№, мероприятие, срок, планируемый результат",
  "003": "№, наименование, срок, исполнители",
  "004": "№, мероприятие, ответственные, срок, результат",
};

const writers: Readonly<Record<WriterKind, string>> = {
  roadmap: "создание дорожной карты",
  check: "проверка данных",
  control: "подготовка листов контроля",
  answer: "запись ответа о школах",
  files: "добавление или удаление файла",
  heatMap: "запись тепловой карты",
  templates: "запись шаблона",
  removal: "удаление листов",
  functions: "замена формул значениями",
};
/** So many changed sheets are named. */
const NAMED = 3;
const changedHow: Readonly<Record<ChangedShown["how"], string>> = {
  edited: "",
  added: "добавлен ",
  deleted: "удалён ",
};

/** Russian texts of what opens on demand; kept apart, so that the first screen is painted without them. */
export const later = {
  counted: {
    heading: "Откуда эти числа",
    less: (n: number) =>
      `Из них отдельно не считаются: ${n} (повторы, расхождения, сложенное с головной школой, другие муниципалитеты)`,
    years: (years: readonly string[]) => `По годам: ${years.join("; ")}.`,
    procedures: (names: readonly string[]) => `По процедурам: ${names.join("; ")}.`,
  },
  check: {
    run: "Проверить данные",
    lead: "Все замечания таблицей на отдельном листе: ячейка, что не так, что сделать. Исправленное при повторной проверке исчезнет.",
    running: "Проверяю данные",
    none: "Замечаний нет. Это записано на лист с датой проверки.",
    done: (n: number) => `Записано: ${counted(n, "замечание", "замечания", "замечаний")}.`,
    sheet: (name: string) => `Открыть лист «${name}»`,
  },
  conflicts: {
    lead: (n: number) =>
      `Ячеек, где тексты разошлись: ${n}. Ничего ещё не записано. Выберите, какой текст останется.`,
    mine: "Оставить моё",
    theirs: "Взять новое",
    allMine: "Везде оставить моё",
    allTheirs: "Везде взять новое",
    blank: "(пусто)",
    proceed: "Записать выбранное",
    cancel: "Отменить обновление",
  },
  settings: {
    builtIn: "Встроенные шаблоны",
    own: "Ваши шаблоны",
    retakes: "Учитывать пересдачи",
    retakesHint: "Считается последняя попытка; без отметки — первая, как в правилах выявления",
    columns: "Столбцы дорожной карты",
    columnsChoice: (choice: ColumnsChoice) => columns[choice],
    unit: "Период плана",
    units: {
      template: "как в шаблоне",
      schoolYear: "учебный год (сентябрь – август)",
      calendarYear: "календарный год (январь – декабрь)",
    } satisfies Record<PeriodChoice["unit"], string>,
    years: "Число лет",
    yearsHint: "Пусто — как в шаблоне",
    yearsWrong: "Укажите целое число от 1 до 10",
  },
  recovered: {
    locked: (names: readonly string[]) =>
      `Запись, прерванная в прошлый раз, не дописана: ${names.length === 1 ? `лист «${names.join("")}» защищён` : `листы защищены: ${names.map((name) => `«${name}»`).join(", ")}`}. Снимите защиту (Рецензирование → Снять защиту листа) и нажмите «Прочитать заново»: надстройка допишет сама. До этого показанное по такому листу может быть неверным.`,
    begun: (names: readonly string[]) =>
      `Запись, прерванная в прошлый раз, отменена, но недописанные листы не убраны: ${names.map((name) => `«${name}»`).join(", ")}. Структура книги защищена, или вы вписали туда своё. Снимите защиту (Рецензирование → Защитить книгу) и нажмите «Прочитать заново»: надстройка уберёт их сама. Лист, куда вы вписали своё, удалите сами, когда перенесёте это.`,
    overwritten:
      "В прошлый раз надстройка записала поверх того, что вы в тот миг сделали на листе. Прежнее (оно названо после ячейки) не возвращено: Excel не дал, или в ячейке с тех пор уже другое. Если прежнее ещё нужно, введите его заново; если лист защищён, сначала снимите защиту (Рецензирование → Снять защиту листа). Если строки или столбцы с тех пор вставляли или удаляли, ячейка могла сдвинуться.",
    lost: (names: readonly string[]) =>
      `Недописанными остались листы: ${names.map((name) => `«${name}»`).join(", ")}. Дописать их надстройка не может: записи о том, что дописать, из книги убраны или повреждены, либо лист скопирован недописанным. Возьмите лист из прежней копии книги. Если её нет, перенесите из него своё, удалите лист, добавьте файлы с результатами заново, если они там были, и повторите то, что делали в прошлый раз.`,
    finished: "Запись, прерванная в прошлый раз, доведена до конца: листы надстройки целы.",
    undone: (names: readonly string[]) =>
      `Запись, прерванная в прошлый раз, отменена${names.length === 0 ? "" : `, недописанные листы убраны: ${names.join(", ")}`}. Ваши листы не затронуты.`,
    left: "Запись, прерванная в прошлый раз, доведена до конца не везде. Здесь осталось как было: там уже есть ваши правки, или лист защищён.",
    more: (n: number) => `И ещё ${n}.`,
    leftNext:
      "Надстройка туда больше ничего не допишет. Проверьте эти места. Чтобы записать новое, снимите защиту листа, если она есть, и повторите то, что делали в прошлый раз.",
  },
  busy: {
    line: (writer: WriterKind) => `Идёт ${writers[writer]}. Кнопки записи пока недоступны.`,
  },
  stale: {
    text: (changed: readonly ChangedShown[]) => {
      const said = changed.slice(0, NAMED).map(({ name, how }) => `${changedHow[how]}лист «${name}»`);
      const left = changed.length - said.length;
      return `Книга изменилась после чтения: ${said.join(", ")}${left === 0 ? "" : ` и ещё ${counted(left, "лист", "листа", "листов")}`}. Показано то, что было прочитано раньше.`;
    },
  },
  plan: {
    locked:
      "Структура книги защищена, новые листы добавить не получится. Сначала снимите защиту: Рецензирование → Защитить книгу.",
    period: formatPeriod,
    otherSettings:
      "Дорожная карта в книге создана по другим настройкам. Чтобы она соответствовала нынешним, обновите её.",
    made: "Создана:",
    now: "Сейчас:",
    past: (past: number, total: number) =>
      `Срок уже прошёл у ${counted(past, "мероприятия", "мероприятий", "мероприятий")} из ${total}. Если план на будущее, измените в настройках начало плана.`,
  },
  templates: {
    open: "Шаблоны мероприятий",
    heading: "Шаблоны мероприятий",
    lead: "Шаблон в книге — таблица, которую можно править: менять, добавлять, удалять, переставлять строки. Дорожная карта делается по ней.",
    loading: "Загружаю шаблоны",
    broken: "Шаблоны загрузить не удалось. Проверьте подключение и откройте этот экран заново.",
    builtIn: "Встроенные",
    own: "Ваши",
    ownNone: "Своих шаблонов в книге пока нет.",
    amount: (n: number, indicators: number) =>
      indicators === 0
        ? measures(n)
        : `${measures(n)}, ${counted(indicators, "показатель", "показателя", "показателей")}`,
    put: (name: string) => `Поместить в книгу: ${name}`,
    putShort: "Поместить в книгу",
    putAndUse: (name: string) => `Поместить в книгу и делать по нему: ${name}`,
    putAndUseShort: "Поместить в книгу и делать по нему",
    use: (name: string) => `Делать по нему: ${name}`,
    useShort: "Делать по нему",
    used: "Дорожная карта делается по нему",
    unreadable: "Таблицу прочитать не удалось, смотрите замечания.",
    writing: "Записываю шаблон",
    written: (sheet: string) => `Шаблон записан на лист «${sheet}».`,
    chosen: (name: string) => `Дорожная карта будет сделана по шаблону «${name}».`,
    exists: "Шаблон с таким названием в книге уже есть. Дайте другое название.",
    newHeading: "Новый шаблон",
    name: "Название",
    nameHint: "До 60 знаков",
    nameWrong: "Впишите название, до 60 знаков",
    from: "Начать с",
    empty: "Пустая таблица",
    create: "Новый шаблон",
    mix: "Собрать из разных шаблонов",
    back: "К дорожной карте",
  },
  mix: {
    heading: "Собрать свой шаблон",
    lead: "Отметьте мероприятия. Разделы и порядок сохранятся, номера пойдут подряд.",
    template: "Шаблон",
    section: "Раздел",
    tag: "Метка",
    level: "Уровень",
    search: "Поиск по тексту",
    all: "Все",
    untitled: "Без раздела",
    tagName: (tag: Tag) => tags[tag],
    levelName: (level: Measure["level"]) => levels[level],
    list: "Мероприятия",
    counts: (shown: number, chosen: number) => `Найдено: ${shown}. Выбрано: ${measures(chosen)}.`,
    chooseFound: (n: number) => `Выбрать найденные (${n})`,
    dropFound: "Снять выбор с найденных",
    nothing: "Под такой отбор ничего не подходит.",
    none: "Отметьте хотя бы одно мероприятие",
    make: "Собрать свой шаблон",
    back: "К шаблонам",
  },
};

export type LaterTexts = typeof later;
