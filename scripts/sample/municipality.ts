import { randomFrom } from "./random";
import type { Figures } from "./truth";

/** The made-up Н-ский муниципальный округ: what really happened, before anyone typed it into Excel. */
export const YEAR = "2025/2026";
export const YEAR_BEFORE = "2024/2025";
export const YEARS = [YEAR_BEFORE, YEAR] as const;
export type Year = (typeof YEARS)[number];

/** The nine procedures of seed 000 with an ordinary failing share. */
export const PROCEDURES = [
  ["ВПР математика 5", 0.11],
  ["ВПР математика 6", 0.14],
  ["ВПР русский язык 5", 0.12],
  ["ВПР русский язык 6", 0.15],
  ["ОГЭ математика", 0.1],
  ["ОГЭ русский язык", 0.05],
  ["ЕГЭ математика базовая", 0.03],
  ["ЕГЭ математика профильная", 0.12],
  ["ЕГЭ русский язык", 0.02],
] as const;
export type ProcedureName = (typeof PROCEDURES)[number][0];

export interface MadeUpSchool {
  name: string;
  /** Pupils of classes 5, 6, 9, 11; 0 in class 11 for an ООШ. */
  pupils: readonly [number, number, number, number];
  /** How much more often than ordinarily its pupils fail. */
  weakness: number;
}

const school = (name: string, pupils: MadeUpSchool["pupils"], weakness: number): MadeUpSchool => ({
  name,
  pupils,
  weakness,
});

export const SCHOOLS: readonly MadeUpSchool[] = [
  school("МБОУ «Гимназия № 6»", [78, 74, 71, 46], 0.3),
  school("МБОУ «СОШ № 1»", [92, 88, 79, 41], 0.7),
  school("МБОУ «СОШ № 2»", [64, 61, 58, 27], 1),
  school("МБОУ «СОШ № 3»", [57, 54, 49, 23], 1.4),
  school("МБОУ «СОШ № 4 с углублённым изучением отдельных предметов»", [81, 77, 70, 38], 0.5),
  school("МБОУ «Берёзовская СОШ»", [24, 22, 19, 8], 0.9),
  school("МБОУ «Верхнелуговская СОШ»", [18, 16, 15, 6], 1),
  school("МБОУ «Заозёрненская СОШ»", [15, 17, 14, 5], 1.1),
  school("МБОУ «Калиновская СОШ»", [19, 21, 16, 7], 1.3),
  school("МБОУ «Малиновская СОШ»", [12, 11, 10, 4], 0.8),
  school("МБОУ «Новоключевская СОШ»", [27, 25, 23, 11], 0.6),
  school("МБОУ «Рябиновская СОШ»", [21, 18, 17, 8], 1.2),
  school("МБОУ «Старомельничная СОШ»", [27, 24, 21, 9], 1.3),
  school("МБОУ «Тихореченская СОШ»", [16, 18, 15, 6], 1.6),
  school("МБОУ «Яблоневская СОШ»", [20, 19, 17, 7], 1.2),
  school("МБОУ «Дальнеполянская ООШ»", [10, 9, 8, 0], 1.2),
  school("МБОУ «Каменнобродская ООШ»", [11, 12, 10, 0], 1.4),
  school("МБОУ «Ольховская ООШ»", [5, 4, 6, 0], 0.7),
  school("МБОУ «Осиновская ООШ»", [5, 4, 5, 0], 1),
  school("МБОУ «Черёмуховская ООШ»", [8, 7, 6, 0], 1.3),
];

/** The cases the sample is for, `[participants, failed]`; null: no result. Everything else stays below 30 %. */
type Case = [school: string, year: Year, procedure: ProcedureName, figures: readonly [number, number] | null];
const CASES: readonly Case[] = [
  // low in several procedures of both years
  ["Тихореченская", YEAR, "ВПР математика 5", [15, 6]],
  ["Тихореченская", YEAR, "ВПР русский язык 5", [16, 5]],
  ["Тихореченская", YEAR, "ОГЭ математика", [14, 5]],
  ["Тихореченская", YEAR_BEFORE, "ВПР математика 5", [17, 7]],
  ["Тихореченская", YEAR_BEFORE, "ВПР математика 6", [16, 6]],
  // one low in each year, different procedures: rule 000 only
  ["СОШ № 3", YEAR, "ЕГЭ математика профильная", [13, 4]],
  ["СОШ № 3", YEAR_BEFORE, "ВПР математика 6", [52, 17]],
  ["Яблоневская", YEAR, "ВПР русский язык 5", [20, 6]],
  ["Яблоневская", YEAR_BEFORE, "ОГЭ математика", [18, 6]],
  // two lows in the year in view only
  ["Калиновская", YEAR, "ВПР математика 6", [20, 7]],
  ["Калиновская", YEAR, "ОГЭ математика", [16, 5]],
  // the same procedure low in both years, once exactly 30 %
  ["Дальнеполянская", YEAR, "ВПР математика 5", [10, 3]],
  ["Дальнеполянская", YEAR_BEFORE, "ВПР математика 5", [8, 3]],
  // small classes
  ["Осиновская", YEAR, "ВПР русский язык 6", [4, 2]],
  ["Осиновская", YEAR, "ОГЭ математика", [5, 2]],
  ["Осиновская", YEAR_BEFORE, "ВПР русский язык 6", [3, 1]],
  ["Осиновская", YEAR_BEFORE, "ВПР математика 6", null],
  // two lows in the earlier year only: rule 004 only
  ["Рябиновская", YEAR_BEFORE, "ВПР математика 5", [20, 7]],
  ["Рябиновская", YEAR_BEFORE, "ВПР русский язык 5", [19, 6]],
  // one low, and a 29.6 % that is not one
  ["Старомельничная", YEAR, "ВПР математика 5", [27, 8]],
  ["Старомельничная", YEAR, "ВПР математика 6", [23, 8]],
  // one low now, two before, one of them the same
  ["Каменнобродская", YEAR, "ОГЭ математика", [10, 4]],
  ["Каменнобродская", YEAR_BEFORE, "ОГЭ математика", [9, 3]],
  ["Каменнобродская", YEAR_BEFORE, "ВПР математика 6", [12, 4]],
  // opened this year: nothing before
  ["Черёмуховская", YEAR, "ВПР математика 5", [8, 3]],
  ["Черёмуховская", YEAR, "ВПР математика 6", [7, 3]],
  // quarantine, nobody wrote
  ["Калиновская", YEAR, "ВПР русский язык 6", null],
  ["Заозёрненская", YEAR_BEFORE, "ВПР математика 5", null],
  // nobody chose the profile level
  ["Малиновская", YEAR, "ЕГЭ математика профильная", [0, 0]],
  ["Малиновская", YEAR_BEFORE, "ЕГЭ математика профильная", null],
  ["Заозёрненская", YEAR, "ЕГЭ математика профильная", null],
  ["Рябиновская", YEAR, "ВПР математика 5", [20, 4]],
];

export interface Fact {
  school: MadeUpSchool;
  procedure: ProcedureName;
  year: Year;
  /** null where there is no result. */
  figures: Figures | null;
}

/** Whether the school gave any results in that year at all. */
function worked({ name }: MadeUpSchool, year: Year): boolean {
  if (name.includes("Черёмуховская")) return year === YEAR;
  if (name.includes("Ольховская")) return year === YEAR_BEFORE;
  return true;
}

/** Every school × procedure × year of the district, schools in the order of the sheets. */
export function makeFacts(): Fact[] {
  const random = randomFrom(20260706);
  const facts: Fact[] = [];
  for (const year of YEARS)
    for (const made of SCHOOLS) {
      const drift = random.whole(-1, 1);
      for (const [procedure, ordinary] of PROCEDURES) {
        const rate = ordinary * made.weakness * (0.4 + 1.2 * random.next());
        const usual = usualFigures(
          pupilsOf(made, procedure, drift),
          rate,
          procedure.startsWith("ВПР") ? random.whole(0, 2) : 0,
        );
        const found = CASES.find(
          ([part, when, what]) => made.name.includes(part) && when === year && what === procedure,
        );
        facts.push({ school: made, procedure, year, figures: figuresOf(made, year, usual, found) });
      }
    }
  return facts;
}

function figuresOf(
  made: MadeUpSchool,
  year: Year,
  usual: Figures | null,
  found: Case | undefined,
): Figures | null {
  if (!worked(made, year)) return null;
  if (found === undefined) return usual;
  const figures = found[3];
  return figures === null ? null : { participants: figures[0], failed: figures[1] };
}

function usualFigures(pupils: number, rate: number, absent: number): Figures | null {
  const participants = pupils - absent;
  if (participants <= 0) return null;
  // Below 30 %, so that only the cases above are low: 3 of 10 would already count.
  const most = Math.ceil(participants * 0.3) - 1;
  return { participants, failed: Math.min(Math.round(participants * rate), most) };
}

/** Pupils of the class concerned; `drift` is how classes 9 and 11 differ from year to year. */
function pupilsOf(
  { pupils: [fifth, sixth, ninth, eleventh] }: MadeUpSchool,
  procedure: ProcedureName,
  drift: number,
): number {
  if (procedure.endsWith("5")) return fifth;
  if (procedure.endsWith("6")) return sixth;
  if (procedure.startsWith("ОГЭ")) return ninth + drift * (ninth > 20 ? 4 : 1);
  if (eleventh === 0) return 0;
  const leavers = eleventh + drift * (eleventh > 20 ? 3 : 1);
  // Of the eleventh class about a half take the profile level, the others the base level.
  const profile = Math.floor(leavers * 0.55);
  if (procedure.endsWith("профильная")) return profile;
  return procedure.endsWith("базовая") ? leavers - profile : leavers;
}
