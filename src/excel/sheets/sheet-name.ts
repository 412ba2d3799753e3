/** Excel's limit, learn.microsoft.com: Worksheet.name. */
const LIMIT = 31;
/** Excel keeps this name for its own list of changes. */
const RESERVED = new Set(["history"]);
/** Neither blanks nor apostrophes at the ends, the latter being forbidden there. */
const bare = (name: string): string => name.replace(/^[\s']+|[\s']+$/g, "");

/**
 * A sheet or table name not yet taken, within Excel's rules; the name is added to `taken` (lower case).
 * @example uniqueName("Дорожная карта", new Set(["дорожная карта"]), " ") // "Дорожная карта (2)"
 * @example uniqueName("ШНОР_Перечень", new Set(["шнор_перечень"]), "_") // "ШНОР_Перечень_2"
 */
export function uniqueName(wanted: string, taken: Set<string>, separator: " " | "_"): string {
  const legal = bare(wanted.replace(/[/\\?*[\]:\p{Cc}]/gu, " ")) || "Лист";
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : separator === " " ? ` (${n})` : `_${n}`;
    const name = bare(legal.slice(0, LIMIT - suffix.length)) + suffix;
    if (taken.has(name.toLowerCase()) || RESERVED.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
