/** Benchmark (b): a sheet of pupils read to results, beside arquero that groups and counts the same columns. */
import { op, table } from "arquero";
import type { Grid } from "../../src/domain/grid";
import { readWorkbook } from "../../src/domain/results/read";
import { agree } from "./identification";
import { exponentOf, race, type Peer, type Timing } from "./measure";
import { HEADER_ROWS, pupilGrid } from "./pupils";

export interface ReadingFigures {
  readonly timings: readonly Timing[];
  readonly timesFasterThanArquero: number;
  readonly exponent: number;
}

export function benchReading(pupils: number, runs: number): ReadingFigures {
  const grid = pupilGrid(pupils);
  const peers = [ours(grid), withArquero(grid)];
  agree(peers.map(({ run }) => run()));
  const timings = race(peers, runs);
  const sizes = [pupils / 4, pupils / 2, pupils];
  return {
    timings,
    timesFasterThanArquero: timings[1]?.ofFirst ?? NaN,
    exponent: exponentOf(sizes, runs, (size) => ours(size === pupils ? grid : pupilGrid(size)).run),
  };
}

/** Recognised, checked and counted; those who failed show that the peers counted the same pupils. */
function ours(grid: Grid): Peer {
  return {
    name: "ШНОР",
    run: () => {
      const { results, problems } = readWorkbook([grid]);
      if (problems.length > 0) throw new Error("the sheet of the benchmark is clean");
      return results.reduce((sum, { failed }) => sum + (failed ?? 0), 0);
    },
  };
}

interface Row {
  readonly mark: unknown;
}

/**
 * Rows of pupils alone, as columns that were made before the clock starts: no titles, no rows of groups, no header to
 * find. It groups by school, counts marks and different people, and counts what is filled in every other column.
 */
function withArquero({ cells }: Grid): Peer {
  const header = cells[HEADER_ROWS - 1] ?? [];
  const rows = cells.slice(HEADER_ROWS).filter((row) => row[1] !== null);
  const nameOf = (title: unknown, at: number): string =>
    ({ ОО: "login", Муниципалитет: "municipality", "Название ОО": "school", Отметка: "mark" })[
      String(title)
    ] ?? (title === "Код участника" ? "code" : `column${at}`);
  const names = header.map(nameOf);
  const data = table(Object.fromEntries(names.map((name, at) => [name, rows.map((row) => row[at])])));
  const others = names.filter((name) => !["login", "municipality", "school", "mark", "code"].includes(name));
  return {
    name: "arquero",
    run: () => {
      const counted = data.groupby("login", "municipality", "school").rollup({
        people: op.distinct("code"),
        two: (d: Row) => op.sum(d.mark === 2 ? 1 : 0),
        three: (d: Row) => op.sum(d.mark === 3 ? 1 : 0),
        four: (d: Row) => op.sum(d.mark === 4 ? 1 : 0),
        five: (d: Row) => op.sum(d.mark === 5 ? 1 : 0),
        ...Object.fromEntries(others.map((name) => [name, op.valid(name)])),
      });
      return Array.from(counted.array("two")).reduce<number>((sum, each) => sum + Number(each), 0);
    },
  };
}
