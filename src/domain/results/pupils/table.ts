import type { Problem } from "../../problem";
import type { FoundHeader, LeftOutRows } from "../layouts/headers";
import { letterOf } from "../layouts/headers";
import type { TableReading } from "../layouts/layout";
import { isProblem, procedureOf, yearUnknown } from "../layouts/told";
import type { ProcedureParts } from "../parse-procedure";
import { splitLogin } from "../../schools/name";
import { procedureTitle } from "../procedure";
import type { ReadColumn, ReadTable } from "../result";
import { loginOf } from "../row-words";
import type { SheetView } from "../sheet-view";
import { remembered } from "../text";
import type { ToldYear } from "../table";
import type { PupilBlock, PupilSchool } from "./pupil";

interface Asked {
  readonly name: string;
  readonly code: string;
  readonly municipality: string;
  readonly school: PupilSchool | null;
}

/** Schools of a sheet, one object per spelling. */
export class SchoolNames {
  private readonly known = new Map<string, PupilSchool>();
  /** Blank cells name no school. */
  private last: Asked = { name: "", code: "", municipality: "", school: null };

  /** Pupils of a school stand together: the same cells again give the same school. */
  of(name: string, code: string, municipality: string): PupilSchool | null {
    const { last } = this;
    if (last.name === name && last.code === code && last.municipality === municipality) return last.school;
    const school = this.find(name, code, municipality);
    this.last = { name, code, municipality, school };
    return school;
  }

  private find(name: string, code: string, municipality: string): PupilSchool | null {
    const key = `${name}\n${code}\n${municipality}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const plain = plainName(name);
    const login = loginOf(code) ?? loginOf(name) ?? code;
    if (plain === "" && login === "") return null;
    const place = plainMunicipality(municipality);
    const school = {
      name: plain,
      ...(login === "" ? {} : { code: login }),
      ...(place === "" ? {} : { municipality: place }),
    };
    this.known.set(key, school);
    return school;
  }
}

/** «edu200001 | СОШ №1», «СОШ №1(edu200001) | Кол-во участников: 89» → «СОШ №1». */
const plainName = remembered((text: string) => splitLogin(text).name);

/** «reg20_m001 | Н-ский район», «Н-ский район(reg20_m001)» → «Н-ский район». */
const plainMunicipality = remembered((text: string) =>
  text
    .replace(/^\s*reg\d+(?:_m\d+)?\s*\|\s*/i, "")
    .replace(/\s*\(reg\d+(?:_m\d+)?\)\s*$/i, "")
    .trim(),
);

/** What the report needs of a table of pupils. */
export interface PupilTableParts {
  readonly view: SheetView;
  readonly layout: string;
  readonly header: FoundHeader<string>;
  readonly bottom: number;
  readonly leftOut: LeftOutRows;
  readonly rows: number;
  readonly year: ToldYear | null;
  readonly blocks: readonly PupilBlock[];
  /** Where the procedure comes from, if one place tells it for the whole table. */
  readonly procedureFrom?: ReadColumn["procedureFrom"] | undefined;
}

/** Roles that hold pupils' names and documents: said as what they are, their cells never shown. */
export function explainPupils(parts: PupilTableParts): ReadTable {
  const { view, layout, bottom, rows, year, blocks } = parts;
  const { row: top, left, right, columns } = parts.header;
  const file = view.source(0, 0).file;
  const titles = [...new Set(blocks.map(({ procedure }) => procedureTitle(procedure)))];
  const from = parts.procedureFrom === undefined ? {} : { procedureFrom: parts.procedureFrom };
  const explained: ReadColumn[] = [...columns].map(([role, { index }]) => ({
    column: letterOf(view, index),
    role,
    ...(isValue(role) && year !== null ? { year: year.year, yearFrom: year.from } : {}),
    ...(isValue(role) && titles.length > 0 ? { procedure: titles.join(", "), ...from } : {}),
  }));
  return {
    ...(file === undefined ? {} : { file }),
    sheet: view.grid.sheet,
    layout,
    address: view.area({ top, left, bottom, right }),
    header: view.area({ top, left, bottom: top, right }),
    rows,
    confidence: blocks.length > 0 ? 1 : 0.7,
    columns: explained,
    leftOut: parts.leftOut.list,
  };
}

/** A table of pupils of one procedure, read to its end. */
export interface ReadPupils
  extends Omit<PupilTableParts, "rows" | "blocks">, Pick<PupilBlock, "column" | "unit" | "date" | "pupils"> {
  /** What the surroundings tell of the procedure. */
  readonly parts: ProcedureParts;
  readonly problems: readonly Problem[];
}

/** Pupils with their procedure and year on the way to the counts, or the problem that one of the two is open. */
export function pupilReading({
  parts,
  problems,
  column,
  unit,
  date,
  pupils,
  ...table
}: ReadPupils): TableReading {
  const { view, header, year } = table;
  const said = [...problems];
  const blocks: PupilBlock[] = [];
  if (pupils.length > 0) {
    const procedure = procedureOf(parts, view, header.row, column);
    if (isProblem(procedure)) said.push(procedure);
    if (year === null) said.push(yearUnknown(view, header.row, column));
    if (!isProblem(procedure) && year !== null) {
      const context = { procedure, year: year.year, date, minimum: null, appeals: false };
      blocks.push({ view, column, unit, pupils, ...context });
    }
  }
  return {
    table: explainPupils({ ...table, rows: pupils.length, blocks }),
    results: [],
    pupils: blocks,
    problems: said,
  };
}

function isValue(role: string): boolean {
  return role === "mark" || role === "score" || role === "total";
}

/** A problem about one cell. */
export function cellProblem(
  view: SheetView,
  code: Problem["code"],
  row: number,
  column: number,
  fields: Problem["fields"] = {},
  severity: Problem["severity"] = "error",
): Problem {
  return { code, severity, source: view.source(row, column), fields };
}
