import { COLUMNS_CHOICES } from "../domain/documents/package/directory";
import { isOwnTemplateId, isTemplateId } from "../domain/measures/templates";
import { MOST_YEARS } from "../domain/measures/plan-start";
import { DEFAULT_SETTINGS, type Settings } from "../domain/settings";

/** Key of the workbook setting that keeps the user's choices. */
export const SETTINGS_KEY = "shnor.settings";
/** Key of the workbook setting that keeps how the user corrected the reading of sheets. */
export const CORRECTIONS_KEY = "shnor.corrections";
/** Key of the workbook setting that names what a run is writing; absent when no run is under way. */
export const JOURNAL_KEY = "shnor.journal";
/** Key of the workbook setting that tells of work that waits until a sheet is not protected any more. */
export const LEFT_KEY = "shnor.left";

type Check = (value: unknown) => boolean;
const wholeOrNull: Check = (value) => value === null || Number.isInteger(value);
const CHECKS: Readonly<Record<keyof Settings, Check>> = {
  ruleId: (value) => typeof value === "string",
  threshold: (value) => typeof value === "number" && value > 0 && value <= 100,
  minParticipants: (value) => Number.isInteger(value) && Number(value) >= 0,
  year: wholeOrNull,
  yearBefore: wholeOrNull,
  procedures: (value) =>
    value === null || (Array.isArray(value) && value.every((item) => typeof item === "string")),
  templateId: (value) => typeof value === "string" && (isTemplateId(value) || isOwnTemplateId(value)),
  start: wholeOrNull,
  period: isPeriod,
  package: (value) => value === "roadmap" || value === "all",
  municipality: (value) => value === null || (typeof value === "string" && value.trim() !== ""),
  retakes: (value) => value === "first" || value === "last",
  columns: (value) => COLUMNS_CHOICES.some((choice) => choice === value),
};

function isPeriod(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { unit, years }: { unit?: unknown; years?: unknown } = value;
  return (
    (unit === "template" || unit === "schoolYear" || unit === "calendarYear") &&
    (years === null || (Number.isInteger(years) && Number(years) >= 1 && Number(years) <= MOST_YEARS))
  );
}

/** Settings as stored, as JSON text; anything missing or out of range is replaced by the default. */
export function parseSettings(stored: unknown): Settings {
  let raw: unknown = stored;
  try {
    if (typeof stored === "string") raw = JSON.parse(stored);
  } catch {
    return DEFAULT_SETTINGS;
  }
  if (typeof raw !== "object" || raw === null) return DEFAULT_SETTINGS;
  const known = Object.entries(raw).filter(
    ([key, value]) => Object.hasOwn(CHECKS, key) && CHECKS[key as keyof Settings](value),
  );
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(known) as Partial<Settings>) };
}
