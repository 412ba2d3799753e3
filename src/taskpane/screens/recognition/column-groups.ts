import type { ReadColumn } from "../../../domain/results/result";

type Context = Pick<ReadColumn, "year" | "yearFrom" | "procedure" | "procedureFrom">;

export interface NamedColumn {
  readonly column: ReadColumn;
  /** Its header without what the headers of its group have in common; empty where it has none. */
  readonly label: string;
  /** Its header from top to bottom. */
  readonly path: string;
}

/** Columns of one year and one procedure. */
export interface ColumnGroup {
  readonly context: Context;
  readonly columns: readonly NamedColumn[];
}

const SEPARATOR = " / ";

/**
 * Columns by what their figures belong to, in the order in which each group begins: year and procedure are said once.
 * @param labelOf the header of a column, its rows joined by « / »
 * @example header «5 класс / Математика / Участников» beside «5 класс / Математика / Доля «2»»: labels «Участников», «Доля «2»»
 */
export function groupColumns(
  columns: readonly ReadColumn[],
  labelOf: (letter: string) => string,
): readonly ColumnGroup[] {
  const groups = new Map<string, ReadColumn[]>();
  for (const column of columns) {
    const { year, yearFrom, procedure, procedureFrom } = column;
    const key = [year, yearFrom, procedure, procedureFrom].map((part) => String(part ?? "")).join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [column]);
    else group.push(column);
  }
  return [...groups.values()].map((own) => {
    const paths = own.map(({ column }) => labelOf(column).split(SEPARATOR));
    const common = own.length < 2 || own[0]?.procedure === undefined ? 0 : commonParts(paths);
    return {
      context: own[0] ?? {},
      columns: own.map((column, index) => ({
        column,
        label: (paths[index] ?? []).slice(common).join(SEPARATOR),
        path: (paths[index] ?? []).join(SEPARATOR),
      })),
    };
  });
}

/** How many first parts all paths share; each keeps its last one. */
function commonParts(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  const shortest = Math.min(...paths.map(({ length }) => length));
  let count = 0;
  while (count < shortest - 1 && paths.every((path) => path[count] === first[count])) count++;
  return count;
}
