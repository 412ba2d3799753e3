/** Excel's limit, learn.microsoft.com: Worksheet.name. */
const LIMIT = 31;

/**
 * A sheet or table name not yet taken, within Excel's rules; the name is added to `taken` (lower case).
 * @example uniqueName("Дорожная карта", new Set(["дорожная карта"]), " ") // "Дорожная карта (2)"
 * @example uniqueName("ШНОР_Перечень", new Set(["шнор_перечень"]), "_") // "ШНОР_Перечень_2"
 */
export function uniqueName(wanted: string, taken: Set<string>, separator: " " | "_"): string {
  const legal =
    wanted
      .replace(/[/\\?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Лист";
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : separator === " " ? ` (${n})` : `_${n}`;
    const name = legal.slice(0, LIMIT - suffix.length).trim() + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
