import type { LaidSheet } from "../../../../scripts/sample/layouts/laid";
import type { Truth } from "../../../../scripts/sample/layouts/people";
import { SCALE } from "../../../../scripts/sample/layouts/pupils";
import type { Grid } from "../../../../src/domain/grid";
import { procedureTitle } from "../../../../src/domain/results/procedure";
import type { Result } from "../../../../src/domain/results/result";
import type { Scale } from "../../../../src/domain/results/scales/scale";
import { grid } from "../sheet";

export function gridOf({ sheet, file, cells, merges }: LaidSheet): Grid {
  return grid(cells, {
    sheet,
    ...(file === undefined ? {} : { file }),
    ...(merges === undefined ? {} : { merges }),
  });
}

/** The generator's scale for every procedure and year of ВПР that it paints. */
export const SCALES: readonly Scale[] = [2025, 2026].flatMap((year) =>
  ["математика", "русский язык"].map((subject) => ({
    procedure: { form: "ВПР" as const, subject, grade: 5 },
    year,
    ...SCALE,
    citation: "условная шкала образцов",
  })),
);

/** Which school of the sample a result is of: by login digits, exam code or name. */
export function sampleSchool(
  { school, schoolCode }: Pick<Result, "school" | "schoolCode">,
  schools: readonly Pick<Truth, "school" | "login" | "code">[],
): string {
  const digits = schoolCode?.replace(/^(?:edu|sch)/, "");
  const found = schools.find((one) =>
    digits === undefined ? one.school === school : one.login === digits || one.code === digits,
  );
  return found?.school ?? `? ${school} ${schoolCode ?? ""}`;
}

/** «school · procedure · year · failed/participants», sorted; where counts are not printed, the share to 2 decimals. */
export function figuresOf(results: readonly Result[], schools: readonly Truth[], shares: boolean): string[] {
  return results
    .filter(({ participants }) => participants !== 0)
    .map((result) => {
      const { participants, failed, share, procedure, year } = result;
      const figures = shares
        ? ((share ?? Number.NaN) * 100).toFixed(2)
        : `${failed ?? "?"}/${participants ?? "?"}`;
      return `${sampleSchool(result, schools)} · ${procedureTitle(procedure)} · ${year} · ${figures}`;
    })
    .sort();
}

export function truthLines(truth: readonly Truth[], shares: boolean): string[] {
  return truth
    .map(({ school, procedure, year, participants, failed }) => {
      const figures = shares ? ((failed * 100) / participants).toFixed(2) : `${failed}/${participants}`;
      return `${school} · ${procedure} · ${year} · ${figures}`;
    })
    .sort();
}
