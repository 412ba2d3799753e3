/**
 * What a table says under a name that a file, a request or a key of the keyboard gives; `undefined` where it says
 * nothing. Plain indexing would find what every object inherits: «constructor» is a function, «__proto__» an object.
 */
export const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The name under which a table says a value. */
export const keyOf = <T>(table: Readonly<Record<string, T>>, value: unknown): string | undefined =>
  Object.entries(table).find(([, said]) => said === value)?.[0];
