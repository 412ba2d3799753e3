const monthStems: readonly string[] = [
  "янв(?:ар[ьяею]+)?",
  "фев(?:рал[ьяею]+)?",
  "мар(?:т[аеу]?)",
  "апр(?:ел[ьяею]+)?",
  "ма[йяею]",
  "июн[ьяею]*",
  "июл[ьяею]*",
  "авг(?:уст[аеу]?)?",
  "сент?(?:ябр[ьяею]+)?",
  "окт(?:ябр[ьяею]+)?",
  "ноя(?:бр[ьяею]+)?",
  "дек(?:абр[ьяею]+)?",
];

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "gu");

const months = monthStems.map((stem) => word(`(?:${stem})\\.?`));

/**
 * A deadline in one spelling, so that few patterns read it: lower case, «-» for every dash and without spaces about
 * it, months as `m1` … `m12`, «учебный год» as `sy`, «года», «г.» left out, dates as `22 m9 2023`.
 * @example canonical("21марта – 31 марта 2022 г.") // "21 m3-31 m3 2022"
 */
export function canonical(text: string): string {
  let rest = text
    .toLowerCase()
    .replace(/ё/g, "е")
    // Latin letters are what the spelling below is made of: «m13» that somebody typed is no month; «IV» is a quarter
    .replace(/[a-z]+/g, (letters) => (/^[iv]+$/.test(letters) ? letters : "?"))
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .replace(
      /(?<!\d)(\d{1,2})\.(0?[1-9]|1[0-2])\.(20\d\d)(?!\d)/g,
      (_, day: string, at: string, year: string) => {
        return `${Number(day)} m${Number(at)} ${year}`;
      },
    )
    .replace(/(\d)-(?:го|[йм]|[ыо]й)(?!\p{L})/gu, "$1")
    .replace(/(?<=\d)(?=[а-я])|(?<=[а-я])(?=\d)/g, " ");
  for (const [index, pattern] of months.entries()) rest = rest.replace(pattern, `m${index + 1}`);
  return rest
    .replace(word("(?:учебн[а-я]+|уч\\.?) ?(?:год[а-я]*|г\\.?)"), "sy")
    .replace(word("в течени[еи] (?:календарного |всего )?года"), "withinyear")
    .replace(word("год(?:а|у|ы|ов|ах|ом)?|г\\. ?г\\.|гг\\.?|г\\.?"), " ")
    .replace(/\s+/g, " ")
    .replace(/ ?- ?/g, "-")
    .replace(/ ([,;:])/g, "$1")
    .replace(/[.,;]+$/, "")
    .trim();
}
