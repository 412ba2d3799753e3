import type { Evidence, Verdict } from "../identification/verdict";
import type { Source } from "../problem";
import { formatYear } from "../results/year";
import { formatShare } from "../text/russian";

/** A cell as people name it. @example formatSource({ sheet: "ВПР 2019", address: "F12" }) // "«ВПР 2019», F12" */
export function formatSource({ file, sheet, address }: Source): string {
  return `${file === undefined ? "" : `${file}, `}«${sheet}», ${address}`;
}

/** The figure of one low result. @example "ВПР математика 5, 2018/2019: 34,8 % (8 из 23)" */
export function formatEvidence(
  { procedure, year, participants, failed, share }: Evidence,
  threshold: number,
): string {
  const counts = participants !== null && failed !== null ? ` (${failed} из ${participants})` : "";
  return `${procedure}, ${formatYear(year)}: ${share === null ? "—" : formatShare(share, threshold)}${counts}`;
}

/** Evidence once per result, though two criteria may rest on it. */
export function distinctEvidence(verdict: Verdict): readonly Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const evidence of verdict.evidence) {
    const id = `${evidence.year}|${evidence.procedure}`;
    if (!seen.has(id)) seen.set(id, evidence);
  }
  return [...seen.values()];
}
