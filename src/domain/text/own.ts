/**
 * What a table says under a word that a user typed; `undefined` where it says nothing.
 * Plain indexing would find what every object inherits: «constructor» is a function, «__proto__» an object.
 * @example own({ да: true }, "constructor") // undefined
 */
export const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
