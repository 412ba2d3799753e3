import { readDirectory } from "../../src/domain/documents/package/directory-sheet";
import { subjectWords } from "../../src/domain/documents/package/subject-words";
import type { CellValue, Grid } from "../../src/domain/grid";
import { isTemplateId } from "../../src/domain/measures/templates";
import { readWorkbook } from "../../src/domain/results/read";
import { settleSchools } from "../../src/domain/schools/settle";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { parseSettings } from "../../src/excel/settings";
import { fixturePapers } from "../reading/fuzz/fixtures";
import { toGrid } from "../reading/fuzz/paper";

/** What every object of JavaScript has: a table that is asked about such a word must not answer with it. */
const WORDS = ["constructor", "__proto__", "toString", "hasOwnProperty", "prototype"];

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined(); // as: asked about what must not be there
});

const grid = (cells: readonly (readonly CellValue[])[], sheet = "Лист"): Grid => ({
  sheet,
  top: 0,
  left: 0,
  cells,
  formats: cells.map((row) => row.map(() => "")),
  merges: [],
});

describe.each(WORDS)("the word «%s»", (word) => {
  test("as the header of a column says as little as «пояснение», in every layout", async () => {
    for (const paper of await fixturePapers()) {
      const { cells, formats, ...rest } = toGrid(paper);
      const first = paper.facts[0]?.row ?? 1;
      const figures = ({ results, problems }: ReturnType<typeof readWorkbook>): unknown[] => [
        results.map(({ school, procedure, year, participants, failed }) => [
          school,
          procedure,
          year,
          participants,
          failed,
        ]),
        problems.map(({ code }) => code),
      ];
      const withColumn = (header: string): Grid => ({
        ...rest,
        cells: cells.map((row, at) => [...row, paper.rows[at] === first - 1 ? header : null]),
        formats: (formats ?? []).map((row) => [...row, ""]),
      });
      expect(figures(readWorkbook([withColumn(word)]))).toEqual(
        figures(readWorkbook([withColumn("пояснение")])),
      );
    }
  });

  test("as the name of a school is a school like any other", () => {
    const rows = (school: string): Grid =>
      grid([
        ["Школа", "Учебный год", "Процедура", "Участников", "Не справились"],
        [school, "2025/2026", "ВПР математика 5", 10, 4],
        ["СОШ № 2", "2025/2026", "ВПР математика 5", 10, 1],
      ]);
    const { results } = readWorkbook([rows(word)]);
    const { schools } = settleSchools(results);
    expect(schools.map(({ name }) => name)).toEqual(expect.arrayContaining([word, "СОШ № 2"]));
    expect(schools).toHaveLength(2);
  });

  test("is no template, no subject and no line of the directory", () => {
    expect(isTemplateId(word)).toBe(false);
    expect(subjectWords(word).genitive).toBe(`предмета «${word}»`);
    const { problems, directory } = readDirectory(grid([[word, "ФИО", "должность", "", ""]]));
    expect(problems.map(({ code }) => code)).toEqual(["requisiteUnknown"]);
    expect(directory.curators).toEqual([]);
  });

  test("in kept settings is passed over", () => {
    const stored = `{"${word}": {"polluted": true}, "threshold": 40}`;
    const settings = parseSettings(stored);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, threshold: 40 });
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
  });
});
