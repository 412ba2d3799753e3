import type { CellValue, Grid } from "../../../src/domain/grid";
import { loadTemplate, templateIds, type TemplateId } from "../../../src/domain/measures/templates";
import {
  columnsText,
  lowResultsColumns,
  readColumns,
  seedColumns,
} from "../../../src/domain/measures/columns";
import { resolveDeadline } from "../../../src/domain/measures/deadline";
import { formatDeadline } from "../../../src/domain/measures/deadline-format";
import type { MeasureSection } from "../../../src/domain/measures/measure";
import { periodFrom } from "../../../src/domain/measures/period";
import { readTemplateSheet, type TemplateReading } from "../../../src/domain/measures/template-read";
import { planTemplateSheet } from "../../../src/domain/measures/template-sheet";
import type { SheetPlan } from "../../../src/domain/sheet-plan";

/** The sheet as it is read back after it was written. */
function gridOf(plan: SheetPlan): Grid {
  const cells: CellValue[][] = Array.from({ length: plan.print.area.bottom + 1 }, () =>
    new Array<CellValue>(plan.columns.length).fill(null),
  );
  for (const block of plan.blocks)
    block.cells.forEach((row, r) => {
      const line = cells[block.row + r] ?? [];
      row.forEach((cell, c) => {
        line[block.column + c] = typeof cell === "object" || cell === "" ? null : cell;
      });
    });
  return { sheet: plan.name, top: 0, left: 0, cells };
}

describe.each(templateIds)("template %s", (id: TemplateId) => {
  test.each([2026, 2031])("comes back from its sheet as it was, written for %i", async (start) => {
    const template = await loadTemplate(id);
    const { template: read, problems } = readTemplateSheet(gridOf(planTemplateSheet(template, start)), {
      id,
      name: template.name,
      base: template,
    });
    expect(problems).toEqual([]);
    expect(read).toEqual(template);
  });

  test("comes back without its original too: the table alone says it all, indicators apart", async () => {
    const template = await loadTemplate(id);
    const grid = gridOf(planTemplateSheet(template, 2026));
    const { template: read, problems } = readTemplateSheet(grid, { id, name: template.name, base: null });
    expect(problems).toEqual([]);
    // a rule may be said in two ways («shift: 0»): what it prints and when it is due is what counts
    const period = periodFrom(template, 2026);
    const plain = (sections: readonly MeasureSection[] = []): object[] =>
      sections.flatMap(({ title, measures }) =>
        measures.map(({ deadline, ...measure }) => ({
          ...measure,
          indicator: undefined,
          title,
          printed: formatDeadline(deadline, period),
          due: resolveDeadline(deadline, period),
        })),
      );
    expect(plain(read?.sections)).toEqual(plain(template.sections));
  });
});

const HEADER = ["Раздел", "№", "Мероприятие", "Срок", "Ответственные", "Уровень", "Метки"];
const read = (
  rows: readonly (readonly CellValue[])[],
  header: readonly CellValue[] = HEADER,
): TemplateReading =>
  readTemplateSheet(
    {
      sheet: "Шаблон",
      top: 0,
      left: 0,
      cells: [
        ["Период", "учебный год"],
        ["Первый год, от которого отсчитаны сроки", 2026],
        header,
        ...rows,
      ].map((row) => header.map((_, at) => row[at] ?? null)),
    },
    { id: "own:План", name: "План", base: null },
  );
const measuresOf = ({ template }: TemplateReading) =>
  template?.sections.flatMap((section) => section.measures) ?? [];
const said = ({ problems }: TemplateReading): string[] =>
  problems.map(
    ({ code, source, fields }) => `${code} ${source?.address ?? ""} ${Object.values(fields).join("|")}`,
  );

interface Case {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly problems: readonly string[];
  readonly measures: readonly object[];
}

const cases: readonly Case[] = [
  {
    name: "an own measure gets an origin by its number",
    rows: [
      ["", 1, "Провести собеседования", "октябрь 2026", "Методический центр, ОО", "школа", "кадры, ЕГЭ"],
    ],
    problems: [],
    measures: [
      {
        number: "1",
        origin: "own:1",
        level: "school",
        roles: ["methodCentre", "school"],
        tags: ["staff", "form:ЕГЭ"],
        deadline: { kind: "months", from: 10, to: 10 },
      },
    ],
  },
  {
    name: "a repeated number is told with its cell, both measures stay",
    rows: [
      ["", 1, "А"],
      ["", 1, "Б"],
    ],
    problems: ["templateNumberRepeated B5 1"],
    measures: [
      { text: "А", number: "1" },
      { text: "Б", number: "1" },
    ],
  },
  {
    name: "a blank number is the next free one",
    rows: [
      ["", "", "А"],
      ["", 5, "Б"],
    ],
    problems: [],
    measures: [{ number: "6" }, { number: "5" }],
  },
  {
    name: "an unknown role is printed as typed and told",
    rows: [["", 1, "А", "", "УО; совет отцов"]],
    problems: ["templateRoleUnknown E4 1|совет отцов"],
    measures: [{ roles: ["department"], others: ["совет отцов"] }],
  },
  {
    name: "an end before its start is told, the text stays",
    rows: [
      ["", 1, "А", "ноябрь 2026 – октябрь 2026"],
      ["", 2, "Б", "с 20 мая 2027 по 1 мая 2027"],
    ],
    problems: [
      "templateDeadlineReversed D4 1|ноябрь 2026 – октябрь 2026",
      "templateDeadlineReversed D5 2|с 20 мая 2027 по 1 мая 2027",
    ],
    measures: [
      { deadline: { kind: "asTyped", text: "ноябрь 2026 – октябрь 2026" } },
      { deadline: { kind: "asTyped", text: "с 20 мая 2027 по 1 мая 2027" } },
    ],
  },
  {
    name: "an unreadable deadline is kept as typed and told",
    rows: [["", 1, "А", "как получится"]],
    problems: ["templateDeadlineUnreadable D4 1|как получится"],
    measures: [{ deadline: { kind: "asTyped", text: "как получится" } }],
  },
  {
    name: "an empty section is left out and told",
    rows: [["Кадры"], ["Ресурсы", 1, "А"], ["", 2, "Б"]],
    problems: ["templateSectionEmpty A4 Кадры"],
    measures: [{ text: "А" }, { text: "Б" }],
  },
  {
    name: "a row without its measure is left out and told",
    rows: [
      ["", 1, "А"],
      ["", 2, "", "май 2027"],
    ],
    problems: ["templateMeasureMissing C5 2"],
    measures: [{ text: "А" }],
  },
  {
    name: "a text that begins with = stays text",
    rows: [["", 1, "=СУММ(A1) – разобрать с учителями"]],
    problems: [],
    measures: [{ text: "=СУММ(A1) – разобрать с учителями" }],
  },
  {
    name: "an unknown level and tag are told",
    rows: [["", 1, "А", "", "", "класс", "кадры, разное"]],
    problems: ["templateLevelUnknown F4 класс|муниципалитет, школа", "templateTagUnknown G4 разное"],
    measures: [{ level: "municipality", tags: ["staff"] }],
  },
];

test.each(cases)("$name", ({ rows, problems, measures }) => {
  const reading = read(rows);
  expect(said(reading)).toEqual(problems);
  expect(measuresOf(reading)).toMatchObject(measures);
  expect(measuresOf(reading).length).toBe(measures.length);
});

test("rows of one section stand together in the order of its first row; columns may be moved and added", () => {
  const header = ["№", "Наши пометки", "Мероприятие", "Раздел", "Срок"];
  const { template, problems } = read(
    [
      [1, "!", "А", "I"],
      [2, "", "Б", "II"],
      [3, "", "В", "I"],
    ],
    header,
  );
  expect(problems).toEqual([]);
  expect(
    template?.sections.map(({ title, measures }) => [title, ...measures.map(({ text }) => text)]),
  ).toEqual([
    ["I", "А", "В"],
    ["II", "Б"],
  ]);
  expect(template?.columns).toBe(lowResultsColumns);
});

test("a table or measures that are not there", () => {
  expect(said(read([], ["Что-то", "другое"]))).toEqual(["templateTableMissing A1 "]);
  expect(read([], ["Что-то", "другое"]).template).toBeNull();
  expect(said(read([]))).toEqual(["templateEmpty A1 "]);
});

test("2 000 measures and one of 5 000 letters", () => {
  const long = "ы".repeat(5000);
  const reading = read(Array.from({ length: 2000 }, (_, n) => ["", n + 1, n === 7 ? long : `Мера ${n + 1}`]));
  expect(reading.problems).toEqual([]);
  expect(measuresOf(reading).length).toBe(2000);
  expect(measuresOf(reading)[7]?.text).toBe(long);
});

test("a word that is unknown in many rows is told once, with the other cells", () => {
  const result = read(
    Array.from({ length: 2000 }, (_, n) => ["", n + 1, "Провести", "май 2027", "звездочёт, УО, ИМЦ"]),
  );
  expect(said(result)).toEqual(["templateRoleUnknown E4 1|звездочёт"]);
  expect(result.problems[0]?.related?.slice(0, 2).map(({ address }) => address)).toEqual(["E5", "E6"]);
  expect(measuresOf(result)[1999]).toMatchObject({
    roles: ["department", "methodCentre"],
    others: ["звездочёт"],
  });
});

test("a deadline that ends before the plan begins is told: the year above the table was changed alone", () => {
  const result = read([
    ["", 1, "А", "март 2026 г."],
    ["", 2, "Б", "сентябрь 2026 г."],
    ["", 3, "В", "когда получится"],
  ]);
  expect(said(result)).toEqual([
    "templateDeadlineEarly D4 1|март 2026 г.|2026",
    "templateDeadlineUnreadable D6 3|когда получится",
  ]);
});

test.each<[string, readonly string[] | null, readonly string[]]>([
  ["Мероприятие · Срок", ["measure", "deadline"], []],
  [
    "№; Сроки исполнения; Наименование; Ответственные исполнители",
    ["number", "deadline", "measure", "responsible"],
    [],
  ],
  ["Ожидаемый результат | Меры", ["result", "measure"], []],
  ["№ · Мероприятие · Стоимость · Мероприятия", ["number", "measure"], ["Стоимость", "Мероприятия"]],
  ["№ · Срок", null, []],
])("columns «%s»", (typed, columns, unknown) => {
  const result = readColumns(typed);
  expect(result.columns?.map(({ column }) => column) ?? null).toEqual(columns);
  expect(result.unknown).toEqual(unknown);
});

test.each(Object.entries(seedColumns))("the columns of seed %s come back from their text", (_, columns) => {
  expect(readColumns(columnsText(columns))).toEqual({ columns, unknown: [] });
});
