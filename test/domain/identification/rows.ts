import type { IdentificationSettings } from "../../../src/domain/identification/rule";
import { identify, type Identification } from "../../../src/domain/identification/identify";
import { columnsOf } from "../../../src/domain/identification/result-columns";
import type { Form, Procedure } from "../../../src/domain/results/procedure";
import { compareSchools } from "../../../src/domain/schools/order";
import type { School, SchoolResult } from "../../../src/domain/schools/school";

export const SETTINGS: IdentificationSettings = {
  ruleId: "000",
  threshold: 30,
  minParticipants: 0,
  year: null,
  yearBefore: null,
  procedures: null,
};

/** «ВПР математика 5» → its parts. */
export function procedure(title: string): Procedure {
  const [, form = "", subject = "", grade] = /^(\S+) (.+?)(?: (\d+))?$/.exec(title) ?? [];
  return { form: form as Form, subject, ...(grade === undefined ? {} : { grade: Number(grade) }) };
}

/** A result of «failed/participants»; its cell is named after it, so that evidence can be checked by eye. */
export function result(school: string, year: number, title: string, figures: string): SchoolResult {
  const [failed = 0, participants = 0] = figures.split("/").map(Number);
  return {
    school,
    schoolKey: school,
    year,
    procedure: procedure(title),
    participants,
    failed,
    share: participants === 0 ? null : failed / participants,
    source: { sheet: String(year), address: `${school} ${title}` },
  };
}

/** In Russian order of names, as schools are once they are settled. */
export function schoolsOf(results: readonly SchoolResult[]): School[] {
  const keys = [...new Set(results.map(({ schoolKey }) => schoolKey))];
  return keys.map((key) => ({ key, name: key, spellings: [key] })).sort(compareSchools);
}

export function identifyAll(
  results: readonly SchoolResult[],
  settings: Partial<IdentificationSettings> = {},
): Identification {
  return identify(columnsOf(schoolsOf(results), results), { ...SETTINGS, ...settings });
}
