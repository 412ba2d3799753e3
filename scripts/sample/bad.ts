import { strFromU8, strToU8, unzipSync } from "fflate";
import { compoundFile } from "./compound";
import { encrypt } from "./encrypt";
import { HEAD, bytesOf, newWorkbook, put, repack } from "./paint";
import { makeSample } from "./sample";

/** The password of `encrypted.xlsx`. */
const PASSWORD = "12345";

/** Files that give no results, each for its own reason. */
export async function makeBadFiles(): Promise<[name: string, bytes: Uint8Array][]> {
  const empty = newWorkbook();
  empty.addWorksheet("Лист1");
  const { bytes: sample } = await makeSample();
  return [
    ["empty.xlsx", await bytesOf(empty)],
    ["no-results.xlsx", await noResults()],
    ["old.xls", oldWorkbook()],
    ["encrypted.xlsx", encrypt(sample, PASSWORD)],
    ["not-a-zip.xlsx", strToU8("Школа;Участники;Не справились\r\nМБОУ «Кленовская СОШ»;20;6\r\n")],
    ["corrupted.xlsx", corrupted(sample)],
  ];
}

/** Tables, but none with results: duty list and expenses. */
async function noResults(): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const duty = workbook.addWorksheet("График дежурств");
  ["№", "Дата", "Кабинет", "Дежурный"].forEach((text, index) => put(duty, 1, 1 + index, text, HEAD));
  ["методист", "бухгалтер", "секретарь"].forEach((post, index) => {
    [index + 1, `${10 + index} ноября 2026`, 12 + index, post].forEach((value, at) =>
      put(duty, 2 + index, 1 + at, value),
    );
  });
  const costs = workbook.addWorksheet("Расходы");
  ["Статья", "План, руб.", "Факт, руб.", "%"].forEach((text, index) => put(costs, 1, 1 + index, text, HEAD));
  [
    ["Бумага", 12000, 9800, 81.7],
    ["Картриджи", 30000, 31500, 105],
    ["Командировки в школы", 54000, 20100, 37.2],
  ].forEach((line, index) => {
    line.forEach((value, at) => put(costs, 2 + index, 1 + at, value));
  });
  return bytesOf(workbook);
}

/** A minimal BIFF8 workbook with one sheet and one number. */
function oldWorkbook(): Uint8Array {
  const record = (id: number, body: readonly number[]): number[] => [
    ...word(id),
    ...word(body.length),
    ...body,
  ];
  const start = (kind: number): number[] =>
    record(0x0809, [
      ...word(0x0600),
      ...word(kind),
      ...word(0x0dbb),
      ...word(0x07cc),
      0x41,
      0,
      0,
      0,
      6,
      0,
      0,
      0,
    ]);
  const title = [...Buffer.from("ВПР 2019", "utf16le")];
  const sheetAt = (at: number): number[] =>
    record(0x0085, [...word(at & 0xffff), ...word(at >>> 16), 0, 0, title.length / 2, 1, ...title]);
  const eof = record(0x000a, []);
  const globals = start(0x0005).length + sheetAt(0).length + eof.length;
  const number = record(0x027e, [...word(0), ...word(0), ...word(0), ...word((2019 << 2) | 2), ...word(0)]);
  const size = record(0x0200, [1, 0, 0, 0, 2, 0, 0, 0, ...word(0), ...word(1), ...word(0)]);
  const stream = [
    ...start(0x0005),
    ...sheetAt(globals),
    ...eof,
    ...start(0x0010),
    ...size,
    ...number,
    ...eof,
  ];
  // Padded, so that it is a stream of ordinary sectors as in a real file.
  const padded = new Uint8Array(4096);
  padded.set(stream);
  return compoundFile({ Workbook: padded });
}

const word = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];

/** A good zip whose first sheet breaks off in mid-element, as after a failed copy. */
function corrupted(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const path = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  parts[path] = strToU8(xml.slice(0, Math.floor(xml.length / 2)));
  return repack(parts);
}
