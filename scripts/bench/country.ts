/** Made-up input of the benchmarks; the same at every run. */
import type { CellValue, Grid } from "../../src/domain/grid";
import { RULES } from "../../src/domain/identification/rules";
import { randomFrom, type Random } from "../sample/random";

/** The two years of every benchmark, as sheets write them. */
export const YEARS = ["2024/2025", "2025/2026"] as const;

const SCHOOLS_OF_A_MUNICIPALITY = 20;
/** Share of those who failed differs more between schools than within one; about one school of ten comes out low. */
const WORST_SCHOOL = 0.32;
const SPREAD = 0.06;

/** The nine procedures of rule «000». */
export function proceduresOfRule(): readonly string[] {
  const procedures = RULES.find(({ id }) => id === "000")?.procedures;
  if (!Array.isArray(procedures)) throw new Error("rule «000» names its procedures");
  return procedures.map(String);
}

/** A wide sheet of one year: a row per school, participants and failed per procedure. */
export function countryGrid(schools: number, year: string, seed = 1): Grid {
  const random = randomFrom(seed);
  const procedures = proceduresOfRule();
  const header = [
    "Наименование ОО",
    "Муниципалитет",
    ...procedures.flatMap((title) => [`${title} участников`, `${title} не справились`]),
  ];
  const rows = Array.from({ length: schools }, (_, number): CellValue[] => {
    const usual = random.next() ** 2 * WORST_SCHOOL;
    return [
      schoolName(number),
      municipalityName(number),
      ...procedures.flatMap(() => figures(random, usual)),
    ];
  });
  return {
    sheet: `Результаты ${year}`,
    top: 0,
    left: 0,
    cells: [titleRow(header.length, year), header, ...rows],
  };
}

function titleRow(width: number, year: string): CellValue[] {
  return [`Результаты оценочных процедур, ${year} учебный год`, ...new Array<null>(width - 1).fill(null)];
}

/** Numbered schools of the centre, then one school per village. */
function schoolName(number: number): string {
  const place = number % SCHOOLS_OF_A_MUNICIPALITY;
  if (place < NUMBERED) return `МБОУ «СОШ № ${place + 1}»`;
  const at = place - NUMBERED + Math.floor(number / SCHOOLS_OF_A_MUNICIPALITY);
  const village = `${STEMS[at % STEMS.length] ?? ""}${ENDINGS[at % ENDINGS.length] ?? ""}`;
  return `МКОУ «${village} ${at % 3 === 0 ? "ООШ" : "СОШ"}»`;
}

const NUMBERED = 8;
const STEMS = ["Берёзов", "Кленов", "Осинов", "Рябинов", "Липов", "Ольхов", "Вишнёв", "Луков", "Дубров"];
/** Their number and that of the stems have no common divisor: 36 names before one comes again. */
const ENDINGS = ["ская", "инская", "ушкинская", "ецкая"];

function municipalityName(number: number): string {
  return `Округ ${Math.floor(number / SCHOOLS_OF_A_MUNICIPALITY) + 1}`;
}

function figures(random: Random, usual: number): [number, number] {
  const participants = random.whole(10, 120);
  const share = Math.max(0, usual + (random.next() - 0.5) * 2 * SPREAD);
  return [participants, Math.min(participants, Math.round(participants * share))];
}
