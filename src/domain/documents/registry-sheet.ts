import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem, Source } from "../problem";
import { loginKey, schoolKey } from "../schools/key";
import { documentName, loginDigits, normaliseSchoolName } from "../schools/name";
import type { RegistryEntry, RegistryField } from "../schools/registry-entry";
import type { School } from "../schools/school";
import type { Block, PlanCell, SheetPlan } from "../sheet-plan";
import type { StyleName } from "../styles";
import { byName } from "../text/russian";
import { shortSchoolName } from "./package/short-name";
import { own } from "../text/own";

export const REGISTRY_ID = "registry";
export const REGISTRY_NAME = "Школы";

interface Column {
  readonly field: RegistryField;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName;
}

const COLUMNS: readonly Column[] = [
  { field: "name", header: "Школа", width: 44, style: "input" },
  { field: "shortName", header: "Краткое название", width: 24, style: "input" },
  { field: "aliases", header: "Другие названия", width: 34, style: "input" },
  { field: "different", header: "Не путать с", width: 24, style: "input" },
  { field: "login", header: "Логин ФИС ОКО", width: 14, style: "input" },
  { field: "codeOge", header: "Код ОГЭ", width: 11, style: "input" },
  { field: "codeEge", header: "Код ЕГЭ", width: 11, style: "input" },
  { field: "municipality", header: "Муниципалитет", width: 24, style: "input" },
  { field: "parent", header: "Головная школа или преемник", width: 28, style: "input" },
  { field: "excluded", header: "Не рассматривать", width: 14, style: "input" },
  { field: "reason", header: "Причина", width: 30, style: "input" },
  { field: "key", header: "Ключ", width: 20, style: "cellNote" },
];
const HEADER = 6;
const NOTES = [
  "Реестр составлен по данным, дальше его ведёте вы: надстройка только дописывает новые школы в конец.",
  "«Другие названия» – через точку с запятой: названия и логины, под которыми та же школа встречается на листах. «Не путать с» – похожие названия других школ.",
  "Результаты филиала и реорганизованной школы прибавляются к школе из столбца «Головная школа или преемник».",
  "Школа с «да» в столбце «Не рассматривать» не оценивается и названа в документах отдельно, с причиной.",
];
/** Rows below the schools that are ready to be filled in. */
const SPARE_ROWS = 100;
const EXCLUDED: Readonly<Record<string, boolean>> = { да: true, нет: false, "": false };

/** Where the registry's columns are and what it says. */
export interface ReadRegistry {
  readonly entries: readonly RegistryEntry[];
  readonly problems: readonly Problem[];
  /** Rows for further schools, from the first row below all that is filled in; null where the headings are gone. */
  readonly append: ((schools: readonly School[]) => readonly Block[]) | null;
}

const normal = (value: CellValue | undefined): string =>
  String(value ?? "")
    .trim()
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\s+/g, " ");

/** Reads the registry by its headings, wherever its rows and columns were moved. */
export function readRegistry(grid: Grid): ReadRegistry {
  const header = grid.cells.findIndex((row) => {
    const found = new Set(row.map(normal));
    return found.has(normal("Школа")) && found.has(normal("Другие названия"));
  });
  const headings = grid.cells[header];
  if (headings === undefined) {
    const source = { sheet: grid.sheet, address: cellAddress(grid.top, grid.left) };
    return {
      entries: [],
      problems: [{ code: "registryUnreadable", severity: "error", source, fields: {} }],
      append: null,
    };
  }
  const at = new Map<RegistryField, number>();
  for (const { field, header: heading } of COLUMNS) {
    const column = headings.findIndex((cell) => normal(cell) === normal(heading));
    if (column >= 0) at.set(field, column);
  }
  const problems: Problem[] = [];
  const entries = grid.cells.slice(header + 1).flatMap((row, index): RegistryEntry[] => {
    const sheetRow = grid.top + header + 1 + index;
    return readRow(
      row,
      at,
      (column) => ({
        sheet: grid.sheet,
        address: cellAddress(sheetRow, grid.left + column),
      }),
      problems,
    );
  });
  return {
    entries,
    problems,
    append: (schools) => appended(schools, grid, at),
  };
}

function readRow(
  row: readonly CellValue[],
  columns: ReadonlyMap<RegistryField, number>,
  place: (column: number) => Source,
  problems: Problem[],
): RegistryEntry[] {
  const text = (field: RegistryField): string => {
    const column = columns.get(field);
    return column === undefined ? "" : String(row[column] ?? "").trim();
  };
  const at = Object.fromEntries(
    COLUMNS.map(({ field }) => [field, place(columns.get(field) ?? columns.get("name") ?? 0)]),
  ) as Record<RegistryField, Source>; // every field once
  const name = text("name");
  if (name === "" && text("key") === "") {
    if (row.some((cell) => normal(cell) !== ""))
      problems.push({ code: "registryNameMissing", severity: "warning", source: at.name, fields: {} });
    return [];
  }
  const login = loginDigits(text("login")) ?? /^\d{4,}$/.exec(text("login"))?.[0] ?? null;
  if (login === null && text("login") !== "") problems.push(unread("login", text("login"), at));
  const word = normal(text("excluded"));
  if (!Object.hasOwn(EXCLUDED, word)) problems.push(unread("excluded", text("excluded"), at));
  const excluded = own(EXCLUDED, word) ?? false;
  if (excluded && text("reason") === "")
    problems.push({
      code: "registryReasonMissing",
      severity: "info",
      source: at.reason,
      fields: { school: name },
    });
  return [
    {
      key: keyOf(text, login, at, problems),
      name,
      shortName: text("shortName"),
      aliases: listOf(text("aliases")),
      different: listOf(text("different")),
      login,
      codeOge: text("codeOge"),
      codeEge: text("codeEge"),
      municipality: text("municipality"),
      parent: text("parent"),
      excluded,
      reason: text("reason"),
      at,
    },
  ];
}

/** A key is kept as the add-in wrote it; a row that the user added gets the key that its school has in the data. */
function keyOf(
  text: (field: RegistryField) => string,
  login: string | null,
  at: RegistryEntry["at"],
  problems: Problem[],
): string {
  const key = text("key");
  if (/^(?:edu:\d+|code:[^:]+:.+|name:.+)$/.test(key)) return key;
  if (key !== "") problems.push(unread("key", key, at));
  return login === null ? schoolKey(text("name"), text("municipality")) : loginKey(login);
}

const unread = (field: RegistryField, value: string, at: RegistryEntry["at"]): Problem => ({
  code: "registryValueUnknown",
  severity: "warning",
  source: at[field],
  fields: { field, value },
});

const listOf = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** What is known of each school, in the order of the columns. */
function rowsOf(schools: readonly School[]): readonly Readonly<Record<RegistryField, string>>[] {
  const owners = new Map<string, number>();
  for (const { name, spellings } of schools)
    for (const form of new Set([name, ...spellings].map(normaliseSchoolName)))
      owners.set(form, (owners.get(form) ?? 0) + 1);
  return [...schools]
    .sort((a, b) => byName(documentName(a.name), documentName(b.name)))
    .map((school) => rowOf(school, (form) => owners.get(form) === 1));
}

function rowOf(
  { key, name, spellings, keys = [], municipality = "" }: School,
  isItsOwn: (form: string) => boolean,
): Readonly<Record<RegistryField, string>> {
  const printed = documentName(name);
  const forms = new Set([normaliseSchoolName(name)]);
  const aliases = spellings.filter((spelling) => {
    const form = normaliseSchoolName(spelling);
    if (forms.has(form) || !isItsOwn(form)) return false;
    forms.add(form);
    return true;
  });
  const short = shortSchoolName(name);
  const [login] = [key, ...keys].filter((each) => each.startsWith("edu:"));
  const code = (form: string): string => {
    const start = `code:${form}:`;
    return [key, ...keys].find((each) => each.startsWith(start))?.slice(start.length) ?? "";
  };
  return {
    key,
    name: printed,
    shortName: short === printed ? "" : short,
    aliases: aliases.map((alias) => documentName(alias).replaceAll(";", ",")).join("; "),
    different: "",
    login: login === undefined ? "" : login.replace(":", ""),
    codeOge: code("ОГЭ"),
    codeEge: code("ЕГЭ"),
    municipality,
    parent: "",
    excluded: "",
    reason: "",
  };
}

const orBlank = (text: string): PlanCell => (text === "" ? null : text);

/** One block per column, so that columns which the user added between stay as they are. */
function appended(
  schools: readonly School[],
  grid: Grid,
  columns: ReadonlyMap<RegistryField, number>,
): readonly Block[] {
  const rows = rowsOf(schools);
  if (rows.length === 0) return [];
  return [...columns].map(([field, column]): Block => ({
    row: grid.top + grid.cells.length,
    column: grid.left + column,
    cells: rows.map((row) => [orBlank(row[field])]),
  }));
}

/** The sheet «Школы», made once of the data; after that it is the user's. */
export function planRegistry(schools: readonly School[]): SheetPlan {
  const rows = rowsOf(schools);
  const right = COLUMNS.length - 1;
  const all = { top: 0, left: 0, bottom: HEADER + rows.length + SPARE_ROWS, right };
  const body = { ...all, top: HEADER + 1 };
  const notes = NOTES.map((_, index) => ({ ...all, top: index + 1, bottom: index + 1 }));
  const excludedAt = COLUMNS.findIndex(({ field }) => field === "excluded");
  return {
    id: REGISTRY_ID,
    kind: "registry",
    name: REGISTRY_NAME,
    columns: COLUMNS.map(({ width }) => width),
    blocks: [
      { row: 0, column: 0, cells: [["Реестр школ"]] },
      { row: 1, column: 0, cells: NOTES.map((note) => [note]) },
      { row: HEADER, column: 0, cells: [COLUMNS.map(({ header }) => header)] },
      ...(rows.length === 0
        ? []
        : [
            {
              row: HEADER + 1,
              column: 0,
              cells: rows.map((row) => COLUMNS.map(({ field }) => orBlank(row[field]))),
            },
          ]),
    ],
    styles: [
      { area: { ...all, bottom: 0 }, style: "title" },
      { area: { ...all, top: 1, bottom: NOTES.length }, style: "note" },
      { area: { ...all, top: HEADER, bottom: HEADER }, style: "tableHeader" },
      ...COLUMNS.map(({ style }, column) => ({ area: { ...body, left: column, right: column }, style })),
    ],
    merges: [{ ...all, bottom: 0 }, ...notes],
    rowHeights: [{ row: 0, points: 24 }],
    autofit: rows.length === 0 ? [] : [{ from: HEADER, to: HEADER + rows.length }],
    frozenRows: HEADER + 1,
    choices: [{ area: { ...body, left: excludedAt, right: excludedAt }, values: ["да", "нет"] }],
    print: {
      orientation: "landscape",
      area: { ...all, bottom: HEADER + Math.max(1, rows.length) },
      titleRows: { from: HEADER, to: HEADER },
      footer: REGISTRY_NAME,
    },
  };
}
