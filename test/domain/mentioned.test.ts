import { analyse, findingsOf } from "../../src/domain/analysis";
import { conclude } from "../../src/domain/documents/conclusions";
import { planSchoolsSheet } from "../../src/domain/documents/schools-sheet";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { plain, textsOf } from "./documents/support";
import { sheet } from "./results/sheet";

const HEADER = "№ | ОО | Участники | Не справились";
const TITLE = { sheet: "ВПР математика 5, 2019" };

const analysed = (...rows: string[]) =>
  analyse({
    grids: [sheet([HEADER, ...rows].join("\n"), TITLE)],
    openWorkbook: "",
    decisions: null,
    settings: DEFAULT_SETTINGS,
  });

describe("a school of the sheets without any usable result has a verdict: not enough data", () => {
  const known = "2 | СОШ № 9 | 20 | 3";
  test.each<[string, string, string[]]>([
    ["н/д", "1 | Берёзовская СОШ | н/д | н/д", ["Берёзовская СОШ"]],
    ["blank", "1 | Берёзовская СОШ | | ", ["Берёзовская СОШ"]],
    ["nobody took part", "1 | Берёзовская СОШ | 0 | 0", ["Берёзовская СОШ"]],
    ["more failed than took part", "1 | Берёзовская СОШ | 5 | 9", ["Берёзовская СОШ"]],
    ["another spelling of a school with a result", "1 | МБОУ СОШ №9 | н/д | н/д", []],
  ])("%s", (_, row, names) => {
    const { identification } = analysed(row, known);
    const without = identification.verdicts.filter(({ status }) => status === "insufficient");
    expect(without.map(({ school }) => school)).toEqual(names);
    for (const verdict of without) expect(verdict.unchecked).toEqual([1, 2]);
    expect(identification.verdicts).toHaveLength(names.length + 1);
  });

  test("the passport and «ШНОР» name it", () => {
    const analysis = analysed("1 | Берёзовская СОШ | н/д | н/д", known);
    const texts = conclude(findingsOf(analysis)).map(({ text }) => plain(text));
    expect(texts).toContain("за 2018/2019 учебный год нет данных по школе: Берёзовская СОШ");
    const list = textsOf(planSchoolsSheet(analysis.identification, [], { added: [], removed: [] }));
    expect(list).toEqual(expect.arrayContaining(["Берёзовская СОШ", "недостаточно данных"]));
  });
});
