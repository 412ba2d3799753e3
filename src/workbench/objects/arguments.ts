import { hostError } from "../protocol/errors";
import { own } from "../../xlsx/own";

/** Arguments arrive as JSON; what does not fit is answered as InvalidArgument, as Excel does. */

export function text(value: unknown): string {
  if (typeof value !== "string") throw hostError("InvalidArgument");
  return value;
}

export function optionalText(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : text(value);
}

/** A name, id or number by which an item is asked for. */
export function key(value: unknown): string {
  if (typeof value === "number") return String(value);
  return text(value);
}

export function integer(value: unknown, fallback?: number): number {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  if (typeof value !== "number" || !Number.isInteger(value)) throw hostError("InvalidArgument");
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw hostError("InvalidArgument");
  return value;
}

export function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw hostError("InvalidArgument");
  return value;
}

/** One of the names of an enumeration, compared as Excel does, without regard to case. */
export function oneOf<T extends string>(names: readonly T[], value: unknown): T {
  const wanted = text(value).toLowerCase();
  const found = names.find((name) => name.toLowerCase() === wanted);
  if (found === undefined) throw hostError("InvalidArgument");
  return found;
}

export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw hostError("InvalidArgument");
  return { ...value };
}

/** `#RRGGBB`, also from a short form or one of the names Excel's samples use. */
export function color(value: unknown): string {
  const given = text(value).trim().toLowerCase();
  const known = own(NAMED_COLORS, given);
  if (known) return known;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(given);
  if (short) return `#${[1, 2, 3].map((at) => (short[at] ?? "").repeat(2)).join("")}`.toUpperCase();
  if (!/^#?[0-9a-f]{6}$/.test(given)) throw hostError("InvalidArgument");
  return `#${given.replace("#", "")}`.toUpperCase();
}

/** The basic colours of CSS; Excel takes every HTML colour name, this host these. */
const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  blue: "#0000FF",
  gray: "#808080",
  green: "#008000",
  lightgray: "#D3D3D3",
  orange: "#FFA500",
  purple: "#800080",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};
