import type { CellValue, Grid } from "../grid";
import type { CellEdit } from "../monitoring/corrections";
import type { Source } from "../problem";
import { parseArea } from "../results/corrections/area";
import { documentName, normaliseSchoolName } from "../schools/name";
import { entryOf, resolveRegistry } from "../schools/registry";
import type { RegistryEntry } from "../schools/registry-entry";
import type { School } from "../schools/school";
import type { Block, SheetPlan } from "../sheet-plan";
import { planRegistry, readRegistry, REGISTRY_NAME } from "./registry-sheet";

/** What the user says of two schools of like names. */
export type SchoolAnswer = "same" | "different";

/** Where the registry keeps an answer: enough to take it back. */
export interface NotedAnswer {
  readonly answer: SchoolAnswer;
  /** Key of the row. */
  readonly row: string;
  /** What was added to the row's list of names. */
  readonly text: string;
}

/** One way of noting an answer, and the registry as it would be. */
export interface RegistryChange {
  readonly noted: NotedAnswer;
  /** The whole sheet, where there is none yet. */
  readonly plan: SheetPlan | null;
  /** Rows of schools that are new to it, below the last one. */
  readonly append: readonly Block[];
  readonly edit: CellEdit | null;
  readonly grid: Grid;
}

const FIELD = { same: "aliases", different: "different" } as const satisfies Record<
  SchoolAnswer,
  keyof RegistryEntry
>;
/**
 * Ways of noting an answer in the registry, the plainest first: a name beside a school that has a row, then its login
 * or key, then rows below the last one. Whether a way says exactly what was answered is for its caller to try.
 * @param registry the sheet «Школы»; null where there is none yet
 * @param unlisted schools of the data without a row
 */
export function waysToNote(
  registry: Grid | null,
  unlisted: readonly School[],
  [first, second]: readonly [School, School],
  answer: SchoolAnswer,
): readonly RegistryChange[] {
  const pairs = [
    { owner: first, other: second },
    { owner: second, other: first },
  ].map((pair) => ({ ...pair, texts: textsOf(pair.other) }));
  if (registry === null) {
    const plan = planRegistry(unlisted);
    return pairs.flatMap(({ owner, texts }) =>
      texts.flatMap((text) => {
        const blocks = withText(plan.blocks, gridOf(plan.blocks), owner, { answer, text });
        if (blocks === null) return [];
        const noted = { answer, row: owner.key, text };
        return [{ noted, plan: { ...plan, blocks }, append: [], edit: null, grid: gridOf(blocks) }];
      }),
    );
  }
  const { entries, append } = readRegistry(registry);
  const known = resolveRegistry(entries).entries;
  const inRows = pairs.flatMap(({ owner, texts }) => {
    const entry = entryOf(owner, known);
    return entry === undefined ? [] : texts.flatMap((text) => editOf(registry, entry, { answer, text }));
  });
  const below = append?.(unlisted) ?? [];
  const added = pairs.flatMap(({ owner, texts }) =>
    entryOf(owner, known) !== undefined
      ? []
      : texts.flatMap((text): RegistryChange[] => {
          const blocks = withText(below, withBlocks(registry, below), owner, { answer, text });
          if (blocks === null) return [];
          const noted = { answer, row: owner.key, text };
          return [{ noted, plan: null, append: blocks, edit: null, grid: withBlocks(registry, blocks) }];
        }),
  );
  return [...inRows, ...added];
}

/** The cell that keeps an answer. */
export const placeOfNote = (registry: Grid, { answer, row }: NotedAnswer): Source | null =>
  readRegistry(registry).entries.find(({ key }) => key === row)?.at[FIELD[answer]] ?? null;

/** The registry without what an answer added; null where the user has changed that already. */
export function withoutNote(registry: Grid, { answer, row, text }: NotedAnswer): CellEdit | null {
  const entry = readRegistry(registry).entries.find(({ key }) => key === row);
  if (entry?.[FIELD[answer]].includes(text) !== true) return null;
  const { address } = entry.at[FIELD[answer]];
  return {
    sheet: registry.sheet,
    address,
    value: withoutName(String(cellAt(registry, address) ?? ""), text),
  };
}

/** A list without a name, once: what the user put between the others, and a second copy, stay. */
function withoutName(list: string, name: string): string {
  const parts = list.split(/([;\n])/); // names at even places, what parts them between
  const at = parts.findIndex((part, index) => index % 2 === 0 && part.trim() === name);
  if (at < 0) return list;
  if (at > 0) return [...parts.slice(0, at - 1), ...parts.slice(at + 1)].join("");
  return parts.slice(2).join("").trimStart();
}

/** What a row can call a school by: its names, its logins, its key. */
function textsOf({ key, name, spellings, keys = [] }: School): readonly string[] {
  const named = new Map([name, ...spellings].map((each) => [normaliseSchoolName(each), each]));
  const logins = [key, ...keys].filter((each) => each.startsWith("edu:"));
  return [
    ...new Set([
      ...[...named.values()].map((each) => documentName(each).replaceAll(";", ",")),
      ...logins.map((login) => login.replace(":", "")),
      key,
    ]),
  ];
}

type Note = Pick<NotedAnswer, "answer" | "text">;

const joined = (before: CellValue | undefined, text: string): string =>
  String(before ?? "").trim() === "" ? text : `${String(before).trimEnd()}; ${text}`;

function editOf(registry: Grid, entry: RegistryEntry, { answer, text }: Note): RegistryChange[] {
  const { address } = entry.at[FIELD[answer]];
  // a column that the user deleted: its place would be that of the name
  if (address === entry.at.name.address || entry[FIELD[answer]].includes(text)) return [];
  const edit = { sheet: registry.sheet, address, value: joined(cellAt(registry, address), text) };
  const noted = { answer, row: entry.key, text };
  return [{ noted, plan: null, append: [], edit, grid: withValue(registry, address, edit.value) }];
}

function cellAt({ top, left, cells }: Grid, address: string): CellValue | undefined {
  const place = parseArea(address);
  return place === null ? undefined : cells[place.top - top]?.[place.left - left];
}

function withValue(grid: Grid, address: string, value: CellValue): Grid {
  const place = parseArea(address);
  if (place === null) return grid;
  return withBlocks(grid, [{ row: place.top, column: place.left, cells: [[value]] }]);
}

/** Blocks with a text in the row of a school; null where that row is not in them. */
function withText(
  blocks: readonly Block[],
  grid: Grid,
  owner: School,
  { answer, text }: Note,
): readonly Block[] | null {
  const entry = readRegistry(grid).entries.find(({ key }) => key === owner.key);
  const place = entry === undefined ? null : parseArea(entry.at[FIELD[answer]].address);
  if (entry === undefined || place === null || entry.at[FIELD[answer]].address === entry.at.name.address)
    return null;
  const value = joined(entry[FIELD[answer]].join("; "), text);
  const within = ({ row, column, cells }: Block): boolean =>
    place.top >= row &&
    place.top < row + cells.length &&
    place.left >= column &&
    place.left < column + (cells[0]?.length ?? 0);
  if (!blocks.some(within)) return null;
  return blocks.map((block) =>
    within(block)
      ? {
          ...block,
          cells: block.cells.map((row, index) =>
            block.row + index === place.top
              ? row.map((cell, column) => (block.column + column === place.left ? value : cell))
              : row,
          ),
        }
      : block,
  );
}

const gridOf = (blocks: readonly Block[]): Grid =>
  withBlocks({ sheet: REGISTRY_NAME, top: 0, left: 0, cells: [] }, blocks);

/** The cells of a sheet after blocks are written into it. */
function withBlocks(grid: Grid, blocks: readonly Block[]): Grid {
  const bottom = Math.max(
    grid.cells.length,
    ...blocks.map(({ row, cells }) => row + cells.length - grid.top),
  );
  const right = Math.max(
    grid.cells[0]?.length ?? 0,
    ...blocks.map(({ column, cells }) => column + (cells[0]?.length ?? 0) - grid.left),
  );
  const cells = Array.from({ length: bottom }, (_, row) =>
    Array.from({ length: right }, (_column, column): CellValue => grid.cells[row]?.[column] ?? null),
  );
  for (const { row, column, cells: own } of blocks)
    own.forEach((line, index) => {
      line.forEach((cell, offset) => {
        const target = cells[row + index - grid.top];
        if (target !== undefined)
          target[column + offset - grid.left] = typeof cell === "object" ? null : cell;
      });
    });
  return { ...grid, cells };
}
