/** Files of every layout, read through our own .xlsx and .csv reading by the job; expected: `scripts/sample/layouts`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../scripts/job/main";
import { sampleSchools, type Truth } from "../../scripts/sample/layouts/people";
import { makeLayoutWorkbooks, type LayoutSet } from "../../scripts/sample/layouts/workbooks";
import { analyse } from "../../src/domain/analysis";
import { procedureTitle } from "../../src/domain/results/procedure";
import { readWorkbook } from "../../src/domain/results/read";
import { formatYear } from "../../src/domain/results/year";
import { readFiles } from "../../src/excel/files/read-files";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { SCALES } from "../domain/results/layouts/laid-sheets";
import type { Report } from "./shape";
import { saveWorkbook } from "../../src/workbench/files";
import { workbookOf } from "../excel/made-up";

const FILES = join(__dirname, "..", "fixtures", "layouts", "files");
const SCHOOLS = sampleSchools();

let sets: Map<string, LayoutSet>;
let folder: string;
beforeAll(async () => {
  sets = await makeLayoutWorkbooks();
  folder = mkdtempSync(join(tmpdir(), "shnor-layouts-"));
  writeFileSync(
    join(folder, "Пустая.xlsx"),
    await saveWorkbook(workbookOf({ Заметки: [["Рабочая книга методиста"]] })),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const NAMES = [
  ...["vpr-marks", "vpr-marks-together", "vpr-individual", "vpr-form-2021", "vpr-form-2022", "vpr-form-2026"],
  ...["vpr-portal", "vpr-turned", "vpr-wide", "vpr-matrix", "vpr-list-csv", "vpr-journal"],
  ...["oge-sparse", "oge-dense", "oge-csv", "oge-appeals", "oge-list", "ege-sparse", "ege-dense"],
];

test("every set has its test, and the committed files are what the generator makes", () => {
  expect([...sets.keys()].sort()).toEqual([...NAMES].sort());
  for (const { files, many } of sets.values()) {
    if (many === true) continue;
    for (const { name, bytes } of files) {
      expect([name, readFileSync(join(FILES, name)).equals(bytes)]).toEqual([name, true]);
    }
  }
});

const setOf = (name: string): LayoutSet => {
  const set = sets.get(name);
  if (set === undefined) throw new RangeError(name);
  return set;
};

/** A school by its name, login or exam code: protocols carry codes alone. */
function nameOf(school: string, code?: string): string {
  const digits = (code ?? school).replace(/\D/g, "");
  const found = SCHOOLS.find(
    ({ name, login, code: own }) => name === school || login === digits || own === digits,
  );
  return found?.name ?? `? ${school} ${code ?? ""}`;
}

const figures = (
  share: number | null,
  failed: number | null,
  participants: number | null,
  shares: boolean,
): string => (shares ? ((share ?? Number.NaN) * 100).toFixed(2) : `${failed ?? "?"}/${participants ?? "?"}`);

const expectedLines = ({ results, shares }: LayoutSet): string[] =>
  results
    .map(
      ({ school, procedure, year, participants, failed }: Truth) =>
        `${school} · ${procedure} · ${year - 1}/${year} · ${figures(failed / participants, failed, participants, shares === true)}`,
    )
    .sort();

/** What the domain reads of the files' own bytes. */
async function read(name: string) {
  const { files } = setOf(name);
  const { grids, failures } = await readFiles(
    files.map(({ name: file, bytes }) => ({
      name: file,
      size: bytes.length,
      bytes: () => Promise.resolve(new Uint8Array(bytes)),
    })),
  );
  expect(failures).toEqual([]);
  return grids;
}

test.each(NAMES)("%s: the figures are those of the independent count", async (name) => {
  const set = setOf(name);
  const reading = readWorkbook(await read(name), { scales: SCALES });
  const lines = reading.results
    .filter(({ participants }) => participants !== 0)
    .map(
      ({ school, schoolCode, procedure, year, share, failed, participants }) =>
        `${nameOf(school, schoolCode)} · ${procedureTitle(procedure)} · ${formatYear(year)} · ${figures(share, failed, participants, set.shares === true)}`,
    );
  expect([...new Set(reading.tables.map(({ layout }) => layout))].sort()).toEqual(set.layouts);
  expect(lines.sort()).toEqual(expectedLines(set));
  expect(
    reading.journal.map(({ lowered, raised, participants }) => [participants, lowered.count, raised.count]),
  ).toEqual(set.journal.map(({ participants, lowered, raised }) => [participants, lowered, raised]));
  const ordinary = ["appealsApplied", ...(set.results.length === 0 ? ["noResults"] : [])];
  expect(reading.problems.filter(({ code }) => !ordinary.includes(code))).toEqual([]);
});

/** «school: status criteria» of the job's verdicts. */
async function verdictsOf(name: string): Promise<string[]> {
  const grids = await read(name);
  return ["000", "004"].flatMap((ruleId) => {
    const { identification, schools } = analyse({
      grids,
      openWorkbook: "Пустая.xlsx",
      decisions: null,
      scales: null,
      settings: { ...DEFAULT_SETTINGS, ruleId },
    });
    return identification.verdicts
      .map(({ schoolKey, school, status, criteria }) => {
        const code = schools.find(({ key }) => key === schoolKey)?.keys?.find((key) => /\d{5}/.test(key));
        return `${ruleId} ${nameOf(school, code)}: ${status} ${criteria.join("+")}`;
      })
      .sort();
  });
}

test.each([
  [
    "ВПР",
    "vpr-list-csv",
    [
      "vpr-marks",
      "vpr-marks-together",
      "vpr-individual",
      "vpr-portal",
      "vpr-turned",
      "vpr-wide",
      "vpr-matrix",
    ],
  ],
  ["ОГЭ", "oge-list", ["oge-sparse", "oge-dense", "oge-csv", "oge-appeals"]],
  ["ЕГЭ", "ege-sparse", ["ege-dense"]],
])("%s: verdicts are those of %s, whichever file carries the figures", async (_form, list, others) => {
  const expected = await verdictsOf(list);
  expect(expected.some((line) => line.includes(": low"))).toBe(true);
  expect(expected.some((line) => line.includes(": notLow"))).toBe(true);
  for (const other of others) expect([other, await verdictsOf(other)]).toEqual([other, expected]);
});

async function job(...inputs: readonly string[]): Promise<Report> {
  const [out, path] = [join(folder, "итог.xlsx"), join(folder, "report.json")];
  const said: string[] = [];
  const code = await main(["--out", out, "--report", path, ...inputs], {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  });
  expect([code, said]).toEqual([0, said]);
  return JSON.parse(readFileSync(path, "utf8")) as Report; // as the job wrote it
}

test.each(["vpr-marks-together", "vpr-individual", "vpr-wide", "vpr-list-csv", "oge-sparse", "oge-csv"])(
  "the job takes %s as added files: figures, layouts and verdicts in its report",
  async (name) => {
    const set = setOf(name);
    const report = await job(
      join(folder, "Пустая.xlsx"),
      ...set.files.map(({ name: file }) => join(FILES, file)),
    );
    expect(report.results).toHaveLength(set.results.length);
    expect([...new Set(report.read.map(({ layout }) => layout))].sort()).toEqual(set.layouts);
    expect(report.read.every(({ file }) => set.files.some((one) => one.name === file))).toBe(true);
    const low = report.verdicts.filter(({ status }) => status === "low").length;
    const expected = (await verdictsOf(name)).filter(
      (line) => line.startsWith("000") && line.includes(": low"),
    );
    expect(low).toBe(expected.length);
  },
);

test("as the open workbook the same file gives the same results", async () => {
  const own = await job(join(FILES, "vpr-wide.xlsx"));
  const added = await job(join(folder, "Пустая.xlsx"), join(FILES, "vpr-wide.xlsx"));
  const figuresOf = ({ results }: Report): string[] =>
    results
      .map(({ school, procedure, year, failed, participants }) =>
        [school, procedure, year, failed, participants].join("|"),
      )
      .sort();
  expect(figuresOf(own)).toEqual(figuresOf(added));
});
