import { remembered } from "./text";
import { own } from "../text/own";

/** One class of a parallel. */
export interface ClassOfParallel {
  readonly grade: number;
  /** «А»; never empty. */
  readonly letter: string;
}

const LATIN: Readonly<Record<string, string>> = { A: "А", B: "В", C: "С", E: "Е", H: "Н", K: "К", M: "М" };

/** The whole text: «5А», «5 "Б"», «5-в», «5г класс». A single small letter after a space may be a word: «5 и». */
const ALONE =
  /^(1[01]|[4-9])(?:\s*[-–]?\s*[«"'„]?\s*([А-ИК-МABCEHKM])\s*[»"'“]?|[-–]?([абвгджзикл]))(?:\s*(?:кл\.?|класс[а-я]*))?$/;
/** Beside other words: glued or in quotes. */
const INSIDE = /(?:^|[\s,;(/])(1[01]|[4-9])(?:\s?[«"'„]([А-ИК-М])[»"'“]|([А-ИК-МABCEHKM]))(?=[\s,;:.)/]|$)/;

/**
 * The class of a parallel that a text names; null where it names none, or a whole parallel.
 * @example classIn("5А") // { grade: 5, letter: "А" }
 * @example classIn("5-е классы") // null
 */
export const classIn = remembered((text: string): ClassOfParallel | null => {
  const found = ALONE.exec(text.trim()) ?? INSIDE.exec(text);
  const letter = (found?.[2] ?? found?.[3])?.toUpperCase();
  if (found === null || letter === undefined) return null;
  return { grade: Number(found[1]), letter: own(LATIN, letter) ?? letter };
});
