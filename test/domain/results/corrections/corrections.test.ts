import { makeCorrections } from "../../../../src/domain/results/corrections/make";
import { sheet } from "../sheet";
import { BOOK, codes, figures, read, unfit, wish } from "./support";

/** «Писали» and «Сдавали» both tell participants, so the reader asks; the user knows which. */
const rows = (name: string, year: string) =>
  sheet(
    `
    ВПР математика 5 класс, ${year}
    Школа | Писали работу | Участники с ОВЗ и прочие | Получили «2»
    Лесная СОШ | 20 | 22 | 7
    Луговая СОШ | 10 | 11 | 1
  `,
    { sheet: name },
  );

/** No word of its header is known but the mark. */
const strange = (name = "Свод", title = "ВПР русский язык 6 класс 2025") =>
  sheet(
    `
    ${title}
    Площадка | База | «2»
    Лесная | 20 | 7
    Луговая | 10 | 1
  `,
    { sheet: name },
  );

describe("role of a column", () => {
  test("another column of participants, and the next year's sheet of that layout", () => {
    const grid = rows("ВПР 2025", "2024/2025");
    const made = wish(grid, { kind: "role", column: "C", role: "participants" });
    expect(figures(read([grid], made))).toEqual([
      "Лесная СОШ ВПР математика 5 2025 7/22",
      "Луговая СОШ ВПР математика 5 2025 1/11",
    ]);
    expect(figures(read([rows("весна", "2025/2026")], made))).toEqual([
      "Лесная СОШ ВПР математика 5 2026 7/22",
      "Луговая СОШ ВПР математика 5 2026 1/11",
    ]);
    expect(read([grid], made).tables[0]?.columns.find(({ column }) => column === "C")).toMatchObject({
      role: "participants",
      roleFrom: "user",
    });
  });

  test("a column that the user leaves out is not read", () => {
    const grid = sheet(`
      ВПР математика 5 класс 2025
      Школа | Участников | Получили «2» | Не справились, %
      Лесная СОШ | 20 | 7 | 99
    `);
    expect(codes(read([grid]))).toContain("shareDisagrees");
    const made = wish(grid, { kind: "role", column: "D", role: "other" });
    expect(codes(read([grid], made))).toEqual([]);
    expect(figures(read([grid], made))).toEqual(["Лесная СОШ ВПР математика 5 2025 7/20"]);
  });

  test("a label over two columns comes apart, its procedure and year stay", () => {
    const grid = sheet(
      `
      Школа | Математика 5 класс 2025 ВПР |
      Лесная СОШ | 20 | 7
      Луговая СОШ | 10 | 1
    `,
      { merges: [[0, 1, 0, 2]] },
    );
    expect(figures(read([grid]))).toEqual([]);
    const made = [
      ...wish(grid, { kind: "range", address: "A1:C3", roles: { B: "participants", C: "failed" } }),
    ];
    expect(figures(read([grid], made))).toEqual([
      "Лесная СОШ ВПР математика 5 2025 7/20",
      "Луговая СОШ ВПР математика 5 2025 1/10",
    ]);
  });

  test("per cents stay per cents", () => {
    const grid = sheet(`
      ВПР математика 5 класс 2025
      Школа | Участников | Итог
      Лесная СОШ | 20 | 35
      Луговая СОШ | 10 | 10
    `);
    const made = wish(grid, { kind: "range", address: "A2:C4", roles: { C: "share" } });
    expect(figures(read([grid], made))).toEqual([
      "Лесная СОШ ВПР математика 5 2025 7/20",
      "Луговая СОШ ВПР математика 5 2025 1/10",
    ]);
  });

  test("names of pupils never become names of schools", () => {
    const grid = sheet(`
      Русский язык 9 класс 2025
      ФИО учащегося | Балл | Отметка
      Иванова Мария | 20 | 3
      Петров Иван | 10 | 2
    `);
    const made = wish(grid, { kind: "role", column: "A", role: "school" });
    const reading = read([grid], made);
    expect(unfit(reading)).toEqual(["pupils A2:C2"]);
    expect(reading.results).toEqual([]);
    expect(JSON.stringify([reading, made])).not.toMatch(/Иванова|Петров/);
    const ranged = read([grid], wish(grid, { kind: "range", address: "A3:C4" }));
    expect(JSON.stringify(ranged)).not.toMatch(/Иванова|Петров/);
  });
});

describe("range", () => {
  const two = (extra = "") =>
    sheet(`
      ВПР математика 5 класс 2025
      Школа | Участников | «2»
      Лесная СОШ | 20 | 7
      Луговая СОШ | 10 | 1${extra}
      Сведения прошлых лет
      Полевая СОШ | 30 | 9
    `);

  test("ends above the row that the user ends it at; a school more next year is in it", () => {
    const made = wish(two(), { kind: "range", address: "A2:C4" });
    expect(figures(read([two()], made))).toEqual([
      "Лесная СОШ ВПР математика 5 2025 7/20",
      "Луговая СОШ ВПР математика 5 2025 1/10",
    ]);
    const more = two("\nКлючевая СОШ | 15 | 5");
    expect(figures(read([more], made))).toHaveLength(3);
    expect(figures(read([more], made)).join()).not.toContain("Полевая");
  });

  test("a sheet that was not understood is read by its range and roles, and so is the next year's", () => {
    const roles = { A: "school", B: "participants" } as const;
    const made = wish(strange(), { kind: "range", address: "A2:C4", roles });
    expect(figures(read([strange()]))).toEqual([]);
    expect(figures(read([strange()], made))).toEqual(
      ["Луговая ВПР русский язык 6 2025 1/10", "Лесная ВПР русский язык 6 2025 7/20"].sort(),
    );
    const next = strange("Итоги", "ВПР русский язык 6 класс 2025/2026");
    expect(figures(read([next], made))).toContain("Лесная ВПР русский язык 6 2026 7/20");
  });

  test.each([
    [
      "the row that ended it is gone",
      (grid: ReturnType<typeof two>) => grid.cells.filter((_, at) => at !== 4),
      "end A2:C2",
    ],
    [
      "its header is gone",
      (grid: ReturnType<typeof two>) => grid.cells.filter((_, at) => at !== 1),
      "header A2:C2",
    ],
    [
      "its columns are gone",
      (grid: ReturnType<typeof two>) => grid.cells.map((row) => row.slice(0, 2)),
      "header A2:C2",
    ],
  ])("where %s it is a problem with the cell, and the sheet is read as without it", (_, change, problem) => {
    const made = wish(two(), { kind: "range", address: "A2:C4" });
    const changed = { ...two(), cells: change(two()) };
    const reading = read([changed], made);
    expect(unfit(reading)).toEqual([problem]);
    expect(figures(reading)).toEqual(figures(read([changed])));
  });

  test.each([
    ["Лист", "notAnAddress"],
    ["A2:F40", "outside"],
    ["B3:B3", "noHeader"],
  ])("%s is refused: %s", (address, fault) => {
    const [table] = read([two()]).tables;
    if (table === undefined) throw new Error("no table");
    expect(makeCorrections(two(), table, { kind: "range", address }, BOOK)).toBe(fault);
  });
});

describe("year", () => {
  const undated = (first = 20, name = "Лист1") =>
    sheet(
      `
      ВПР математика 5 класс
      Школа | Участников | «2»
      Лесная СОШ | ${first} | 7
      Луговая СОШ | ${first - 10} | 1
    `,
      { sheet: name },
    );
  const made = wish(undated(), { kind: "year", columns: null, year: 2025 });

  test("of a table that tells none", () => {
    expect(figures(read([undated()]))).toEqual([]);
    const reading = read([undated()], made);
    expect(figures(reading)).toEqual([
      "Лесная СОШ ВПР математика 5 2025 7/20",
      "Луговая СОШ ВПР математика 5 2025 1/10",
    ]);
    expect(codes(reading)).toEqual([]);
    expect(reading.tables[0]?.columns[1]).toMatchObject({ year: 2025, yearFrom: "user" });
  });

  test("is not carried to another sheet of the layout, nor to other figures on the same one", () => {
    expect(codes(read([undated(20, "Лист2")], made))).toContain("yearUnknown");
    const pasted = read([undated(31)], made);
    expect(unfit(pasted)).toEqual(["figures A2:C2"]);
    expect(figures(pasted)).toEqual([]);
  });

  test("one of two rows corrected does not end it", () => {
    const grid = undated();
    const cells = grid.cells.map((row, at) => (at === 3 ? ["Луговая СОШ", 10, 2] : row));
    expect(figures(read([{ ...grid, cells }], made))).toHaveLength(2);
  });

  test("wins over what the sheet says, without a warning; one for a table of two years is refused", () => {
    const dated = sheet(`
      ВПР математика 5 класс 2023
      Школа | Участников | «2»
      Лесная СОШ | 20 | 7
    `);
    const reading = read([dated], wish(dated, { kind: "year", columns: null, year: 2025 }));
    expect(figures(reading)).toEqual(["Лесная СОШ ВПР математика 5 2025 7/20"]);
    const both = sheet(`
      Школа | Учебный год | Процедура | Участников | Не справились
      Лесная СОШ | 2024/2025 | ВПР математика 5 | 20 | 7
      Лесная СОШ | 2023/2024 | ВПР математика 5 | 20 | 1
    `);
    const refused = read([both], wish(both, { kind: "year", columns: null, year: 2025 }));
    expect(unfit(refused)).toEqual(["several A1:E1"]);
    expect(figures(refused)).toEqual(figures(read([both])));
  });

  test("of some columns", () => {
    const grid = sheet(
      `
      ВПР математика 5 класс
      Школа | 2024/2025 | | прошлый год |
      | Участников | «2» | Участников | «2»
      Лесная СОШ | 20 | 7 | 30 | 3
    `,
      {
        merges: [
          [1, 1, 1, 2],
          [1, 3, 1, 4],
        ],
      },
    );
    const columns = ["D", "E"];
    const reading = read([grid], wish(grid, { kind: "year", columns, year: 2024 }));
    expect(figures(reading)).toEqual([
      "Лесная СОШ ВПР математика 5 2024 3/30",
      "Лесная СОШ ВПР математика 5 2025 7/20",
    ]);
  });
});

describe("procedure", () => {
  const plain = (name: string) =>
    sheet(
      `
      Школа | Участников | Не справились
      Лесная СОШ | 20 | 7
    `,
      { sheet: name },
    );
  const made = wish(plain("Экзамен 2025"), {
    kind: "procedure",
    columns: null,
    procedure: { form: "ОГЭ", subject: "математика" },
  });

  test("of a table that tells none, and of next year's sheet of that name", () => {
    expect(figures(read([plain("Экзамен 2025")], made))).toEqual(["Лесная СОШ ОГЭ математика 2025 7/20"]);
    expect(figures(read([plain("Экзамен 2026")], made))).toEqual(["Лесная СОШ ОГЭ математика 2026 7/20"]);
  });

  test("is not carried to another sheet with such a plain header", () => {
    expect(figures(read([plain("ОГЭ русский язык 2025")], made))).toEqual([
      "Лесная СОШ ОГЭ русский язык 2025 7/20",
    ]);
    expect(codes(read([plain("Пробник 2025")], made))).toContain("procedureUnknown");
  });

  test("of a list of pupils", () => {
    const list = sheet(
      `
      Логин ОО | Код участника | Класс | Вариант | Первичный балл | Отметка
      edu200001 | 10001 | 5 | 1 | 10 | 3
      edu200001 | 10002 | 5 | 2 | 4 | 2
    `,
      { sheet: "Лист1" },
    );
    const procedure = { form: "ВПР", subject: "математика", grade: 5 } as const;
    const both = wish(
      list,
      { kind: "year", columns: null, year: 2025 },
      wish(list, { kind: "procedure", columns: null, procedure }),
    );
    expect(figures(read([list]))).toEqual([]);
    expect(figures(read([list], both))).toEqual([" ВПР математика 5 2025 1/2"]);
  });
});

describe("«these are no results»", () => {
  const mock = (name: string) =>
    sheet(
      `
      ОГЭ математика
      Школа | Участников | Не справились
      Лесная СОШ | 20 | 7
    `,
      { sheet: name },
    );

  test("leaves the table out and says so; the same layout elsewhere is read", () => {
    const made = wish(mock("Тренировка 2025"), { kind: "notResults" });
    const reading = read([mock("Тренировка 2025"), mock("Итоги 2025")], made);
    expect(figures(reading)).toEqual(["Лесная СОШ ОГЭ математика 2025 7/20"]);
    expect(reading.tables.map(({ sheet: name }) => name)).toEqual(["Итоги 2025"]);
    expect(codes(reading)).toEqual(["recognitionLeftOut"]);
    expect(codes(read([mock("Тренировка 2026"), mock("Итоги 2025")], made))).toEqual(["recognitionLeftOut"]);
  });
});

test("without corrections, and with those of other layouts, a sheet is read as ever", () => {
  const grid = rows("ВПР 2025", "2024/2025");
  const other = wish(strange(), { kind: "range", address: "A2:C4", roles: { A: "school" } });
  expect(read([grid], other)).toEqual({ ...read([grid]), corrected: [] });
});
