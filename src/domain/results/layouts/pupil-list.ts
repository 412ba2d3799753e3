import type { SheetView } from "../sheet-view";
import { isSchoolHeader } from "./extent";
import { headerAt, letterOf, type FoundHeader, type RoleColumns } from "./headers";
import type { Layout, TableReading } from "./layout";

type Role = "surname" | "name" | "pupil" | "person" | "participants";

const PUPIL =
  /^(?:(?:фио|ф и о|фамилия имя(?: отчество)?) (?:ученик|обучающ|учащ|участник|выпускник|реб).*|код (?:участника|обучающегося|ученика)|фамилия имя(?: отчество)?(?: (?:ученик|обучающ|учащ|участник).*)?)$/;

function roleOf(text: string): Role | null {
  if (text === "фамилия") return "surname";
  if (text === "имя") return "name";
  if (text === "фио" || text === "ф и о") return "person";
  if (PUPIL.test(text)) return "pupil";
  return /^(?:количество |всего )?(?:участник|писал|участвовал|сдавал)/.test(text) ? "participants" : null;
}

/**
 * A list of pupils that no other layout knows: it is not read and says so, instead of being taken for a table of
 * schools, whose problems quote the cells they are about. Names must not get that far (domain reference, Roadmaps:
 * personal data).
 */
export const pupilList: Layout = {
  id: "pupil-list",
  recognise(view) {
    const header = firstHeader(view);
    if (header === null) return [];
    return [
      {
        layout: "pupil-list",
        confidence: 1.5,
        top: schoolsAbove(view, header.row) ? header.row : 0,
        bottom: view.rows - 1,
        left: 0,
        right: view.columns - 1,
        read: () => refuse(view, header),
      },
    ];
  },
};

/** «Фамилия», «ФИО», «Имя», «Код участника»: cheap, for the thousands of rows of other sheets. */
const MAYBE_PUPIL = /^\s*[фикk]/i;
const LONGEST = 80;

/** The first header, however far down: names below a long table of schools are names all the same. */
function firstHeader(view: SheetView): FoundHeader<Role> | null {
  for (let row = 0; row < view.rows; row++) {
    if (!mayBeHeader(view, row)) continue;
    const header = headerAt(view, row, roleOf);
    if (header !== null && isPupils(header.columns)) return header;
  }
  return null;
}

function mayBeHeader(view: SheetView, row: number): boolean {
  for (let column = 0; column < view.columns; column++) {
    const value = view.value(row, column);
    if (typeof value === "string" && value.length <= LONGEST && MAYBE_PUPIL.test(value)) return true;
  }
  return false;
}

/** Whether a table of schools stands above: it is read as if it stood alone. */
function schoolsAbove(view: SheetView, header: number): boolean {
  for (let row = 0; row < header; row++) if (isSchoolHeader(view, row, view.columns - 1)) return true;
  return false;
}

function isPupils(columns: RoleColumns<Role>): boolean {
  if (columns.has("pupil") || (columns.has("surname") && columns.has("name"))) return true;
  return columns.has("person") && !columns.has("participants");
}

function refuse(view: SheetView, header: FoundHeader<Role>): TableReading {
  const area = { top: header.row, left: header.left, bottom: view.rows - 1, right: header.right };
  const file = view.source(0, 0).file;
  return {
    table: {
      ...(file === undefined ? {} : { file }),
      sheet: view.grid.sheet,
      layout: "pupil-list",
      address: view.area(area),
      header: view.area({ ...area, bottom: header.row }),
      rows: 0,
      confidence: 0,
      columns: [...header.columns].map(([role, { index }]) => ({ column: letterOf(view, index), role })),
      leftOut: [],
    },
    results: [],
    problems: [
      {
        code: "pupilsNotRead",
        severity: "warning",
        source: view.sourceOf(area),
        fields: { sheet: view.grid.sheet },
      },
    ],
  };
}
