/** Why a file could not be opened. */
export type FileProblemCode = "notXlsx" | "oldXls" | "encrypted" | "corrupted" | "tooLarge";

/** A file that cannot be opened; the text for the user is made from `code` and `detail` by whoever shows it. */
export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    /** `corrupted`: the part and what is wrong with it; `tooLarge`: the size in bytes. */
    readonly detail = "",
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "FileProblem";
  }
}
