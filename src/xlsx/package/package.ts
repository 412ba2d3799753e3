import { FileProblem } from "../problem";
import { XmlProblem } from "../xml/cursor";
import { parseXml, type XmlElement } from "../xml/element";
import { pack, readZip, unpack, writeZip, type ZipEntry } from "./zip";

/** Unpacked size above which a file is refused: a zip bomb, or more than a browser tab holds. */
const SIZE_LIMIT = 600 * 1024 * 1024;

/**
 * The parts of an .xlsx. A part that nobody sets is written back packed as it was, so it is the same byte for byte.
 * Part names have no leading slash and are compared without case, as OPC asks (ECMA-376 part 2, 6.2.2.3).
 */
export class Package {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly changed = new Map<string, { name: string; text: string }>();
  private readonly texts = new Map<string, string>();

  constructor(entries: readonly ZipEntry[]) {
    for (const entry of entries) if (!entry.name.endsWith("/")) this.entries.set(key(entry.name), entry);
  }

  static open(bytes: Uint8Array, limit = SIZE_LIMIT): Package {
    return new Package(readZip(bytes, limit));
  }

  has(part: string): boolean {
    return this.changed.has(key(part)) || this.entries.has(key(part));
  }

  names(): string[] {
    const names = [...this.entries.values()].map(({ name }) => name);
    for (const [id, { name }] of this.changed) if (!this.entries.has(id)) names.push(name);
    return names;
  }

  /** Text of an XML part; throws `FileProblem` when it is missing or cannot be decoded. */
  text(part: string): string {
    const known = this.changed.get(key(part))?.text ?? this.texts.get(key(part));
    if (known !== undefined) return known;
    const entry = this.entries.get(key(part));
    if (!entry) throw new FileProblem("corrupted", `${part}: missing`);
    return decode(unpack(entry), part);
  }

  /** The tree of an XML part; `opaque` elements are not looked into. */
  tree(part: string, opaque?: string): XmlElement {
    return parsed(part, () => parseXml(this.text(part), opaque));
  }

  set(part: string, text: string): void {
    const name = this.entries.get(key(part))?.name ?? part;
    this.changed.set(key(part), { name, text });
  }

  remove(part: string): void {
    this.changed.delete(key(part));
    this.entries.delete(key(part));
  }

  /** First free name: `xl/worksheets/sheet` and `.xml` give `xl/worksheets/sheet4.xml`. */
  freeName(before: string, after: string): string {
    for (let number = 1; ; number++)
      if (!this.has(`${before}${number}${after}`)) return `${before}${number}${after}`;
  }

  save(): Uint8Array {
    const pending = new Map(this.changed);
    const entries: ZipEntry[] = [];
    for (const [id, entry] of this.entries) {
      const change = pending.get(id);
      pending.delete(id);
      entries.push(change ? packText(change) : entry);
    }
    return writeZip([...entries, ...[...pending.values()].map(packText)]);
  }
}

function packText({ name, text }: { name: string; text: string }): ZipEntry {
  return pack(name, new TextEncoder().encode(text));
}

function key(part: string): string {
  return part.toLowerCase();
}

/** Does it, and names the part when its XML is broken. */
export function parsed<Result>(part: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlProblem) throw new FileProblem("corrupted", `${part}: ${error.message}`);
    throw error;
  }
}

/** Engines of JavaScript hold no longer text (V8: 2^29 - 24 characters). */
const TEXT_LIMIT = 2 ** 29 - 24;

function decode(bytes: Uint8Array, part: string): string {
  if (bytes.length > TEXT_LIMIT) throw new FileProblem("tooLarge", String(bytes.length));
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  try {
    const quick = utf16 ? "\ufffd" : new TextDecoder().decode(bytes);
    // Strict decoding is many times slower in Node, and needed only where a replaced character shows up.
    const text = quick.includes("\ufffd")
      ? new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes)
      : quick;
    return utf16 ? text.replace(/encoding="[^"]*"/i, 'encoding="UTF-8"') : text;
  } catch {
    throw new FileProblem("corrupted", `${part}: encoding`);
  }
}
