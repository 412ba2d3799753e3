/** Several input files: .xlsx and .csv beside the first book, as «Добавить файлы» reads them in the pane. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { main } from "../../scripts/job/main";
import { saveWorkbook } from "../../src/workbench/files";
import { HEADER, workbookOf } from "../excel/made-up";
import type { Report } from "./shape";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shnor-files-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Cyrillic capitals and small letters in Windows-1251: А is C0. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

async function book(name: string, rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await saveWorkbook(workbookOf({ Свод: [HEADER, ...rows] })));
  return path;
}

async function run(...args: readonly string[]) {
  const [out, path] = [join(folder, "итог.xlsx"), join(folder, "report.json")];
  const said: string[] = [];
  const code = await main(["--out", out, "--report", path, ...args], {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  });
  return { code, out, path, said: said.join("\n") };
}
const reportOf = (path: string): Report => JSON.parse(readFileSync(path, "utf8")) as Report; // as the job wrote it

/** Everything that the file holds, as text. */
function everything(path: string): string {
  return Object.values(unzipSync(readFileSync(path)))
    .map((part) => new TextDecoder().decode(part))
    .join("\n");
}

test("results of a second book and of a .csv are counted, their sheets are not put into the book", async () => {
  const first = await book("Район.xlsx", [["Лесная СОШ", "2025/2026", "ВПР математика 5", 10, 4]]);
  const second = await book("Русский.xlsx", [["Лесная СОШ", "2025/2026", "ВПР русский язык 5", 10, 4]]);
  const third = join(folder, "ВПР 2025.csv");
  writeFileSync(third, windows1251(`${HEADER.join(";")}\r\nЛесная СОШ;2024/2025;ВПР математика 5;8;"2"\r\n`));
  const { code, out, path } = await run(first, second, third);
  expect(code).toBe(0);
  const { results, verdicts, read } = reportOf(path);
  expect(
    results.map(({ year, participants, failed, source }) => [year, participants, failed, source]),
  ).toEqual(
    expect.arrayContaining([
      ["2025/2026", 10, 4, { sheet: "Свод", address: "D2:E2" }],
      ["2025/2026", 10, 4, { file: "Русский.xlsx", sheet: "Свод", address: "D2:E2" }],
      ["2024/2025", 8, 2, { file: "ВПР 2025.csv", sheet: "ВПР 2025", address: "D2:E2" }],
    ]),
  );
  expect(verdicts.map(({ status }) => status)).toEqual(["low"]);
  expect(read.map(({ file }) => file)).toEqual([undefined, "Русский.xlsx", "ВПР 2025.csv"]);
  // the next start knows them without the files
  const next = join(folder, "Район дальше.xlsx");
  copyFileSync(out, next);
  const again = await run(next);
  expect(again.code).toBe(0);
  expect(reportOf(again.path).results).toHaveLength(3);
}, 60_000);

test("no name and no document of a pupil is anywhere in the book or the report", async () => {
  const first = await book("Район.xlsx", [["Лесная СОШ", "2025/2026", "ВПР математика 5", 10, 4]]);
  const pupils = join(folder, "01_2026.06.03_ОГЭ.csv");
  const heading =
    "SchoolCode;ClassCode;StationCode;AuditoriumCode;GovernmentCell;SurnameCell;NameCell;SecondNameCell;DocumentSeriesCode;DocumentNumberCode;TestResultBCell;TestResultCCell;PrimaryMark;Mark5";
  const pupil = (number: number, mark: number): string =>
    `111002;9А;101;5;12;Квазимодов${"абвгд"[number % 5]};Зюзя;Фуфыревич;0707;77700${number};+-;0;10;${mark}`;
  const marks = [2, 2, 2, 3, 3, 4, 4, 5, 5, 3];
  writeFileSync(pupils, windows1251([heading, ...marks.map((mark, n) => pupil(n, mark))].join("\r\n")));
  const { code, out, path } = await run(first, pupils);
  expect(code).toBe(0);
  const counted = reportOf(path).results.find(({ source }) => source.file !== undefined);
  expect(counted).toMatchObject({
    procedure: "ОГЭ русский язык",
    year: "2025/2026",
    participants: 10,
    failed: 3,
  });
  for (const text of [everything(out), readFileSync(path, "utf8")]) {
    expect(text).toContain("111002");
    expect(text).not.toMatch(/Квазимодов|Зюзя|Фуфыревич|77700\d/);
  }
}, 60_000);

test("a file that cannot be read ends the job with its name and what to do", async () => {
  const first = await book("Район.xlsx", [["Лесная СОШ", "2025/2026", "ВПР математика 5", 10, 4]]);
  const old = join(__dirname, "..", "fixtures", "bad", "old.xls");
  const { code, said } = await run(first, old);
  expect(code).toBe(1);
  expect(said).toMatch(/old\.xls: Это книга старого формата \.xls/);
}, 60_000);

test("one municipality of a regional file is taken by --municipality, the rest is counted", async () => {
  const rows = ["Н-ский район", "М-ский район"].map(
    (place) => `Лесная СОШ;${place};2025/2026;ВПР математика 5;10;4`,
  );
  const regional = join(folder, "Регион.csv");
  writeFileSync(
    regional,
    new TextEncoder().encode(
      ["Школа;Муниципалитет;Учебный год;Процедура;Участников;Не справились", ...rows].join("\n"),
    ),
  );
  const first = await book("Район.xlsx", [["Горная школа", "2025/2026", "ВПР математика 5", 10, 1]]);
  const all = await run(first, regional);
  expect(reportOf(all.path).verdicts).toHaveLength(3);
  expect(reportOf(all.path).problems.map(({ code }) => code)).toContain("municipalitiesSeveral");
  const one = await run("--municipality", "Н-ский муниципальный район", first, regional);
  const { verdicts, problems } = reportOf(one.path);
  expect(verdicts.map(({ school }) => school).sort()).toEqual(["Горная школа", "Лесная СОШ"]);
  expect(
    problems.find(({ code }) => code === "municipalityOthers")?.message.replaceAll("\u00A0", " "),
  ).toContain("не учтены: 1");
}, 60_000);
