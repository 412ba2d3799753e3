/**
 * A made-up municipality, pupil by pupil. The truth is counted from the pupils here, before anything is painted, and
 * nothing of the product is imported: a fixture that follows the reader proves nothing.
 */
import { randomFrom, type Random } from "../random";

export interface SampleSchool {
  name: string;
  /** Digits of the ФИС ОКО login. */
  login: string;
  /** Code in protocols of ГИА. */
  code: string;
}

export type Mark = 2 | 3 | 4 | 5;

export interface SamplePupil {
  surname: string;
  name: string;
  patronymic: string;
  /** Code of the participant, unlike any figure of results. */
  code: string;
  document: string;
  grade: string;
  /** Null: absent, or no mark was given. */
  mark: Mark | null;
}

/** One procedure of one year in every school. */
export interface SampleProcedure {
  form: "ВПР" | "ОГЭ" | "ЕГЭ";
  subject: string;
  grade?: number;
  year: number;
  /** Day of the exam, `2026.06.02`. */
  day: string;
  pupils: ReadonlyMap<SampleSchool, readonly SamplePupil[]>;
}

export interface Truth {
  school: string;
  login: string;
  code: string;
  procedure: string;
  year: number;
  participants: number;
  failed: number;
}

const NAMES = [
  "СОШ № 1",
  "СОШ № 11",
  "Берёзовская СОШ",
  "Верхнелуговская ООШ",
  "Гимназия № 2",
  "Каменнобродская СОШ",
  "Лицей № 3",
  "Орешниковская ООШ",
];
/** Words nobody is called by: a name that leaks is found by a plain search. */
const SURNAMES = [
  "Абракадабров",
  "Бубликовский",
  "Вавилонюк",
  "Гогельмогель",
  "Дрюндель",
  "Ерундовский",
  "Жмуркинс",
];
const FIRST = ["Квазимодест", "Лоботрясий", "Мухомора", "Плюшандра"];
const PATRONYMICS = ["Зюзюкович", "Тюльпановна", "Фырфыркович", "Хлюпиковна"];

/** Schools of a municipality; half of them strong, some weak, one or two right at the threshold. */
export function sampleSchools(): SampleSchool[] {
  return NAMES.map((name, n) => ({
    name: `МБОУ «${name}»`,
    login: String(200101 + n),
    code: String(13450 + n * 7),
  }));
}

const PROCEDURES: readonly Omit<SampleProcedure, "pupils">[] = [
  ...[2025, 2026].flatMap((year) => [
    { form: "ВПР" as const, subject: "математика", grade: 5, year, day: `${year}.04.14` },
    { form: "ВПР" as const, subject: "русский язык", grade: 5, year, day: `${year}.04.21` },
  ]),
  { form: "ОГЭ", subject: "математика", year: 2026, day: "2026.06.02" },
  { form: "ОГЭ", subject: "русский язык", year: 2026, day: "2026.06.09" },
  { form: "ЕГЭ", subject: "русский язык", year: 2026, day: "2026.06.04" },
  { form: "ЕГЭ", subject: "математика базовая", year: 2026, day: "2026.06.08" },
];

/** A municipality by its seed: the same at every run. */
export function sampleProcedures(seed: number, schools: readonly SampleSchool[]): SampleProcedure[] {
  const random = randomFrom(seed);
  let next = 0;
  return PROCEDURES.map((procedure) => ({
    ...procedure,
    pupils: new Map(
      schools.map((school) => {
        const pupils = somePupils(random, procedure.grade ?? (procedure.form === "ОГЭ" ? 9 : 11), next);
        next += pupils.length;
        return [school, pupils];
      }),
    ),
  }));
}

function somePupils(random: Random, grade: number, next: number): SamplePupil[] {
  const count = random.whole(4, 14);
  const [low, high] = random.next() < 0.4 ? [0.3, 0.6] : [0, 0.3];
  // Three of ten, exactly the threshold, now and then.
  const exact = random.next() < 0.15;
  const rate = low + (high - low) * random.next();
  return Array.from({ length: exact ? 10 : count }, (_none, n) => {
    const fails = exact ? n < 3 : random.next() < rate;
    const absent = !exact && random.next() < 0.08;
    const mark: Mark = fails ? 2 : random.next() < 0.5 ? 3 : random.next() < 0.6 ? 4 : 5;
    return {
      surname: `${SURNAMES[(next + n) % SURNAMES.length] ?? ""}-${romanOf(next + n)}`,
      name: FIRST[random.whole(0, FIRST.length - 1)] ?? "",
      patronymic: PATRONYMICS[random.whole(0, PATRONYMICS.length - 1)] ?? "",
      code: String(7770001 + next + n),
      document: String(99880001 + next + n),
      grade: `${grade}${random.next() < 0.5 ? "А" : "Б"}`,
      mark: absent ? null : mark,
    };
  });
}

/** Letters instead of digits: surnames differ and hold no figure. */
function romanOf(number: number): string {
  return Array.from(String(number), (digit) => "абвгдежзик"[Number(digit)] ?? "").join("");
}

/** Counts a procedure: who has a mark took part, who has «2» failed. Schools where nobody took part are left out. */
export function truthOf(procedures: readonly SampleProcedure[]): Truth[] {
  const truth: Truth[] = [];
  for (const { form, subject, grade, year, pupils } of procedures) {
    for (const [school, list] of pupils) {
      let participants = 0;
      let failed = 0;
      for (const { mark } of list) {
        if (mark !== null) participants += 1;
        if (mark === 2) failed += 1;
      }
      if (participants === 0) continue;
      const procedure = [form, subject, grade].filter((part) => part !== undefined).join(" ");
      truth.push({
        school: school.name,
        login: school.login,
        code: school.code,
        procedure,
        year,
        participants,
        failed,
      });
    }
  }
  return truth;
}

/** Counts of the marks 2, 3, 4, 5. */
export function marksOf(pupils: readonly SamplePupil[]): [number, number, number, number] {
  const marks: [number, number, number, number] = [0, 0, 0, 0];
  for (const { mark } of pupils) if (mark !== null) marks[mark - 2] = (marks[mark - 2] ?? 0) + 1;
  return marks;
}
