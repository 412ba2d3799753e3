import { documentName } from "../../schools/name";

/** Excel's limit, learn.microsoft.com: Worksheet.name. */
const SHEET_NAME = 31;
/** Characters at the end that a shortened name keeps: the number of a school mostly stands there. */
const TAIL = 10;

/** Words of the legal form, in full and short: they are the same for nearly all schools and say little. */
const LEGAL =
  /(?<!\p{L})(?:(?:муниципальн|государственн|областн|краев|бюджетн|каз[её]нн|автономн|общеобразовательн|образовательн)\p{L}+ )+учреждени[ея](?!\p{L})|(?<!\p{L})(?:М[БКАО]?ОУ|МОБУ|МОКУ|МОАУ|МБУ|МКУ|МАУ|Г[БКАО]?ОУ|КГ[БК]ОУ|ОГ[БКА]ОУ)(?!\p{L})/giu;
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/средняя (?:общеобразовательная|образовательная) школа/giu, "СОШ"],
  [/основная (?:общеобразовательная|образовательная) школа/giu, "ООШ"],
  [/начальная (?:общеобразовательная|образовательная) школа/giu, "НОШ"],
];

/**
 * A school as people call it: without its legal form and quotes, the type abbreviated.
 * @example shortSchoolName("МБОУ «Берёзовская СОШ»") // "Берёзовская СОШ"
 * @returns the whole name where nothing but a legal form is in it
 */
export function shortSchoolName(name: string): string {
  const printed = documentName(name);
  let short = printed.replace(LEGAL, " ");
  for (const [pattern, type] of TYPES) short = short.replace(pattern, type);
  short = short
    .replace(/[«»]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s–—,-]+|[\s–—,-]+$/g, "");
  return /[\p{L}\d]/u.test(short) ? short : printed;
}

/** Leaves out what a sheet's name may not have: / \ ? * [ ] : and an apostrophe at either end. */
const legal = (text: string): string =>
  text
    .replace(/[/\\?*[\]:]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "");

/** A long name is cut in its middle, so that the number at its end stays. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const tail = text.slice(-TAIL).replace(/^\S* /, "").trim();
  return `${text.slice(0, limit - tail.length - 1).trim()}…${tail}`;
}

/**
 * Names of sheets for schools: of at most 31 legal characters, no two alike in whatever case.
 * @param prefix what stands before the school, «Увед. »
 * @example sheetNames(["МБОУ «Берёзовская СОШ»"], "") // ["Берёзовская СОШ"]
 */
export function sheetNames(schools: readonly string[], prefix: string): readonly string[] {
  const taken = new Set<string>();
  return schools.map((school) => {
    const wanted = legal(prefix + shortSchoolName(school)) || "Школа";
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? "" : ` (${n})`;
      const name = cut(wanted, SHEET_NAME - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
