/** Eight tables one after another: eight bytes a step. Read through a DataView, which gives numbers without a check. */
const TABLES = new DataView(new ArrayBuffer(8 * 1024));
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  TABLES.setInt32(n * 4, c);
}
for (let at = 1024; at < 8 * 1024; at += 4) {
  const before = TABLES.getInt32(at - 1024);
  TABLES.setInt32(at, (before >>> 8) ^ TABLES.getInt32((before & 255) * 4));
}

/** CRC-32 as zip uses it, an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let i = 0;
  for (; i + 8 <= bytes.length; i += 8) {
    const low = crc ^ view.getInt32(i, true);
    const high = view.getInt32(i + 4, true);
    crc =
      TABLES.getInt32(7168 + ((low & 255) << 2)) ^
      TABLES.getInt32(6144 + (((low >>> 8) & 255) << 2)) ^
      TABLES.getInt32(5120 + (((low >>> 16) & 255) << 2)) ^
      TABLES.getInt32(4096 + ((low >>> 24) << 2)) ^
      TABLES.getInt32(3072 + ((high & 255) << 2)) ^
      TABLES.getInt32(2048 + (((high >>> 8) & 255) << 2)) ^
      TABLES.getInt32(1024 + (((high >>> 16) & 255) << 2)) ^
      TABLES.getInt32((high >>> 24) << 2);
  }
  for (; i < bytes.length; i++) crc = TABLES.getInt32(((crc ^ view.getUint8(i)) & 255) << 2) ^ (crc >>> 8);
  return ~crc >>> 0;
}
