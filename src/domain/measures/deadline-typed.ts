import { resolveDeadline } from "./deadline";
import { parseDeadline } from "./deadline-parse";
import type { DeadlineRule } from "./deadline-rule";
import type { PlanPeriod } from "./period";

export interface TypedDeadline {
  readonly rule: DeadlineRule;
  /** Why the text is kept as typed: it cannot be read, or it ends before it begins. */
  readonly fault: "unreadable" | "reversed" | null;
}

/**
 * A deadline that somebody typed into a table.
 * @example readTypedDeadline("ноябрь 2026 – октябрь 2026", plan).fault // "reversed"
 */
export function readTypedDeadline(text: string, period: PlanPeriod): TypedDeadline {
  const rule = parseDeadline(text, period);
  if (rule !== null) {
    const { start, end } = resolveDeadline(rule, period);
    return { rule, fault: end < start ? "reversed" : null };
  }
  const asTyped: DeadlineRule = { kind: "asTyped", text: text.trim() };
  return { rule: asTyped, fault: isReversed(text, period) ? "reversed" : "unreadable" };
}

/** Two dates with a dash between them or «с … по …», the second before the first. */
function isReversed(text: string, period: PlanPeriod): boolean {
  const parts = text
    .trim()
    .replace(/^с\s+/i, "")
    .split(/\s*[–—-]\s*|\s+по\s+/);
  const [first, second] = parts.map((part) => parseDeadline(part, period));
  if (parts.length !== 2 || first == null || second == null) return false;
  return resolveDeadline(second, period).end < resolveDeadline(first, period).start;
}
