import { COLUMNS_CHOICES } from "../../../domain/documents/package/directory";
import { MOST_YEARS, type PeriodChoice } from "../../../domain/measures/plan-start";
import { isOwnTemplateId, isTemplateId } from "../../../domain/measures/templates";
import type { Settings } from "../../../domain/settings";

/** The form as typed. */
export interface FormValues {
  readonly ruleId: string;
  readonly threshold: string;
  readonly minParticipants: string;
  readonly year: string;
  readonly yearBefore: string;
  readonly templateId: string;
  readonly start: string;
  readonly unit: string;
  readonly years: string;
  readonly package: string;
  readonly columns: string;
  readonly retakes: string;
}

export type FormErrors = Partial<Record<"threshold" | "minParticipants" | "start" | "years", true>>;

export function toForm(settings: Settings): FormValues {
  const text = (value: number | null): string => (value === null ? "" : String(value));
  return {
    ruleId: settings.ruleId,
    threshold: String(settings.threshold).replace(".", ","),
    minParticipants: String(settings.minParticipants),
    year: text(settings.year),
    yearBefore: text(settings.yearBefore),
    templateId: settings.templateId,
    start: text(settings.start),
    unit: settings.period.unit,
    years: text(settings.period.years),
    package: settings.package,
    columns: settings.columns,
    retakes: settings.retakes,
  };
}

/** @returns the settings, or the fields that cannot be read */
export function fromForm(values: FormValues, base: Settings): Settings | FormErrors {
  const threshold = Number(values.threshold.trim().replace("%", "").replace(",", "."));
  const minimum = Number(values.minParticipants.trim() || "0");
  const start = values.start.trim() === "" ? null : Number(values.start);
  const years = values.years.trim() === "" ? null : Number(values.years);
  const errors: FormErrors = {
    ...(threshold >= 1 && threshold <= 100 ? {} : { threshold: true }),
    ...(Number.isInteger(minimum) && minimum >= 0 ? {} : { minParticipants: true }),
    ...(start === null || (Number.isInteger(start) && start >= 2000 && start <= 2100) ? {} : { start: true }),
    ...(years === null || (Number.isInteger(years) && years >= 1 && years <= MOST_YEARS)
      ? {}
      : { years: true }),
  };
  if (Object.keys(errors).length > 0) return errors;
  return {
    ...base,
    ruleId: values.ruleId,
    threshold,
    minParticipants: minimum,
    year: values.year === "" ? null : Number(values.year),
    yearBefore: values.yearBefore === "" ? null : Number(values.yearBefore),
    templateId:
      isTemplateId(values.templateId) || isOwnTemplateId(values.templateId)
        ? values.templateId
        : base.templateId,
    columns: COLUMNS_CHOICES.find((choice) => choice === values.columns) ?? base.columns,
    retakes: values.retakes === "last" ? "last" : "first",
    start,
    period: { unit: unitOf(values.unit), years },
    package: values.package === "all" ? "all" : "roadmap",
  };
}

const unitOf = (value: string): PeriodChoice["unit"] =>
  value === "schoolYear" || value === "calendarYear" ? value : "template";

export const isSettings = (result: Settings | FormErrors): result is Settings => "ruleId" in result;
