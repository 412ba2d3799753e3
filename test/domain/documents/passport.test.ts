import { planPackage } from "../../../src/domain/documents/package";
import { describeProblem } from "../../../src/domain/documents/passport";
import { readRequisites, type Requisites } from "../../../src/domain/documents/requisites";
import { findingsOf } from "../../../src/domain/analysis";
import type { CellValue } from "../../../src/domain/grid";
import type { Adjustment } from "../../../src/domain/identification/verdict";
import { loadTemplate } from "../../../src/domain/measures/templates";
import { analysisOf, cellText, findPlan, plain, resultsOf, textsOf, type Row } from "./support";

const M5 = "ВПР математика 5";
const R5 = "ВПР русский язык 5";

/** `low` schools with two low procedures and one without. */
const schools = (low: number): Row[] =>
  Array.from({ length: low + 1 }, (_, school): Row[] => {
    const figures = school < low ? "3/10" : "0/10";
    return [
      [`Школа ${school + 1}`, 2019, M5, figures],
      [`Школа ${school + 1}`, 2019, R5, figures],
    ];
  }).flat();

const decision = (
  school: string,
  action: "add" | "remove",
  ground: string,
  date: string | null,
): Adjustment => ({ schoolKey: "", school, action, ground, date });

function passport(
  rows: readonly Row[],
  settings: Parameters<typeof analysisOf>[1] = {},
  adjustments: readonly Adjustment[] = [],
  requisites: Requisites = {},
): string[] {
  const analysis = analysisOf(resultsOf(rows), settings, adjustments);
  return describeProblem(findingsOf(analysis), analysis.group, requisites).map(plain);
}

describe("schools found", () => {
  const start = "Проведён анализ результатов ВПР 2018/2019 учебного года в школах ____.";
  test.each([
    [0, `${start} Школ с низкими образовательными результатами по принятым критериям не выявлено.`],
    [1, `${start} Низкие образовательные результаты выявлены по расчёту: 1 школа — Школа 1.`],
    [2, `${start} Низкие образовательные результаты выявлены по расчёту: 2 школы — Школа 1; Школа 2.`],
  ])("%i schools", (count, sentence) => {
    expect(passport(schools(count))[0]).toBe(sentence);
  });
  test.each([
    [5, "5 школ —"],
    [11, "11 школ —"],
    [21, "21 школа —"],
    [22, "22 школы —"],
  ])("%i schools are «%s»", (count, words) => {
    expect(passport(schools(count))[0]).toContain(`выявлены по расчёту: ${words}`);
  });
});

test("nothing is claimed of a year in view in which nobody took part", () => {
  const texts = passport(
    [
      ["А", 2019, M5, "0/0"],
      ["Б", 2018, M5, "1/10"],
    ],
    { year: 2019 },
  );
  expect(texts[0]).toMatch(
    /Данных за 2018\/2019 учебный год нет ни по одной школе, перечень не определён\.$/,
  );
  expect(texts.join()).not.toContain("не выявлено");
});

test("names the forms and the years that were looked at, and no others", () => {
  const rows: Row[] = [
    ["А", 2019, "ОГЭ математика", "3/10"],
    ["А", 2018, "ВПР математика 5", "3/10"],
    ["А", 2017, "ЕГЭ русский язык", "3/10"],
  ];
  const [first, ...rest] = passport(rows, {}, [], { municipalityGenitive: "Н-ского муниципального округа" });
  expect(first).toContain(
    "Проведён анализ результатов ВПР и ОГЭ 2017/2018 и 2018/2019 учебных годов в школах Н-ского муниципального округа.",
  );
  expect(rest).toContain("Рассмотрены процедуры: ВПР математика 5; ОГЭ математика.");
});

test.each([
  [
    { ruleId: "000", threshold: 30 },
    [
      "1) низкие результаты в рассматриваемом учебном году получены не менее чем по двум процедурам;",
      "2) низкий результат есть и в рассматриваемом, и в более раннем учебном году, хотя бы по одной процедуре в каждом.",
      "Результат считается низким, если доля участников с отметкой «2» (для ОГЭ и ЕГЭ — ниже минимального балла) не меньше 30 %.",
    ],
  ],
  [
    { ruleId: "004", threshold: 27.5, minParticipants: 5 },
    [
      "1) низкие результаты в пределах одного из двух учебных годов получены не менее чем по двум процедурам;",
      "2) низкий результат по одной и той же процедуре есть и в рассматриваемом, и в более раннем учебном году.",
      "Результат считается низким, если доля участников с отметкой «2» (для ОГЭ и ЕГЭ — ниже минимального балла) не меньше 27,5 %. Процедуры, в которых участвовало меньше 5 обучающихся, не учитывались.",
    ],
  ],
])("criteria and threshold used: %j", (settings, texts) => {
  expect(passport(schools(1), settings)).toEqual(expect.arrayContaining(texts));
});

describe("decisions by hand stand apart", () => {
  const added = decision("Школа 3", "add", "НСУ, решение комиссии", "2026-09-01");
  const removed = decision("Школа 1", "remove", "особый контингент", null);
  const why = "Перечисленным школам нужна адресная поддержка";

  test("with ground and date", () => {
    const texts = passport(schools(2), {}, [added, removed]);
    expect(texts[0]).toContain("2 школы — Школа 1; Школа 2.");
    expect(texts).toContain(
      "Включены в перечень решением: Школа 3 (НСУ, решение комиссии, 1 сентября 2026 г.).",
    );
    expect(texts).toContain("Исключены из перечня решением: Школа 1 (особый контингент).");
  });

  test("a ground that was not given is said", () => {
    expect(passport(schools(0), {}, [decision("Новая школа", "add", "", null)])).toContain(
      "Включены в перечень решением: Новая школа (основание не указано).",
    );
  });

  test.each<[string, number, Adjustment[], boolean]>([
    ["schools are found", 1, [], true],
    ["none is found", 0, [], false],
    ["none is found, one is added", 0, [decision("Школа 1", "add", "НСУ", null)], true],
    ["the only one found is removed", 1, [removed], false],
  ])("a plan is called for: %s", (_, low, adjustments, called) => {
    const texts = passport(schools(low), {}, adjustments);
    expect(texts.some((text) => text.startsWith(why))).toBe(called);
  });

  test("the list keeps the three apart and names nobody twice", () => {
    const analysis = analysisOf(resultsOf(schools(2)), {}, [added, removed]);
    const plans = planPackage({ analysis, template: EMPTY, requisites: {}, start: 2026 });
    const rows = findPlan(plans, "lowSchools")
      .blocks.flatMap(({ cells }) => cells)
      .filter((row) => cellText(row[1]).startsWith("Школа "))
      .map((row) => [row[1], cellText(row[2]), cellText(row[4])]);
    expect(rows).toEqual([
      ["Школа 2", "низкие результаты (по расчёту)", expect.stringContaining("30,0 %")],
      ["Школа 3", "включена решением от 1 сентября 2026 г.", "НСУ, решение комиссии"],
      ["Школа 1", "исключена решением", "особый контингент"],
    ]);
  });
});

const EMPTY = {
  id: "empty",
  name: "Пустой",
  title: "ДОРОЖНАЯ КАРТА",
  source: "",
  period: { unit: "schoolYear", years: 1 },
  columns: [
    { column: "number", header: "№" },
    { column: "measure", header: "Мероприятия" },
    { column: "deadline", header: "Сроки" },
  ],
  sections: [],
} as const;

describe("requisites", () => {
  const sheet = (rows: readonly (readonly CellValue[])[]): Requisites =>
    readRequisites({ sheet: "Реквизиты", top: 0, left: 0, cells: rows }).requisites;
  const typed = (label: string, value: CellValue): Requisites => sheet([[label, value]]);

  test.each<[CellValue, string]>([
    [46266, "1 сентября 2026 г."],
    ["01.09.2026", "1 сентября 2026 г."],
    ["31.02.2026", "31.02.2026"],
    ["на подписи", "на подписи"],
  ])("the date %p prints as «%s»", (value, text) => {
    expect(plain(typed("Дата приказа", value).orderDate ?? "")).toBe(text);
  });

  test("a value of spaces is blank, a label may lie in another row and be written in any case", () => {
    expect(typed("Номер приказа", "  ")).toEqual({});
    expect(
      sheet([
        [null, null],
        ["номер  приказа ", 7],
      ]),
    ).toEqual({ orderNumber: "7" });
  });

  test("a label nobody knows is a problem, so that its value is not missed in silence", () => {
    const cells: CellValue[][] = [["Реквизиты"], [], ["Реквизит", "Значение"], ["Номер приказца", "7"]];
    const rows = cells.map((row) => [row[0] ?? null, row[1] ?? null]);
    const { problems } = readRequisites({ sheet: "Реквизиты", top: 0, left: 0, cells: rows });
    expect(problems).toMatchObject([{ code: "requisiteUnknown", source: { address: "A4" } }]);
  });

  const BLANKS = [
    "к приказу ____",
    "от ____ № ____",
    "____, 2026–2027 учебный год",
    "____; школы, включённые в перечень",
    "____",
  ];
  const FILLED: Requisites = {
    municipality: "Н-ский муниципальный округ",
    municipalityGenitive: "Н-ского муниципального округа",
    department: "Управление образования Н-ского округа",
    departmentGenitive: "Управления образования Н-ского округа",
    departmentShort: "Управление",
    methodCentre: "МБУ «Центр»",
    methodCentreShort: "Центр",
    headPosition: "Начальник управления",
    headName: "И. О. Фамилия",
    orderNumber: "15-од",
    orderDate: "1 сентября 2026 г.",
    coordinator: "методист Центра",
  };
  const roadmap = async (requisites: Requisites): Promise<string[]> =>
    textsOf(
      findPlan(
        planPackage({
          analysis: analysisOf(resultsOf(schools(1))),
          template: await loadTemplate("low-results-roadmap"),
          requisites,
          start: 2026,
        }),
        "roadmap",
      ),
    );

  test("blank ones print as a line to fill in", async () => {
    const texts = await roadmap({});
    const period = texts.find((text) => text.startsWith("____, "));
    expect(texts).toEqual(expect.arrayContaining(BLANKS.filter((text) => !text.startsWith("____, "))));
    expect(period).toMatch(/2026.+2027/);
  });

  test("filled ones stand in their places", async () => {
    const texts = await roadmap(FILLED);
    expect(texts.join("\n").replace("____________________", "")).not.toContain("____");
    expect(texts).toEqual(
      expect.arrayContaining([
        "Приложение",
        "к приказу Управления образования Н-ского округа",
        "от 1 сентября 2026 г. № 15-од",
        "Управление образования Н-ского округа; МБУ «Центр»; школы, включённые в перечень",
        "Управление образования Н-ского округа",
        "Н-ский муниципальный округ",
        "методист Центра",
        "Начальник управления",
        "И. О. Фамилия",
      ]),
    );
    const after = (label: string): string | undefined => texts[texts.indexOf(label) + 1];
    expect(after("Муниципальное образование")).toBe("Н-ский муниципальный округ");
    expect(after("Ответственный разработчик")).toBe("Управление образования Н-ского округа");
    expect(after("Муниципальный координатор")).toBe("методист Центра");
    expect(after("Начальник управления")).toBe("____________________");
  });

  test("group and developer of the user's own replace the usual ones", async () => {
    const texts = await roadmap({ ...FILLED, workingGroup: "Совет методистов", developer: "МБУ «Центр»" });
    expect(texts[texts.indexOf("Рабочая группа") + 1]).toBe("Совет методистов");
    expect(texts[texts.indexOf("Ответственный разработчик") + 1]).toBe("МБУ «Центр»");
  });
});
