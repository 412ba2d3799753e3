import type { Rule } from "./rule";

/** The seeds' two rules (domain reference, table of Identification). A region's own rule is one more entry. */
export const RULES: readonly Rule[] = [
  {
    id: "000",
    name: "Две низкие процедуры за год или низкие результаты в обоих рассматриваемых годах",
    source: "seed 000, паспорт дорожной карты",
    procedures: [
      "ВПР математика 5",
      "ВПР математика 6",
      "ВПР русский язык 5",
      "ВПР русский язык 6",
      "ОГЭ математика",
      "ОГЭ русский язык",
      "ЕГЭ математика базовая",
      "ЕГЭ математика профильная",
      "ЕГЭ русский язык",
    ],
    criterion1: { count: 2, years: "inView" },
    criterion2: { procedures: "any" },
  },
  {
    id: "004",
    name: "Две низкие процедуры в одном из двух лет или низкий результат по одной и той же процедуре в обоих рассматриваемых годах",
    source: "seed 004, item 3.5",
    procedures: {
      forms: ["ВПР", "ОГЭ", "ЕГЭ"],
      subjects: ["математика", "математика базовая", "математика профильная", "русский язык"],
    },
    criterion1: { count: 2, years: "either" },
    criterion2: { procedures: "same" },
  },
];

/** Threshold of a low result, per cent, inclusive. Source: seed 000, passport; seed 004, item 3.5. */
export const DEFAULT_THRESHOLD = 30;

/** Fewer participants are flagged, not left out (domain reference: neither seed sets a minimum). */
export const SMALL_GROUP = 10;

/** @throws RangeError for an id that is not in `RULES`: settings are checked where they are read. */
export function findRule(id: string): Rule {
  const rule = RULES.find((entry) => entry.id === id);
  if (rule === undefined) throw new RangeError(`no identification rule «${id}»`);
  return rule;
}
