import type { Grid } from "../../domain/grid";
import { FileProblem, readSheets } from "../../xlsx";
import { FileFailure, type FailedFile, type FileFailureCode } from "./failure";
import { readCsv } from "./read-csv";

/** Larger files are not read in the pane. */
export const FILE_LIMIT = 64 * 1024 * 1024;
/** A sheet of 64 MB packed is some 500 MB of XML; more than that is no sheet of results. */
const UNPACKED_LIMIT = 600 * 1024 * 1024;
/** 100 000 pupils × 30 columns are three million. */
const CELL_LIMIT = 12_000_000;
/** As `read-workbook.ts` does: larger sheets are lists of pupils, whose figures are not shares. */
const FORMATS_UP_TO = 300_000;

/** A file as the pane has it from its input, and the job from the disk. */
export interface SourceFile {
  readonly name: string;
  /** Bytes; known before the file is read. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

export interface ReadFilesOptions {
  /** Names that files cannot have: that of the open workbook, whose cells would be mixed with the file's. */
  readonly taken?: readonly string[];
  /** `done` is the part of all files that is behind, 0…1. */
  readonly progress?: (file: string, done: number) => void;
  readonly signal?: AbortSignal;
}

export interface FilesRead {
  /** Sheets of all files that were read, in the order of the files. */
  readonly grids: readonly Grid[];
  readonly failures: readonly FailedFile[];
}

/**
 * Reads sheets of .xlsx and .csv files for their results; nothing is written anywhere. A file that cannot be read is a
 * failure with its code, the others are read all the same.
 * @throws the signal's reason when it is aborted
 */
export async function readFiles(
  files: readonly SourceFile[],
  { taken = [], progress, signal }: ReadFilesOptions = {},
): Promise<FilesRead> {
  const grids: Grid[] = [];
  const failures: FailedFile[] = [];
  const names = new Set(taken.map(comparable));
  for (const [index, file] of files.entries()) {
    const pause = async (done: number): Promise<void> => {
      progress?.(file.name, (index + done) / files.length);
      await letOthersWork();
      signal?.throwIfAborted();
    };
    await pause(0);
    try {
      if (names.has(comparable(file.name))) throw new FileFailure("sameName");
      names.add(comparable(file.name));
      grids.push(...(await readFile(file, pause)));
    } catch (error) {
      failures.push({ file: file.name, code: codeOf(error) });
    }
  }
  signal?.throwIfAborted();
  return { grids, failures };
}

const comparable = (name: string): string => name.normalize("NFC").toLowerCase();

/** @throws what is neither ours nor the format's */
function codeOf(error: unknown): FileFailureCode {
  if (error instanceof FileFailure || error instanceof FileProblem) return error.code;
  throw error;
}

/** The kind of a file is told by its contents: an .xlsx is a zip, an .xls an OLE file; only a .csv has no mark. */
async function readFile(file: SourceFile, pause: (done: number) => Promise<void>): Promise<readonly Grid[]> {
  if (file.size > FILE_LIMIT) throw new FileFailure("tooLarge");
  const bytes = await file.bytes();
  if (bytes.length === 0) throw new FileFailure("empty");
  const grids = isText(file.name, bytes)
    ? readCsv(bytes, file.name, CELL_LIMIT)
    : await readXlsx(file.name, bytes, pause);
  if (grids.length === 0) throw new FileFailure("empty");
  return grids;
}

function isText(name: string, [first, second]: Uint8Array): boolean {
  const zip = first === 0x50 && second === 0x4b;
  const ole = first === 0xd0 && second === 0xcf;
  if (zip || ole) return false;
  if (/\.(csv|txt|tsv)$/i.test(name)) return true;
  if (/\.xls[xm]?$/i.test(name)) return false;
  throw new FileFailure("otherKind");
}

async function readXlsx(
  file: string,
  bytes: Uint8Array,
  pause: (done: number) => Promise<void>,
): Promise<readonly Grid[]> {
  const sheets = await readSheets(bytes, {
    unpackedLimit: UNPACKED_LIMIT,
    cellLimit: CELL_LIMIT,
    formatsUpTo: FORMATS_UP_TO,
    pause,
  });
  return sheets.map(({ name, ...cells }): Grid => ({ sheet: name, file, ...cells }));
}

/** A turn of the event loop: the page draws progress and hears «cancel». */
function letOthersWork(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
