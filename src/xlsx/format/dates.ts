/** Serial number of an ISO date: cells of type `d` in strict files. */
export function isoToSerial(text: string): number | undefined {
  const time = Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time / 86_400_000 + 25_569;
}
