import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem } from "../problem";
import { procedureTitle, type Form, type Procedure } from "../results/procedure";
import type { JournalComparison, ReadTable, Result } from "../results/result";
import { NOTHING_BESIDE, type Beside } from "./beside";
import { besideOf, layBeside, usersRows } from "./files-beside";
import { comparedText, comparisonOf } from "./kept-comparison";
import { formatYear, parseYear } from "../results/year";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { byName } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";

export const FILES_ID = "files";
const FILES_NAME = "Добавленные файлы";
/** Layout of tables that were read from a file in an earlier run. */
const KEPT_LAYOUT = "kept";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "Файл", style: "cell", width: 30 },
  { header: "Лист", style: "cell", width: 22 },
  { header: "Ячейки", style: "cell", width: 12 },
  { header: "Школа", style: "cell", width: 36 },
  { header: "Код школы", style: "cell", width: 13 },
  { header: "Муниципалитет", style: "cell", width: 22 },
  { header: "Учебный год", style: "cellCentre", width: 12 },
  { header: "Процедура", style: "cell", width: 28 },
  { header: "Участников", style: "number", width: 12 },
  { header: "Не справились", style: "number", width: 12 },
  { header: "Доля", style: "percent", width: 9 },
  { header: "Знаков в доле", style: "number", width: 9 },
  { header: "Отметки 2, 3, 4, 5", style: "cell", width: 16 },
  { header: "Понизили, подтвердили, повысили отметку журнала", style: "cell", width: 24 },
  { header: "Замечаний в файле", style: "number", width: 12 },
];
const COMPARED = 13;
const REMARKS = 14;
const NOTE =
  "Результаты, прочитанные из добавленных файлов: по ним надстройка считает и тогда, когда файлов уже нет под рукой. Сведений об учениках здесь нет. Сами замечания видны, пока файл добавлен; здесь их число. Чтобы забыть файл, удалите его строки.";

/** What is kept of added files. */
export interface FileStore {
  readonly results: readonly Result[];
  /** Comparisons with the journal: they tell of objectivity and are no results. */
  readonly journal: readonly JournalComparison[];
  /** Files of which something could not be read or is worth a look, with how many remarks there were. */
  readonly remarks: readonly FileRemarks[];
  /** Rows that cannot be read, as they are: they stay in the sheet. */
  readonly unread: readonly UnreadRow[];
  /** What the user put to the right of the table. */
  readonly beside: Beside;
}

/** A row of the user's among those of the table. */
interface UnreadRow {
  readonly shown: readonly CellValue[];
  /** The same with formulas. */
  readonly cells: readonly PlanCell[];
}

export interface FileRemarks {
  readonly file: string;
  readonly count: number;
}

/** Files of earlier runs. */
export interface KeptResults extends FileStore {
  readonly tables: readonly ReadTable[];
  readonly problems: readonly Problem[];
}

export const NOTHING_KEPT: KeptResults = {
  ...{ results: [], journal: [], remarks: [], unread: [], beside: NOTHING_BESIDE },
  ...{ tables: [], problems: [] },
};

/**
 * Reads the sheet «Добавленные файлы». Without its header every row counts as one that cannot be read.
 * @param again files that are read anew: what was kept of them is out of date
 * @param formulas the same cells with formulas, where the user may have put some beside the table
 */
export function readKept(grid: Grid, again: ReadonlySet<string>, formulas: Grid = grid): KeptResults {
  const results: Result[] = [];
  const journal: JournalComparison[] = [];
  const remarks: FileRemarks[] = [];
  const problems: Problem[] = [];
  const unread: UnreadRow[] = [];
  const users = usersRows(formulas);
  const unreadRow = (index: number): UnreadRow => {
    const shown = (grid.cells[index] ?? []).slice(0, COLUMNS.length);
    return { shown, cells: users(shown, index) };
  };
  const header = grid.cells.findIndex(
    (row) => row[0] === COLUMNS[0]?.header && row[1] === COLUMNS[1]?.header,
  );
  unread.push(...addedAbove(header < 0 ? grid.cells : grid.cells.slice(0, header)).map(unreadRow));
  if (header < 0 && unread.length > 0) {
    const source = { sheet: grid.sheet, address: cellAddress(grid.top, grid.left) };
    problems.push({ code: "keptUnreadable", severity: "error", source, fields: {} });
  }
  const beside = besideOf(grid, formulas, header, COLUMNS.length);
  grid.cells.slice(header + 1).forEach((row, index) => {
    if (header < 0 || row.slice(0, COLUMNS.length).every((cell) => cell === null || cell === "")) return;
    const file = text(row[0]);
    if (again.has(file)) return;
    const source = { sheet: grid.sheet, address: cellAddress(grid.top + header + 1 + index, grid.left) };
    const count = figure(row[REMARKS]);
    if (typeof count === "number" && count > 0 && file !== "") {
      remarks.push({ file, count });
      problems.push({ code: "keptRemarks", severity: "info", source, fields: { file, count } });
      return;
    }
    const result = readRow(row);
    const compared = text(row[COMPARED]);
    const comparison = result === null || compared === "" ? null : comparisonOf(result, compared);
    if (result !== null && compared === "") results.push(result);
    else if (comparison !== null) journal.push(comparison);
    else {
      unread.push(unreadRow(header + 1 + index));
      problems.push({ code: "keptUnreadable", severity: "error", source, fields: {} });
    }
  });
  return { results, journal, remarks, tables: tablesOf([...results, ...journal]), problems, unread, beside };
}

/** Places of rows that the user put above the table: they stay in the sheet, below it. */
function addedAbove(rows: readonly (readonly CellValue[])[]): readonly number[] {
  const isOurs = (cell: CellValue): boolean =>
    cell === null || cell === "" || cell === FILES_NAME || cell === NOTE;
  return rows.flatMap((row, index) => (row.slice(0, COLUMNS.length).every(isOurs) ? [] : [index]));
}

const text = (value: CellValue | undefined): string => String(value ?? "").trim();

function readRow(row: readonly CellValue[]): Result | null {
  const [file, sheet, address, school, schoolCode, municipality, years, title] = row.slice(0, 8).map(text);
  const [participants, failed, share, decimals] = row.slice(8, 12).map(figure);
  const procedure = procedureOf(title ?? "");
  const year = parseYear(years ?? "");
  if (!file || procedure === null || year === null) return null;
  if (school === "" && schoolCode === "") return null;
  const counts = [participants, failed, decimals];
  if (counts.some((each) => each === undefined || (each !== null && !Number.isInteger(each)))) return null;
  if (share === undefined || (participants ?? 0) < (failed ?? 0)) return null;
  const marks = marksOf(text(row[12]));
  return {
    school: school ?? "",
    ...(schoolCode ? { schoolCode } : {}),
    ...(municipality ? { municipality } : {}),
    procedure,
    year,
    participants: participants ?? null,
    failed: failed ?? null,
    share: participants && failed !== null && failed !== undefined ? failed / participants : share,
    ...(typeof decimals === "number" ? { shareDecimals: decimals } : {}),
    ...(marks === undefined ? {} : { marks }),
    source: { file, sheet: sheet ?? "", address: address ?? "" },
  };
}

/** Null where blank, undefined where it is no figure. */
function figure(value: CellValue | undefined): number | null | undefined {
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "number" && value >= 0 ? value : undefined;
}

/** The inverse of `procedureTitle`: only ВПР has a class. */
function procedureOf(title: string): Procedure | null {
  const found = /^(ВПР|ОГЭ|ЕГЭ) (.+?)(?: (\d{1,2}))?$/.exec(title);
  const [, form, subject, grade] = found ?? [];
  if (form === undefined || subject === undefined) return null;
  return { form: form as Form, subject, ...(grade === undefined ? {} : { grade: Number(grade) }) }; // as matched
}

function marksOf(typed: string): readonly [number, number, number, number] | undefined {
  const [two, three, four, five, ...rest] = typed.split(",").map((part) => Number(part.trim()));
  if (two === undefined || three === undefined || four === undefined || five === undefined) return undefined;
  return rest.length > 0 || ![two, three, four, five].every(Number.isInteger)
    ? undefined
    : [two, three, four, five];
}

function tablesOf(results: readonly (Result | JournalComparison)[]): readonly ReadTable[] {
  const groups = new Map<string, (Result | JournalComparison)[]>();
  for (const result of results) {
    const key = `${result.source.file ?? ""}\n${result.source.sheet}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first?.source.file === undefined) return [];
    const schools = new Set(group.map(({ school, schoolCode }) => `${school}\n${schoolCode ?? ""}`));
    return [
      {
        file: first.source.file,
        sheet: first.source.sheet,
        layout: KEPT_LAYOUT,
        address: "",
        header: "",
        rows: schools.size,
        confidence: 1,
        columns: [],
        leftOut: [],
      },
    ];
  });
}

/** The sheet «Добавленные файлы»; null where no file was ever added, unless it is wanted without rows too. */
export function planFiles(store: FileStore): SheetPlan | null;
export function planFiles(store: FileStore, when: "always"): SheetPlan;
export function planFiles(store: FileStore, when?: "always"): SheetPlan | null {
  const { remarks, unread, beside } = store;
  const read: readonly (Result | JournalComparison)[] = [...store.results, ...store.journal];
  const ofFiles = read.filter(({ source }) => source.file !== undefined);
  if (ofFiles.length + unread.length + remarks.length + beside.rows.length === 0 && when === undefined)
    return null;
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph(FILES_NAME, "title").paragraph(NOTE, "note").skip();
  const header = builder.header(COLUMNS);
  const rows = [...ofFiles]
    .sort(
      (a, b) =>
        byName(a.source.file ?? "", b.source.file ?? "") ||
        byName(a.source.sheet, b.source.sheet) ||
        byName(a.source.address, b.source.address),
    )
    .map((one) => ("lowered" in one ? comparedRow(one) : rowOf(one)));
  const counted = [...remarks].sort((a, b) => byName(a.file, b.file)).map(remarksRow);
  const all = [...rows, ...counted, ...unread.map(({ shown }) => shown)];
  const { blocks, moves, carry } = layBeside(beside, header, all, COLUMNS.length);
  const typed = unread.map(({ cells }) => cells.map(carry));
  const body = builder.body(COLUMNS, [...rows, ...counted, ...typed], { oneRowEach: true });
  const plan = builder.plan(
    {
      id: FILES_ID,
      kind: "files",
      name: FILES_NAME,
      frozenRows: header + 1,
      ...(body === null ? {} : { table: { area: { ...body, top: header }, name: "ШНОР_Файлы" } }),
    },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: FILES_NAME },
  );
  return { ...plan, blocks: [...plan.blocks, ...blocks], ...(moves === undefined ? {} : { moves }) };
}

function rowOf(result: Result): PlanCell[] {
  const { marks, shareDecimals } = result;
  const figures = [result.participants, result.failed, result.share, shareDecimals ?? null];
  return [...placeOf(result), ...figures, marks?.join(", ") ?? null, null, null];
}

function comparedRow(comparison: JournalComparison): PlanCell[] {
  const figures = [comparison.participants, null, null, null, null];
  return [...placeOf(comparison), ...figures, comparedText(comparison), null];
}

function remarksRow({ file, count }: FileRemarks): PlanCell[] {
  return [file, ...Array<null>(REMARKS - 1).fill(null), count];
}

function placeOf(one: Result | JournalComparison): PlanCell[] {
  const { source, school, schoolCode, municipality, year, procedure } = one;
  return [
    source.file ?? "",
    source.sheet,
    source.address,
    school,
    schoolCode ?? null,
    municipality ?? null,
    formatYear(year),
    procedureTitle(procedure),
  ];
}
