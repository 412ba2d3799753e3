import type { Role } from "./measure";

/** How documents call a role: in full and short, nominative. */
export interface RoleName {
  readonly full: string;
  readonly short: string;
}

/**
 * Names used until the department gives its own on the sheet «Справочник». Plural where several people or schools
 * are meant. Roles as in the columns of responsibles of seeds 000, 003 and 004.
 */
export const defaultRoleNames: Readonly<Record<Role, RoleName>> = {
  department: { full: "Управление образования", short: "УО" },
  generalEducation: { full: "отдел общего образования", short: "отдел общ. образования" },
  personnel: { full: "отдел кадров", short: "отдел кадров" },
  methodCentre: { full: "методический центр", short: "МЦ" },
  workingGroup: { full: "муниципальная рабочая группа", short: "РГ" },
  coordinator: { full: "муниципальный координатор", short: "координатор" },
  curator: { full: "кураторы школ", short: "кураторы" },
  mentor: { full: "наставники", short: "наставники" },
  tutor: { full: "тьюторы", short: "тьюторы" },
  school: { full: "общеобразовательные организации", short: "ОО" },
  schoolHead: { full: "руководители общеобразовательных организаций", short: "руководители ОО" },
  partnerSchool: { full: "школы-партнёры", short: "школы-партнёры" },
  institute: { full: "региональный институт развития образования", short: "ИРО" },
};

/** Every role, in the order in which documents list them. */
export const allRoles: readonly Role[] = Object.keys(defaultRoleNames) as Role[]; // the keys of a Record<Role, …>

/**
 * The cell «Ответственные»: names in the order of the measure, none twice, the first letter a capital.
 * @param names the department's own names; a role without one is called as by default in `form`
 * @example formatRoles(["department", "methodCentre"]) // "Управление образования, методический центр"
 */
export function formatRoles(
  roles: readonly Role[],
  names: Readonly<Partial<Record<Role, string>>> = {},
  form: keyof RoleName = "full",
): string {
  const list = [...new Set(roles.map((role) => names[role] ?? defaultRoleNames[role][form]))].join(", ");
  return list.charAt(0).toUpperCase() + list.slice(1);
}
