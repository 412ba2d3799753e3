import type { EmbeddedHost } from "..";
import type { Workbook } from "../store/model";

/** Whether a workbook differs from what was opened or saved last, as far as a user would miss it. */
export class Changes {
  #known: string;
  #written = false;

  constructor(private readonly host: EmbeddedHost) {
    this.#known = stateOf(host.workbook);
    host.onWritten = () => {
      this.#written = true;
    };
  }

  get any(): boolean {
    return this.#written || stateOf(this.host.workbook) !== this.#known;
  }

  /** From here on: the book was calculated after opening, or saved. */
  forget(): void {
    this.#written = false;
    this.#known = stateOf(this.host.workbook);
  }
}

/** Sizes of what was touched, and what is kept beside the sheets. */
function stateOf({ sheets, names, customXmlParts, settings, removed }: Workbook): string {
  return JSON.stringify([
    sheets.map(({ id, touched }) => [id, touched.styles.size, touched.aspects.size]),
    names.length,
    customXmlParts.map(({ id, xml }) => [id, xml.length]),
    [...settings],
    removed,
  ]);
}
