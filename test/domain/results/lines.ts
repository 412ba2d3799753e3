import { procedureTitle } from "../../../src/domain/results/procedure";
import type { Reading } from "../../../src/domain/results/result";
import { formatYear } from "../../../src/domain/results/year";

/** Results as lines «school · procedure · year · failed of participants · cell». */
export function lines({ results }: Reading): string[] {
  return results.map(({ school, procedure, year, participants, failed, share, source }) => {
    const percent = `${Number(((share ?? 0) * 100).toFixed(4))}%`;
    const figures = participants === null ? percent : `${participants}/${failed ?? "?"}`;
    return `${school} · ${procedureTitle(procedure)} · ${formatYear(year)} · ${figures} · ${source.address}`;
  });
}

/** Problems as lines «code cell». */
export function troubles({ problems }: Reading): string[] {
  return problems.map(({ code, source }) => `${code} ${source?.address ?? ""}`.trim());
}
