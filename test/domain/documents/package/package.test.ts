import { EMPTY_DIRECTORY } from "../../../../src/domain/documents/package/directory";
import { templateIds } from "../../../../src/domain/measures/templates";
import type { SheetPlan } from "../../../../src/domain/sheet-plan";
import { cellsOf, findPlan, plain, textsOf, type Row } from "../support";
import { faultsOf } from "../faults";
import { lowSchools, wholePackage } from "./made-up";

const kinds = (plans: readonly SheetPlan[]): string[] => plans.map(({ kind }) => kind);
const ofKind = (plans: readonly SheetPlan[], kind: SheetPlan["kind"]): SheetPlan[] =>
  plans.filter((plan) => plan.kind === kind);
/** The appointments keep a hidden column beside what is printed. */
const faults = (plans: readonly SheetPlan[]): string[] =>
  plans.flatMap((plan) =>
    faultsOf(plan)
      .filter((fault) => plan.kind !== "appointments" || !/outside|as wide/.test(fault))
      .map((fault) => `${plan.name}: ${fault}`),
  );

test("no low school: contents, roadmap, list, results; the contents say why there is no order", async () => {
  const plans = await wholePackage([["МБОУ «Лицей»", 2026, "ВПР математика 5", "0/20"]]);
  expect(kinds(plans)).toEqual(["contents", "roadmap", "lowSchools", "results"]);
  expect(textsOf(findPlan(plans, "contents")).join("\n")).toContain("не выявлено: приказ");
  expect(textsOf(findPlan(plans, "roadmap"))).toContain("Приложение");
  expect(faults(plans)).toEqual([]);
});

test("two low schools: every document once, two sheets a school, the roadmap is annex 1", async () => {
  const plans = await wholePackage(lowSchools(2));
  expect(kinds(plans)).toEqual(
    "contents order roadmap order appointments schoolRoadmap schoolRoadmap notice notice lowSchools results".split(
      " ",
    ),
  );
  expect(textsOf(findPlan(plans, "roadmap"))).toContain("Приложение 1");
  expect(faults(plans)).toEqual([]);
});

test("thirty low schools: 66 sheets with different legal names, each in the contents, sound as sheets", async () => {
  const plans = await wholePackage(lowSchools(30));
  // contents, order, roadmap, list of the order, appointments, 30 roadmaps, 30 notices, «ШНОР», results
  expect(plans).toHaveLength(67);
  expect(new Set(plans.map(({ name }) => name.toLowerCase())).size).toBe(67);
  const { links = [] } = findPlan(plans, "contents");
  const forms = ["requisites", "directory", "registry", "decisions", "checks"];
  const others = plans.filter(({ kind }) => kind !== "contents").map(({ id }) => id);
  expect(links.map(({ sheetId }) => sheetId).sort()).toEqual([...others, ...forms].sort());
  expect(faults(plans)).toEqual([]);
});

test.each(templateIds)(
  "template %s: the package is sound, measures and indicators are counted apart",
  async (template) => {
    const plans = await wholePackage(lowSchools(1), { template });
    expect(faults(plans)).toEqual([]);
    const { measures, indicators } = findPlan(plans, "roadmap");
    // issue C, point 1
    expect([measures, indicators]).toEqual(
      {
        "low-results-roadmap": [38, 0],
        "resources-and-staff": [16, 0],
        "project-500": [40, 0],
        "quality-system": [67, 0],
        "support-programme": [27, 13],
      }[template],
    );
  },
);

test("a school whose name begins with «=» is text on every sheet, and a name of illegal characters a legal sheet", async () => {
  const names = ["=СУММ(Б1)", "СОШ [1/2]: *?"];
  const plans = await wholePackage(
    names.flatMap((name) =>
      lowSchools(1)
        .slice(0, 2)
        .map(([, ...rest]): Row => [name, ...rest]),
    ),
  );
  expect(ofKind(plans, "schoolRoadmap").map(({ name }) => name)).toEqual(["=СУММ(Б1)", "СОШ 1 2"]);
  const cells = plans.flatMap(cellsOf).map(({ cell }) => cell);
  expect(cells.filter((cell) => cell === "=СУММ(Б1)").length).toBeGreaterThan(4);
  expect(
    cells.filter((cell) => cell !== null && typeof cell === "object" && cell.formula.startsWith("=СУММ")),
  ).toEqual([]);
  expect(faults(plans)).toEqual([]);
});

test("the order names years, rule, threshold, decisions by hand, coordinator and the dates of its clauses", async () => {
  const decision = { schoolKey: "", ground: "письмо министерства", date: "2026-08-20" } as const;
  const plans = await wholePackage([...lowSchools(3), ["МБОУ «Лицей»", 2025, "ОГЭ математика", "0/30"]], {
    requisites: {
      coordinator: "методист Иванова И. И.",
      orderDate: "1 сентября 2026 г.",
      orderNumber: "15-од",
      orderPlace: "г. Н-ск",
      orderGround: "Положения о муниципальной системе оценки качества образования",
    },
    adjustments: [
      { ...decision, school: "МБОУ «Новая ООШ»", action: "add" },
      { ...decision, school: "МБОУ «Берёзовская СОШ № 3»", action: "remove", ground: "закрыта" },
    ],
  });
  const [order, list] = ofKind(plans, "order");
  const text = textsOf(order ?? findPlan(plans, "order")).join("\n");
  for (const part of [
    "за 2024/2025 и 2025/2026 учебные годы",
    "не справились 30 % участников и более",
    "Включена решением от 20 августа 2026 г.: МБОУ «Новая ООШ» (письмо министерства).",
    "Исключена решением от 20 августа 2026 г.: МБОУ «Берёзовская СОШ № 3» (закрыта).",
    "По расчёту в перечень вошло: 2 школы.",
    "перечень школ с низкими образовательными результатами: 3 школы (приложение 2)",
    "3. Назначить муниципального координатора: методист Иванова И. И.",
    "и утвердить. Срок: до 30 ноября 2026 г.",
    "№ 15-од",
    "г. Н-ск",
    "На основании Положения о муниципальной системе оценки качества образования и по итогам анализа",
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/\.\.|undefined|null/);
  const rows = cellsOf(list ?? findPlan(plans, "order")).filter(({ column }) => column === 2);
  expect(rows.map(({ cell }) => cell).filter((cell) => cell === "по расчёту" || cell === "решением")).toEqual(
    ["по расчёту", "по расчёту", "решением"],
  );
});

test("a notice is one portrait page with the figures and cells of the low results only", async () => {
  const plans = await wholePackage(
    [...lowSchools(1), ["МБОУ «Берёзовская СОШ № 1»", 2026, "ОГЭ математика", "1/20"]],
    {
      directory: {
        ...EMPTY_DIRECTORY,
        roles: { coordinator: { person: "Иванова И. И.", contact: "8 (000) 000-00-00" } },
      },
    },
  );
  const notice = findPlan(plans, "notice");
  expect(notice.print).toMatchObject({ orientation: "portrait", fitToPages: { wide: 1, tall: 1 } });
  const low = cellsOf(notice).filter(
    ({ column, cell }) => column === 1 && typeof cell === "string" && cell.startsWith("ВПР"),
  );
  expect(low.map(({ cell }) => cell)).toEqual(["ВПР математика 5", "ВПР математика 6"]);
  const texts = textsOf(notice);
  expect(texts).toContain("«2026», МБОУ «Берёзовская СОШ № 1» ВПР математика 5"); // the cell's made-up address
  expect(texts.filter((text) => text.startsWith("ОГЭ"))).toEqual([]);
  expect(texts.join("\n")).toContain("Иванова И. И., 8 (000) 000-00-00");
  expect(texts.join("\n")).toContain("школа-партнёр: МБОУ «Лицей»");
});

test("a school's sheet has its own results only, the share as a formula, the low rows by a native rule", async () => {
  const plans = await wholePackage([
    ...lowSchools(2),
    ["МБОУ «Берёзовская СОШ № 1»", 2025, "ВПР математика 5", "1/20"],
  ]);
  const [first] = ofKind(plans, "schoolRoadmap");
  if (first === undefined) throw new Error("no sheet of a school");
  const cells = cellsOf(first);
  const header = cells.find(({ cell }) => cell === "Процедура")?.row ?? 0;
  const line = (row: number): unknown[] => cells.filter((one) => one.row === row).map(({ cell }) => cell);
  expect(line(header + 1)).toEqual([
    1,
    "ВПР математика 5",
    "2024/2025",
    20,
    1,
    { formula: `=IF(D${header + 2}>0,E${header + 2}/D${header + 2},"нет данных")` },
  ]);
  expect(line(header + 2).slice(0, 5)).toEqual([2, "ВПР математика 5", "2025/2026", 20, 8]);
  expect(line(header + 3).slice(0, 5)).toEqual([3, "ВПР математика 6", "2025/2026", 20, 7]);
  // further rules belong to the working columns beside the plan
  expect(first.highlights?.[0]).toMatchObject({
    area: { top: header + 1, left: 0, bottom: header + 3, right: 5 },
    style: "low",
  });
  expect(first.measures).toBe(
    cells.filter(({ column, cell }) => column === 0 && typeof cell === "string" && /^\d\.\d+$/.test(cell))
      .length,
  );
  expect(textsOf(first).map(plain)).toEqual(expect.arrayContaining(["СОГЛАСОВАНО", "УТВЕРЖДАЮ"]));
});
