import { OGE_LAYOUTS, VPR_LAYOUTS } from "../../../../scripts/sample/layouts/make";
import type { LaidSheet } from "../../../../scripts/sample/layouts/laid";
import { sampleProcedures, sampleSchools } from "../../../../scripts/sample/layouts/people";
import { identify } from "../../../../src/domain/identification/identify";
import { columnsOf } from "../../../../src/domain/identification/result-columns";
import { readWorkbook } from "../../../../src/domain/results/read";
import { settleSchools } from "../../../../src/domain/schools/settle";
import { DEFAULT_SETTINGS } from "../../../../src/domain/settings";
import { gridOf, SCALES } from "./laid-sheets";

const SCHOOLS = sampleSchools();
const SEEDS = Array.from({ length: 25 }, (_none, n) => n + 1);

/** «school: status criteria» under both rules of the seeds. */
function verdictsOf(sheets: readonly LaidSheet[]): string[] {
  const { schools, results } = settleSchools(readWorkbook(sheets.map(gridOf), { scales: SCALES }).results);
  return ["000", "004"].flatMap((ruleId) =>
    identify(columnsOf(schools, results), { ...DEFAULT_SETTINGS, ruleId })
      .verdicts.map(({ schoolKey, status, criteria }) => {
        const school = schools.find(({ key }) => key === schoolKey);
        return `${ruleId} ${nameOf(school?.spellings ?? [], school?.keys ?? [])}: ${status} ${criteria.join("+")}`;
      })
      .sort(),
  );
}

function nameOf(spellings: readonly string[], keys: readonly string[]): string {
  const found = SCHOOLS.find(
    ({ name, login, code }) =>
      spellings.includes(name) || keys.some((key) => key.endsWith(`:${login}`) || key.endsWith(`:${code}`)),
  );
  return found?.name ?? keys.join(" ");
}

describe.each([
  ["ВПР", VPR_LAYOUTS],
  ["ОГЭ", OGE_LAYOUTS],
])("%s", (form, layouts) => {
  it.each(Object.keys(layouts).filter((name) => name !== "long-list"))(
    "verdicts are those of the long list, whichever municipality: %s",
    (name) => {
      let low = 0;
      for (const seed of SEEDS) {
        const procedures = sampleProcedures(seed, SCHOOLS).filter((procedure) => procedure.form === form);
        const expected = verdictsOf(layouts["long-list"]?.(procedures) ?? []);
        expect([seed, verdictsOf(layouts[name]?.(procedures) ?? [])]).toEqual([seed, expected]);
        low += expected.filter((verdict) => verdict.includes(": low")).length;
      }
      // Neither nobody nor everybody is low, else equal lists prove nothing.
      expect(low).toBeGreaterThan(SEEDS.length);
      expect(low).toBeLessThan(SEEDS.length * SCHOOLS.length * 2);
    },
  );
});
