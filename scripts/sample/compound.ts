/**
 * Writes an OLE compound file (MS-CFB, version 3): what old .xls files and password-protected .xlsx files are inside.
 * Only what the bad fixtures need: a few streams under the root.
 */
const SECTOR = 512;
const MINI = 64;
/** Streams below this size live in the mini stream. */
const CUTOFF = 4096;
const [END, FAT_SECTOR, FREE] = [0xfffffffe, 0xfffffffd, 0xffffffff];

interface Entry {
  name: string;
  type: 1 | 2 | 5;
  start: number;
  size: number;
  left: number;
  right: number;
  child: number;
}

export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // Siblings are ordered by length, then by upper-case name (MS-CFB 2.6.4).
  const names = Object.keys(streams).sort(
    (a, b) => a.length - b.length || (a.toUpperCase() < b.toUpperCase() ? -1 : 1),
  );
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const miniParts: Uint8Array[] = [];
  const miniFat: number[] = [];
  const entries: Entry[] = [
    { name: "Root Entry", type: 5, start: END, size: 0, left: FREE, right: FREE, child: FREE },
  ];
  for (const name of names) {
    const data = streams[name] ?? new Uint8Array();
    const start =
      data.length < CUTOFF ? addChain(miniParts, miniFat, data, MINI) : addChain(sectors, fat, data, SECTOR);
    entries.push({ name, type: 2, start, size: data.length, left: FREE, right: FREE, child: FREE });
  }
  const root = entries[0];
  if (root === undefined) throw new Error("unreachable: the root entry is made above");
  root.child = balance(entries, 1, names.length);
  const mini = join(miniParts);
  root.start = addChain(sectors, fat, mini, SECTOR);
  root.size = mini.length;
  const miniFatStart = addChain(sectors, fat, numbers(miniFat), SECTOR, 0xff);
  const directory = addChain(sectors, fat, join(entries.map(entryBytes)), SECTOR);
  const fatStart = sectors.length;
  const fatCount = Math.ceil((sectors.length + 1) / (SECTOR / 4 - 1));
  for (let index = 0; index < fatCount; index++) fat.push(FAT_SECTOR);
  const table = pad(numbers(fat), SECTOR, 0xff);
  const miniFatCount = Math.ceil((miniFat.length * 4) / SECTOR);
  return join([header(directory, fatStart, fatCount, miniFatStart, miniFatCount), ...sectors, table]);
}

function addChain(parts: Uint8Array[], table: number[], data: Uint8Array, size: number, filler = 0): number {
  if (data.length === 0) return END;
  const start = parts.length;
  const count = Math.ceil(data.length / size);
  for (let index = 0; index < count; index++) {
    parts.push(pad(data.subarray(index * size, (index + 1) * size), size, filler));
    table.push(index === count - 1 ? END : start + index + 1);
  }
  return start;
}

/** A balanced tree of the entries from `low` to `high`; returns its top. */
function balance(entries: Entry[], low: number, high: number): number {
  if (low > high) return FREE;
  const middle = (low + high) >> 1;
  const entry = entries[middle];
  if (entry !== undefined) {
    entry.left = balance(entries, low, middle - 1);
    entry.right = balance(entries, middle + 1, high);
  }
  return middle;
}

function entryBytes({ name, type, start, size, left, right, child }: Entry): Uint8Array {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, "utf16le");
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  [left, right, child].forEach((value, index) => bytes.writeUInt32LE(value, 68 + index * 4));
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

function header(
  directory: number,
  fat: number,
  fatCount: number,
  miniFat: number,
  miniFatCount: number,
): Uint8Array {
  const bytes = Buffer.alloc(SECTOR, 0);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  // Minor and major version, byte order, sector sizes 2^9 and 2^6.
  [0x3e, 3, 0xfffe, 9, 6].forEach((value, index) => bytes.writeUInt16LE(value, 24 + index * 2));
  bytes.writeUInt32LE(fatCount, 44);
  bytes.writeUInt32LE(directory, 48);
  bytes.writeUInt32LE(CUTOFF, 56);
  bytes.writeUInt32LE(miniFat, 60);
  bytes.writeUInt32LE(miniFatCount, 64);
  bytes.writeUInt32LE(END, 68);
  for (let index = 0; index < 109; index++)
    bytes.writeUInt32LE(index < fatCount ? fat + index : FREE, 76 + index * 4);
  return bytes;
}

function numbers(list: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(list.length * 4);
  list.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

function pad(data: Uint8Array, size: number, filler: number): Uint8Array {
  const bytes = Buffer.alloc(Math.ceil(data.length / size) * size, filler);
  bytes.set(data);
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
