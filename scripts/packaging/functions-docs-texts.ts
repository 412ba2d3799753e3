/** What the documentation says beside the metadata. */
import type { Locale } from "../../src/locales/locale";

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly native: string;
  readonly parameter: string;
  readonly what: string;
  readonly required: string;
  readonly optional: string;
  readonly bad: string;
}

export const WORDS: Readonly<Record<Locale, Words>> = {
  ru: {
    title: "Функции ШНОР",
    intro: `Функции дают в ячейке тот же вывод, что кнопка «Создать дорожную карту». Ответы – обычные значения, их можно передавать в ЕСЛИ, ФИЛЬТР, СУММПРОИЗВ, LET. В примерах таблица – это ячейки с адресами, под ней формула и ответ. В русском Excel параметры разделяет точка с запятой.

Общее для всех:

- Пустая ячейка – нет данных, а не ноль. Excel на компьютере передаёт её как 0, поэтому функции спрашивают сами ячейки; у вычисленного массива ячеек нет, его нули остаются нулями. Целые столбцы (A:E) можно указывать, пустые строки под таблицей ничего не меняют.
- Ошибка в данных выходит той же ошибкой. \`#Н/Д\`, \`#ДЕЛ/0!\`, \`#ЧИСЛО!\`, \`#ПУСТО!\` остаются собой, прочие становятся \`#ЗНАЧ!\`; текст называет строку и столбец.
- Числа текстом читаются по-русски: «12,5», «1 200», «30 %».
- Невозможное число (доля больше 1, не справившихся больше участников, участников больше 90 миллионов, порог 300) – \`#ЧИСЛО!\`.
- Диапазоны не подходят друг другу или слово неизвестно – \`#ЗНАЧ!\` с объяснением: щёлкните значок ошибки у ячейки.
- Функции не пересчитываются без причины и не меняют книгу. Коллегам без надстройки: «Заменить формулы значениями» в панели.`,
    native: `Без надстройки низкий результат по участникам в B2 и не справившимся в C2 при пороге 30 % даёт обычная формула \`=IF(B2>0,IF(C2="","нет данных",IF(C2*100>=30*B2,TRUE,FALSE)),"нет данных")\` (в русском Excel: ЕСЛИ, точка с запятой).`,
    parameter: "Параметр",
    what: "Что это",
    required: "обязательный",
    optional: "необязательный",
    bad: "Плохие данные.",
  },
  en: {
    title: "SHNOR functions",
    intro: `A function gives in a cell what the button «Создать дорожную карту» says. Answers are ordinary values for IF, FILTER, SUMPRODUCT, LET. In the examples a table shows cells with their addresses, below it the formula and its answer. Words in cells are Russian, so that a workbook reads the same on every computer.

The same for all:

- A blank cell is no data, not zero. Excel on desktop passes it as 0, so the functions ask the cells themselves; a computed array has no cells, its zeros are zeros. Whole columns (A:E) can be given: blank rows below the table change nothing.
- An error in the input comes out as that error: \`#N/A\`, \`#DIV/0!\`, \`#NUM!\`, \`#NULL!\` stay, others become \`#VALUE!\`; the text names row and column.
- Numbers as text are read in Russian format: "12,5", "1 200", "30 %".
- An impossible number (a share above 1, more failed than took part, more than 90 million participants, a threshold of 300) is \`#NUM!\`.
- Ranges that do not match and unknown words are \`#VALUE!\` with a text: click the error flag of the cell.
- Nothing is volatile, nothing is written to the workbook. For colleagues without the add-in: «Replace formulas by values» in the pane.`,
    native: `Without the add-in, participants in B2 and failed in C2 at 30 % are judged by the native formula \`=IF(B2>0,IF(C2="","нет данных",IF(C2*100>=30*B2,TRUE,FALSE)),"нет данных")\`.`,
    parameter: "Parameter",
    what: "What it is",
    required: "required",
    optional: "optional",
    bad: "Bad input.",
  },
};

/** What each function makes of input that it cannot use. */
export const BAD_INPUT: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ru: {
    LOWRESULT:
      "Ошибка стоит в своей строке, остальные строки получают ответ. Ширина без вида данных – `#ЗНАЧ!` с перечнем видов. Отметки, сумма которых не равна ни участникам, ни 100 %, – `#ЗНАЧ!`.",
    LOWSCHOOL:
      "Вывод один на школу, поэтому любая плохая ячейка даёт ошибку с её местом. Разная ширина двух лет – `#ЗНАЧ!`. Критерий, который нельзя проверить, даёт «нет данных», а не ЛОЖЬ.",
    LOWSCHOOLS:
      "Строка, которую нельзя использовать, – `#ЗНАЧ!` с адресом ячейки от угла таблицы; список не выдаётся без неё.",
    FAILSHARE: "Как в LOWRESULT.",
    WHYLOW:
      "Как в LOWSCHOOL; заголовков должно быть столько же, сколько столбцов или процедур, иначе `#ЗНАЧ!`.",
    SCHOOLKEY: "Пустая ячейка, «-» и «н/д» дают пустой текст, ИСТИНА или ошибка текстом – `#ЗНАЧ!`.",
    SAMESCHOOL: "Пустое название – «нет данных». Столбцы разной высоты – `#ЗНАЧ!`.",
    DEADLINE:
      "Непонятный срок или срок без года при неуказанном годе – `#ЗНАЧ!` в своей ячейке. Число, которое не дата 2000–2099 годов, – `#ЧИСЛО!`.",
    DEADLINESTATUS:
      "Неизвестный статус или срок – `#ЗНАЧ!` в своей ячейке, пустой день – `#ЗНАЧ!`. Пустые срок и статус дают пустой текст.",
    MEASURES: "Неизвестный шаблон – `#ЗНАЧ!` с перечнем, раздела с таким номером нет – `#ЧИСЛО!`.",
    INDICATOR: "Ноль в знаменателе – «нет данных», числитель больше знаменателя – `#ЧИСЛО!`.",
    TREND: "Меньше двух известных лет – «нет данных». Больше трёх столбцов – `#ЗНАЧ!`.",
    JOURNALGAP: "Пустое число или ни одной отметки – «нет данных». Столбцы разной высоты – `#ЗНАЧ!`.",
  },
  en: {
    LOWRESULT:
      "An error stands in its row, the other rows get their answers. A width without a kind is `#VALUE!` naming the kinds. Marks that sum neither to the participants nor to 100 % are `#VALUE!`.",
    LOWSCHOOL:
      "There is one verdict, so any bad cell gives an error with its place. Two years of different width are `#VALUE!`. A criterion that cannot be checked gives no data, never FALSE.",
    LOWSCHOOLS:
      "A row that cannot be used is `#VALUE!` with the cell's address from the corner of the table; no list is given without it.",
    FAILSHARE: "As in LOWRESULT.",
    WHYLOW: "As in LOWSCHOOL; there must be as many headers as columns or procedures, else `#VALUE!`.",
    SCHOOLKEY: "A blank cell, «-» and «н/д» give an empty text; TRUE or an error as text is `#VALUE!`.",
    SAMESCHOOL: "A blank name is no data. Columns of different height are `#VALUE!`.",
    DEADLINE:
      "A deadline that is not understood, or without a year where none is given, is `#VALUE!` in its cell. A number that is no date of 2000–2099 is `#NUM!`.",
    DEADLINESTATUS:
      "An unknown status or deadline is `#VALUE!` in its cell, a blank day is `#VALUE!`. Both blank give an empty text.",
    MEASURES:
      "An unknown template is `#VALUE!` with the list, a section number that does not exist is `#NUM!`.",
    INDICATOR: "A zero denominator is no data, a numerator above the denominator is `#NUM!`.",
    TREND: "Fewer than two known years are no data. More than three columns are `#VALUE!`.",
    JOURNALGAP: "A blank count or no marks at all are no data. Columns of different height are `#VALUE!`.",
  },
};
