/** A section of docs/reliability.md, as a script that measured something leaves it in `parts/`, one file each. */
export interface Part {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  }[];
  /** What is not proven, said plainly. */
  readonly remains: readonly string[];
}
