import { seedColumns } from "../../measures/columns";
import type { Role, RoadmapTemplate } from "../../measures/measure";
import { allRoles, type RoleName } from "../../measures/roles";
import type { Requisites } from "../requisites";

/** Which columns a roadmap has: the template's own or those of a seed. */
export type ColumnsChoice = "template" | keyof typeof seedColumns;

export const COLUMNS_CHOICES: readonly ColumnsChoice[] = ["template", "000", "001", "002", "003", "004"];

/** A role as the department calls it and who fills it; what is left blank is absent. */
export interface RoleEntry {
  readonly full?: string;
  readonly short?: string;
  readonly person?: string;
  readonly contact?: string;
}

export interface Person {
  readonly name: string;
  /** Post and place of work; empty where none was given. */
  readonly position: string;
}

/** The sheet «Справочник» as typed. */
export interface Directory {
  readonly roles: Readonly<Partial<Record<Role, RoleEntry>>>;
  /** Which of a role's names documents print. */
  readonly form: keyof RoleName;
  readonly columns: ColumnsChoice;
  readonly curators: readonly Person[];
  readonly mentors: readonly Person[];
}

export const EMPTY_DIRECTORY: Directory = {
  roles: {},
  form: "full",
  columns: "template",
  curators: [],
  mentors: [],
};

/** Names of roles for documents: those of «Справочник», else the short names of «Реквизиты». */
export function roleNamesOf(
  { roles, form }: Directory,
  { departmentShort, methodCentreShort }: Requisites,
): Readonly<Partial<Record<Role, string>>> {
  const names: Partial<Record<Role, string>> = {
    ...(departmentShort === undefined ? {} : { department: departmentShort }),
    ...(methodCentreShort === undefined ? {} : { methodCentre: methodCentreShort }),
  };
  for (const role of allRoles) {
    const entry = roles[role];
    const name = form === "short" ? (entry?.short ?? entry?.full) : (entry?.full ?? entry?.short);
    if (name !== undefined) names[role] = name;
  }
  return names;
}

/** The template with the chosen columns. A setting that names a set goes before the choice of «Справочник». */
export function withColumns(
  template: RoadmapTemplate,
  setting: ColumnsChoice,
  { columns }: Directory,
): RoadmapTemplate {
  const choice = setting === "template" ? columns : setting;
  return choice === "template" ? template : { ...template, columns: seedColumns[choice] };
}

/** «методист Иванова А. А.»: how documents print a person. */
export const personText = ({ name, position }: Person): string =>
  position === "" ? name : `${name}, ${position}`;
