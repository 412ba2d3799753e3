/** Words of a text: lower case, ё as е, without punctuation. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/ё/g, "е")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every `length` words in a row. */
export function runsOfWords(text: string, length: number): readonly string[] {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_, end) => words.slice(end, end + length).join(" "));
}

export const longestShared = (text: string, known: ReadonlySet<string>, length: number): readonly string[] =>
  runsOfWords(text, length).filter((run) => known.has(run));

/** Capitals that the field uses inside a sentence; anything else there would be a name. */
const allowed = new Set(
  `ВПР ОГЭ ЕГЭ ГИА НИКО PISA ФГОС ОВЗ ОО МСОКО ВСОКО МЭДК ИС ФИС ОКО ДОП ОДОБРЕНО Управления`.split(" "),
);

/** Words with a capital inside a sentence that are not in the list above. */
export const foreignCapitals = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!^|«|\. |\p{L})\p{Lu}\p{L}*/gu)]
    .map(([word]) => word)
    .filter((word) => !allowed.has(word))
    .map((word) => `a capital: ${word}`);
