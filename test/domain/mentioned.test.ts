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
    ["a note under the table", "н/д | н/д — работа не проводилась (приказ школы) | | ", []],
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

// Two cells of one school × procedure × year that differ, or a cell in error, could hide the second low result.
describe("a school that is not found low while a figure in dispute could decide it", () => {
  const LONG = "ОО | Учебный год | Процедура | Участники | Не справились";
  const of = (...rows: string[]) =>
    analyse({
      grids: [
        sheet([LONG, "Озёрная СОШ | 2018/2019 | ВПР русский язык 6 | 20 | 1", ...rows].join("\n"), {
          sheet: "Сводная",
        }),
      ],
      openWorkbook: "",
      decisions: null,
      settings: DEFAULT_SETTINGS,
    });
  const low = "Берёзовская СОШ | 2018/2019 | ВПР математика 5 | 10 | 5";
  const fine = "Берёзовская СОШ | 2018/2019 | ВПР математика 5 | 10 | 1";
  const twice = (year: string, title: string): string[] => [
    `Берёзовская СОШ | ${year} | ${title} | 10 | 1`,
    `Берёзовская СОШ | ${year} | ${title} | 10 | 4`,
  ];
  const R5 = "ВПР русский язык 5";
  const before = "Берёзовская СОШ | 2017/2018 | ВПР математика 6 | 10 | 1";
  test.each<[string, string[], number[]]>([
    [
      "differing duplicates beside one low result: criterion 1",
      [low, before, ...twice("2018/2019", R5)],
      [1],
    ],
    ["… in the earlier year: criterion 2", [low, before, ...twice("2017/2018", R5)], [2]],
    ["more failed than took part", [low, before, `Берёзовская СОШ | 2018/2019 | ${R5} | 5 | 9`], [1]],
    ["no other low result: nothing hangs on it", [fine, before, ...twice("2018/2019", R5)], []],
    ["a procedure outside the rule", [low, before, ...twice("2018/2019", "ВПР история 6")], []],
    ["a year out of view", [low, before, ...twice("2014/2015", R5)], []],
  ])("%s", (_, rows, criteria) => {
    const verdict = of(...rows).identification.verdicts.find(({ school }) => school === "Берёзовская СОШ");
    expect(verdict?.status).toBe("notLow");
    expect(verdict?.unchecked).toEqual(criteria);
    expect(verdict?.disputed?.criteria ?? []).toEqual(criteria);
  });

  test("«ШНОР» and the passport name the cells", () => {
    const analysis = of(low, before, ...twice("2018/2019", R5));
    const list = textsOf(planSchoolsSheet(analysis.identification, [], { added: [], removed: [] })).join(
      "\n",
    );
    expect(list).toContain(
      "есть спорные данные: ВПР русский язык 5, 2018/2019, ячейки «Сводная», D5:E5; «Сводная», D6:E6 — от них зависит критерий 1",
    );
    expect(conclude(findingsOf(analysis)).map(({ text }) => plain(text))).toContain(
      "есть спорные данные, от которых зависит вывод по школе: Берёзовская СОШ (ВПР русский язык 5, 2018/2019)",
    );
  });
});
