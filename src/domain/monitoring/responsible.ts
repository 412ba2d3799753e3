/** «Иванова А. А.», «А. А. Иванова», «Иванова Анна Петровна»: after it, a comma leads to the post, not to another. */
const PERSON =
  /^(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s*(?:\p{Lu}\.)?|\p{Lu}\.\s*(?:\p{Lu}\.)?\s*\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|(?:\p{Lu}\p{Ll}+\s+){2}\p{Lu}\p{Ll}+(?:ич|на))$/u;

/**
 * Those who carry a measure out, one by one, as its cell lists them; each begins with a capital, so that the first of a
 * cell and the second of another are one. A comma inside brackets or quotes separates nobody, nor does one between a
 * person and the post.
 * @example splitResponsible("Управление образования, методический центр") // ["Управление образования", "Методический центр"]
 * @example splitResponsible("Иванова А. А., методист; отдел (школы, кадры)") // ["Иванова А. А., методист", "Отдел (школы, кадры)"]
 */
export function splitResponsible(text: string): readonly string[] {
  const names = text
    .split(/[;\n]/)
    .flatMap((part) => withPosts(atCommas(part)))
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => name !== "")
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return [...new Set(names)];
}

/** What a comma does not separate: text inside closed brackets or quotes. */
const PIECE = /(?:\([^()]*\)|«[^«»]*»|[^,])+/g;

const atCommas = (text: string): readonly string[] => text.match(PIECE) ?? [];

/** A post that follows a person after a comma and begins with a small letter belongs to that person. */
function withPosts(parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const part of parts.map((each) => each.trim())) {
    const before = names.at(-1);
    if (before !== undefined && PERSON.test(before) && /^\p{Ll}/u.test(part))
      names[names.length - 1] = `${before}, ${part}`;
    else names.push(part);
  }
  return names;
}

/** Name under which measures that nobody is responsible for are counted. */
export const NOBODY = "Ответственный не указан";

/** Those who carry a measure out; never empty, so that no measure is left out of what is counted by them. */
export const responsibleFor = ({
  responsible,
}: {
  readonly responsible: readonly string[];
}): readonly string[] => (responsible.length === 0 ? [NOBODY] : responsible);
