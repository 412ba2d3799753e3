/** Made-up sheets of pupils: the same at every run. */
import type { CellValue, Grid } from "../../src/domain/grid";
import { randomFrom, type Random } from "../sample/random";

const PUPILS_OF_A_SCHOOL = 100;
const COLUMNS_OF_PERSON = [
  "ОО",
  "Муниципалитет",
  "Название ОО",
  "Код участника",
  "Класс",
  "Вариант",
] as const;
const COLUMNS_OF_OUTCOME = ["Первичный балл", "Отметка", "Отметка по журналу"] as const;
/** Titles, then the header. */
export const HEADER_ROWS = 5;
/** Thirty columns in all, as the individual results of a long paper have them. */
const TASKS = 30 - COLUMNS_OF_PERSON.length - COLUMNS_OF_OUTCOME.length;
const NOT_TRIED = 0.05;
const ABSENT = 0.02;

/** ФИС ОКО «Индивидуальные результаты»: a row per pupil, 30 columns, a group row per school. */
export function pupilGrid(pupils: number, seed = 1): Grid {
  const random = randomFrom(seed);
  const header = [
    ...COLUMNS_OF_PERSON,
    ...Array.from({ length: TASKS }, (_, task) => `${task + 1} (2б)`),
    ...COLUMNS_OF_OUTCOME,
  ];
  const alone = (text: string): CellValue[] => [text, ...new Array<null>(header.length - 1).fill(null)];
  const cells: CellValue[][] = [
    alone("Индивидуальные результаты"),
    alone("ВПР 2026 Русский язык 5 класс"),
    alone("Предмет: Русский язык"),
    alone("Дата: 20.04.2026"),
    [...header],
  ];
  for (let first = 0; first < pupils; first += PUPILS_OF_A_SCHOOL) {
    const school = schoolOf(first / PUPILS_OF_A_SCHOOL);
    const count = Math.min(PUPILS_OF_A_SCHOOL, pupils - first);
    const rows = Array.from({ length: count }, (_, place) => pupilRow(school, place, random));
    const took = rows.filter((row) => row.at(-2) !== "нет отметки").length;
    cells.push(alone(`${school.name} | Кол-во участников: ${took}`), ...rows);
  }
  return { sheet: "РУ 5 Индивидуальные результаты", top: 0, left: 0, cells };
}

interface SchoolCells {
  readonly login: string;
  readonly municipality: string;
  readonly name: string;
}

function schoolOf(number: number): SchoolCells {
  const login = `edu${200_000 + number}`;
  return {
    login,
    municipality: `Округ ${Math.floor(number / 20) + 1}`,
    name: `МБОУ «СОШ № ${number + 1}»(${login})`,
  };
}

function pupilRow({ login, municipality, name }: SchoolCells, place: number, random: Random): CellValue[] {
  const who = [login, municipality, name, String(50_001 + place), String(1 + (place % 4))];
  if (random.next() < ABSENT)
    return [...who, null, ...new Array<string>(TASKS + 1).fill("X"), "нет отметки", 3];
  const points = Array.from({ length: TASKS }, () => (random.next() < NOT_TRIED ? "X" : random.whole(0, 2)));
  const total = points.reduce<number>((sum, each) => sum + (typeof each === "number" ? each : 0), 0);
  return [...who, 1 + (place % 2), ...points, total, markOf(total), random.whole(2, 5)];
}

function markOf(total: number): number {
  return total < 16 ? 2 : total < 21 ? 3 : total < 26 ? 4 : 5;
}
