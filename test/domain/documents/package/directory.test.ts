import type { Grid } from "../../../../src/domain/grid";
import {
  APPOINTMENT_COLUMNS,
  appoint,
  readAppointments,
} from "../../../../src/domain/documents/package/appointments";
import {
  EMPTY_DIRECTORY,
  roleNamesOf,
  withColumns,
  type Directory,
} from "../../../../src/domain/documents/package/directory";
import { planDirectory, readDirectory } from "../../../../src/domain/documents/package/directory-sheet";
import { loadTemplate } from "../../../../src/domain/measures/templates";
import { analysisOf, cellsOf, resultsOf, type Row } from "../support";
import { casesOf, lowSchools } from "./made-up";

/** The blank sheet as Excel gives it back, with what a user typed beside the labels. */
function typed(values: Readonly<Record<string, readonly (string | number)[]>>): Grid {
  const plan = planDirectory();
  const height = plan.print.area.bottom + 1;
  const cells: (string | number | boolean | null)[][] = Array.from({ length: height }, () =>
    Array.from({ length: plan.columns.length }, () => null),
  );
  for (const { row, column, cell } of cellsOf(plan)) {
    const line = cells[row];
    if (line !== undefined && (cell === null || typeof cell !== "object")) line[column] = cell;
  }
  for (const [label, texts] of Object.entries(values)) {
    const line = cells.find((one) => one[0] === label);
    texts.forEach((text, index) => {
      if (line !== undefined) line[index + 1] = text;
    });
  }
  return { sheet: "Справочник", top: 0, left: 0, cells };
}

test("the blank sheet says nothing and has no problems", () => {
  expect(readDirectory(typed({}))).toEqual({ directory: EMPTY_DIRECTORY, problems: [] });
});

test("what is typed beside the labels is read", () => {
  const { directory, problems } = readDirectory(
    typed({
      "Методическая служба": ["МБУ «Информационно-методический центр»", "ИМЦ"],
      "Муниципальный координатор": ["", "", "Иванова И. И., методист", "8 (000) 000-00-00"],
      Куратор: ["Петрова П. П.", "методист ИМЦ"],
      Наставник: ["Сидорова С. С."],
      "Столбцы дорожной карты": ["набор 002"],
      "Названия ролей в документах": ["краткие"],
    }),
  );
  expect(problems).toEqual([]);
  expect(directory).toEqual({
    roles: {
      methodCentre: { full: "МБУ «Информационно-методический центр»", short: "ИМЦ" },
      coordinator: { person: "Иванова И. И., методист", contact: "8 (000) 000-00-00" },
    },
    form: "short",
    columns: "002",
    curators: [{ name: "Петрова П. П.", position: "методист ИМЦ" }],
    mentors: [{ name: "Сидорова С. С.", position: "" }],
  } satisfies Directory);
});

test.each<[string | number, string]>([
  ["как в шаблоне", "template"],
  ["набор 004", "004"],
  ["001", "001"],
  [0, "000"], // Excel makes a number of «000»
])("columns «%s»", (value, columns) => {
  expect(readDirectory(typed({ "Столбцы дорожной карты": [value] })).directory.columns).toBe(columns);
});

test("a row that is not known, and a choice that cannot be read, are problems with their cells", () => {
  const grid = typed({ "Столбцы дорожной карты": ["как в 005"] });
  const rows = [...grid.cells, ["Начальник склада", "Кузнецов", null, null, null, null]];
  const { problems } = readDirectory({ ...grid, cells: rows });
  expect(problems.map(({ code, severity, source }) => [code, severity, source?.address])).toEqual([
    [
      "requisiteUnknown",
      "warning",
      `B${grid.cells.findIndex(([label]) => label === "Столбцы дорожной карты") + 1}`,
    ],
    ["requisiteUnknown", "warning", `A${rows.length}`],
  ]);
});

test("names of roles: «Справочник» before «Реквизиты», each form stands in for the other", () => {
  const requisites = { departmentShort: "Управление", methodCentreShort: "ИМЦ" };
  const roles = { methodCentre: { full: "Методический центр" }, curator: { short: "кураторы" } };
  expect(roleNamesOf({ ...EMPTY_DIRECTORY, roles }, requisites)).toEqual({
    department: "Управление",
    methodCentre: "Методический центр",
    curator: "кураторы",
  });
});

test("columns: the setting before «Справочник», that before the template", async () => {
  const template = await loadTemplate("low-results-roadmap");
  const directory: Directory = { ...EMPTY_DIRECTORY, columns: "004" };
  const order = (choice: Parameters<typeof withColumns>[1], from: Directory): string =>
    withColumns(template, choice, from)
      .columns.map(({ column }) => column)
      .join(" ");
  expect(order("template", EMPTY_DIRECTORY)).toBe("number measure deadline responsible result");
  expect(order("template", directory)).toBe("number measure responsible deadline result");
  expect(order("001", directory)).toBe("number measure deadline result");
});

const three: readonly Row[] = lowSchools(3);

test("curators go round in turn; what was typed for a school goes before", () => {
  const directory: Directory = {
    ...EMPTY_DIRECTORY,
    curators: [
      { name: "Петрова П. П.", position: "методист" },
      { name: "Орлова О. О.", position: "" },
    ],
  };
  const cases = casesOf(three);
  const key = cases[2]?.key ?? "";
  const made = appoint({
    analysis: analysisOf(resultsOf(three)),
    cases,
    directory,
    typed: new Map([[key, { mentor: "Жукова Ж. Ж.", partner: "Гимназия" }]]),
  });
  expect([...made.values()].map(({ curator }) => curator)).toEqual([
    "Петрова П. П., методист",
    "Орлова О. О.",
    "Петрова П. П., методист",
  ]);
  expect(made.get(key)).toMatchObject({ mentor: "Жукова Ж. Ж.", partner: "Гимназия", why: "" });
  expect(made.get(cases[0]?.key ?? "")).toMatchObject({ mentor: "____", partner: "МБОУ «Лицей»" });
});

test("appointments are read by the school's key, wherever the row is; blanks are not names", () => {
  const row = (key: string | null, curator: string, mentor: string, partner: string): (string | null)[] => {
    const line: (string | null)[] = Array.from({ length: 8 }, () => null);
    line[APPOINTMENT_COLUMNS.curator] = curator;
    line[APPOINTMENT_COLUMNS.mentor] = mentor;
    line[APPOINTMENT_COLUMNS.partner] = partner;
    line[APPOINTMENT_COLUMNS.key] = key;
    return line;
  };
  const grid: Grid = {
    sheet: "Назначения",
    top: 5,
    left: 0,
    cells: [
      row("name:б", "Орлова О. О.", "____", " "),
      row(null, "Куратор", "Наставник", ""),
      row("name:а", "", "", "Лицей"),
    ],
  };
  // nobody knows what was generated, and the sheet was changed
  expect(Object.fromEntries(readAppointments({ grid, unchanged: false, generated: null }))).toEqual({
    "name:б": { curator: "Орлова О. О." },
    "name:а": { partner: "Лицей" },
  });
});
