import { own } from "../../text/own";

/** How a subject stands in a sentence: «учителя чего?», «занятия по чему?», and what is worth repeating in it. */
interface SubjectWords {
  readonly genitive: string;
  readonly dative: string;
}

const WORDS: Readonly<Record<string, SubjectWords>> = {
  математика: { genitive: "математики", dative: "математике" },
  "русский язык": { genitive: "русского языка", dative: "русскому языку" },
  "литературное чтение": { genitive: "литературного чтения", dative: "литературному чтению" },
  литература: { genitive: "литературы", dative: "литературе" },
  "окружающий мир": { genitive: "окружающего мира", dative: "окружающему миру" },
  физика: { genitive: "физики", dative: "физике" },
  химия: { genitive: "химии", dative: "химии" },
  биология: { genitive: "биологии", dative: "биологии" },
  география: { genitive: "географии", dative: "географии" },
  история: { genitive: "истории", dative: "истории" },
  обществознание: { genitive: "обществознания", dative: "обществознанию" },
  информатика: { genitive: "информатики", dative: "информатике" },
  "английский язык": { genitive: "английского языка", dative: "английскому языку" },
  "немецкий язык": { genitive: "немецкого языка", dative: "немецкому языку" },
  "французский язык": { genitive: "французского языка", dative: "французскому языку" },
  "иностранный язык": { genitive: "иностранного языка", dative: "иностранному языку" },
};

const LEVEL = / (базовая|профильная)$/;

/** @example subjectWords("математика базовая") // { genitive: "математики", dative: "математике" } */
export function subjectWords(subject: string): SubjectWords {
  const plain = subject.replace(LEVEL, "");
  return own(WORDS, plain) ?? { genitive: `предмета «${plain}»`, dative: `предмету «${plain}»` };
}

/** What the procedures of the rules test; other subjects are spoken of without topics. */
const TOPICS: Readonly<Record<string, string>> = {
  "ВПР математика": "действия с числами и дробями, текстовые задачи, таблицы и диаграммы, свойства фигур",
  "ВПР русский язык":
    "правописание и знаки препинания при списывании, разбор слова и предложения, понимание прочитанного",
  "ОГЭ математика":
    "задачи о жизненных ситуациях, вычисления и преобразования, уравнения, графики, основы геометрии",
  "ОГЭ русский язык": "сжатое изложение, сочинение-рассуждение, правописание и пунктуация",
  "ЕГЭ математика базовая": "практические расчёты, проценты, чтение графиков, наглядная геометрия",
  "ЕГЭ математика профильная":
    "задания с кратким ответом: уравнения, вероятность, производная, планиметрия и стереометрия",
  "ЕГЭ русский язык": "нормы языка, правописание, пунктуация, сочинение по прочитанному тексту",
};

/** @example topicsOf("ЕГЭ", "русский язык") // "нормы языка, …" */
export const topicsOf = (form: string, subject: string): string =>
  own(TOPICS, `${form} ${subject}`) ?? "темы, с которыми не справилось больше всего участников";
