const pairText = (first: string, second: string): string => `«${first}» и «${second}»`;

/** How many schools there are and how many are in the list, before an answer and after it. */
export interface AnswerEffectShown {
  readonly schools: readonly [before: number, after: number];
  readonly listed: readonly [before: number, after: number];
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
    effect: ({ schools: [before, after], listed: [then, now] }: AnswerEffectShown) =>
      before === after && then === now
        ? "Перечень не изменился."
        : [
            before === after ? "" : `Школ было ${before}, стало ${after}.`,
            then === now ? "Перечень не изменился." : `В перечне было ${then}, стало ${now}.`,
          ]
            .filter((part) => part !== "")
            .join(" "),
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
