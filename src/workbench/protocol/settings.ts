import type { Workbook } from "../store/model";

/** Settings of the Common API cross the bridge as JSON texts; the workbook keeps them as values. */
export function readSettings({ settings }: Workbook, keys: string[], values: string[]): void {
  for (const [key, value] of settings) {
    keys.push(key);
    values.push(JSON.stringify(value));
  }
}

/** `saveAsync` writes all settings at once: one that is missing was removed. */
export function writeSettings(
  { settings }: Workbook,
  keys: readonly string[],
  values: readonly string[],
): void {
  settings.clear();
  keys.forEach((key, index) => {
    const value: unknown = JSON.parse(values[index] ?? "null");
    settings.set(key, value);
  });
}
