import type { Procedure } from "../procedure";
import type { SheetView } from "../sheet-view";
import type { SchoolYear } from "../year";

/**
 * Pupils of one sheet in one procedure, on their way from a layout to the counts. Names and documents live only here,
 * to tell people apart: nothing of a pupil may get into a result, a problem, a label of a source or a sheet (domain
 * reference, Roadmaps: personal data).
 */
export interface PupilBlock {
  readonly view: SheetView;
  /** Column of the mark or score; local. */
  readonly column: number;
  readonly procedure: Procedure;
  readonly year: SchoolYear;
  /** Day of the exam as `2026-06-02`; null where it is not told. */
  readonly date: string | null;
  /** What the values are: marks 2–5, ЕГЭ test scores, or total scores that need a scale. */
  readonly unit: "mark" | "score" | "total";
  /** The least value that passes, printed in the protocol's own footer. */
  readonly minimum: PrintedMinimum | null;
  /** Rows of an appeals protocol: they change marks and count nobody. */
  readonly appeals: boolean;
  readonly pupils: readonly Pupil[];
}

export interface PrintedMinimum {
  readonly value: number;
  readonly row: number;
  readonly column: number;
}

export interface Pupil {
  /** Local row. */
  readonly row: number;
  readonly school: PupilSchool;
  /** Class as compared: «9А»; empty where the sheet has none. */
  readonly grade: string;
  /** Name or code of the pupil as compared; empty where the sheet has neither. */
  readonly person: string;
  /** Series and number of the document as compared; empty where the sheet has none. */
  readonly document: string;
  readonly value: number;
}

export interface PupilSchool {
  readonly name: string;
  readonly code?: string;
  readonly municipality?: string;
}

/** Nothing to bring to one form: blank, a code, a class without a letter. */
const PLAIN = /^\d*$/;

/** Latin letters that look like Cyrillic ones: «9A» is typed on either keyboard. */
const LATIN = "ABCEHKMOPTXY";
const CYRILLIC = "АВСЕНКМОРТХУ";
const cyrillic = (text: string): string =>
  /[A-Z]/.test(text)
    ? text.replace(/[ABCEHKMOPTXY]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
    : text;

/** A class as compared: «9 "а"» and «9А» are one. */
export function compareClass(text: string): string {
  return PLAIN.test(text) ? text : cyrillic(text.replace(/[\s"«».,'-]+/g, "").toUpperCase());
}

/** Whether two classes as compared may be one: a sheet may give the number alone, or the letter alone. */
export function mayBeClass(one: string, other: string): boolean {
  if (one === other || one === "" || other === "") return true;
  const [number, letter] = partsOfClass(one);
  const [otherNumber, otherLetter] = partsOfClass(other);
  const meet = (a: string, b: string): boolean => a === "" || b === "" || a === b;
  return meet(number, otherNumber) && meet(letter, otherLetter);
}

function partsOfClass(grade: string): readonly [number: string, letter: string] {
  const number = /^\d*/.exec(grade)?.[0] ?? "";
  return [number, grade.slice(number.length)];
}

/** A name or code as compared: case, ё, spaces and look-alike letters do not tell people apart. */
export function comparePerson(text: string): string {
  return PLAIN.test(text)
    ? text
    : cyrillic(text.trim().toUpperCase().replaceAll("Ё", "Е").replace(/\s+/g, " "));
}
