import { own } from "../text/own";
/** Latin letters that look like Cyrillic ones, as real sheets have them inside Cyrillic words. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};

/** A word is made Cyrillic when it has a Cyrillic letter already, or when every letter of it is a look-alike. */
function cyrillicWord(word: string): string {
  const mixed = /[а-я]/.test(word) || /^[abcehkmoptxy]+$/.test(word);
  return mixed ? word.replace(/[abcehkmoptxy]/g, (letter) => own(LOOK_ALIKES, letter) ?? letter) : word;
}

const SHORT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<![а-я])кол[- ]?(?:и?ч?-?во|ичество)(?![а-я])/g, "количество"],
  [/(?<![а-я])общ(?:еобр)?\.? ?обр\./g, "общеобразовательная "],
  [/(?<![а-я])уч\.? ?г(?:од)?(?![а-я])/g, "учебный год"],
];

/**
 * A text as headers and labels are compared: lower case, ё = е, look-alike letters made Cyrillic, line breaks and
 * hyphenation mended, quotes and punctuation made spaces. «%» and «№» stay.
 * @example normaliseText("Кол-во\nучаст-\nников*") // "количество участников"
 */
export function normaliseText(text: string): string {
  let plain = text
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/\u00AD/g, "")
    .replace(/[a-zа-я]+/g, cyrillicWord)
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/(кол)\s*-\s*(во)/g, "$1-$2")
    .replace(/([а-я])-\s+(?=[а-я])/g, "$1");
  for (const [pattern, full] of SHORT_WORDS) plain = plain.replace(pattern, full);
  return plain
    .replace(/[^a-zа-я0-9%№]+/g, " ")
    .replace(/([%№])/g, " $1 ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words, numbers and «%» of a normalised text; letters and digits written together come apart («5кл»). */
export function words(normalised: string): readonly string[] {
  return normalised.match(/[a-zа-я]+|\d+|%|№/g) ?? [];
}

const MOST_REMEMBERED = 20_000;

/** Remembers the answers of a pure function of a string: sheets repeat their texts thousands of times. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T; // as: has() says a value of T is there
    if (known.size >= MOST_REMEMBERED) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}
