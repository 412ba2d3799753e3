import fc from "fast-check";
import type { Area, CellValue } from "../../../src/domain/grid";
import type { Fact, Paper } from "./paper";

/** Figures of one school in one procedure of one year. */
interface Entry {
  readonly school: string;
  readonly subject: Subject;
  /** Calendar year in which the school year ends. */
  readonly year: number;
  readonly participants: number;
  readonly failed: number;
}

interface Subject {
  readonly title: string;
  readonly form: string;
  readonly subject: string;
  readonly grade: string;
  readonly level: string;
  /** As a header or a cell says it in one text. */
  readonly written: string;
}

const SUBJECTS: readonly Subject[] = (
  [
    ["ВПР математика 5", "ВПР", "математика", "5", "", "ВПР математика 5 класс"],
    ["ВПР русский язык 5", "ВПР", "русский язык", "5", "", "ВПР русский язык, 5 кл."],
    ["ВПР математика 6", "ВПР", "математика", "6", "", "ВПР МА 6"],
    ["ВПР биология 7", "ВПР", "биология", "7", "", "ВПР биология (7 класс)"],
    ["ОГЭ математика", "ОГЭ", "математика", "9", "", "ОГЭ математика"],
    ["ОГЭ русский язык", "ОГЭ", "русский язык", "9", "", "ОГЭ рус. яз."],
    ["ЕГЭ математика базовая", "ЕГЭ", "математика", "11", "базовая", "ЕГЭ матем. (база)"],
    ["ЕГЭ математика профильная", "ЕГЭ", "математика", "11", "профильная", "ЕГЭ математика профильная"],
    ["ЕГЭ русский язык", "ЕГЭ", "русский язык", "11", "", "ЕГЭ русский язык"],
  ] as const
).map(([title, form, subject, grade, level, written]) => ({ title, form, subject, grade, level, written }));

const NAMES = [
  "МБОУ «СОШ № 1»",
  "МБОУ «СОШ № 11»",
  "МКОУ «Берёзовская СОШ»",
  "МБОУ «Лицей № 2»",
  "Гимназия № 3",
  "Осиновская ООШ",
  "МБОУ СОШ № 4 имени Героя",
  "Школа-интернат № 5",
  "МБОУ «Кленовская СОШ»",
  "МБОУ «Сосновская СОШ»",
  "Вечерняя школа № 6",
  "МАОУ «СОШ № 20»",
];

const percent = (part: number, whole: number): number => Number(((part * 100) / whole).toFixed(1));
const yearText = (year: number): string => `${year - 1}/${year}`;

const counts = fc
  .integer({ min: 1, max: 99 })
  .chain((participants) => fc.tuple(fc.constant(participants), fc.integer({ min: 0, max: participants })));

const paperOf = (
  parts: Pick<Paper, "sheet" | "cells" | "merges" | "facts" | "names" | "loose"> & { readonly file?: string },
): Paper => {
  const width = Math.max(...parts.cells.map((row) => row.length));
  const cells = parts.cells.map((row) => [...row, ...Array<CellValue>(width - row.length).fill(null)]);
  return {
    ...parts,
    cells,
    formats: cells.map((row) => row.map(() => "")),
    rows: cells.map((_, at) => at),
    columns: Array.from({ length: width }, (_, at) => at),
  };
};

const factOf = (
  { school, subject, year, participants, failed }: Entry,
  row: number,
  columns: readonly number[],
): Fact => ({
  school,
  procedure: subject.title,
  year: yearText(year),
  participants,
  failed,
  share: failed / participants,
  row,
  columns,
});

type Cells = (entry: Entry) => CellValue;
/** Ways to keep the figures of a result: a header and its cells. */
const MEASURES: readonly (readonly (readonly [string, Cells])[])[] = [
  [
    ["Участники", (e) => e.participants],
    ["Не справились", (e) => e.failed],
  ],
  [
    ["Кол-во участников", (e) => e.participants],
    ["Получили «2», чел.", (e) => e.failed],
    ["Доля «2», %", (e) => percent(e.failed, e.participants)],
  ],
  [
    ["Писали", (e) => e.participants],
    ["% не справившихся", (e) => `${String(percent(e.failed, e.participants)).replace(".", ",")}%`],
  ],
  [
    ["Писали, чел.", (e) => e.participants],
    ["2", (e) => e.failed],
    ["3", (e) => Math.floor((e.participants - e.failed) / 2)],
    ["4", (e) => Math.ceil((e.participants - e.failed) / 2)],
    ["5", () => 0],
  ],
  [
    ["сдавали", (e) => e.participants],
    ["сдали", (e) => e.participants - e.failed],
  ],
];

const measures = fc.constantFrom(...MEASURES);
const years = fc.constantFrom([2019], [2018, 2019]);

const entriesOf = (
  subjects: readonly Subject[],
  all: readonly number[],
  schools: number,
): fc.Arbitrary<Entry[]> => {
  const slots = NAMES.slice(0, schools).flatMap((school) =>
    subjects.flatMap((subject) => all.map((year) => ({ school, subject, year }))),
  );
  return fc
    .array(counts, { minLength: slots.length, maxLength: slots.length })
    .map((list) =>
      slots.map((slot, at) => ({ ...slot, participants: list[at]?.[0] ?? 1, failed: list[at]?.[1] ?? 0 })),
    );
};

const table = fc
  .tuple(
    fc.subarray([...SUBJECTS], { minLength: 1, maxLength: 3 }),
    years,
    fc.integer({ min: 4, max: NAMES.length }),
  )
  .chain(([subjects, all, schools]) =>
    fc.tuple(entriesOf(subjects, all, schools), fc.constant(subjects), fc.constant(all)),
  );

/** A row per school × year × procedure, the procedure in one column or in four. */
export const longList: fc.Arbitrary<Paper> = fc
  .tuple(table, measures, fc.boolean(), fc.constantFrom("column", "title", "sheet"))
  .map(([[entries, , all], kept, apart, place]) => {
    const yearIn = all.length > 1 ? "column" : place;
    const told: readonly (readonly [string, Cells])[] = apart
      ? [
          ["Форма", (e) => e.subject.form],
          ["Предмет", (e) => e.subject.subject],
          ["Класс", (e) => Number(e.subject.grade)],
          ["Уровень", (e) => e.subject.level || null],
        ]
      : [["Процедура", (e) => e.subject.written]];
    const columns: readonly (readonly [string, Cells])[] = [
      ["№ п/п", (e) => entries.indexOf(e) + 1],
      ...(yearIn === "column" ? ([["Учебный год", (e: Entry) => yearText(e.year)]] as const) : []),
      ...told,
      ["Наименование ОО", (e) => e.school],
      ...kept,
    ];
    const title =
      yearIn === "title" ? `Итоги за ${yearText(all[0])} учебный год` : "Итоги оценочных процедур";
    const first = columns.length - kept.length;
    const own = kept.map((_, at) => first + at);
    return paperOf({
      sheet: yearIn === "sheet" ? String(all[0]) : "Свод",
      cells: [
        [title],
        [],
        columns.map(([header]) => header),
        ...entries.map((e) => columns.map(([, cell]) => cell(e))),
      ],
      merges: [],
      facts: entries.map((entry, at) => factOf(entry, at + 3, own)),
      names: first - 1,
      loose: true,
    });
  });

/** Schools in rows; year, procedure and measure in one to three header rows, merged or not. */
export const wide: fc.Arbitrary<Paper> = fc
  .tuple(table, measures, fc.boolean(), fc.constantFrom(1, 2, 3), fc.constantFrom("title", "sheet"))
  .map(([[entries, subjects, all], kept, merged, depth, place]) => {
    // Marks as digits under one another's header need a row of their own.
    const rows = all.length > 1 ? 3 : kept.length > 3 ? Math.max(2, depth) : depth;
    const blocks = all.flatMap((year) => subjects.map((subject) => ({ year, subject })));
    const size = kept.length;
    const cells: CellValue[][] = Array.from({ length: rows }, () => []);
    const merges: Area[] = [];
    const put = (row: number, column: number, text: CellValue, wide: number): void => {
      const line = cells[row] ?? [];
      while (line.length < column + wide) line.push(null);
      line[column] = text;
      if (merged && wide > 1)
        merges.push({ top: row + 2, bottom: row + 2, left: column, right: column + wide - 1 });
    };
    put(0, 1, "Школа", 1);
    if (merged && rows > 1) merges.push({ top: 2, bottom: rows + 1, left: 1, right: 1 });
    if (rows === 3)
      all.forEach((year, at) => {
        put(0, 2 + at * subjects.length * size, yearText(year), subjects.length * size);
      });
    blocks.forEach(({ subject }, at) => {
      const left = 2 + at * size;
      if (rows > 1) put(rows - 2, left, subject.written, size);
      kept.forEach(([header], index) => {
        const text =
          rows === 1 ? `${subject.written}, ${header}` : /^\d$/.test(header) ? Number(header) : header;
        put(rows - 1, left + index, text, 1);
      });
    });
    const schools = [...new Set(entries.map(({ school }) => school))];
    const facts: Fact[] = [];
    const body = schools.map((school, at) => {
      const line: CellValue[] = [at + 1, school];
      blocks.forEach(({ year, subject }, block) => {
        const entry = entries.find((e) => e.school === school && e.subject === subject && e.year === year);
        if (entry === undefined) return;
        facts.push(
          factOf(
            entry,
            rows + 2 + at,
            kept.map((_, index) => 2 + block * size + index),
          ),
        );
        kept.forEach(([, cell], index) => {
          line[2 + block * size + index] = cell(entry);
        });
      });
      return line;
    });
    const yearAbove = rows < 3 && place === "title";
    return paperOf({
      sheet: rows < 3 && !yearAbove ? String(all[0]) : "Свод",
      cells: [
        [yearAbove ? `Результаты за ${yearText(all[0])} учебный год` : "Результаты"],
        [],
        ...cells,
        ...body,
      ],
      merges,
      facts,
      names: 1,
      loose: false,
    });
  });
