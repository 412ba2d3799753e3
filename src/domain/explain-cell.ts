import type { Analysis } from "./analysis";
import type { Area, CellValue, Grid } from "./grid";
import type { Verdict } from "./identification/verdict";
import { contains, parseArea } from "./results/corrections/area";
import { procedureTitle } from "./results/procedure";
import type { Mention, Result } from "./results/result";
import { loginKey, schoolKey } from "./schools/key";
import { loginDigits, normaliseSchoolName, splitLogin } from "./schools/name";
import type { School, SchoolResult } from "./schools/school";

/** What stands behind a cell: the school that it belongs to and how that one was judged. */
export interface ExplainedCell {
  readonly school: School;
  /** Results that the cell shows, else those of its row; none where it tells the school alone. */
  readonly results: readonly SchoolResult[];
  /** Null for a school that is not judged: the registry keeps it out, or nothing of it can be used. */
  readonly verdict: Verdict | null;
}

type Known = Pick<Analysis, "reading" | "schools" | "results" | "identification">;

/** A sheet that the add-in made: its id tells whose it is, ids of rows tell the school of each. */
export interface MadeSheet {
  readonly id: string;
  readonly grid: Grid | null;
}

/**
 * The school that a cell belongs to, with what the cell shows of it and its verdict.
 *
 * In a sheet of results that is the school of the figure, else of the row, else of a table with one school only. In a
 * sheet of ours it is the school that the sheet is of, else the one of the row, else the one school that the cell names.
 * @param address A1; of several cells the first one counts
 * @returns null for a cell of no school or of several, such as a header or a total
 */
export function explainCell(
  known: Known,
  sheet: string,
  address: string,
  made?: MadeSheet,
): ExplainedCell | null {
  const area = parseArea(address);
  if (area === null) return null;
  const cell = { ...area, bottom: area.top, right: area.left };
  const found = made === undefined ? atSource(known, sheet, cell) : atMade(known, made, cell);
  if (found === null) return null;
  const { key, shown } = found;
  const school = schoolByKey(known.schools, key);
  if (school === null) return null;
  const verdict = known.identification.verdicts.find((each) => each.schoolKey === school.key) ?? null;
  const results = known.results.filter(
    (result) => result.schoolKey === school.key && shown.has(resultId(result)),
  );
  return { school, results, verdict };
}

interface Found {
  readonly key: string;
  /** `resultId` of what the cell or its row shows. */
  readonly shown: ReadonlySet<string>;
}

const resultId = ({ procedure, year }: Pick<Result, "procedure" | "year">): string =>
  `${procedureTitle(procedure)}, ${year}`;

const schoolByKey = (schools: readonly School[], key: string): School | null =>
  schools.find((school) => school.key === key || (school.keys ?? []).includes(key)) ?? null;

/** Something of a school that stands in the sheet. */
interface Placed {
  readonly area: Area;
  readonly key: string;
  readonly id: string | null;
}

function atSource(known: Known, sheet: string, cell: Area): Found | null {
  const placed = placedOn(known, sheet);
  const table = known.reading.tables
    .filter((each) => each.sheet === sheet && each.file === undefined)
    .map(({ address }) => parseArea(address))
    .find((area) => area !== null && contains(area, cell));
  const inTable = table == null ? placed : placed.filter(({ area }) => contains(table, area));
  const inRow = inTable.filter(({ area }) => area.top <= cell.top && cell.top <= area.bottom);
  const exact = placed.filter(({ area }) => contains(area, cell));
  const nearest = [exact, inRow, table == null ? [] : inTable].find((some) => some.length > 0) ?? [];
  const [key, ...others] = new Set(nearest.map((each) => each.key));
  if (key === undefined || others.length > 0) return null;
  return { key, shown: new Set(nearest.flatMap(({ id }) => (id === null ? [] : [id]))) };
}

/**
 * Everything of schools on a sheet. A result of a branch is added to its school's and keeps no cell of its own there:
 * it is found by its name.
 */
function placedOn({ reading, results, schools }: Known, sheet: string): readonly Placed[] {
  const here = <T extends Pick<Result, "source">>(list: readonly T[]): readonly T[] =>
    list.filter(({ source }) => source.sheet === sheet && source.file === undefined);
  const cellId = (result: Result): string => `${result.source.address} ${resultId(result)} ${result.school}`;
  const settled = new Map(here(results).map((result) => [cellId(result), result.schoolKey]));
  const place = (key: string | null, address: string, id: string | null): Placed[] => {
    const area = parseArea(address);
    return key === null || area === null ? [] : [{ area, key, id }];
  };
  const keys = new Map<string, string | null>();
  const keyOf = (mention: Mention): string | null => {
    const name = [mention.school, mention.schoolCode ?? "", mention.municipality ?? ""].join("\n");
    const known = keys.get(name) ?? keyOfMention(schools, mention);
    keys.set(name, known);
    return known;
  };
  return [
    ...here(reading.results).flatMap((result) =>
      place(settled.get(cellId(result)) ?? keyOf(result), result.source.address, resultId(result)),
    ),
    ...here(results).flatMap((result) => place(result.schoolKey, result.source.address, resultId(result))),
    ...here([...reading.mentioned, ...(reading.disputed ?? [])]).flatMap((mention) =>
      place(keyOf(mention), mention.source.address, null),
    ),
  ];
}

function keyOfMention(
  schools: readonly School[],
  { school, schoolCode = "", municipality = "" }: Mention,
): string | null {
  const { name, login: glued } = splitLogin(school);
  const login = loginDigits(schoolCode) ?? glued;
  const own = [login === null ? "" : loginKey(login), schoolKey(name, municipality), schoolKey(name)];
  const [byKey, ...others] = schools.filter(({ key, keys = [key] }) =>
    keys.some((each) => own.includes(each)),
  );
  if (byKey !== undefined && others.length === 0) return byKey.key;
  return keyOfName(schools, name);
}

/** The one school that bears a name, in any of its spellings. */
function keyOfName(schools: readonly School[], text: string): string | null {
  const form = normaliseSchoolName(text);
  if (form === "") return null;
  const [first, ...others] = schools.filter((school) => formsOf(school).includes(form));
  return first === undefined || others.length > 0 ? null : first.key;
}

const formsOf = ({ name, spellings }: School): readonly string[] =>
  [name, ...spellings].map(normaliseSchoolName);

/** Sheets of one school: their ids end with its key. */
const OF_ONE_SCHOOL = /^(?:schoolRoadmap|notice):(.+)$/;

function atMade({ schools, results }: Known, { id, grid }: MadeSheet, cell: Area): Found | null {
  const whole = OF_ONE_SCHOOL.exec(id)?.[1];
  if (whole !== undefined) return { key: whole, shown: new Set() };
  const row = grid?.cells[cell.top - grid.top] ?? [];
  const texts = row.flatMap((value) => (typeof value === "string" && value.trim() !== "" ? [value] : []));
  const ids = new Set(texts);
  const result = results.find((each) => ids.has(`${each.schoolKey}: ${resultId(each)}`));
  if (result !== undefined) return { key: result.schoolKey, shown: new Set([resultId(result)]) };
  const keyed = schools.find(({ key, keys = [key] }) =>
    keys.some((each) => ids.has(each) || ids.has(`school:${each}`)),
  );
  const value = row[cell.left - (grid?.left ?? 0)] ?? null;
  const key = keyed?.key ?? nameWithin(schools, value) ?? firstNamed(schools, texts);
  return key === null ? null : { key, shown: new Set() };
}

function firstNamed(schools: readonly School[], texts: readonly string[]): string | null {
  for (const text of texts) {
    const key = keyOfName(schools, text);
    if (key !== null) return key;
  }
  return null;
}

/** The one school that a text names among other words, such as the list of the passport. */
function nameWithin(schools: readonly School[], value: CellValue): string | null {
  if (typeof value !== "string") return null;
  const text = ` ${normaliseSchoolName(value)} `;
  const named = schools.flatMap((school) => {
    const form = formsOf(school).find((each) => each !== "" && text.includes(` ${each} `));
    return form === undefined ? [] : [{ key: school.key, form }];
  });
  // «Заречная СОШ» is no second school in «Новая Заречная СОШ»
  const whole = named.filter(
    ({ form }) => !named.some((other) => other.form.length > form.length && other.form.includes(form)),
  );
  const [only, ...others] = new Set(whole.map(({ key }) => key));
  return only === undefined || others.length > 0 ? null : only;
}
