/**
 * The layouts as files that a methodist has: .xlsx with merged headers, hidden rows and columns, numbers as text,
 * several tables in a sheet, and .csv in Windows-1251. What each says is counted from the pupils (`people.ts`), by a
 * counter that knows nothing of the product's reader.
 */
import { bytesOf, newWorkbook } from "../paint";
import { paintJournal, type JournalTruth } from "./aggregates";
import { laid, type LaidCell, type LaidSheet } from "./laid";
import { OGE_LAYOUTS, VPR_LAYOUTS } from "./make";
import { paintDense, paintSparse } from "./exams";
import { sampleProcedures, sampleSchools, truthOf, type SampleProcedure, type Truth } from "./people";

export interface LayoutFile {
  name: string;
  bytes: Uint8Array;
}

/** Files of one layout that carry a form's figures. */
export interface LayoutSet {
  about: string;
  form: "ВПР" | "ОГЭ" | "ЕГЭ";
  /** Ids of layouts as the job's report must name them. */
  layouts: string[];
  /** So many files that they are not kept in the repository. */
  many?: true;
  /** Shares with two decimals instead of counts. */
  shares?: true;
  /** Totals of points: marks come from a scale. */
  scale?: true;
  files: LayoutFile[];
  results: Truth[];
  journal: JournalTruth[];
}

interface Looks {
  /** One-based rows and columns to hide: data like any other. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
  /** Numbers typed as text, with a comma and a stray space. */
  asText?: boolean;
}

export async function makeLayoutWorkbooks(): Promise<Map<string, LayoutSet>> {
  const all = sampleProcedures(20261122, sampleSchools());
  const sets = new Map<string, LayoutSet>();
  const of = (form: string): SampleProcedure[] => all.filter((procedure) => procedure.form === form);
  const add = (
    name: string,
    form: LayoutSet["form"],
    set: Omit<LayoutSet, "form" | "results" | "journal">,
  ): void => {
    sets.set(name, { ...set, form, results: truthOf(of(form)), journal: [] });
  };
  const paintOf = (form: "ВПР" | "ОГЭ", layout: string): LaidSheet[] =>
    ((form === "ВПР" ? VPR_LAYOUTS : OGE_LAYOUTS)[layout] ?? (() => []))(of(form));
  const xlsx = async (name: string, sheets: LaidSheet[], looks: Looks = {}): Promise<LayoutFile[]> => [
    { name: `${name}.xlsx`, bytes: await workbookOf(sheets, looks) },
  ];

  const marks = paintOf("ВПР", "fisoko-marks").map(withMergedTitle);
  add("vpr-marks", "ВПР", {
    about: "L1, a sheet per procedure, the title merged over the table",
    layouts: ["fisoko-marks"],
    files: await xlsx("vpr-marks", marks),
  });
  add("vpr-marks-together", "ВПР", {
    about: "L1, four reports in one sheet, two beside each other and two below, numbers as text",
    layouts: ["fisoko-marks"],
    files: await xlsx("vpr-marks-together", [together(marks)], { asText: true }),
  });
  add("vpr-individual", "ВПР", {
    about: "L3, a sheet per procedure, some columns and rows hidden",
    layouts: ["fisoko-individual"],
    files: await xlsx("vpr-individual", paintOf("ВПР", "fisoko-individual"), {
      hiddenRows: [11, 12, 20],
      hiddenColumns: [2, 6],
    }),
  });
  for (const year of ["2021", "2022", "2026"]) {
    add(`vpr-form-${year}`, "ВПР", {
      about: `L4, the form of ${year}, numbers as text`,
      layouts: ["fisoko-form"],
      scale: true,
      ...(year === "2026" ? { many: true as const } : {}),
      files: await byFile(paintOf("ВПР", `form-${year}`), { asText: year !== "2026" }),
    });
  }
  add("vpr-portal", "ВПР", {
    about: "L7, the year merged over five columns, the first year's columns and one school's row hidden",
    layouts: ["fisoko-marks"],
    files: await xlsx("vpr-portal", paintOf("ВПР", "portal"), {
      hiddenRows: [7],
      hiddenColumns: [2, 3, 4, 5, 6],
    }),
  });
  add("vpr-wide", "ВПР", {
    about: "wide, three rows of merged header, hidden rows and columns, numbers as text",
    layouts: ["wide"],
    files: await xlsx("vpr-wide", paintOf("ВПР", "wide"), {
      hiddenRows: [6],
      hiddenColumns: [4, 5],
      asText: true,
    }),
  });
  add("vpr-matrix", "ВПР", {
    about: "shares under procedures, a sheet per year",
    layouts: ["wide"],
    shares: true,
    files: await xlsx("vpr-matrix", paintOf("ВПР", "matrix")),
  });
  add("vpr-turned", "ВПР", {
    about: "schools in columns, names of procedures merged over two rows, a row hidden, numbers as text",
    layouts: ["schools-in-columns"],
    files: await xlsx("vpr-turned", paintOf("ВПР", "turned"), { hiddenRows: [4], asText: true }),
  });
  add("vpr-list-csv", "ВПР", {
    about: "long list, .csv in Windows-1251 with «;»",
    layouts: ["long-list"],
    files: csv(paintOf("ВПР", "long-list"), () => "ВПР, все годы.csv"),
  });
  const { sheets, truth } = paintJournal(of("ВПР"));
  sets.set("vpr-journal", {
    about: "L2, marks against the journal: no results",
    form: "ВПР",
    layouts: ["fisoko-journal"],
    files: await xlsx("vpr-journal", sheets),
    results: [],
    journal: truth,
  });

  add("oge-sparse", "ОГЭ", {
    about: "L6 sparse, two exams in a sheet, pairs of columns merged",
    layouts: ["exam-protocol"],
    files: await xlsx("oge-sparse", paintOf("ОГЭ", "sparse").map(withMergedPairs)),
  });
  add("oge-dense", "ОГЭ", {
    about: "L6 dense, a sheet per exam, numbers as text",
    layouts: ["exam-protocol"],
    files: await xlsx("oge-dense", paintOf("ОГЭ", "dense"), { asText: true, hiddenColumns: [4, 5] }),
  });
  add("oge-csv", "ОГЭ", {
    about: "L6, .csv in Windows-1251, the exam in the file's name",
    layouts: ["exam-protocol"],
    files: csv(paintOf("ОГЭ", "csv"), ({ file, sheet }) => file ?? `${sheet}.csv`),
  });
  add("oge-appeals", "ОГЭ", {
    about: "L6, marks before the appeals, the appeals, retakes in September",
    layouts: ["exam-appeals", "exam-protocol"],
    files: await xlsx("oge-appeals", paintOf("ОГЭ", "appeals")),
  });
  add("oge-list", "ОГЭ", {
    about: "long list",
    layouts: ["long-list"],
    files: await xlsx("oge-list", paintOf("ОГЭ", "long-list")),
  });
  add("ege-sparse", "ЕГЭ", {
    about: "L5 sparse with footers, two exams in a sheet",
    layouts: ["exam-protocol"],
    files: await xlsx("ege-sparse", [withMergedPairs(paintSparse(of("ЕГЭ")))]),
  });
  add("ege-dense", "ЕГЭ", {
    about: "L5 dense, a sheet per exam",
    layouts: ["exam-protocol"],
    files: await xlsx("ege-dense", paintDense(of("ЕГЭ")), { asText: true }),
  });
  return sets;
}

async function workbookOf(
  sheets: readonly LaidSheet[],
  { hiddenRows = [], hiddenColumns = [], asText = false }: Looks,
): Promise<Uint8Array> {
  const workbook = newWorkbook();
  sheets.forEach(({ sheet: name, cells, merges = [] }, at) => {
    const taken = workbook.getWorksheet(name) !== undefined;
    const sheet = workbook.addWorksheet(taken ? `${name.slice(0, 27)} (${at})` : name);
    cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell !== null) sheet.getCell(r + 1, c + 1).value = asText ? typed(cell, r + c) : cell;
      });
    });
    for (const [top, left, bottom, right] of merges)
      sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  });
  return bytesOf(workbook);
}

/** Every other number as a person types it. */
function typed(cell: string | number, at: number): string | number {
  return typeof cell === "number" && at % 2 === 0 ? ` ${String(cell).replace(".", ",")}` : cell;
}

/** A form or dump says in its file's name what it is of. */
async function byFile(sheets: readonly LaidSheet[], looks: Looks): Promise<LayoutFile[]> {
  const names = [...new Set(sheets.map(({ file, sheet }) => file ?? `${sheet}.xlsx`))];
  return Promise.all(
    names.map(async (name) => ({
      name,
      bytes: await workbookOf(
        sheets.filter(({ file, sheet }) => (file ?? `${sheet}.xlsx`) === name),
        looks,
      ),
    })),
  );
}

function withMergedTitle(sheet: LaidSheet): LaidSheet {
  return { ...sheet, merges: [...(sheet.merges ?? []), [0, 0, 0, 6], [2, 0, 2, 6]] };
}

/** Cells of a sparse protocol with a blank right of them are merged with it, as in the original. */
function withMergedPairs(sheet: LaidSheet): LaidSheet {
  const merges: [number, number, number, number][] = [];
  sheet.cells.forEach((row, r) => {
    const filled = row.filter((cell) => cell !== null).length;
    if (filled < 5) return;
    row.forEach((cell, c) => {
      if (cell !== null && c + 1 < row.length && row[c + 1] === null) merges.push([r, c, r, c + 1]);
    });
  });
  return { ...sheet, merges: [...(sheet.merges ?? []), ...merges] };
}

/** Four reports in one sheet: the first two side by side, the others below them. */
function together(sheets: readonly LaidSheet[]): LaidSheet {
  const blank: LaidCell[] = [];
  const rows: LaidCell[][] = [];
  for (let at = 0; at < sheets.length; at += 2) {
    const [left, right] = [sheets[at]?.cells ?? [], sheets[at + 1]?.cells ?? []];
    const width = Math.max(...left.map((row) => row.length)) + 1;
    for (let row = 0; row < Math.max(left.length, right.length); row++) {
      const own = Array.from({ length: width }, (_none, column): LaidCell => left[row]?.[column] ?? null);
      rows.push([...own, ...(right[row] ?? [])]);
    }
    rows.push(blank, blank);
  }
  return laid("Все отчёты", rows);
}

function csv(sheets: readonly LaidSheet[], nameOf: (sheet: LaidSheet) => string): LayoutFile[] {
  return sheets.map((sheet) => ({
    name: nameOf(sheet),
    bytes: windows1251(sheet.cells.map((row) => row.map(quoted).join(";")).join("\r\n")),
  }));
}

function quoted(cell: LaidCell): string {
  const text = cell === null ? "" : String(cell).replace(/^(\d+)\.(\d+)$/, "$1,$2");
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Letters and signs of Windows-1251 that the sheets use. */
function windows1251(text: string): Uint8Array {
  const signs: Readonly<Record<string, number>> = {
    ё: 0xb8,
    Ё: 0xa8,
    "№": 0xb9,
    "«": 0xab,
    "»": 0xbb,
    "–": 0x96,
  };
  return Uint8Array.from(Array.from(text), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    const byte = signs[letter] ?? code;
    if (byte > 0xff) throw new RangeError(`not in Windows-1251: ${letter}`);
    return byte;
  });
}
