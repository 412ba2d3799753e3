/** Languages of the interface. */
export type Locale = "ru" | "en";

/** Russian is the default; any English culture gets English. @example localeOf("en-US") // "en" */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith("en") === true ? "en" : "ru";
}
