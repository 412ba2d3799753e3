import type { Problem } from "../../../src/domain/problem";
import type { Result } from "../../../src/domain/results/result";
import { settleSchools } from "../../../src/domain/schools/settle";

let row = 0;
/** 3 of 10 in ВПР математика 5 of 2018/2019 unless told otherwise, each in a cell of its own. */
export function result(school: string, more: Partial<Result> = {}): Result {
  row += 1;
  return {
    school,
    procedure: { form: "ВПР", subject: "математика", grade: 5 },
    year: 2019,
    participants: 10,
    failed: 3,
    share: 0.3,
    source: { sheet: "Лист1", address: `C${row}` },
    ...more,
  };
}

export function keysOf(results: readonly Result[]): string[] {
  return settleSchools(results).results.map(({ schoolKey }) => schoolKey);
}

export function codes(results: readonly Result[]): Problem["code"][] {
  return settleSchools(results).problems.map(({ code }) => code);
}
