import { told, type Heading } from "./heading";
import { fillParts, NO_PARTS, procedureParts, type ProcedureParts } from "./parse-procedure";
import { rowKind } from "./row-words";
import { parseYear, type SchoolYear } from "./year";

/** What heading rows between blocks of schools tell: «ВПР математика 5 класс», «Н-ский район». */
export interface Section {
  readonly year: SchoolYear | null;
  readonly parts: ProcedureParts | null;
  readonly municipality?: string;
  /** The headings themselves. */
  readonly texts?: readonly string[];
}

/** Headings met so far, and what they tell together. */
export class Sections {
  current: Section = { year: null, parts: null };
  private readonly headings: Heading[] = [];

  municipality(name: string): void {
    this.current = { ...this.current, municipality: name };
  }

  /** A heading between blocks of schools that tells their procedure or year. @returns whether the text is one */
  open(text: string): boolean {
    if (/^\s*\*/.test(text) || rowKind(text) === "note") return false;
    const heading = { year: parseYear(text), parts: procedureParts(text), text };
    const tells = told(heading);
    if (tells.length === 0) return false;
    // «6 класс» ends what «5 класс» and the «Математика» under it told.
    const ended = this.headings.findIndex((above) => told(above).some((part) => tells.includes(part)));
    if (ended >= 0) this.headings.splice(ended);
    this.headings.push(heading);
    const year = this.headings.findLast((above) => above.year !== null)?.year ?? null;
    const parts = this.headings.reduceRight((sum, above) => fillParts(sum, above.parts), NO_PARTS);
    const texts = this.headings.flatMap((above) => above.text ?? []);
    this.current = { ...this.current, year, parts, texts };
    return true;
  }
}
