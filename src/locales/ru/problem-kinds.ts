const pairText = (first: string, second: string): string => `«${first}» и «${second}»`;

/** Schools, schools in the list, results and values not counted, before an answer and after it. */
export interface AnswerEffectShown {
  readonly schools: readonly [before: number, after: number];
  readonly listed: readonly [before: number, after: number];
  readonly results: readonly [before: number, after: number];
  readonly errors: readonly [before: number, after: number];
}

/** Russian names of the groups of problems, and of what can be done about one with a click. */
export const problemKinds = {
  sheets: "Листы и столбцы",
  context: "Год и процедура",
  values: "Значения в ячейках",
  repeats: "Повторы и расхождения",
  pupils: "Списки учеников, шкалы, баллы",
  schools: "Названия и реестр школ",
  files: "Файлы и муниципалитеты",
  forms: "Решения и реквизиты",
  templates: "Шаблоны мероприятий",
  control: "Исполнение",
  fixReading: "Исправить чтение таблицы",
  fixYear: "Указать учебный год",
  fixProcedure: "Указать процедуру",
  showTable: "Указать таблицу",
  leaveOut: "Не считать эту таблицу",
  openScales: "Открыть «Шкалы»",
  openRegistry: "Открыть реестр «Школы»",
  answers: {
    question: (first: string, second: string) =>
      `Похожие названия: ${pairText(first, second)}. Пока считаются разными школами. Это одна школа?`,
    same: "Да, это одна школа",
    different: "Нет, разные",
    full: {
      same: (first: string, second: string) => `Да, это одна школа: ${pairText(first, second)}`,
      different: (first: string, second: string) => `Нет, разные: ${pairText(first, second)}`,
    },
    writing: "Записываю ответ",
    said: {
      same: (first: string, second: string) => `${pairText(first, second)} – одна школа.`,
      different: (first: string, second: string) => `${pairText(first, second)} – разные школы.`,
    },
    kept: "Записано:",
    effect: ({ schools, listed, results, errors }: AnswerEffectShown) =>
      [
        schools[0] === schools[1] ? "" : `Школ было ${schools[0]}, стало ${schools[1]}.`,
        listed[0] === listed[1]
          ? "Перечень не изменился."
          : `В перечне было ${listed[0]}, стало ${listed[1]}.`,
        results[0] === results[1] ? "" : `Результатов было ${results[0]}, стало ${results[1]}.`,
        errors[0] === errors[1] ? "" : `Не учтено значений было ${errors[0]}, стало ${errors[1]}.`,
      ]
        .filter((part) => part !== "")
        .join(" "),
    contradicting: (first: string, second: string, count: number) =>
      `${pairText(first, second)}: у обеих школ есть результаты одной и той же процедуры за один год, и они расходятся: ${count}. Скорее всего, это разные школы. Если это одна школа, расходящиеся результаты не будут учтены, пока вы не исправите их на листах. Пока ничего не записано.`,
    anyway: "Всё равно одна школа",
    questions: (n: number) => `Вопросы к вам: ${n}`,
    takeBack: "Отменить ответ",
    takeBackOf: (first: string, second: string) => `Отменить ответ: ${pairText(first, second)}`,
    takenBack: (first: string, second: string) =>
      `Ответ отменён: ${pairText(first, second)} снова под вопросом.`,
    gone: (first: string, second: string) =>
      `Этого на листах уже нет: ${pairText(first, second)}. Ничего не записано, книга прочитана заново.`,
    notNoted: (first: string, second: string) =>
      `Записать ответ про ${pairText(first, second)} так, чтобы не задеть другие школы, не получается. Ничего не изменено. Откройте лист «Школы» и впишите сами, как – сказано в замечании.`,
    all: (n: number) => `Ваши ответы о школах: ${n}`,
  },
};

export type ProblemKindTexts = typeof problemKinds;
