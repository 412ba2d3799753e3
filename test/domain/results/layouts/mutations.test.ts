import { OGE_LAYOUTS, VPR_LAYOUTS } from "../../../../scripts/sample/layouts/make";
import type { LaidCell, LaidSheet } from "../../../../scripts/sample/layouts/laid";
import { sampleProcedures, sampleSchools, truthOf } from "../../../../scripts/sample/layouts/people";
import { randomFrom, type Random } from "../../../../scripts/sample/random";
import { readWorkbook } from "../../../../src/domain/results/read";
import { figuresOf, gridOf, SCALES, truthLines } from "./laid-sheets";

const SCHOOLS = sampleSchools();

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    const [a, b] = [mixed[at], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
}

/** The header: the first row with more than five filled cells. */
function headerRow({ cells }: LaidSheet): number {
  return cells.findIndex(
    (row) => row.filter((cell) => cell !== null).length > 5 && row.some((cell) => typeof cell === "string"),
  );
}

type Mutation = (sheet: LaidSheet, random: Random) => LaidSheet;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "blank rows in the body": (sheet, random) => {
    const head = headerRow(sheet);
    const blank = Array<LaidCell>(sheet.cells[0]?.length ?? 0).fill(null);
    return {
      ...sheet,
      cells: sheet.cells.flatMap((row, at) => (at > head + 1 && random.next() < 0.1 ? [blank, row] : [row])),
    };
  },
  "columns in another order": (sheet, random) => {
    const head = headerRow(sheet);
    const order = shuffled([...(sheet.cells[head] ?? []).keys()], random);
    return {
      ...sheet,
      cells: sheet.cells.map((row, at) => (at < head ? row : order.map((column) => row[column] ?? null))),
    };
  },
  "a table that begins elsewhere": (sheet) => ({
    ...sheet,
    cells: [[], [], ...sheet.cells]
      .map((row) => [null, null, ...row])
      .map((row, _at, all) => {
        const width = Math.max(...all.map(({ length }) => length));
        return [...row, ...Array<null>(width - row.length).fill(null)];
      }),
    merges: (sheet.merges ?? []).map(([top, left, bottom, right]) => [
      top + 2,
      left + 2,
      bottom + 2,
      right + 2,
    ]),
  }),
  "numbers as text, stray spaces": (sheet, random) => ({
    ...sheet,
    cells: sheet.cells.map((row) =>
      row.map((cell) => {
        if (typeof cell === "number" && random.next() < 0.5) return String(cell).replace(".", ",");
        return typeof cell === "string" && random.next() < 0.3 ? ` ${cell}\u00A0` : cell;
      }),
    ),
  }),
  "look-alike letters and line breaks in the header": (sheet) => {
    const head = headerRow(sheet);
    return {
      ...sheet,
      cells: sheet.cells.map((row, at) =>
        at === head
          ? row.map((cell) => (typeof cell === "string" ? cell.replace(/о/g, "o").replace(/ /, "\n") : cell))
          : row,
      ),
    };
  },
};

/** Columns of these stand in one row of header each. */
const CASES = [
  ...["fisoko-marks", "fisoko-individual", "form-2021", "form-2022"].map((name) => ["ВПР", name] as const),
  ...["dense", "csv"].map((name) => ["ОГЭ", name] as const),
];

describe.each(CASES)("%s, %s", (form, name) => {
  it.each(Object.keys(MUTATIONS))("%s: the truth, or a problem that names the cell", (mutation) => {
    for (let seed = 1; seed <= 12; seed++) {
      const procedures = sampleProcedures(seed, SCHOOLS).filter((procedure) => procedure.form === form);
      const paint = (form === "ВПР" ? VPR_LAYOUTS : OGE_LAYOUTS)[name];
      const mutate = MUTATIONS[mutation];
      if (paint === undefined || mutate === undefined) throw new RangeError(name);
      const random = randomFrom(seed * 7919);
      const reading = readWorkbook(
        paint(procedures).map((sheet) => gridOf(mutate(sheet, random))),
        { scales: SCALES },
      );
      const truth = truthLines(truthOf(procedures), false);
      const read = figuresOf(reading.results, truthOf(procedures), false);
      // Never a wrong figure in silence: what is read is true, what is missing is told.
      expect([seed, read.filter((line) => !truth.includes(line))]).toEqual([seed, []]);
      if (read.length < truth.length)
        expect(reading.problems.some(({ severity }) => severity === "error")).toBe(true);
      if (mutation !== "columns in another order") expect([seed, read]).toEqual([seed, truth]);
    }
  });
});
