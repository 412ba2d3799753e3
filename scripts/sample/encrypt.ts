import { createCipheriv, createHash } from "node:crypto";
import { compoundFile } from "./compound";

const SALT = Buffer.from("Н-ский округ").subarray(0, 16);
const VERIFIER = Buffer.from("0123456789abcdef");
const PROVIDER = "Microsoft Enhanced RSA and AES Cryptographic Provider\0";

/** A workbook under a password, as Excel 2007 writes it: ECMA-376 standard encryption (MS-OFFCRYPTO 2.3.4.5–9). */
export function encrypt(workbook: Uint8Array, password: string): Uint8Array {
  const key = keyOf(password);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(workbook.length);
  const body = Buffer.concat([size, cipher(key, workbook)]);
  return compoundFile({ EncryptionInfo: encryptionInfo(key), EncryptedPackage: body });
}

const sha1 = (...parts: Uint8Array[]): Buffer => createHash("sha1").update(Buffer.concat(parts)).digest();

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

function keyOf(password: string): Buffer {
  let hash = sha1(SALT, Buffer.from(password, "utf16le"));
  for (let turn = 0; turn < 50000; turn++) hash = sha1(uint32(turn), hash);
  hash = sha1(hash, uint32(0));
  const block = Buffer.alloc(64, 0x36);
  hash.forEach((byte, index) => (block[index] = byte ^ 0x36));
  return sha1(block).subarray(0, 16);
}

function cipher(key: Buffer, data: Uint8Array): Buffer {
  const aes = createCipheriv("aes-128-ecb", key, null).setAutoPadding(false);
  const padded = Buffer.alloc(Math.ceil(data.length / 16) * 16);
  padded.set(data);
  return Buffer.concat([aes.update(padded), aes.final()]);
}

function encryptionInfo(key: Buffer): Buffer {
  const provider = Buffer.from(PROVIDER, "utf16le");
  // Flags (CryptoAPI, AES), no extra, AES-128, SHA-1, 128 bits, provider type AES, two reserved.
  const header = Buffer.concat([uint32(0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0), provider]);
  const verifier = Buffer.concat([
    uint32(16),
    SALT,
    cipher(key, VERIFIER),
    uint32(20),
    cipher(key, sha1(VERIFIER)),
  ]);
  return Buffer.concat([uint32(0x00020003, 0x24, header.length), header, verifier]);
}
