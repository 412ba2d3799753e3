/** The report's shape as issue A point 9 states it, checked value by value. */
type Check = (value: unknown, path: string) => string[];

const kind =
  (name: string, holds: (value: unknown) => boolean): Check =>
  (value, path) =>
    holds(value) ? [] : [`${path}: ${JSON.stringify(value)} is not ${name}`];
const text = kind("a text", (value) => typeof value === "string" && value !== "");
const flag = (values: readonly unknown[]): Check =>
  kind(values.map(String).join(" | "), (value) => values.includes(value));
const count = kind("a whole number", (value) => Number.isInteger(value) && Number(value) >= 0);
const fraction = kind("a fraction 0…1", (value) => typeof value === "number" && value >= 0 && value <= 1);
const year = kind("a school year", (value) => {
  const [, from, to] = /^(20\d\d)\/(20\d\d)$/.exec(String(value)) ?? [];
  return Number(to) === Number(from) + 1;
});
const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? [] : check(value, path);
const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : [`${path} is not a list`];
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null) return [`${path} is not an object`];
    const entries = new Map<string, unknown>(Object.entries(value));
    return Object.entries(fields).flatMap(([name, check]) =>
      entries.has(name) ? check(entries.get(name), `${path}.${name}`) : [`${path} has no ${name}`],
    );
  };

const source = record({
  sheet: text,
  address: kind("an address", (v) => /^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(String(v))),
});
const figures = { participants: orNull(count), failed: orNull(count), share: orNull(fraction) };
const procedure = kind("a procedure", (v) => /^(ВПР .+ \d+|(ОГЭ|ЕГЭ) [^\d]+)$/.test(String(v)));
const criteria = listOf(flag([1, 2]));
const school = { school: text, schoolKey: text };

const report = record({
  results: listOf(record({ ...school, procedure, year, ...figures, source })),
  problems: listOf(
    record({
      code: text,
      severity: flag(["error", "warning", "info"]),
      sheet: orNull(text),
      address: orNull(kind("a text", (v) => typeof v === "string")),
      message: text,
    }),
  ),
  verdicts: listOf(
    record({
      ...school,
      status: flag(["low", "notLow", "insufficient"]),
      criteria,
      unchecked: criteria,
      evidence: listOf(record({ criterion: flag([1, 2]), procedure, year, ...figures, source })),
    }),
  ),
  sheets: listOf(
    record({
      name: text,
      kind: flag(["results", "lowSchools", "roadmap", "requisites", "decisions", "registry", "files"]),
    }),
  ),
  read: listOf(record({ sheet: text, layout: text, rows: count })),
  host: record({ requests: count, syncs: count, unknownCalls: listOf(text) }),
});

/** In what a report differs from the shape; empty when it is right. */
export const shapeFaults = (value: unknown): string[] => report(value, "report");

/** The parts of a report that the tests read; `shapeFaults` is asked first. */
export interface Report {
  readonly results: readonly {
    readonly school: string;
    readonly schoolKey: string;
    readonly procedure: string;
    readonly year: string;
    readonly participants: number | null;
    readonly failed: number | null;
    readonly share: number | null;
    readonly source: { readonly file?: string; readonly sheet: string; readonly address: string };
  }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly verdicts: readonly {
    readonly school: string;
    readonly schoolKey: string;
    readonly status: string;
    readonly criteria: readonly number[];
    readonly evidence: readonly { readonly share: number | null; readonly year: string }[];
  }[];
  readonly sheets: readonly { readonly name: string; readonly kind: string; readonly measures?: number }[];
  readonly read: readonly { readonly file?: string; readonly sheet: string; readonly layout: string }[];
  readonly host: { readonly syncs: number; readonly unknownCalls: readonly string[] };
}
