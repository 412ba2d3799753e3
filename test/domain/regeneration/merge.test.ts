import { mergeRows, type CellConflict, type Merge } from "../../../src/domain/regeneration/merge";
import type { GeneratedRow, SheetRow } from "../../../src/domain/regeneration/rows";
import { generated, sheet } from "./rows";

const BASE = generated("1: Анализ | май", "2: Семинар | июнь", "3: Отчёт | июль");

const printed = ({ rows }: Merge): string[] => rows.map(({ cells }) => cells.map(String).join(" | "));
const merge = (
  mine: readonly SheetRow[],
  theirs: readonly GeneratedRow[],
  base: readonly GeneratedRow[] | null = BASE,
): Merge => mergeRows({ base, mine, theirs });

interface Case {
  readonly name: string;
  readonly mine: readonly SheetRow[];
  readonly theirs?: readonly GeneratedRow[];
  readonly base?: readonly GeneratedRow[] | null;
  readonly rows: readonly string[];
  readonly kept: number;
  readonly arrived: number;
}

const cases: readonly Case[] = [
  {
    name: "an edit stays where the template did not change",
    mine: sheet("1: Анализ ВПР | май", "2: Семинар | июнь", "3: Отчёт | июль"),
    rows: ["Анализ ВПР | май", "Семинар | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 0,
  },
  {
    name: "a change of the template arrives where the user did not edit, in the same row too",
    mine: sheet("1: Анализ ВПР | май", "2: Семинар | июнь", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | март", "2: Вебинар | июнь", "3: Отчёт | июль"),
    rows: ["Анализ ВПР | март", "Вебинар | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 2,
  },
  {
    name: "an own row stays after the row it follows, a new one of the template comes after its own",
    mine: sheet("1: Анализ | май", "-: Своё | сам", "2: Семинар | июнь", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | май", "2: Семинар | июнь", "2а: Новое | июнь", "3: Отчёт | июль"),
    rows: ["Анализ | май", "Своё | сам", "Семинар | июнь", "Новое | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 1,
  },
  {
    name: "a row that the user deleted stays deleted, even if the template changes it",
    mine: sheet("1: Анализ | май", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | май", "2: Семинар | август", "3: Отчёт | июль"),
    rows: ["Анализ | май", "Отчёт | июль"],
    kept: 1,
    arrived: 0,
  },
  {
    name: "a row that the template drops goes when nobody edited it",
    mine: sheet("1: Анализ | май", "2: Семинар | июнь", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | май", "3: Отчёт | июль"),
    rows: ["Анализ | май", "Отчёт | июль"],
    kept: 0,
    arrived: 1,
  },
  {
    name: "a row that the template drops stays when it was edited, or has a comment beside it",
    mine: sheet("1: Анализ | май", "2: Семинар для ОГЭ | июнь", "3*: Отчёт | июль"),
    theirs: generated("1: Анализ | май"),
    rows: ["Анализ | май", "Семинар для ОГЭ | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 0,
  },
  {
    name: "an order of the user's own stays, and changes arrive in it",
    mine: sheet("3: Отчёт | июль", "1: Анализ | май", "2: Семинар | июнь"),
    theirs: generated("1: Анализ | март", "1а: Новое | март", "2: Семинар | июнь", "3: Отчёт | июль"),
    rows: ["Отчёт | июль", "Анализ | март", "Новое | март", "Семинар | июнь"],
    kept: 1,
    arrived: 2,
  },
  {
    name: "a new order of the template arrives with the own row behind its row",
    mine: sheet("1: Анализ | май", "-: Своё | сам", "2: Семинар | июнь", "3: Отчёт | июль"),
    theirs: generated("3: Отчёт | июль", "1: Анализ | май", "2: Семинар | июнь"),
    rows: ["Отчёт | июль", "Анализ | май", "Своё | сам", "Семинар | июнь"],
    kept: 1,
    arrived: 1,
  },
  {
    // the user swapped 1 and 2, the template moved 3: each changed something else
    name: "where both changed the order the user's stays but for rows that the template moved",
    mine: sheet("2: Семинар | июнь", "1: Анализ | май", "3: Отчёт | июль"),
    theirs: generated("3: Отчёт | июль", "1: Анализ | май", "2: Семинар | июнь"),
    rows: ["Отчёт | июль", "Семинар | июнь", "Анализ | май"],
    kept: 1,
    arrived: 1,
  },
  {
    name: "a copy becomes the user's own row and stays as it is",
    mine: sheet("1: Анализ | май", "2: Семинар | июнь", "2: Семинар 2 | июнь", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | май", "2: Семинар | август", "3: Отчёт | июль"),
    rows: ["Анализ | май", "Семинар | август", "Семинар 2 | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 1,
  },
  {
    name: "the copy may stand above the original",
    mine: sheet("2: Семинар 2 | июнь", "1: Анализ | май", "2: Семинар | июнь", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | май", "2: Семинар | август", "3: Отчёт | июль"),
    rows: ["Семинар 2 | июнь", "Анализ | май", "Семинар | август", "Отчёт | июль"],
    kept: 1,
    arrived: 1,
  },
  {
    name: "a cell that the user cleared stays empty",
    mine: sheet("1: Анализ | ", "2: Семинар | июнь", "3: Отчёт | июль"),
    rows: ["Анализ | ", "Семинар | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 0,
  },
  {
    name: "an id that nobody knows is a row of the user",
    mine: sheet("1: Анализ | май", "9: Чужое | из другого листа", "2: Семинар | июнь", "3: Отчёт | июль"),
    rows: ["Анализ | май", "Чужое | из другого листа", "Семинар | июнь", "Отчёт | июль"],
    kept: 1,
    arrived: 0,
  },
  {
    name: "with the kept state lost every difference is the user's, nothing is brought or removed",
    base: null,
    mine: sheet("1: Анализ ВПР | май", "3: Отчёт | июль"),
    theirs: generated("1: Анализ | май", "2: Семинар | июнь", "3: Отчёт | август"),
    rows: ["Анализ ВПР | май", "Отчёт | июль"],
    kept: 2,
    arrived: 0,
  },
];

test.each(cases)("$name", ({ mine, theirs = BASE, base = BASE, rows, kept, arrived }) => {
  const result = merge(mine, theirs, base);
  expect(printed(result)).toEqual(rows);
  expect([result.kept, result.arrived]).toEqual([kept, arrived]);
});

describe("what is reported", () => {
  const both = sheet("1: Анализ ВПР | май", "2: Семинар | июнь", "3: Отчёт | июль");
  const changed = generated("1: Анализ ОГЭ | май", "2: Семинар | июнь", "3: Отчёт | июль");
  const conflict: CellConflict = { id: "1", column: 0, mine: "Анализ ВПР", theirs: "Анализ ОГЭ" };

  test("a conflict with both texts; the user's stays unless the other is chosen", () => {
    expect(merge(both, changed).conflicts).toEqual([conflict]);
    expect(printed(merge(both, changed))[0]).toBe("Анализ ВПР | май");
    const chosen = mergeRows({ base: BASE, mine: both, theirs: changed, choose: () => "theirs" });
    expect(printed(chosen)[0]).toBe("Анализ ОГЭ | май");
    expect(chosen.conflicts).toEqual([conflict]);
  });
  test("the same change on both sides is no conflict", () => {
    expect(
      merge(both, generated("1: Анализ ВПР | май", "2: Семинар | июнь", "3: Отчёт | июль")).conflicts,
    ).toEqual([]);
  });
  test("places of copies, dropped rows that stay, rows withheld without a kept state", () => {
    expect(merge(sheet("1: Анализ | май", "1: Анализ | май"), BASE).copies).toEqual([1]);
    expect(merge(sheet("2*: Семинар | июнь"), generated("1: Анализ | май")).dropped).toEqual(["2"]);
    expect(merge(sheet("1: Анализ | май"), BASE, null).withheld).toEqual(["2", "3"]);
  });
  test("a column that the user deleted gets nothing", () => {
    const mine: SheetRow[] = [{ id: "1", cells: ["Анализ", undefined], beside: false }];
    const result = merge(mine, generated("1: Анализ ОГЭ | март"));
    expect(result.rows[0]?.cells).toEqual(["Анализ ОГЭ", undefined]);
    expect(result.conflicts).toEqual([]);
  });
});
