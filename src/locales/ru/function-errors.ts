/** Why a custom function has no answer: text of `#VALUE!`, which Excel shows at the error flag of the cell. */
const KINDS: Readonly<Record<string, string>> = {
  shares: "«доли»",
  percents: "«проценты»",
  marks: "«отметки»",
  counts: "«числа»",
  triples: "«тройки»",
};
const ARGUMENTS: Readonly<Record<string, string>> = {
  year: "год",
  yearBefore: "предыдущий год",
  headers: "заголовки",
};

type Fields = Readonly<Record<string, string | number>>;
const choices = ({ choices }: Fields): string =>
  String(choices)
    .split(" ")
    .map((kind) => KINDS[kind] ?? kind)
    .join(", ");
const place = ({ row, column }: Fields): string =>
  row === 0 ? "в параметре" : `в строке ${row ?? ""}, столбце ${column ?? ""} диапазона`;

export const functionErrors = {
  kindNeeded: (f: Fields) =>
    `Столбцов в диапазоне: ${f.width ?? ""}. Без вида данных понятны 2 столбца (участники, не справились), ` +
    `4 («2», «3», «4», «5») и 5 (участники и отметки). Укажите вид: ${choices(f)}.`,
  kindUnknown: (f: Fields) => `Вид данных «${f.kind ?? ""}» неизвестен. Можно указать: ${choices(f)}.`,
  ruleUnknown: (f: Fields) => `Правило «${f.rule ?? ""}» неизвестно. Есть правила: ${f.choices ?? ""}.`,
  notANumber: (f: Fields) => `Вместо числа ${place(f)} стоит «${f.text ?? ""}».`,
  marksDoNotSum: (f: Fields) =>
    `Строка ${f.row ?? ""}: сумма отметок ${String(f.sum ?? "").replace(".", ",")} — это и не число участников, и не 100 %.`,
  shareDisagrees: (f: Fields) =>
    `Процент в столбце ${f.column ?? ""} не сходится с числами: ${f.failed ?? ""} из ${f.participants ?? ""}.`,
  shareAmbiguous: (f: Fields) =>
    `В столбце ${f.column ?? ""} может стоять и доля, и процент. Запишите его со знаком % или заполните столбец «2».`,
  minimumNeedsCounts: () => "Минимум участников нельзя проверить по долям: нужны числа участников.",
  vectorNeeded: () => "Для вида «отметки» нужен один столбец или одна строка.",
  pairsNeeded: (f: Fields) =>
    `Для вида «числа» нужны пары столбцов «участники, не справились», а столбцов ${f.width ?? ""}.`,
  oneRowNeeded: (f: Fields) =>
    `Параметр «${ARGUMENTS[String(f.argument)] ?? ""}»: нужна одна строка школы, а строк ${f.rows ?? ""}.`,
  triplesNeeded: (f: Fields) =>
    `Для вида «тройки» нужны тройки столбцов «участники, «2», %», а столбцов ${f.width ?? ""}.`,
  widthsDiffer: (f: Fields) =>
    `В двух годах разное число столбцов: ${f.year ?? ""} и ${f.yearBefore ?? ""}. Нужны те же процедуры в том же порядке.`,
  blankUnknown: () =>
    "Не удалось прочитать ячейки диапазона, чтобы отличить пустую от нуля. Пересчитайте лист.",
  headersDiffer: (f: Fields) =>
    `Заголовков ${f.headers ?? ""}, а столбцов данных ${f.width ?? ""}: нужен заголовок над каждым столбцом или над каждой процедурой.`,
  shapesDiffer: (f: Fields) => `Диапазоны разного размера: ${f.shapes ?? ""} (строки × столбцы).`,
  yearsNeeded: (f: Fields) => `Нужны доли за 2 или 3 года в соседних столбцах, а столбцов ${f.width ?? ""}.`,
  deadlineUnknown: (f: Fields) => `Срок «${f.text ?? ""}» не понят (${place(f)}).`,
  yearNeeded: (f: Fields) => `В сроке «${f.text ?? ""}» нет года: укажите, в каком году начинается план.`,
  yearUnknown: (f: Fields) => `Год «${f.year ?? ""}» не понят. Подойдёт 2026 или «2026/2027».`,
  partUnknown: (f: Fields) => `Часть срока «${f.part ?? ""}» неизвестна. Можно указать: «начало», «конец».`,
  statusUnknown: (f: Fields) =>
    `Статус «${f.status ?? ""}» неизвестен (${place(f)}). Есть статусы: ${f.choices ?? ""}.`,
  todayNeeded: () => "Не указан день, на который смотреть срок. Подойдёт СЕГОДНЯ().",
  notADate: (f: Fields) => `Вместо даты в параметре стоит «${f.text ?? ""}».`,
  notAName: (f: Fields) => `Вместо названия школы ${place(f)} стоит «${f.text ?? ""}».`,
  templateUnknown: (f: Fields) =>
    `Шаблон «${f.template ?? ""}» неизвестен. Есть шаблоны: ${f.choices ?? ""}.`,
  sectionUnknown: (f: Fields) => `Раздела ${f.section ?? ""} нет, разделов в шаблоне: ${f.count ?? ""}.`,
  tableNotRead: () => "В таблице не найдены результаты: нужны заголовки и строки школ.",
  tableProblem: (f: Fields) =>
    `Таблица не прочитана полностью, замечаний: ${f.count ?? ""}. Первое — ячейка ${f.address ?? ""}, считая от левого верхнего угла таблицы.`,
  inputError: (f: Fields) => `Ошибка ${f.error ?? ""} ${place(f)}.`,
};
