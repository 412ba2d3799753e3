import { cellAddress, type CellValue, type Grid } from "../../grid";
import { seedColumns } from "../../measures/columns";
import type { Role } from "../../measures/measure";
import { allRoles, defaultRoleNames } from "../../measures/roles";
import type { Problem } from "../../problem";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { SheetBuilder, type BodyColumn } from "../builder";
import {
  COLUMNS_CHOICES,
  EMPTY_DIRECTORY,
  type ColumnsChoice,
  type Directory,
  type Person,
  type RoleEntry,
} from "./directory";
import { own } from "../../text/own";

export const DIRECTORY_ID = "directory";
export const DIRECTORY_NAME = "Справочник";

/** Labels are how a row is found again, so they do not change. */
const ROLE_LABELS: Readonly<Record<Role, string>> = {
  department: "Орган управления образованием",
  generalEducation: "Отдел общего образования",
  personnel: "Кадровая служба",
  methodCentre: "Методическая служба",
  workingGroup: "Рабочая группа",
  coordinator: "Муниципальный координатор",
  curator: "Кураторы школ",
  mentor: "Наставники",
  tutor: "Тьюторы",
  school: "Школы",
  schoolHead: "Руководители школ",
  partnerSchool: "Школы-партнёры",
  institute: "Региональный институт развития образования",
};
const COLUMNS_LABEL = "Столбцы дорожной карты";
const FORM_LABEL = "Названия ролей в документах";
const FORMS = { полные: "full", краткие: "short" } as const;
const CURATOR = "Куратор";
const MENTOR = "Наставник";
/** Blank rows for each kind of person. */
const PERSON_ROWS = 10;

/** Not a bare «000»: a cell would take it for the number 0. */
const columnsText = (choice: ColumnsChoice): string =>
  choice === "template" ? "как в шаблоне" : `набор ${choice}`;

const normal = (text: string): string => text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
/** First cells of the header rows. */
const HEADERS = ["Роль", "Настройка", "Кто"].map(normal);

/**
 * Reads the sheet «Справочник» by the labels of its first column, wherever rows were moved. A label that is not known
 * and a choice that cannot be read are problems, where something was typed beside them.
 */
export function readDirectory(grid: Grid): {
  readonly directory: Directory;
  readonly problems: readonly Problem[];
} {
  const roleOf = new Map(allRoles.map((role) => [normal(ROLE_LABELS[role]), role]));
  const roles: Partial<Record<Role, RoleEntry>> = {};
  const people: Record<string, Person[]> = { [normal(CURATOR)]: [], [normal(MENTOR)]: [] };
  let { form, columns } = EMPTY_DIRECTORY;
  const problems: Problem[] = [];
  grid.cells.forEach((row, index) => {
    const at = (column: number): string => textOf(row[column - grid.left]);
    const [label, value] = [at(0), at(1)];
    const problem = (column: number, shown: string): void => {
      const source = { sheet: grid.sheet, address: cellAddress(grid.top + index, column) };
      problems.push({ code: "requisiteUnknown", severity: "warning", source, fields: { label: shown } });
    };
    const key = normal(label);
    if ([1, 2, 3, 4].every((column) => at(column) === "") || HEADERS.includes(key)) return;
    const role = roleOf.get(key);
    const list = own(people, key);
    if (role !== undefined) roles[role] = entryOf(value, at(2), at(3), at(4));
    else if (list !== undefined) list.push({ name: value, position: at(2) });
    else if (key === normal(FORM_LABEL)) {
      const found = Object.entries(FORMS).find(([word]) => word === normal(value));
      if (found === undefined) problem(1, `${label}: ${value}`);
      else form = found[1];
    } else if (key === normal(COLUMNS_LABEL)) {
      const found = COLUMNS_CHOICES.find((choice) => isChoice(choice, value));
      if (found === undefined) problem(1, `${label}: ${value}`);
      else columns = found;
    } else problem(0, label);
  });
  const [curators = [], mentors = []] = [own(people, normal(CURATOR)), own(people, normal(MENTOR))];
  return {
    directory: { roles, form, columns, curators: named(curators), mentors: named(mentors) },
    problems,
  };
}

const named = (people: readonly Person[]): readonly Person[] => people.filter(({ name }) => name !== "");
const textOf = (value: CellValue | undefined): string => String(value ?? "").trim();

/** «набор 000», «000», and 0, which Excel makes of it. */
const isChoice = (choice: ColumnsChoice, value: string): boolean =>
  normal(value) === columnsText(choice) ||
  /^(?:набор )?(\d+)$/.exec(normal(value))?.[1]?.padStart(3, "0") === choice;

function entryOf(full: string, short: string, person: string, contact: string): RoleEntry {
  return {
    ...(full === "" ? {} : { full }),
    ...(short === "" ? {} : { short }),
    ...(person === "" ? {} : { person }),
    ...(contact === "" ? {} : { contact }),
  };
}

const ROLE_COLUMNS: readonly BodyColumn[] = [
  { header: "Роль", style: "cell" },
  { header: "Название в документах", style: "input" },
  { header: "Краткое название", style: "input" },
  { header: "Фамилия, инициалы", style: "input" },
  { header: "Телефон, почта", style: "input" },
  { header: "По умолчанию", style: "cellNote" },
];
const SETTING_COLUMNS: readonly BodyColumn[] = [
  { header: "Настройка", style: "cell" },
  { header: "Значение", style: "input" },
];
const PERSON_COLUMNS: readonly BodyColumn[] = [
  { header: "Кто", style: "cell" },
  { header: "Фамилия, инициалы", style: "input" },
  { header: "Должность, место работы", style: "input" },
];

/** The sheet «Справочник», blank, made once; after that it is the user's. */
export function planDirectory(): SheetPlan {
  const builder = new SheetBuilder([38, 36, 30, 26, 22, 28]);
  builder.paragraph("Справочник ролей и лиц", "title");
  builder.paragraph(
    "Впишите, как роли называются у вас и кто их исполняет. Пустая ячейка означает название по умолчанию. Лист читается при каждом обновлении; названия строк в первом столбце менять нельзя.",
    "note",
  );
  builder.skip();
  const top = builder.header(ROLE_COLUMNS);
  builder.body(
    ROLE_COLUMNS,
    allRoles.map((role): PlanCell[] => [
      ROLE_LABELS[role],
      null,
      null,
      null,
      null,
      defaultRoleNames[role].full,
    ]),
  );
  builder.skip().header(SETTING_COLUMNS);
  const settings = builder.body(SETTING_COLUMNS, [
    [COLUMNS_LABEL, columnsText("template")],
    [FORM_LABEL, "полные"],
  ]);
  for (const [id, columns] of Object.entries(seedColumns))
    builder.paragraph(`набор ${id}: ${columns.map(({ header }) => header).join(" · ")}`, "note");
  builder
    .skip()
    .paragraph("Кураторы и наставники: по этим спискам предлагаются имена на листе «Назначения».", "note");
  builder.header(PERSON_COLUMNS);
  builder.body(
    PERSON_COLUMNS,
    [CURATOR, MENTOR].flatMap((who) =>
      Array.from({ length: PERSON_ROWS }, (): PlanCell[] => [who, null, null]),
    ),
  );
  const first = settings?.top ?? 0;
  const cell = (row: number) => ({ top: row, left: 1, bottom: row, right: 1 });
  return builder.plan(
    {
      id: DIRECTORY_ID,
      kind: "directory",
      name: DIRECTORY_NAME,
      frozenRows: top + 1,
      choices: [
        { area: cell(first), values: COLUMNS_CHOICES.map(columnsText) },
        { area: cell(first + 1), values: Object.keys(FORMS) },
      ],
    },
    { orientation: "landscape", footer: DIRECTORY_NAME },
  );
}
