import type { Cell } from "../../store/model";

interface Stop {
  readonly at: number;
  readonly color: string;
}

/** The fill that a scale of two or three colours gives each number; `undefined` where its limits are formulas. */
export function colorScale(
  rule: Readonly<Record<string, unknown>>,
  cells: Iterable<Cell>,
): ((cell: Cell | undefined) => string | undefined) | undefined {
  const numbers = [...cells].flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  numbers.sort((a, b) => a - b);
  const given = [rule["minimum"], rule["midpoint"], rule["maximum"]].filter((point) => isRecord(point));
  const stops = given.map((point) => stopOf(point, numbers));
  if (stops.length < 2 || !stops.every((stop) => stop !== undefined)) return undefined;
  return (cell) => (typeof cell?.value === "number" ? colorAt(cell.value, stops) : undefined);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** learn.microsoft.com, Excel.ConditionalColorScaleCriterion: `formula` is a number, per cent or percentile. */
function stopOf(point: Readonly<Record<string, unknown>>, sorted: readonly number[]): Stop | undefined {
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const color = typeof point["color"] === "string" ? point["color"] : "#FFFFFF";
  const { formula } = point;
  const number = typeof formula === "string" ? Number(formula.replace(/^=/, "")) : Number(formula ?? NaN);
  switch (point["type"]) {
    case "LowestValue":
      return { at: least, color };
    case "HighestValue":
      return { at: most, color };
    case "Percent":
      return { at: least + ((most - least) * number) / 100, color };
    case "Percentile":
      return { at: percentile(sorted, number / 100), color };
    default:
      return Number.isFinite(number) ? { at: number, color } : undefined;
  }
}

/** As PERCENTILE.INC: between two values it goes evenly. */
function percentile(sorted: readonly number[], share: number): number {
  const place = Math.min(Math.max(share, 0), 1) * (sorted.length - 1);
  const [before = 0, after = before] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return before + (after - before) * (place - Math.floor(place));
}

function colorAt(value: number, stops: readonly Stop[]): string | undefined {
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return undefined;
  if (value <= first.at) return first.color;
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1];
    if (before && value <= stop.at) return blend(before, stop, value);
  }
  return last.color;
}

function blend(from: Stop, to: Stop, value: number): string {
  const share = to.at === from.at ? 1 : (value - from.at) / (to.at - from.at);
  const mixed = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map(({ color }) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("").toUpperCase()}`;
}
