import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem, ProblemCode } from "../problem";
import { readDate } from "./dates";
import type { ExecutionRow } from "./read-roadmap";
import { isDone, parseStatus, type Status } from "./status";

/** Headings of the sheet «Повторяющиеся», by which its columns are found wherever they were moved. */
export const OCCURRENCE_HEADERS = {
  number: "№ в плане",
  measure: "Мероприятие",
  due: "Срок",
  status: "Статус",
  fact: "Дата исполнения",
  document: "Документ, комментарий",
  school: "Уровень, школа",
} as const;
type Key = keyof typeof OCCURRENCE_HEADERS;
const KEYS = Object.keys(OCCURRENCE_HEADERS) as readonly Key[]; // the keys of that object

/** What the column of schools says of a measure of the municipality. */
export const MUNICIPAL_LEVEL = "Муниципалитет";

/** One time of a recurring measure as the sheet has it. */
interface Line {
  readonly number: string;
  readonly school: string | null;
  readonly text: string;
  readonly status: Status;
  readonly due: string | null;
  readonly fact: string | null;
  readonly document: string;
  readonly touched: boolean;
  readonly cells: ExecutionRow["cells"];
  readonly address: string;
}

export interface ReadOccurrences {
  readonly rows: readonly ExecutionRow[];
  readonly problems: readonly Problem[];
}

/**
 * Puts the lines of «Повторяющиеся» in place of the measures they belong to, so that each time counts by itself. Lines
 * of a measure that nobody has touched count for nothing: its row of the roadmap stays. A measure withdrawn in the
 * roadmap withdraws its open lines.
 */
export function withOccurrences(rows: readonly ExecutionRow[], grid: Grid, today: string): ReadOccurrences {
  const { lines, problems } = readLines(grid, today);
  const found = new Map<ExecutionRow, Line[]>();
  for (const line of lines) {
    const row = ownerOf(line, rows);
    if (row !== null) found.set(row, [...(found.get(row) ?? []), line]);
    else if (line.touched)
      problems.push({
        code: "occurrenceUnknown",
        severity: "warning",
        source: { sheet: grid.sheet, address: line.address },
        fields: { number: line.number },
      });
  }
  return {
    rows: rows.flatMap((row) => {
      const own = found.get(row) ?? [];
      return own.some(({ touched }) => touched) ? own.map((line) => timeOf(row, line, grid.sheet)) : [row];
    }),
    problems,
  };
}

/** The measure of a line: by number and school; of several plans with that number, by its text. */
function ownerOf(line: Line, rows: readonly ExecutionRow[]): ExecutionRow | null {
  const same = rows.filter(
    ({ number, school }) =>
      number.replace(/\.$/, "") === line.number.replace(/\.$/, "") && school === line.school,
  );
  return same.find(({ text }) => text === line.text) ?? same[0] ?? null;
}

function timeOf(row: ExecutionRow, line: Line, sheet: string): ExecutionRow {
  if (row.status === "withdrawn" && !isDone(line.status))
    return { ...row, due: line.due, dueFromWords: false, times: line.due === null ? [] : [line.due] };
  const { status, due, fact, document, cells } = line;
  const times = due === null ? [] : [due];
  return { ...row, sheet, status, due, fact, document, comment: "", cells, times, dueFromWords: false };
}

function readLines(
  grid: Grid,
  today: string,
): { readonly lines: readonly Line[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const header = grid.cells.findIndex((row) =>
    [OCCURRENCE_HEADERS.number, OCCURRENCE_HEADERS.status].every((text) => row.includes(text)),
  );
  const columns = new Map(
    KEYS.map((key) => [key, (grid.cells[header] ?? []).indexOf(OCCURRENCE_HEADERS[key])] as const),
  );
  const lines = grid.cells.flatMap((cells, index): Line[] => {
    const at = (key: Key): CellValue => cells[columns.get(key) ?? -1] ?? null;
    const text = (key: Key): string =>
      String(at(key) ?? "")
        .replaceAll("\u00A0", " ")
        .trim();
    const number = text("number");
    if (header < 0 || index <= header || number === "") return [];
    const address = (key: Key): string =>
      cellAddress(grid.top + index, grid.left + Math.max(0, columns.get(key) ?? 0));
    const report = (code: ProblemCode, severity: Problem["severity"], key: Key, value: string): void => {
      const source = { sheet: grid.sheet, address: address(key) };
      problems.push({ code, severity, source, fields: { number, column: OCCURRENCE_HEADERS[key], value } });
    };
    const date = (key: "due" | "fact"): string | null => {
      const cell = readDate(at(key));
      if (cell.kind === "unreadable") report("dateUnreadable", "error", key, cell.value);
      if (cell.kind === "text") report("dateAsText", "warning", key, text(key));
      return cell.kind === "date" || cell.kind === "text" ? cell.iso : null;
    };
    const [due, fact] = [date("due"), date("fact")];
    const status = parseStatus(text("status"));
    if (status === null) report("statusUnknown", "error", "status", text("status"));
    if (status !== null && isDone(status) && fact === null) report("doneWithoutDate", "warning", "fact", "");
    if (fact !== null && fact > today) report("factInFuture", "warning", "fact", russian(fact));
    const school = text("school");
    return [
      {
        number,
        school: school === "" || school === MUNICIPAL_LEVEL ? null : school,
        text: text("measure"),
        status: status ?? "notStarted",
        due,
        fact,
        document: text("document"),
        touched: (status !== null && status !== "notStarted") || fact !== null || text("document") !== "",
        cells: Object.fromEntries(
          (["status", "due", "fact", "document"] as const)
            .filter((key) => (columns.get(key) ?? -1) >= 0)
            .map((key) => [key, address(key)]),
        ),
        address: address("number"),
      },
    ];
  });
  return { lines, problems };
}

const russian = (iso: string): string => iso.split("-").reverse().join(".");
