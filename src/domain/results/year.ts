/**
 * A school year by the calendar year in which it ends: 2019 is 2018/2019. ВПР, ОГЭ and ЕГЭ of spring Y belong to
 * (Y−1)/Y, so the bare «2019» of a results sheet is 2018/2019 (domain reference, Identification).
 */
export type SchoolYear = number;

/** @example formatYear(2019) // "2018/2019" */
export function formatYear(year: SchoolYear): string {
  return `${year - 1}/${year}`;
}

/**
 * Reads «2018/2019», «2018-2019 уч. год», «2018/19», «2019», «2019 г.», a number 2019.
 * @returns null when there is no one year in the text (none, or several that differ).
 */
export function parseYear(text: string | number): SchoolYear | null {
  const found = new Set<SchoolYear>();
  const plain = String(text)
    // «18/19 уч. г.»: two digits only beside the word, or alone.
    .replace(/(?<=^\s*|(?<![\d.,/\-–—])\s)(\d\d)\s*[/\-–—]\s*(\d\d)(?=\s*(?:уч|гг?\.|год|$))/gi, "20$1/20$2")
    // «за 2018–2019 годы» are two years; «2018–2019 учебный год» is one.
    .replace(/(20\d\d)\s*[-–—]\s*(20\d\d)(?=\s*(?:гг|год[ыоа]))/gi, "$1 и $2");
  const rest = plain.replace(
    /(?<!\d)(20\d\d)\s*[/\-–—]\s*(20)?(\d\d)(?!\d)/g,
    (whole, first: string, _c, second: string) => {
      const end = 2000 + Number(second);
      if (end !== Number(first) + 1) return whole;
      found.add(end);
      return " ";
    },
  );
  for (const [, year] of rest.matchAll(/(?<![\d.,№]|№\s)(20\d\d)(?![\d]|[.,]\d)/g)) found.add(Number(year));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/**
 * The school year of a date in a title («Дата: 20.04.2026», «апрель 2026»); null for September–December, when ВПР of
 * the preceding year's programme were held too (2020, 2022: domain reference, Identification), and for several dates.
 */
export function parseDateYear(text: string): SchoolYear | null {
  const found = new Set<SchoolYear | null>();
  for (const [, month, year] of text.matchAll(/(?<!\d)(?:[0-3]?\d[./])?([01]?\d)[./](20\d\d)(?!\d)/g)) {
    found.add(yearOfMonth(Number(month), Number(year)));
  }
  for (const [, year, month] of text.matchAll(/(?<!\d)(20\d\d)[.-]([01]\d)[.-][0-3]\d(?!\d)/g)) {
    found.add(yearOfMonth(Number(month), Number(year)));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function yearOfMonth(month: number, year: number): SchoolYear | null {
  return month >= 1 && month <= 8 ? year : null;
}
