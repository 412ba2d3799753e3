import type { FileProblemCode } from "../../xlsx";

/** Why a file was not read; text in `locales/`. */
export type FileFailureCode = FileProblemCode | "notText" | "csvBroken" | "otherKind" | "sameName" | "empty";

/** A file that cannot be read. */
export class FileFailure extends Error {
  override readonly name = "FileFailure";
  constructor(
    readonly code: FileFailureCode,
    readonly detail = "",
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
  }
}

/** A file of a set that was not read; the others were. */
export interface FailedFile {
  readonly file: string;
  readonly code: FileFailureCode;
}
