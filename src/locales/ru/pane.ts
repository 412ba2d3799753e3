import type { Rule } from "../../domain/identification/rule";
import type { Criterion, Evidence } from "../../domain/identification/verdict";
import { formatEvidence } from "../../domain/documents/reasons";
import { formatYear, type SchoolYear } from "../../domain/results/year";
import { counted, formatDate, formatPercent, joinRussian, plural } from "../../domain/text/russian";
import type { AmountShown, SettingsPart, SettingsShown, Unchecked, YearsShown } from "../pane-values";
import { sheetNames } from "../sheet-names";
import { start, steps } from "./start-pane";

const schools = (n: number): string => counted(n, "школа", "школы", "школ");
const sheets = (n: number): string => counted(n, "лист", "листа", "листов");
const layouts: Readonly<Record<string, string>> = {
  "long-list": "список: строка на школу и процедуру",
  wide: "школы в строках, процедуры в столбцах",
  "schools-in-columns": "школы в столбцах, процедуры в строках",
  kept: "файл, прочитанный раньше",
  "exam-appeals": "протокол апелляций",
  "exam-protocol": "протокол ОГЭ или ЕГЭ",
  "pupil-list": "список учеников",
  "fisoko-form": "ФИС ОКО: форма сбора результатов",
  "fisoko-individual": "ФИС ОКО: индивидуальные результаты",
  "fisoko-journal": "ФИС ОКО: сравнение отметок с журналом",
  "fisoko-marks": "ФИС ОКО: статистика по отметкам",
};
const leftOut: Readonly<Record<string, string>> = {
  total: "итоги",
  note: "примечания",
  blank: "пустые строки",
  repeatedHeader: "повтор шапки",
  region: "строки территорий",
  section: "подзаголовки",
  absent: "не участвовали",
  otherExam: "другой экзамен (ГВЭ)",
};

/** Texts of the pane in Russian; the English table has the same keys by its type. */
export const pane = {
  title: "Школы с низкими результатами",
  steps,
  actions: {
    read: "Прочитать результаты",
    addFiles: "Добавить файлы",
    openControl: "Открыть контроль исполнения",
    readAgain: "Прочитать заново",
    toSchools: "Показать школы",
    toRoadmap: "Перейти к дорожной карте",
    create: "Создать дорожную карту",
    createAgain: "Создать ещё раз",
    retry: "Повторить",
    showProblems: "Показать замечания",
    openSheet: "Открыть дорожную карту",
    update: "Обновить листы",
    makeNew: "Создать новые рядом",
    cancel: "Отменить",
    change: "Изменить",
    collapse: "Свернуть",
    apply: "Применить",
    more: (n: number) => `Показать ещё ${n}`,
    dismiss: "Закрыть сообщение",
    functions: "Функции в ячейках",
    guide: "Руководство",
    control: "Контроль исполнения",
    templates: "Шаблоны мероприятий",
  },
  start,
  progress: {
    reading: "Читаю листы книги",
    identifying: "Ищу школы с низкими результатами",
    writing: "Пишу листы",
    done: "Завершаю",
    recomputing: "Пересчитываю",
  },
  data: {
    heading: "Что прочитано",
    lead: ({ results, schools: all, procedures, years }: AmountShown) =>
      `${counted(results, "результат", "результата", "результатов")}: ${schools(all)}, ${counted(procedures, "процедура", "процедуры", "процедур")}, ${counted(years, "учебный год", "учебных года", "учебных лет")}.`,
    tables: "Таблицы",
    layout: (id: string) => layouts[id] ?? "таблица результатов",
    rows: (n: number) => counted(n, "строка", "строки", "строк"),
    results: (n: number) => counted(n, "результат", "результата", "результатов"),
    years: (years: readonly string[]) => (years.length === 0 ? "год не найден" : years.join(", ")),
    procedures: (n: number) => counted(n, "процедура", "процедуры", "процедур"),
    leftOut: "Пропущенные строки",
    leftOutWhy: (why: string) => leftOut[why] ?? why,
    noProblems: "Замечаний к данным нет.",
    nothingHeading: "Результаты не найдены",
    unlistedHeading: "Нет результатов для выбранного правила",
    arrange: "Как оформить лист",
    arrangeLead: "Строка на школу, процедуру и год — самый надёжный вид таблицы:",
    arrangeHeader: ["Столбец", "Пример"],
    arrangeColumns: [
      ["Школа", "Берёзовская СОШ"],
      ["Процедура", "ВПР математика 5"],
      ["Учебный год", "2024/2025"],
      ["Участников", "23"],
      ["Не справились", "8"],
    ],
    arrangeNotes: [
      "Подходит и таблица «школы в строках, процедуры в столбцах»: процедура и год пишутся в шапке, в названии над таблицей или в имени листа.",
      "Вместо «Не справились» можно дать долю в процентах или отметки «2», «3», «4», «5».",
      "Нет данных — оставьте ячейку пустой или впишите «н/д».",
    ],
  },
  files: {
    heading: "Файлы",
    lead: "Результаты из других файлов .xlsx и .csv. В книгу попадут только подсчитанные числа, без сведений об учениках.",
    add: "Добавить файлы",
    stop: "Остановить",
    stopping: "Останавливаю…",
    reading: (file: string) => `Читаю файл «${file}»`,
    broken: "Файлы прочитать не удалось. Повторите; если не поможет, добавляйте по одному.",
    found: ({ sheets, results, problems }: { sheets: number; results: number; problems: number }) =>
      results === 0
        ? "Результаты не найдены, смотрите замечания."
        : `${counted(results, "результат", "результата", "результатов")}, ${counted(sheets, "лист", "листа", "листов")}, замечаний: ${problems}`,
    municipality: "Муниципалитет",
    all: (n: number) => `Все (${n})`,
  },
  problems: {
    heading: "Замечания",
    error: (n: number) => `Не учтено: ${n}`,
    warning: (n: number) => `Проверьте: ${n}`,
    info: (n: number) => `К сведению: ${n}`,
    also: "см. также",
    select: (place: string) => `Показать ячейку: ${place}`,
    summary: (errors: number, warnings: number) =>
      [
        errors === 0 ? "" : counted(errors, "значение не учтено", "значения не учтены", "значений не учтено"),
        warnings === 0
          ? ""
          : counted(warnings, "место стоит проверить", "места стоит проверить", "мест стоит проверить"),
      ]
        .filter((part) => part !== "")
        .join(", "),
  },
  settings: {
    label: "Настройки",
    sentence: ({
      threshold,
      ruleId,
      year,
      yearBefore,
      minParticipants,
      retakes,
    }: SettingsShown): readonly SettingsPart[] => {
      const years =
        year === null
          ? "годы по данным"
          : `${formatYear(year)}${yearBefore === null ? " без сравнения" : ` к ${formatYear(yearBefore)}`}`;
      const minimum =
        minParticipants === 0
          ? "минимум участников не задан"
          : `от ${minParticipants} ${plural(minParticipants, "участника", "участников", "участников")}`;
      return [
        { field: "threshold", text: `Порог ${formatPercent(threshold)}` },
        { field: "ruleId", text: `правило приказа «${ruleId}»` },
        { field: "year", text: years },
        { field: "minParticipants", text: minimum },
        ...(retakes === "last" ? [{ field: "retakes", text: "с учётом пересдач" } as const] : []),
      ];
    },
    changePart: (part: string) => `${part}, изменить`,
    rule: "Правило",
    ruleId: (id: string) => `Правило приказа «${id}»`,
    ruleName: (_id: string, name: string) => name,
    threshold: "Порог, %",
    thresholdHint: "Результат низкий, если не справились столько процентов или больше",
    thresholdWrong: "Укажите число от 1 до 100",
    minimum: "Минимум участников",
    minimumHint: "0 — учитывать группы любого размера",
    minimumWrong: "Укажите целое число, 0 или больше",
    year: "Учебный год",
    yearBefore: "Сравнить с годом",
    auto: (year: SchoolYear | null) => (year === null ? "По данным" : `По данным: ${formatYear(year)}`),
    template: "Вид документа",
    start: "Начало плана, календарный год",
    startHint: (year: number) =>
      `Пусто — ${year}, а если в плане есть сроки до июля — ${year + 1}: итоги известны летом`,
    startWrong: "Укажите год, например 2026",
    package: "Что создать",
    packages: { roadmap: "Дорожную карту и перечень школ", all: "Весь пакет документов" },
  },
  schools: {
    heading: (low: number, total: number) => `В перечне ${schools(low)} из ${total}`,
    noneHeading: "Школ с низкими результатами не найдено",
    noneLead: "По заданным порогу и правилу ни одна школа в перечень не входит.",
    low: "Выявлены по результатам",
    criterion: (criterion: Criterion, { criterion1, criterion2 }: Rule, years: YearsShown) => {
      const both = `в ${years.year} и ${years.yearBefore} годах`;
      if (criterion === 2) {
        const what = criterion2.procedures === "same" ? "одна и та же процедура низкая" : "низкие результаты";
        return `Критерий 2: ${what} ${both}`;
      }
      const when = criterion1.years === "inView" ? `за ${years.year} год` : "в одном из двух лет";
      return `Критерий 1: не меньше ${counted(criterion1.count, "низкой процедуры", "низких процедур", "низких процедур")} ${when}`;
    },
    added: "Включены решением",
    removed: "Исключены решением",
    idle: "Решения без последствий",
    idleNote: "Исключать нечего: эти школы в перечень не входят.",
    ground: (ground: string, day: string | null) =>
      `${ground === "" ? "основание не указано" : ground}, ${day === null ? "дата не указана" : formatDate(day)}`,
    byRuleToo: "выявлена и по результатам",
    noResults: "результатов нет",
    insufficient: "Недостаточно данных",
    insufficientLead: (year: string) => `Нет результатов за ${year}: отсутствие данных — не «всё хорошо».`,
    notLow: "Признаков нет",
    unchecked: ({ criteria, year }: Unchecked) =>
      `Не проверено: ${plural(criteria.length, "критерий", "критерии", "критерии")} ${joinRussian(criteria.map(String))}, нет данных${year === null ? " за предыдущий год" : ` за ${formatYear(year)}`}`,
    notFullyChecked: "Проверены не полностью",
    count: (n: number) => schools(n),
    lowResults: (n: number) => counted(n, "низкий результат", "низких результата", "низких результатов"),
    evidence: (evidence: Evidence, threshold: number) => formatEvidence(evidence, threshold),
  },
  roadmap: {
    heading: "Дорожная карта",
    lead: "Будут созданы новые листы. Ваши листы останутся как есть.",
    template: "Документ",
    package: "Создать",
    period: "Начало плана",
    group: "Школы",
    sheets: "Листы",
    sheetKinds: {
      roadmap: "мероприятия, сроки, ответственные, паспорт",
      lowSchools: "перечень школ с причинами",
      results: "все прочитанные результаты с источниками",
      requisites: "бланк: приказ, утверждающий, рабочая группа",
      decisions: "бланк: включить или исключить школу решением",
      scales: "бланк: шкалы и минимальные баллы по годам",
      registry: "реестр: названия, логины, коды, филиалы",
      files: "результаты из добавленных файлов",
      fileCopy: "таблица из добавленного файла",
      checks: "замечания к данным: ячейка, что не так, что сделать",
      contents: "все листы пакета со ссылками",
      order: "приказ и перечень школ к нему",
      appointments: "кураторы, наставники, школы-партнёры",
      schoolRoadmap: "результаты, причины и мероприятия школы",
      notice: "страница руководителю школы",
      directory: "бланк: названия ролей, лица, столбцы",
      examples: "примеры с формулами надстройки",
      heatMap: "доля не справившихся: школы и процедуры цветом",
      register: "все мероприятия дорожных карт со сроками и состоянием",
      control: "сколько выполнено, просрочено, на подходе: по разделам, ответственным, месяцам, школам",
      executionReport: "отчёт за период для печати",
      indicators: "показатели программы: значение, цель, источник",
      dynamics: "изменение доли не справившихся по годам",
      history: "бланк: перенос, новая редакция, снятие мероприятий",
      template: "таблица мероприятий, по которой делается дорожная карта",
    },
    sheetNames,
    existing: (n: number) =>
      `В книге уже есть ${sheets(n)} надстройки. Перед записью спросим, обновить ли ${n === 1 ? "его" : "их"}.`,
    questionHeading: "Листы уже есть. Обновить?",
    conflictsHeading: "Изменили и вы, и новая редакция. Что оставить?",
    questionLead: "В книге есть листы, которые надстройка создала раньше:",
    willUpdate: "будет обновлён",
    keptEdited: "изменён вами: ваши правки останутся, новое добавится",
    updateHint: "Обновить — внести изменения, ваши правки останутся. Создать новые — ничего не трогать.",
    doneHeading: "Готово: дорожная карта создана",
    doneUpdatedHeading: "Готово: дорожная карта обновлена",
    created: "лист создан",
    updated: "лист обновлён",
    measures: (n: number) => counted(n, "мероприятие", "мероприятия", "мероприятий"),
    kept: (names: readonly string[]) => {
      const quoted = joinRussian(names.map((name) => `«${name}»`));
      return names.length === 1
        ? `Лист ${quoted} с вашими правками не тронут, новый стоит рядом.`
        : `Листы ${quoted} с вашими правками не тронуты, новые стоят рядом.`;
    },
    merged: (name: string, edits: number, changes: number) =>
      `Лист «${name}»: ваши правки сохранены (${edits}), новое внесено (${changes}).`,
    mergedStateLost:
      "Сведений о прошлой записи в книге нет, поэтому все отличия сочтены вашими правками и новое не внесено.",
    mergedDropped: "Этого в новой редакции нет, оставлено, потому что вы это правили:",
    mergedConflicts: "Изменили и вы, и новая редакция. Оставлен ваш текст, в новой редакции здесь:",
    problemsLeft: (n: number) => `Замечаний к данным: ${n}. Посмотрите их на шаге «Данные».`,
    noProblems: "Замечаний к данным нет.",
    next: "Заполните лист «Реквизиты»: пустые строки в документе печатаются как «____».",
    cancelled: "Отменено. Книга не изменена.",
    failedHeading: "Дорожная карта не создана",
  },
  failures: {
    heading: "Не получилось",
    select: "Ячейку показать не удалось",
    settings: "Настройки не сохранились",
    corrections: "Исправление чтения не сохранилось",
  },
  place: (sheet: string, address: string, file: string | undefined) =>
    `${file === undefined ? "" : `${file}, `}лист «${sheet}»${address === "" ? "" : `, ${address}`}`,
};

/** Every text of the pane; a key missing in another language fails the type check. */
export type PaneTexts = typeof pane;
