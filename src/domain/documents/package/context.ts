import type { Analysis } from "../../analysis";
import type { Role, RoadmapTemplate } from "../../measures/measure";
import { periodFrom, type PlanPeriod } from "../../measures/period";
import type { Requisites } from "../requisites";
import type { Appointment, TypedAppointments } from "./appointments";
import { appoint } from "./appointments";
import { roleNamesOf, type Directory } from "./directory";
import { schoolCases, type SchoolCase } from "./school-case";

/** What every document of the package is made from. Names of schools are as documents print them. */
export interface PackageContext {
  readonly analysis: Analysis;
  readonly cases: readonly SchoolCase[];
  readonly template: RoadmapTemplate;
  readonly period: PlanPeriod;
  readonly requisites: Requisites;
  readonly directory: Directory;
  readonly roleNames: Readonly<Partial<Record<Role, string>>>;
  /** By key of the school. */
  readonly appointments: ReadonlyMap<string, Appointment>;
}

export interface ContextInput {
  readonly analysis: Analysis;
  readonly template: RoadmapTemplate;
  readonly start: number;
  readonly requisites: Requisites;
  readonly directory: Directory;
  /** Of an earlier run, as the user left them. */
  readonly typed: TypedAppointments;
}

export function packageContext({ start, typed, ...given }: ContextInput): PackageContext {
  const { analysis, template, requisites, directory } = given;
  const cases = schoolCases(analysis);
  return {
    ...given,
    cases,
    period: periodFrom(template, start),
    roleNames: roleNamesOf(directory, requisites),
    appointments: appoint({ analysis, cases, directory, typed }),
  };
}
