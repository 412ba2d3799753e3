/** Russian wording shared by the documents: plural forms, lists, per cent, dates. */

/** A no-break space: keeps «№ 5» and «30 %» on one line. */
export const NBSP = "\u00A0";

const plurals = new Intl.PluralRules("ru");

/**
 * The form of a noun that goes with a whole number.
 * @example plural(21, "школа", "школы", "школ") // "школа"
 */
export function plural(count: number, one: string, few: string, many: string): string {
  const form = plurals.select(count);
  return form === "one" ? one : form === "few" ? few : many;
}

/** @example counted(3, "школа", "школы", "школ") // "3 школы" */
export function counted(count: number, one: string, few: string, many: string): string {
  return `${count}${NBSP}${plural(count, one, few, many)}`;
}

/** @example joinRussian(["а", "б", "в"]) // "а, б и в" */
export function joinRussian(items: readonly string[]): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} и ${items.at(-1) ?? ""}`;
}

/**
 * A fraction as per cent. Rounds towards the decimals shown; a share that is below a whole bound and would round up to
 * it is printed with more decimals, so that a figure never contradicts its verdict.
 * @example formatShare(8 / 23) // "34,8 %"
 */
export function formatShare(fraction: number, threshold?: number): string {
  const percent = Math.round(fraction * 1e11) / 1e9;
  for (let digits = 1; digits < 4; digits++) {
    const shown = Number(percent.toFixed(digits));
    if (threshold === undefined || shown >= threshold === percent >= threshold)
      return formatPercent(shown, digits);
  }
  return formatPercent(percent, 4);
}

/** A number of per cent with a decimal comma. @example formatPercent(30, 0) // "30 %" */
export function formatPercent(percent: number, digits?: number): string {
  const text = digits === undefined ? String(percent) : percent.toFixed(digits);
  return `${text.replace(".", ",")}${NBSP}%`;
}

const MONTHS_GENITIVE =
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");

/** An ISO date in words. @example formatDate("2026-09-01") // "1 сентября 2026 г." */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return iso;
  return `${day}${NBSP}${MONTHS_GENITIVE[month - 1] ?? ""} ${year}${NBSP}г.`;
}

/** ISO date of an Excel serial (1900 system). @example dateOfSerial(46266) // "2026-09-01" */
export function dateOfSerial(serial: number): string {
  return new Date(Math.round(serial - 25569) * 86_400_000).toISOString().slice(0, 10);
}

/**
 * ISO date of what a user typed into a cell: a serial or «01.09.2026».
 * @returns null for anything else, days that no month has among them
 * @example typedDate("01.09.2026") // "2026-09-01"
 */
export function typedDate(value: string | number | boolean | null): string | null {
  if (typeof value === "number") return value > 20000 && value < 80000 ? dateOfSerial(value) : null;
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(String(value ?? "").trim());
  const [day, month, year] = (found ?? []).slice(1).map(Number);
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

/** Excel serial of an ISO date. */
export function serialOfDate(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25569;
}

/** Orders names as people do: «№ 2» before «№ 10». */
export const byName = new Intl.Collator("ru", { numeric: true }).compare;
