import type { Tag } from "./measure";

/** Tags as people read and type them in a template's table. */
export const tagNames: Readonly<Record<Tag, string>> = {
  management: "управление",
  staff: "кадры",
  resources: "ресурсы",
  pupils: "обучающиеся",
  parents: "родители",
  objectivity: "объективность",
  subject: "предмет",
  analysis: "анализ",
  partnership: "партнёрство",
  regulation: "нормативная база",
  support: "сопровождение",
  monitoring: "мониторинг",
  information: "информирование",
  talent: "одарённые дети",
  careers: "профориентация",
  "form:ВПР": "ВПР",
  "form:ОГЭ": "ОГЭ",
  "form:ЕГЭ": "ЕГЭ",
  "subject:математика": "математика",
  "subject:русский язык": "русский язык",
};

/** Every tag, in the order in which a list shows them. */
export const allTags: readonly Tag[] = Object.keys(tagNames) as Tag[]; // the keys of a Record<Tag, …>
