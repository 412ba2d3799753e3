/**
 * Those who carry a measure out, one by one, as its cell lists them; each begins with a capital, so that the first of a
 * cell and the second of another are one.
 * @example splitResponsible("Управление образования, методический центр") // ["Управление образования", "Методический центр"]
 */
export function splitResponsible(text: string): readonly string[] {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => name !== "")
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return [...new Set(names)];
}
