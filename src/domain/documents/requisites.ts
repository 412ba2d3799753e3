import { cellAddress, type Grid } from "../grid";
import type { Problem } from "../problem";
import type { SheetPlan } from "../sheet-plan";
import { formatDate, typedDate } from "../text/russian";

/** What the sheet «Реквизиты» asks for: the label is how a value is found again, so labels do not change. */
const FIELDS = [
  { key: "municipality", label: "Муниципальное образование", hint: "кто? что? Н-ский муниципальный округ" },
  {
    key: "municipalityGenitive",
    label: "Муниципальное образование (родительный падеж)",
    hint: "кого? чего? Н-ского муниципального округа",
  },
  {
    key: "department",
    label: "Орган управления образованием",
    hint: "Управление образования администрации Н-ского муниципального округа",
  },
  {
    key: "departmentGenitive",
    label: "Орган управления образованием (родительный падеж)",
    hint: "к приказу кого? чего? Управления образования…",
  },
  {
    key: "departmentShort",
    label: "Орган управления — краткое название",
    hint: "так он назван в графе «Ответственные»: Управление образования",
  },
  { key: "methodCentre", label: "Методическая служба", hint: "МБУ «Информационно-методический центр»" },
  {
    key: "methodCentreShort",
    label: "Методическая служба — краткое название",
    hint: "так она названа в графе «Ответственные»: ИМЦ",
  },
  { key: "headPosition", label: "Должность руководителя", hint: "Начальник Управления образования" },
  { key: "headName", label: "Руководитель (инициалы, фамилия)", hint: "для подписи" },
  { key: "orderNumber", label: "Номер приказа", hint: "" },
  { key: "orderDate", label: "Дата приказа", hint: "дд.мм.гггг" },
  { key: "orderPlace", label: "Место издания приказа", hint: "г. Н-ск" },
  {
    key: "orderGround",
    label: "Основание приказа (на основании чего?)",
    hint: "закона, положения, письма: вид, орган, дата, номер, название",
  },
  {
    key: "workingGroup",
    label: "Состав рабочей группы",
    hint: "если пусто: орган управления, методическая служба, школы из перечня",
  },
  { key: "developer", label: "Ответственный разработчик", hint: "если пусто: орган управления" },
  {
    key: "coordinator",
    label: "Муниципальный координатор (должность)",
    hint: "печатается в паспорте, раздел 2",
  },
] as const;

export type RequisiteKey = (typeof FIELDS)[number]["key"];

/** Values as typed; a blank one is absent and prints as `BLANK`. */
export type Requisites = Readonly<Partial<Record<RequisiteKey, string>>>;

/** What an unknown requisite prints as: a line to fill in by hand. */
export const BLANK = "____";

export const REQUISITES_ID = "requisites";
export const REQUISITES_NAME = "Реквизиты";

const VALUE_COLUMN = 1;
const FIRST_ROW = 3;

/** The value of a requisite for a document. */
export function requisite(requisites: Requisites, key: RequisiteKey): string {
  return requisites[key] ?? BLANK;
}

const normal = (text: string): string => text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");

const LABELS = new Map<string, RequisiteKey>(FIELDS.map(({ label, key }) => [normal(label), key]));

/** The column with most of the known labels, and how many it has. */
function labelColumn({ cells }: Grid): { readonly column: number; readonly known: number } {
  let best = { column: 0, known: 0 };
  for (let column = 0; column < (cells[0]?.length ?? 0); column++) {
    const known = cells.filter((row) => LABELS.has(normal(String(row[column] ?? "")))).length;
    if (known > best.known) best = { column, known };
  }
  return best;
}

/** A sheet of the user's own with at least two of the labels: it is read, and none is made beside it. */
export function isRequisites(grid: Grid): boolean {
  return labelColumn(grid).known >= 2;
}

/**
 * Reads the sheet «Реквизиты» by its labels, wherever its rows were moved. A label that is not known is a problem: a
 * value that the user typed would otherwise be missed in silence.
 * @param whose on a sheet of the user's own other rows are nobody's mistake
 */
export function readRequisites(
  grid: Grid,
  whose: "ours" | "users" = "ours",
): {
  readonly requisites: Requisites;
  readonly problems: readonly Problem[];
} {
  const values: Partial<Record<RequisiteKey, string>> = {};
  const problems: Problem[] = [];
  const labelAt = whose === "users" ? labelColumn(grid).column : -grid.left;
  grid.cells.forEach((row, index) => {
    const label = row[labelAt];
    const value = row[labelAt + VALUE_COLUMN];
    if (typeof label !== "string" || value === null || value === undefined || String(value).trim() === "")
      return;
    const key = LABELS.get(normal(label));
    if (key !== undefined) values[key] = key === "orderDate" ? dateText(value) : String(value).trim();
    else if (whose === "ours" && index + grid.top >= FIRST_ROW) {
      const source = { sheet: grid.sheet, address: cellAddress(grid.top + index, 0) };
      problems.push({ code: "requisiteUnknown", severity: "warning", source, fields: { label } });
    }
  });
  return { requisites: values, problems };
}

function dateText(value: string | number | boolean): string {
  const iso = typedDate(value);
  return iso === null ? String(value).trim() : formatDate(iso);
}

/** The sheet «Реквизиты», blank, made once; after that it is the user's. */
export function planRequisites(): SheetPlan {
  const last = FIRST_ROW + FIELDS.length - 1;
  const all = { top: 0, left: 0, bottom: last, right: 2 };
  return {
    id: REQUISITES_ID,
    kind: "requisites",
    name: REQUISITES_NAME,
    columns: [46, 52, 52],
    blocks: [
      { row: 0, column: 0, cells: [["Реквизиты документов"]] },
      {
        row: 1,
        column: 0,
        cells: [[`Впишите значения в средний столбец. Пустое значение печатается как «${BLANK}».`]],
      },
      { row: 2, column: 0, cells: [["Реквизит", "Значение", "Пример"]] },
      { row: FIRST_ROW, column: 0, cells: FIELDS.map(({ label, hint }) => [label, null, hint]) },
    ],
    styles: [
      { area: { ...all, bottom: 0 }, style: "title" },
      { area: { ...all, top: 1, bottom: 1 }, style: "note" },
      { area: { ...all, top: 2, bottom: 2 }, style: "tableHeader" },
      { area: { ...all, top: FIRST_ROW, right: 0 }, style: "cell" },
      { area: { ...all, top: FIRST_ROW, left: VALUE_COLUMN, right: VALUE_COLUMN }, style: "input" },
      { area: { ...all, top: FIRST_ROW, left: 2 }, style: "cellNote" },
    ],
    merges: [
      { ...all, bottom: 0 },
      { ...all, top: 1, bottom: 1 },
    ],
    rowHeights: [{ row: 0, points: 24 }],
    autofit: [{ from: 2, to: last }],
    frozenRows: FIRST_ROW,
    print: { orientation: "landscape", area: all, titleRows: { from: 2, to: 2 }, footer: REQUISITES_NAME },
  };
}
