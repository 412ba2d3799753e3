import { FileProblem } from "../problem";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes begin as an OLE compound file: an old .xls or an encrypted .xlsx, never a plain .xlsx. */
export function isOle(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * What an OLE file is, told by the names in its directory: [MS-OFFCRYPTO] 2.3.4 puts a protected package into the
 * stream `EncryptedPackage`; an old workbook lives in `Workbook` (BIFF8) or `Book` (BIFF5).
 */
export function oleProblem(bytes: Uint8Array): FileProblem {
  if (contains(bytes, "EncryptedPackage")) return new FileProblem("encrypted");
  if (contains(bytes, "Workbook") || contains(bytes, "Book")) return new FileProblem("oldXls");
  return new FileProblem("notXlsx", "OLE compound file");
}

/** Directory entries are UTF-16 and start on 128-byte borders, [MS-CFB] 2.6.1. */
function contains(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(`${name}\0`).flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
