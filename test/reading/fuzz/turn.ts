import { areaAddress, type CellValue, type Grid } from "../../../src/domain/grid";
import type { Problem, Source } from "../../../src/domain/problem";
import { readWorkbook } from "../../../src/domain/results/read";
import type { Reading } from "../../../src/domain/results/result";
import { parseArea } from "../../../src/domain/results/corrections/area";
import { toGrid, type Paper } from "./paper";

/**
 * Reads a paper as if somebody had laid its table out with schools in columns; the titles above `top` stay where they
 * are. Addresses come back as those of the paper, so that a fact finds its problem.
 */
export function readTurned(paper: Paper, top: number): Pick<Reading, "results" | "problems" | "tables"> {
  const { results, problems, tables } = readWorkbook([turned(toGrid(paper), top)]);
  const back = (source: Source): Source => ({ ...source, address: turnedBack(source.address, top) });
  return {
    tables: tables.map((table) => ({ ...table, header: turnedBack(table.header, top) })),
    results: results.map((result) => ({ ...result, source: back(result.source) })),
    problems: problems.map(({ source, related, ...problem }): Problem => ({
      ...problem,
      ...(source === undefined ? {} : { source: back(source) }),
      ...(related === undefined ? {} : { related: related.map(back) }),
    })),
  };
}

function turned(grid: Grid, top: number): Grid {
  const { cells, formats = [], merges = [] } = grid;
  const width = Math.max(cells[0]?.length ?? 0, cells.length - top);
  const turn = <T>(all: readonly (readonly T[])[], blank: T): T[][] => [
    ...all.slice(0, top).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? blank)),
    ...(cells[0] ?? []).map((_, column) =>
      Array.from({ length: width }, (__, row) => all[top + row]?.[column] ?? blank),
    ),
  ];
  return {
    ...grid,
    cells: turn<CellValue>(cells, null),
    formats: turn(formats, ""),
    merges: merges.flatMap((merge) => {
      if (merge.bottom < top) return [merge];
      if (merge.top < top) return [];
      const { left, right, bottom } = merge;
      return [{ top: top + left, left: merge.top - top, bottom: top + right, right: bottom - top }];
    }),
  };
}

function turnedBack(address: string, top: number): string {
  const area = parseArea(address);
  if (area === null || area.bottom < top) return address;
  const [first, last] = [Math.max(area.top, top), area.bottom];
  return areaAddress({
    top: area.top < top ? area.top : top + area.left,
    left: first - top,
    bottom: top + area.right,
    right: last - top,
  });
}
