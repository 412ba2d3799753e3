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
  const rest = String(text).replace(
    /(?<!\d)(20\d\d)\s*[/\-–—]\s*(20)?(\d\d)(?!\d)/g,
    (whole, first: string, _c, second: string) => {
      const end = 2000 + Number(second);
      if (end !== Number(first) + 1) return whole;
      found.add(end);
      return " ";
    },
  );
  for (const [, year] of rest.matchAll(/(?<![\d.,])(20\d\d)(?![\d]|[.,]\d)/g)) found.add(Number(year));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
