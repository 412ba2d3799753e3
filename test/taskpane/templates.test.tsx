/** @jest-environment jsdom */
import "./dom";
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue, Grid } from "../../src/domain/grid";
import { loadTemplate, templateIds } from "../../src/domain/measures/templates";
import { planTemplateSheet } from "../../src/domain/measures/template-sheet";
import type { SheetPlan } from "../../src/domain/sheet-plan";
import { WorkbookError, type OwnSheet } from "../../src/excel/port";
import {
  candidatesOf,
  filterMeasures,
  NO_FILTER,
  sectionKey,
  type MixFilter,
} from "../../src/taskpane/screens/templates/mix";
import { fakeWorkbook, ownSheet, type FakeWorkbook } from "./fake-workbook";
import { button, heading, press, show, TO_ROADMAP } from "./show";

function gridOf({ name, print, columns, blocks }: SheetPlan): Grid {
  const cells: CellValue[][] = Array.from({ length: print.area.bottom + 1 }, () =>
    new Array<CellValue>(columns.length).fill(null),
  );
  for (const block of blocks)
    block.cells.forEach((row, r) => {
      const line = cells[block.row + r] ?? [];
      row.forEach((cell, c) => {
        line[block.column + c] = typeof cell === "object" || cell === "" ? null : cell;
      });
    });
  return { sheet: name, top: 0, left: 0, cells };
}

const placed = (plan: SheetPlan): OwnSheet => ({
  ...ownSheet(plan.kind, plan.id, plan.name, true),
  grid: gridOf(plan),
});

/** A workbook that has, when it is read again, the templates that were written into it. */
function keeping(earlier: readonly OwnSheet[] = []): FakeWorkbook {
  const base = fakeWorkbook();
  return {
    ...base,
    port: {
      ...base.port,
      read: async (progress) => ({
        ...(await base.port.read(progress)),
        own: [...earlier, ...base.written.flat().map(({ plan }) => placed(plan))],
      }),
    },
  };
}

const plansOf = ({ written }: FakeWorkbook): SheetPlan[] => written.flat().map(({ plan }) => plan);
const TO_TEMPLATES = [...TO_ROADMAP, "Шаблоны мероприятий"];
const FIRST = "Дорожная карта для школ с низкими результатами";
const cardOf = async (name: string): Promise<HTMLElement> =>
  (await screen.findByRole("heading", { level: 4, name })).closest("li") ?? document.body;

async function axeFinds(): Promise<readonly string[]> {
  document.documentElement.lang = "ru";
  document.title = "ШНОР";
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("the five templates with their counts; one is put into the workbook and then stands there with a link", async () => {
  const workbook = keeping();
  const user = show(workbook);
  await press(user, ...TO_TEMPLATES);
  // domain reference: 38, 16, 40, 67 measures; 27 measures and 13 indicators of seed 004
  for (const count of [
    "38 мероприятий",
    "16 мероприятий",
    "40 мероприятий",
    "67 мероприятий",
    "27 мероприятий, 13 показателей",
  ])
    await screen.findByText(count);
  expect(heading()).toHaveTextContent("Шаблоны мероприятий");
  expect(within(await cardOf(FIRST)).getByText("Дорожная карта делается по нему")).toBeInTheDocument();
  expect(await axeFinds()).toEqual([]);
  await press(user, `Поместить в книгу: ${FIRST}`);
  const sheet = "Шаблон – Низкие результаты"; // the whole name is longer than Excel allows
  await screen.findByText(`Шаблон записан на лист «${sheet}».`);
  expect(plansOf(workbook).map(({ id, measures }) => [id, measures])).toEqual([
    ["template:low-results-roadmap", 38],
  ]);
  const card = within(await cardOf(FIRST));
  await user.click(await card.findByRole("button", { name: sheet }));
  expect(workbook.selected).toEqual([{ sheet, address: "A1" }]);
  expect(card.queryByRole("button", { name: /^Поместить/ })).not.toBeInTheDocument();
  await press(user, "К дорожной карте", "Создать дорожную карту");
  await button("Открыть дорожную карту");
});

test("they are reached from the first screen too; the way out leads to the roadmap", async () => {
  const workbook = keeping();
  const user = show(workbook);
  await press(user, "Шаблоны мероприятий", "Делать по нему: Дорожная карта проекта «500+»");
  await press(user, "К дорожной карте");
  // results of 2024/2025; the project's first deadlines are in January (seed 002)
  await screen.findByText("2026 год");
  await press(user, "Создать дорожную карту");
  await button("Открыть дорожную карту");
  expect(plansOf(workbook).map(({ id }) => id)).toContain("roadmap:project-500");
});

test("one press puts a template into the workbook and chooses it; the roadmap is the next one", async () => {
  const workbook = keeping();
  const user = show(workbook);
  const name = "Дорожная карта проекта «500+»";
  await press(user, ...TO_TEMPLATES);
  expect(screen.queryByRole("button", { name: "Создать дорожную карту" })).not.toBeInTheDocument();
  await press(user, `Поместить в книгу и делать по нему: ${name}`);
  await within(await cardOf(name)).findByText("Дорожная карта делается по нему");
  // what a screen reader is told; sheet names end at 31 letters
  await screen.findByText(`Дорожная карта будет сделана по шаблону «${name}».`, { exact: false });
  expect(plansOf(workbook).map(({ id }) => id)).toEqual(["template:project-500"]);
  expect(workbook.saved.map(({ templateId }) => templateId)).toEqual(["project-500"]);
  await press(user, "Создать дорожную карту");
  await button("Открыть дорожную карту");
  expect(plansOf(workbook).map(({ id }) => id)).toContain("roadmap:project-500");
});

test("the summary leads to the templates; the workbook is read again, since the run wrote into it", async () => {
  const workbook = keeping();
  const user = show(workbook);
  await press(user, ...TO_ROADMAP, "Создать дорожную карту");
  await button("Открыть дорожную карту");
  await press(user, "Шаблоны мероприятий");
  await button(`Поместить в книгу: ${FIRST}`);
  expect(heading()).toHaveTextContent("Шаблоны мероприятий");
  await button("3. Дорожная карта создана");
});

test("the plan offers the document and what is made where it tells of them", async () => {
  const template = await loadTemplate("project-500");
  const own = placed(planTemplateSheet({ ...template, id: "own:Наш", name: "Наш" }, 2026));
  const workbook = keeping([own]);
  const user = show(workbook);
  await press(user, ...TO_ROADMAP);
  await user.selectOptions(await screen.findByRole("combobox", { name: "Документ" }), "Наш");
  await waitFor(() => {
    expect(screen.getByRole("combobox", { name: "Документ" })).toHaveValue("own:Наш");
  });
  await user.selectOptions(screen.getByRole("combobox", { name: "Создать" }), "Весь пакет документов");
  await screen.findByText("Назначения");
  expect(workbook.saved.map((each) => [each.templateId, each.package])).toEqual([
    ["own:Наш", "roadmap"],
    ["own:Наш", "all"],
  ]);
});

test("a table with a mistake is named with its cell, and the cell is a link", async () => {
  const sheet = placed(planTemplateSheet(await loadTemplate("resources-and-staff"), 2026));
  const cells = sheet.grid?.cells.map((row) => [...row]) ?? [];
  const header = cells.findIndex((row) => row.includes("Уровень"));
  const column = cells[header]?.indexOf("Уровень") ?? -1;
  const line = cells[header + 1];
  if (line !== undefined) line[column] = "область";
  const grid: Grid = { sheet: sheet.name, top: 0, left: 0, cells };
  const workbook = keeping([{ ...sheet, grid }]);
  const user = show(workbook);
  await press(user, ...TO_TEMPLATES);
  // level is the eighth column of the table
  await press(user, `лист «${sheet.name}», H${header + 2}`);
  expect(workbook.selected).toEqual([{ sheet: sheet.name, address: `H${header + 2}` }]);
});

const NEW: readonly [string, string, number][] = [
  // begin with, its title in the list, rows
  ["a copy", "Дорожная карта проекта «500+»", 40],
  ["an empty table", "Пустая таблица", 0],
];
test.each(NEW)("a new template: %s", async (_, from, rows) => {
  const workbook = keeping();
  const user = show(workbook);
  await press(user, ...TO_TEMPLATES);
  const name = await screen.findByLabelText("Название");
  await press(user, "Новый шаблон");
  await screen.findByText("Впишите название, до 60 знаков");
  expect(name).toBeInvalid();
  await user.type(name, "  Наш  план ");
  await user.selectOptions(screen.getByLabelText("Начать с"), from);
  await press(user, "Новый шаблон");
  await screen.findByText("Шаблон записан на лист «Шаблон – Наш план».");
  expect(plansOf(workbook).map(({ id, measures }) => [id, measures])).toEqual([
    ["template:own:Наш план", rows],
  ]);
  await cardOf("Наш план");
  if (rows === 0) await screen.findByText("Таблицу прочитать не удалось, смотрите замечания.");
  else {
    await press(user, "Делать по нему: Наш план");
    await within(await cardOf("Наш план")).findByText("Дорожная карта делается по нему");
    expect(workbook.saved.at(-1)?.templateId).toBe("own:Наш план");
  }
  await user.type(screen.getByLabelText("Название"), "Наш план");
  await press(user, "Новый шаблон");
  await screen.findByText(/Шаблон с таким названием в книге уже есть/);
  expect(workbook.written).toHaveLength(1);
});

test("what Excel refuses is said, and the screen stays", async () => {
  const refusing = () => Promise.reject(new WorkbookError("structureProtected", ""));
  const user = show(fakeWorkbook(undefined, {}, { write: refusing }));
  await press(user, ...TO_TEMPLATES, `Поместить в книгу: ${FIRST}`);
  await screen.findByText(/Структура книги защищена/);
  await button(`Поместить в книгу: ${FIRST}`);
});

test("measures are found, ticked and composed into a template of one's own", async () => {
  const workbook = keeping();
  const user = show(workbook);
  await press(user, ...TO_TEMPLATES);
  await screen.findByText("38 мероприятий");
  await press(user, "Собрать из разных шаблонов");
  await button("Собрать свой шаблон");
  expect(heading()).toHaveTextContent("Собрать свой шаблон");
  expect(heading()).toHaveFocus();
  // 38 + 16 + 40 + 67 + 27 + 13 rows
  await screen.findByText("Найдено: 201. Выбрано: 0 мероприятий.");
  expect(screen.getAllByRole("checkbox")).toHaveLength(30);
  expect(await axeFinds()).toEqual([]);
  await press(user, "Собрать свой шаблон");
  expect(await screen.findByRole("alert")).toHaveTextContent("Отметьте хотя бы одно мероприятие");
  await user.selectOptions(screen.getByLabelText("Шаблон"), FIRST);
  await screen.findByText("Найдено: 38. Выбрано: 0 мероприятий.");
  await press(user, "Выбрать найденные (38)");
  await user.click(screen.getAllByRole("checkbox")[0] ?? document.body);
  await user.selectOptions(screen.getByLabelText("Шаблон"), "Дорожная карта по ресурсам и кадрам");
  await screen.findByText("Найдено: 16. Выбрано: 37 мероприятий.");
  await user.click(screen.getAllByRole("checkbox")[1] ?? document.body);
  await user.type(screen.getByLabelText("Название"), "Сборный");
  await press(user, "Собрать свой шаблон");
  await screen.findByText("Шаблон записан на лист «Шаблон – Сборный».");
  const [plan] = plansOf(workbook);
  expect([plan?.id, plan?.measures]).toEqual(["template:own:Сборный", 38]);
  const origins = plan?.blocks.flatMap(({ cells }) =>
    cells.flatMap((row) =>
      row.flatMap((cell) => (typeof cell === "string" && /^00\d:\d+$/.test(cell) ? [cell] : [])),
    ),
  );
  expect([origins?.[0], origins?.at(-2), origins?.at(-1)]).toEqual(["000:2", "000:38", "001:2"]);
  await cardOf("Сборный");
});

describe("filters", () => {
  const load = async () =>
    candidatesOf(
      await Promise.all(
        templateIds.map(async (id) => ({
          id,
          name: id,
          sheet: null,
          template: await loadTemplate(id),
          problems: [],
        })),
      ),
    );
  const holds: readonly [string, Partial<MixFilter>, (text: string) => boolean][] = [
    ["a template", { template: "project-500" }, (text) => text.startsWith("project-500|")],
    ["a tag", { tag: "parents" }, (text) => text.includes("|parents,")],
    ["a level", { level: "school" }, (text) => text.includes("|school|")],
    [
      "every word, in any case",
      { search: "  РУКОВОДИТЕЛ  школ " },
      (text) => /руководител/.test(text) && /школ/.test(text),
    ],
    [
      "two at once",
      { level: "school", tag: "staff" },
      (text) => text.includes("|school|") && text.includes("|staff,"),
    ],
  ];
  test.each(holds)("%s", async (_, filter, fits) => {
    const all = await load();
    const found = filterMeasures(all, { ...NO_FILTER, ...filter });
    const shown = ({ template, measure }: (typeof all)[number]): string =>
      `${template.id}|${measure.level}|${measure.tags.map((tag) => `|${tag},`).join("")}|${measure.number} ${measure.text} ${measure.result}`;
    const lower = (text: string): string => text.replace(/[А-ЯЁ]/g, (letter) => letter.toLowerCase());
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ key }) => key)).toEqual(
      all.filter((one) => fits(lower(shown(one)))).map(({ key }) => key),
    );
  });

  test("a section; no word fits", async () => {
    const all = await load();
    const last = all.at(-1);
    if (last === undefined) throw new Error("no measures");
    const found = filterMeasures(all, { ...NO_FILTER, section: sectionKey(last) });
    expect(new Set(found.map(({ section }) => section.title))).toEqual(new Set([last.section.title]));
    expect(filterMeasures(all, { ...NO_FILTER, search: "абракадабра" })).toEqual([]);
  });
});

test("the form offers templates of one's own and sets of columns, and keeps what is chosen", async () => {
  const template = await loadTemplate("project-500");
  const own = placed(planTemplateSheet({ ...template, id: "own:Наш", name: "Наш" }, 2026));
  const workbook = keeping([own]);
  const user = show(workbook);
  await press(user, ...TO_ROADMAP, "Изменить");
  await user.selectOptions(await screen.findByLabelText("Вид документа"), "Наш");
  await user.selectOptions(screen.getByLabelText("Столбцы дорожной карты"), "001");
  await press(user, "Применить");
  await waitFor(() => {
    expect(screen.getByRole("combobox", { name: "Документ" })).toHaveDisplayValue("Наш");
  });
  expect(workbook.saved.map(({ templateId, columns }) => [templateId, columns])).toEqual([
    ["own:Наш", "001"],
  ]);
});

test("English", async () => {
  const user = show(keeping(), "en");
  await press(user, "Read results", "Show schools", "Go to roadmap", "Templates of measures");
  await screen.findByText("38 measures");
  await press(user, "Pick from several templates");
  await user.selectOptions(await screen.findByLabelText("Tag"), "mathematics");
  await user.selectOptions(screen.getByLabelText("Level"), "School");
});
