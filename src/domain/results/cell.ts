import type { CellValue } from "../grid";

/** What a cell of figures says. */
export type Cell =
  | { readonly kind: "blank" }
  /** «н/д», «-», «нет» …: the sheet says itself that there is nothing. */
  | { readonly kind: "noData" }
  | NumberCell
  | { readonly kind: "error"; readonly text: string }
  /** A number under a date format: «12.5» that Excel took for the 12th of May. */
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "text"; readonly text: string };

export interface NumberCell {
  readonly kind: "number";
  /** In per cent where `percent` is set: 30 for «30 %» and for 0.3 under the format `0%`. */
  readonly value: number;
  /** Digits after the decimal point of `value`. */
  readonly decimals: number;
  readonly percent: boolean;
  /** Typed as text: its decimals are all that is known; a number drops its trailing zeros. */
  readonly text: boolean;
}

const NO_DATA = new Set(
  [
    "-,--,---,.,..,...,…,х,x,хх,*,/,//,н/д,нд,н.д,н/а,нет,нет данных,данных нет,нет участников,нет обучающихся",
    "нет учащихся,не участвовали,не участвовала,не участвовал,не уч,не писали,не сдавали,не проводилась,не проводился",
    "не проводилось,не проводили,не было,отсутствуют,отсутствует,нет класса,нет классов,n/a,na",
  ].flatMap((list) => list.split(",")),
);
const ERRORS =
  /^#(?:н\/д|n\/a|дел\/0!|div\/0!|знач!|value!|ссылка!|ref!|имя\?|name\?|число!|num!|пусто!|null!|перенос!|spill!|calc!|вычисл!|getting_data|[a-zа-я/0-9_]+[!?])$/i;

/** Reads one cell of figures; `format` is its number format where known. */
export function parseCell(value: CellValue | undefined, format = ""): Cell {
  if (value === null || value === undefined) return { kind: "blank" };
  if (typeof value === "boolean") return { kind: "text", text: value ? "ИСТИНА" : "ЛОЖЬ" };
  if (typeof value === "number") return parseNumber(value, formatKind(format));
  return parseText(value);
}

function parseNumber(value: number, kind: FormatKind): Cell {
  if (!Number.isFinite(value)) return { kind: "text", text: String(value) };
  if (kind === "date") return { kind: "date", text: dateText(value) };
  const percent = kind === "percent";
  // Nine decimals: 0.29 * 100 is 28.999999999999996 in floating point.
  const exact = percent ? Number((value * 100).toFixed(9)) : value;
  return { kind: "number", value: exact, decimals: decimalsOf(exact), percent, text: false };
}

/** A date as its cell shows it; its serial says nothing to the reader. */
function dateText(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  if (Number.isNaN(day.getTime())) return String(serial);
  return day.toISOString().slice(0, 10).split("-").reverse().join(".");
}

function parseText(raw: string): Cell {
  const text = raw.replace(/[\u00A0\u2007\u2009\u202F\u200A\u2002\u2003\s]+/g, " ").trim();
  if (text === "") return { kind: "blank" };
  const plain = text.toLowerCase().replace(/[‐‑‒–—−]/g, "-");
  if (NO_DATA.has(plain) || NO_DATA.has(plain.replace(/[.;, ]+$/, "") || plain)) return { kind: "noData" };
  if (ERRORS.test(text)) return { kind: "error", text };
  const match =
    /^(-)? ?(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))? ?(%|процент[а-я]*|чел(?:\.|овека?)?|уч\.)? ?\*{0,3}$/.exec(
      plain,
    );
  if (match === null) return { kind: "text", text };
  const [, minus = "", whole = "", fraction = "", unit = ""] = match;
  const value = Number(`${minus}${whole.replace(/ /g, "")}.${fraction || "0"}`);
  const percent = unit.startsWith("%") || unit.startsWith("процент");
  return { kind: "number", value, decimals: fraction.length, percent, text: true };
}

/** @example decimalsOf(12.36) // 2 */
export function decimalsOf(value: number): number {
  const text = String(Math.abs(value));
  if (text.includes("e")) return 9;
  const point = text.indexOf(".");
  return point < 0 ? 0 : Math.min(9, text.length - point - 1);
}

type FormatKind = "plain" | "percent" | "date";
const formatKinds = new Map<string, FormatKind>();

function formatKind(format: string): FormatKind {
  const known = formatKinds.get(format);
  if (known !== undefined) return known;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, " ");
  const date = /(?:^|[^a-z])(?:d{1,4}|m{1,4}|y{2,4})(?![a-z])/i.test(bare);
  const kind = bare.includes("%") ? "percent" : date ? "date" : "plain";
  formatKinds.set(format, kind);
  return kind;
}
