import type ExcelJS from "exceljs";
import type { Random } from "../random";
import type { Figures, TruthBook } from "../truth";

/** A workbook made untidy in its own way. */
export interface Fixture {
  /** File name without `.xlsx`. */
  name: string;
  about: string;
  paint(workbook: ExcelJS.Workbook, truth: TruthBook, random: Random): void;
}

/** Invented places. */
const PLACES = [
  "Вишнёвская",
  "Журавлинская",
  "Камышовская",
  "Кленовская",
  "Лазурненская",
  "Лесополянская",
  "Лисьеборская",
  "Медвежьелогская",
  "Орешниковская",
  "Подсолнуховская",
  "Полынинская",
  "Родниковская",
  "Ромашковская",
  "Сиреневская",
  "Снежноозёрская",
  "Соколиногорская",
  "Туманновская",
  "Хрустальненская",
  "Янтарнинская",
  "Ясеневская",
] as const;

/** The first `count` schools of a made-up district: town schools by number, then villages. */
export function someSchools(count: number, towns = 4): string[] {
  const town = Array.from({ length: towns }, (_none, index) => `МБОУ «СОШ № ${index + 1}»`);
  const villages = PLACES.map((place, index) => `МБОУ «${place} ${index % 4 === 3 ? "ООШ" : "СОШ"}»`);
  return [...town, ...villages].slice(0, count);
}

/** Participants and failed of one procedure: about every fourth one low, some small, some without a «2». */
export function someFigures(random: Random, most = 40): Figures {
  const participants = random.whole(4, most);
  const rate = random.next() < 0.25 ? 0.3 + 0.3 * random.next() : 0.28 * random.next();
  return { participants, failed: Math.round(participants * rate) };
}

/** A share that one or two decimals of the printed per cent give back exactly: fewer than 100 participants. */
export function printed({ participants, failed }: Figures, decimals = 1): number {
  return Number(((failed * 100) / participants).toFixed(decimals));
}
