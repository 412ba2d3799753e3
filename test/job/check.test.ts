import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../scripts/job/main";

const INPUT = join(__dirname, "../fixtures/untidy/10-wrong-cells.xlsx");
const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function job(...args: readonly string[]): Promise<{ code: number; err: string }> {
  const said: string[] = [];
  const say = (text: string): void => {
    said.push(text);
  };
  const code = await main(args, { out: say, err: say });
  return { code, err: said.join("\n") };
}

test("--check writes the one sheet and reports the same problems", async () => {
  const [out, report] = [join(folder, "out.xlsx"), join(folder, "report.json")];
  const { code, err } = await job(
    "--check",
    "--today",
    "2026-11-22",
    "--out",
    out,
    "--report",
    report,
    INPUT,
  );
  expect(code).toBe(0);
  const { sheets, problems } = JSON.parse(readFileSync(report, "utf8")) as {
    readonly sheets: readonly { readonly name: string }[];
    readonly problems: readonly { readonly severity: string }[];
  };
  expect(sheets.map(({ name }) => name)).toEqual(["Проверка данных"]);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  expect(errors).toBeGreaterThan(0);
  expect(err).toContain(`ошибок ${errors},`);
  expect(existsSync(out)).toBe(true);
});

test.each([
  ["--check", "--monitor"],
  ["--today", "2026-11-22"],
])("%s %s is a mistake of the command line", async (...args) => {
  const { code } = await job(...args, "--out", join(folder, "no.xlsx"), INPUT);
  expect(code).toBe(2);
  expect(existsSync(join(folder, "no.xlsx"))).toBe(false);
});
