/** «Проверьте», «впишите», «исправьте». */
const IMPERATIVE = /(?<![а-яё])[а-яё]+(?:йте|ите|ьте)(?:сь)?(?![а-яё])/giu;
/** «Если …», «Чтобы …» say when to do it, «Нужен вид …» what it should be: the advice begins there. */
const CONDITION = /^(?:если|чтобы) /iu;
const MODEL = /^(?:образец|нужн[аоы]?|нужен)(?![а-яё])/iu;
/** Words between the comma and the imperative of one clause: «лишнюю строку удалите». */
const MOST_WORDS = 3;
/** Quoted texts are the user's own: nothing in them is advice. */
const QUOTED = /«[^»]*»|"[^"]*"/g;
const SENTENCE_END = /(?<=[.!?])\s+(?=[А-ЯЁ«])/u;

/**
 * Parts a Russian text of a problem into what is wrong and what to do: advice is in the imperative and comes last.
 * @example splitAdvice("Указано 5, а строк 4. Проверьте лист.") // { wrong: "Указано 5, а строк 4.", advice: "Проверьте лист." }
 */
export function splitAdvice(text: string): { readonly wrong: string; readonly advice: string } {
  const sentences = text.split(SENTENCE_END);
  const at = sentences.findIndex((sentence) => clauseStart(sentence) !== null);
  const sentence = sentences[at];
  const start = sentence === undefined ? null : clauseStart(sentence);
  if (sentence === undefined || start === null) return { wrong: text, advice: "" };
  const before = sentence.slice(0, start).replace(/[,;:]?\s*(?:и|или)?\s*$/u, "");
  return {
    wrong: [...sentences.slice(0, at), ...(before === "" ? [] : [`${before}.`])].join(" "),
    advice: capital([sentence.slice(start), ...sentences.slice(at + 1)].join(" ")),
  };
}

/** Where the advice begins in a sentence; null where there is none. */
function clauseStart(sentence: string): number | null {
  const plain = sentence.replace(QUOTED, (quoted) => "_".repeat(quoted.length));
  if (MODEL.test(plain)) return 0;
  for (const { index } of plain.matchAll(IMPERATIVE)) {
    if (CONDITION.test(plain)) return 0;
    const before = plain.slice(0, index);
    const colon = /:\s*$/.test(before);
    const cut = before.lastIndexOf(colon ? ":" : before.includes(";") ? ";" : ",");
    const start = cut + 1 + (/^\s*/.exec(before.slice(cut + 1))?.[0].length ?? 0);
    const lead = before.slice(start).trim().split(/\s+/).filter(Boolean).length;
    if (lead <= MOST_WORDS || before.includes(";")) return start;
  }
  return null;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
