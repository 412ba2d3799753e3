import type { Style } from "./model";

/** A part of a style to change: `null` takes the property back to the workbook's default. */
export type StyleChange = { readonly [Key in keyof Style]?: Style[Key] | null };

const interned = new Map<string, Style>();
const merged = new WeakMap<Style, Map<string, Style | undefined>>();
const NO_STYLE: Style = {};

/** One object for equal styles, so that thousands of cells share it and files write it once. */
export function intern(style: Style): Style | undefined {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = interned.get(key);
  if (known) return known;
  const fresh: Style = Object.freeze(Object.fromEntries(entries));
  interned.set(key, fresh);
  return fresh;
}

/** The style with the change laid over it; `undefined` when nothing differs from the default any more. */
export function mergeStyle(
  style: Style | undefined,
  change: StyleChange,
  key = JSON.stringify(change),
): Style | undefined {
  const base = style ?? NO_STYLE;
  let known = merged.get(base);
  if (!known) merged.set(base, (known = new Map<string, Style | undefined>()));
  if (known.has(key)) return known.get(key);
  const entries = Object.entries({ ...base, ...change }).filter(([, value]) => value !== null);
  const result = intern(Object.fromEntries(entries));
  known.set(key, result);
  return result;
}
