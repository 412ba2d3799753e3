import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem } from "../problem";
import { procedureTitle, type Form, type Procedure } from "../results/procedure";
import type { ReadTable, Result } from "../results/result";
import { formatYear, parseYear } from "../results/year";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { byName } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";

export const FILES_ID = "files";
export const FILES_NAME = "Добавленные файлы";
/** Layout of tables that were read from a file in an earlier run. */
export const KEPT_LAYOUT = "kept";

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
];
const NOTE =
  "Результаты, прочитанные из добавленных файлов: по ним надстройка считает и тогда, когда файлов уже нет под рукой. Сведений об учениках здесь нет. Чтобы забыть файл, удалите его строки.";

/** Results of files of earlier runs. */
export interface KeptResults {
  readonly results: readonly Result[];
  readonly tables: readonly ReadTable[];
  readonly problems: readonly Problem[];
  /** Rows that cannot be read, as they are: they stay in the sheet. */
  readonly unread: readonly (readonly CellValue[])[];
}

export const NOTHING_KEPT: KeptResults = { results: [], tables: [], problems: [], unread: [] };

/** Reads the sheet «Добавленные файлы». @param again files that are read anew: what was kept of them is out of date */
export function readKept(grid: Grid, again: ReadonlySet<string>): KeptResults {
  const results: Result[] = [];
  const problems: Problem[] = [];
  const unread: (readonly CellValue[])[] = [];
  const header = grid.cells.findIndex(
    (row) => row[0] === COLUMNS[0]?.header && row[1] === COLUMNS[1]?.header,
  );
  grid.cells.slice(header + 1).forEach((row, index) => {
    if (header < 0 || row.every((cell) => cell === null || cell === "")) return;
    if (again.has(text(row[0]))) return;
    const result = readRow(row);
    if (result !== null) results.push(result);
    else {
      unread.push(row.slice(0, COLUMNS.length));
      const address = cellAddress(grid.top + header + 1 + index, grid.left);
      problems.push({
        code: "keptUnreadable",
        severity: "error",
        source: { sheet: grid.sheet, address },
        fields: {},
      });
    }
  });
  return { results, tables: tablesOf(results), problems, unread };
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

function tablesOf(results: readonly Result[]): readonly ReadTable[] {
  const groups = new Map<string, Result[]>();
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
export function planFiles(
  results: readonly Result[],
  unread: readonly (readonly CellValue[])[],
): SheetPlan | null;
export function planFiles(
  results: readonly Result[],
  unread: readonly (readonly CellValue[])[],
  when: "always",
): SheetPlan;
export function planFiles(
  results: readonly Result[],
  unread: readonly (readonly CellValue[])[],
  when?: "always",
): SheetPlan | null {
  const ofFiles = results.filter(({ source }) => source.file !== undefined);
  if (ofFiles.length === 0 && unread.length === 0 && when === undefined) return null;
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
    .map(rowOf);
  const body = builder.body(COLUMNS, [...rows, ...unread], { oneRowEach: true });
  return builder.plan(
    {
      id: FILES_ID,
      kind: "files",
      name: FILES_NAME,
      frozenRows: header + 1,
      ...(body === null ? {} : { table: { area: { ...body, top: header }, name: "ШНОР_Файлы" } }),
    },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: FILES_NAME },
  );
}

function rowOf(result: Result): PlanCell[] {
  const { source, school, schoolCode, municipality, year, procedure, marks, shareDecimals } = result;
  return [
    source.file ?? "",
    source.sheet,
    source.address,
    school,
    schoolCode ?? null,
    municipality ?? null,
    formatYear(year),
    procedureTitle(procedure),
    result.participants,
    result.failed,
    result.share,
    shareDecimals ?? null,
    marks?.join(", ") ?? null,
  ];
}
