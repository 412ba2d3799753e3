import fc from "fast-check";
import type { CellValue, Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/domain/results/read";
import { lines, troubles } from "./lines";
import { grid } from "./sheet";
import { fuzz } from "../../fuzz";

/** A result without its address: rows move, figures do not. */
function figures(input: Grid): string[] {
  return lines(readWorkbook([input]))
    .map((line) => line.replace(/ · [A-Z]+\d+(?::[A-Z]+\d+)?$/, ""))
    .sort();
}

const HEADER = [
  [null, null, "2017/2018", null, "2018/2019", null],
  ["№ п/п", "Школа", "ВПР математика 5", null, "ОГЭ русский язык", null],
  [null, null, "Кол-во участников", "«2»", "Кол-во участников", "не справились"],
] satisfies CellValue[][];
const TITLE: CellValue[] = ["Итоги оценочных процедур"];

const counts = fc
  .integer({ min: 1, max: 200 })
  .chain((participants) => fc.tuple(fc.constant(participants), fc.integer({ min: 0, max: participants })));
const rowsOf = fc
  .array(fc.tuple(counts, counts), { minLength: 1, maxLength: 15 })
  .map((rows) => rows.map(([a, b], at): CellValue[] => [at + 1, `СОШ № ${at + 1}`, ...a, ...b]));

/** What the generated rows say, counted without the reader. */
function truth(rows: readonly CellValue[][]): string[] {
  return rows
    .flatMap(([, name, p, f, p2, f2]) => [
      `${String(name)} · ВПР математика 5 · 2017/2018 · ${String(p)}/${String(f)}`,
      `${String(name)} · ОГЭ русский язык · 2018/2019 · ${String(p2)}/${String(f2)}`,
    ])
    .sort();
}

const EXTRA: readonly CellValue[][] = [
  [null],
  [null, "Итого", 100, 10, 50, 5],
  ["ВСЕГО по району", null, 100, 10, 50, 5],
  [null, "Средние", 20.5, 3.5, 1, 1],
  ["* без учёта резервных дней"],
  [null, "Примечание: по данным школ"],
];

/** Cyrillic letters and the Latin ones that look the same. */
const TWINS: Readonly<Record<string, string>> = {
  а: "a",
  о: "o",
  е: "e",
  с: "c",
  р: "p",
  у: "y",
  х: "x",
  К: "K",
  Н: "H",
};

function twist(text: CellValue, which: readonly boolean[]): CellValue {
  if (typeof text !== "string" || /ВПР|ОГЭ/.test(text)) return text;
  let at = 0;
  return Array.from(text)
    .map((letter) => (which[at++ % which.length] === true ? (TWINS[letter] ?? letter) : letter))
    .join("");
}

test("every figure is read, whatever the order of rows", () => {
  fc.assert(
    fc.property(
      rowsOf.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        expect(figures(grid([TITLE, ...HEADER, ...shuffled]))).toEqual(truth(rows));
      },
    ),
    fuzz(200),
  );
});

test("blank rows, totals and notes change nothing and are no problems", () => {
  const extras = fc.array(fc.tuple(fc.nat(15), fc.constantFrom(...EXTRA)), { maxLength: 6 });
  fc.assert(
    fc.property(rowsOf, extras, (rows, inserted) => {
      const body = [...rows];
      for (const [at, row] of inserted) body.splice(Math.min(at, body.length), 0, row);
      const input = grid([TITLE, ...HEADER, ...body]);
      expect(figures(input)).toEqual(truth(rows));
      expect(troubles(readWorkbook([input]))).toEqual([]);
    }),
    fuzz(200),
  );
});

test("Latin look-alikes, line breaks and spaces in headers change nothing", () => {
  fc.assert(
    fc.property(rowsOf, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (rows, which) => {
      const header = HEADER.map((row) => row.map((cell) => twist(cell, which)));
      const broken = header.map((row) =>
        row.map((cell) => (typeof cell === "string" ? ` ${cell.replace(/ /g, "\n")}\u00A0` : cell)),
      );
      expect(figures(grid([TITLE, ...broken, ...rows]))).toEqual(truth(rows));
    }),
    fuzz(200),
  );
});

test("columns of a long list may stand in any order", () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  const header = ["Школа", "Год", "Процедура", "Участники", "Не справились", "Примечание"];
  const table = fc
    .array(counts, { minLength: 1, maxLength: 10 })
    .map((rows) =>
      rows.map(([p, f], at): CellValue[] => [
        `СОШ № ${at + 1}`,
        "2018/2019",
        "ОГЭ математика",
        p,
        f,
        "без замечаний",
      ]),
    );
  fc.assert(
    fc.property(table, order, (rows, columns) => {
      const shuffled = [header, ...rows].map((row) => columns.map((column) => row[column] ?? null));
      const expected = rows.map(
        (row) => `${String(row[0])} · ОГЭ математика · 2018/2019 · ${String(row[3])}/${String(row[4])}`,
      );
      const reading = readWorkbook([grid(shuffled)]);
      expect(figures(grid(shuffled))).toEqual(expected.sort());
      expect(troubles(reading)).toEqual([]);
    }),
    fuzz(200),
  );
});

test("a sheet may start anywhere", () => {
  fc.assert(
    fc.property(rowsOf, fc.nat(20), fc.nat(20), (rows, top, left) => {
      const moved = [TITLE, ...HEADER, ...rows].map((row) => [...Array<CellValue>(left).fill(null), ...row]);
      const blank = Array.from({ length: top }, (): CellValue[] => [null]);
      expect(figures(grid([...blank, ...moved]))).toEqual(truth(rows));
      expect(figures(grid([TITLE, ...HEADER, ...rows], { top, left }))).toEqual(truth(rows));
    }),
    fuzz(100),
  );
});

test("a broken figure is a problem that names its cell, and no result", () => {
  const broken = fc.constantFrom<CellValue>("много", "#Н/Д", -1, 1.5, true, "5 (25%)");
  fc.assert(
    fc.property(rowsOf, fc.nat(14), fc.integer({ min: 2, max: 5 }), broken, (rows, at, column, value) => {
      const row = at % rows.length;
      const body = rows.map((cells, index) => (index === row ? cells.with(column, value) : cells));
      const reading = readWorkbook([grid([TITLE, ...HEADER, ...body])]);
      const address = `${"ABCDEF".charAt(column)}${row + 5}`;
      expect(reading.problems.map(({ source }) => source?.address)).toEqual([address]);
      expect(reading.results).toHaveLength(rows.length * 2 - 1);
    }),
    fuzz(200),
  );
});
