/** Formulas with the add-in's functions in a user's workbook are calculated without Excel. */
import { runJob } from "../../scripts/job/run";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { openWorkbook, saveWorkbook } from "../../src/workbench/files";
import { build, cellAt } from "../workbench/calculation/build";

test("NOR formulas of the user get their values, and figures that they compute are read", async () => {
  const workbook = build({
    ВПР: {
      A1: "Школа",
      B1: "Процедура",
      C1: "Учебный год",
      D1: "Участников",
      E1: "Не справились",
      A2: "Берёзовская СОШ",
      B2: "ВПР математика 5",
      C2: "2024/2025",
      D2: 10,
      E2: 3,
      G2: "=NOR.FAILSHARE(D2:E2)",
      H2: '=IF(NOR.LOWRESULT(D2:E2),"низкий","")',
      // 4 of 10, worked out by a formula of the add-in
      A3: "Берёзовская СОШ",
      B3: "ВПР русский язык 5",
      C3: "2024/2025",
      D3: 10,
      E3: "=10*NOR.FAILSHARE({5,2})",
    },
  });
  const bytes = await saveWorkbook(workbook);
  const run = await runJob([{ path: "школы.xlsx", bytes }], DEFAULT_SETTINGS, () => undefined);
  try {
    const saved = await openWorkbook(await run.save(), "школы.xlsx");
    expect(["G2", "H2", "E3"].map((cell) => cellAt(saved, `ВПР!${cell}`)?.value)).toEqual([0.3, "низкий", 4]);
    expect(cellAt(saved, "ВПР!G2")?.formula).toBe("=NOR.FAILSHARE(D2:E2)");
    // 3 of 10 and 4 of 10 in one year: criterion 1
    const { state } = run;
    if (state.phase !== "finished" || state.outcome.kind !== "done") throw new Error(state.phase);
    expect(state.outcome.analysis.identification.verdicts).toMatchObject([{ status: "low", criteria: [1] }]);
    expect(run.figures.unknownCalls).toEqual([]);
  } finally {
    run.dispose();
  }
}, 60_000);
