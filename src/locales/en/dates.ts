const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** An ISO date in words, the day first as in Russia. @example formatDate("2026-09-01") // "1 September 2026" */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return iso;
  return `${day}\u00a0${MONTHS[month - 1] ?? ""} ${year}`;
}
