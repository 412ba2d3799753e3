import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { main } from "../../scripts/job/main";
import { lowResultsRoadmap } from "../../src/domain/measures/templates/low-results-roadmap";
import { openWorkbook } from "../../src/workbench/files";
import { type Report, shapeFaults } from "./shape";

const ROOT = join(__dirname, "..", "..");
const SAMPLE = join(ROOT, "assets", "sample", "results-sample.xlsx");
const fixture = (...path: string[]): string => join(ROOT, "test", "fixtures", ...path);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "job-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly report: Report | null;
  readonly written: boolean;
  readonly workbook: string;
}

let runs = 0;
async function run(options: readonly string[], ...inputs: readonly string[]): Promise<Ran> {
  const workbook = join(folder, `итог ${++runs}.xlsx`);
  const path = join(folder, `report ${runs}.json`);
  const said = { out: "", err: "" };
  const code = await main([...options, "--out", workbook, "--report", path, ...inputs], {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Report) : null; // checked by shapeFaults
  return { code, ...said, report, written: existsSync(workbook), workbook };
}

const lowOf = ({ report }: Ran): string[] =>
  (report?.verdicts ?? []).flatMap(({ school, status }) => (status === "low" ? [school] : [])).sort();
const truth = JSON.parse(readFileSync(fixture("sample-truth.json"), "utf8")) as {
  readonly verdicts: Readonly<Record<string, readonly { readonly status: string }[]>>;
  readonly results: readonly unknown[];
};
const lowInTruth = (rule: string): number =>
  (truth.verdicts[rule] ?? []).filter(({ status }) => status === "low").length;

describe("the sample", () => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await run([], SAMPLE);
  });

  test("ends with 0, says how many schools, leaves the input as it was", () => {
    expect(ran).toMatchObject({ code: 0, written: true });
    expect(ran.err.replaceAll("\u00A0", " ")).toContain(`в перечне ${lowInTruth("000")} школ`);
  });

  test("the report has the shape that was promised", () => {
    expect(shapeFaults(ran.report)).toEqual([]);
    expect(ran.report?.host.unknownCalls).toEqual([]);
    expect(ran.report?.host.syncs).toBeLessThanOrEqual(6);
    expect(ran.report?.sheets.map(({ kind, measures }) => [kind, measures])).toEqual([
      ["roadmap", 38],
      ["lowSchools", undefined],
      ["results", undefined],
      ["requisites", undefined],
      ["decisions", undefined],
      ["registry", undefined],
    ]);
  });

  test("every share is its figures' share, every result has a school of its own key", () => {
    for (const { participants, failed, share } of ran.report?.results ?? [])
      if (participants !== null && failed !== null && participants > 0)
        expect(share).toBeCloseTo(failed / participants, 12);
    const keys = new Map(ran.report?.verdicts.map(({ school, schoolKey }) => [schoolKey, school]));
    expect(keys.size).toBe(20);
    for (const { school, schoolKey } of ran.report?.results ?? []) expect(keys.get(schoolKey)).toBe(school);
  });

  test("keys are the same in another run, over the workbook that the first one made; new sheets stand beside", async () => {
    const again = await run([], ran.workbook);
    expect(again).toMatchObject({ code: 0 });
    // the registry of the first run prints names in one way, so the order may differ
    const keysOf = (one: typeof ran) => one.report?.verdicts.map(({ schoolKey }) => schoolKey).sort();
    expect(keysOf(again)).toEqual(keysOf(ran));
    expect(again.report?.host.unknownCalls).toEqual([]);
    expect(again.report?.sheets.map(({ name }) => name)).toEqual([
      "Дорожная карта (2)",
      "ШНОР (2)",
      "Результаты (2)",
    ]);
  });

  const soffice = onPath("soffice") && onPath("pdftotext");
  (soffice ? test : test.skip)(
    "LibreOffice prints every measure in full, and no error" +
      (soffice ? "" : " (нет soffice или pdftotext)"),
    async () => {
      const execute = promisify(execFile);
      const home = `-env:UserInstallation=file://${join(folder, "profile")}`;
      await execute("soffice", [home, "--headless", "--convert-to", "pdf", "--outdir", folder, ran.workbook]);
      const pdf = ran.workbook.replace(".xlsx", ".pdf");
      const { stdout: printed } = await execute("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 1e8 });
      expect(printed).not.toMatch(/###|#NAME\?|#ИМЯ\?|#REF!|#VALUE!/);
      // columns stand side by side on a page, so that a measure's words are looked for in its column, by their order
      const { stdout: raw } = await execute("pdftotext", ["-raw", pdf, "-"], { maxBuffer: 1e8 });
      const words = raw.replace(/[\s\u00A0\u00AD-]+/g, "");
      const missing = lowResultsRoadmap.sections
        .flatMap((section) => section.measures)
        .filter(({ text }) => !words.includes(text.replace(/[\s\u00A0\u00AD-]+/g, "")))
        .map(({ number, text }) => `${number} ${text}`);
      expect(missing).toEqual([]);
    },
    120_000,
  );
});

function onPath(program: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((place) => existsSync(join(place, program)));
}

describe("options and what they do", () => {
  test("--rule 004", async () => {
    const ran = await run(["--rule", "004"], SAMPLE);
    expect(lowOf(ran)).toHaveLength(lowInTruth("004"));
  });

  test("--threshold and --min-participants: fewer schools, no group below the minimum", async () => {
    const ran = await run(["--threshold", "35,5%", "--min-participants", "10"], SAMPLE);
    const evidence = ran.report?.verdicts.flatMap((verdict) => verdict.evidence) ?? [];
    expect(evidence.length).toBeGreaterThan(0);
    expect(evidence.every(({ share }) => (share ?? 0) >= 0.355)).toBe(true);
    expect(lowOf(ran).length).toBeLessThan(lowInTruth("000"));
    expect(lowOf(ran).join()).not.toContain("Осиновская"); // four and five pupils
  });

  test("--year and --start: the earlier year alone, the plan of another one", async () => {
    const ran = await run(["--year", "2024/2025", "--start", "2031"], SAMPLE);
    const years = new Set(ran.report?.verdicts.flatMap(({ evidence }) => evidence.map(({ year }) => year)));
    expect([...years]).toEqual(["2024/2025"]);
    expect(lowOf(ran).join()).toContain("Рябиновская"); // two low procedures in the earlier year only
    const made = await openWorkbook(readFileSync(ran.workbook), "made.xlsx");
    const roadmap = made.sheets.find(({ name }) => name === "Дорожная карта");
    const texts = [...(roadmap?.cells.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ value }) => String(value)),
    );
    expect(texts.some((text) => /сентябр\S*\s2031/i.test(text))).toBe(true);
    expect(texts.some((text) => /2025.2026/.test(text))).toBe(false);
  });

  test("--year without results: nothing is written, exit 1, an error says why", async () => {
    const ran = await run(["--year", "2020/2021"], SAMPLE);
    expect([ran.code, ran.written]).toEqual([1, false]);
    expect(ran.report?.problems).toContainEqual(
      expect.objectContaining({ code: "yearMissing", severity: "error" }),
    );
  });

  test("--year-before without results: criterion 2 is unchecked for everybody", async () => {
    const ran = await run(["--year-before", "2020/2021"], SAMPLE);
    expect(ran.report?.verdicts.flatMap(({ criteria }) => criteria)).not.toContain(2);
    expect(ran.report?.problems.map(({ code }) => code)).toContain("yearMissing");
  });

  test("--template", async () => {
    const ran = await run(["--template", "resources-and-staff"], SAMPLE);
    expect(ran.report?.sheets.find(({ kind }) => kind === "roadmap")?.measures).toBe(16); // seed 001
  });

  test("several files: results of the others name their file, also where two are called alike", async () => {
    const other = join(folder, "another");
    mkdirSync(other);
    const namesake = join(other, "01-offset-odd-columns.xlsx");
    copyFileSync(fixture("untidy", "02-sheet-per-year.xlsx"), namesake);
    const ran = await run([], fixture("untidy", "01-offset-odd-columns.xlsx"), namesake);
    const files = new Set(ran.report?.results.map(({ source }) => source.file));
    expect([...files].sort()).toEqual(["01-offset-odd-columns (2).xlsx", undefined]);
    const made = await openWorkbook(readFileSync(ran.workbook), "made.xlsx");
    const first = await openWorkbook(readFileSync(fixture("untidy", "01-offset-odd-columns.xlsx")), "1.xlsx");
    expect(made.sheets.slice(0, first.sheets.length).map(({ name }) => name)).toEqual(
      first.sheets.map(({ name }) => name),
    );
    // three documents, three sheets to fill in, the results of the other files
    expect(made.sheets).toHaveLength(first.sheets.length + 7);
  });
});

describe("bad input ends with 1, a Russian message that names what to do, and no workbook", () => {
  test.each([
    ["empty.xlsx", /В книге нет данных/],
    ["no-results.xlsx", /Результаты не найдены/],
    ["old.xls", /old\.xls: .*старого формата \.xls/],
    ["encrypted.xlsx", /encrypted\.xlsx: .*защищена паролем/],
    ["not-a-zip.xlsx", /not-a-zip\.xlsx: .*не является книгой \.xlsx/],
    ["corrupted.xlsx", /corrupted\.xlsx: .*повреждена/],
  ])("%s", async (name, message) => {
    const ran = await run([], fixture("bad", name));
    expect(ran).toMatchObject({ code: 1, written: false, out: "" });
    expect(ran.err).toMatch(message);
    expect(ran.err).not.toMatch(/\bat \/|Error:/);
    if (ran.report !== null) {
      expect(shapeFaults(ran.report)).toEqual([]);
      expect(ran.report.problems.length).toBeGreaterThan(0);
    }
  });

  test("a bad second file is the one that is named", async () => {
    const ran = await run([], SAMPLE, fixture("bad", "encrypted.xlsx"));
    expect(ran).toMatchObject({ code: 1, written: false });
    expect(ran.err).toContain("encrypted.xlsx");
  });
});

describe("wrong arguments end with 2 and say which", () => {
  const out = ["--out", "x.xlsx"];
  test.each<[readonly string[], RegExp]>([
    [[SAMPLE], /Не указано, куда записать/],
    [out, /Не указана книга/],
    [["--out"], /Не указано значение параметра --out/],
    [[...out, "--colour", "red", SAMPLE], /Нет такого параметра: --colour/],
    [["--out", "x.pdf", SAMPLE], /должен оканчиваться на \.xlsx/],
    [[...out, "--rule", "007", SAMPLE], /--rule 007: можно указать 000, 004/],
    [[...out, "--threshold", "0.3", SAMPLE], /--threshold 0\.3: нужно число от 1 до 100/],
    [[...out, "--threshold", "тридцать", SAMPLE], /--threshold тридцать/],
    [[...out, "--min-participants", "2.5", SAMPLE], /нужно целое число/],
    [[...out, "--year", "вчера", SAMPLE], /--year вчера: нужен учебный год/],
    [[...out, "--year", "2018/2019", "--year-before", "2018/2019", SAMPLE], /должен быть раньше/],
    [[...out, "--template", "нет", SAMPLE], /есть шаблоны low-results-roadmap/],
    [[...out, "нет такого.xlsx"], /Файл не найден.*нет такого\.xlsx/],
    [["--out", SAMPLE, SAMPLE], /Этот файл уже назван/],
    [[...out, "--report", SAMPLE, SAMPLE], /Этот файл уже назван/],
    [["--out", "/нет/такой/x.xlsx", SAMPLE], /Папки нет/],
  ])("%j", async (args, message) => {
    let err = "";
    const silent = (): void => undefined;
    expect(await main(args, { out: silent, err: (text) => (err += text) })).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain("--help");
  });
});

test("the command itself: --help on its own output, exit code 0; a wrong argument, exit code 2", async () => {
  const execute = promisify(execFile);
  const tsx = join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  const job = join(ROOT, "scripts", "job.ts");
  const { stdout, stderr } = await execute(process.execPath, [tsx, job, "--help"]);
  for (const option of [
    "out",
    "rule",
    "threshold",
    "min-participants",
    "year",
    "year-before",
    "template",
    "start",
    "report",
  ])
    expect(stdout).toContain(`--${option} `);
  expect(stderr).toBe("");
  await expect(execute(process.execPath, [tsx, job, "--colour"])).rejects.toMatchObject({ code: 2 });
});
