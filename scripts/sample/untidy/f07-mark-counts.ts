import type { Random } from "../random";
import { HEAD, a1, box, merge, put, widths } from "../paint";
import type { Sheet, Value } from "../paint";
import type { TruthBook, Where } from "../truth";
import type { Fixture } from "./kit";

const GROUPS = [
  ["Русский язык, 7 класс", "ВПР русский язык 7"],
  ["Математика, 7 класс", "ВПР математика 7"],
  ["Биология, 6 класс", "ВПР биология 6"],
] as const;
/** Names that look like numbers or years. */
const SCHOOLS = [
  "№ 5",
  "№ 7",
  "№ 12",
  "№ 18",
  "Лицей 2020",
  "СОШ имени 50-летия Победы",
  "СОШ № 9 имени Героев 1945 года",
  "Школа-интернат № 1",
  "Вечерняя (сменная) школа № 2",
  "Гимназия № 3",
  "Прогимназия «Росток»",
  "Кленовская СОШ",
];
const SHEET = "Отметки";

/** Marks 2–5 as counts; their headers are numbers. */
export const markCounts: Fixture = {
  name: "07-mark-counts",
  about:
    "Количество отметок «2», «3», «4», «5» (числа в шапке); школы «№ 5», «Лицей 2020», «имени 50-летия»; пустая «2», доказанная суммой, и не доказанная; отметки не сходятся с числом участников",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet(SHEET);
    merge(sheet, "A1:Q1", "ВПР-2026. Распределение отметок по образовательным организациям", {
      bold: true,
      size: 13,
    });
    merge(sheet, "A3:A4", "№ п/п", HEAD);
    merge(sheet, "B3:B4", "№ школы, название", HEAD);
    GROUPS.forEach(([title], index) => {
      const left = 3 + index * 5;
      merge(sheet, a1(3, left, 3, left + 4), title, HEAD);
      ["Писало", 2, 3, 4, 5].forEach((text, step) => put(sheet, 4, left + step, text, HEAD));
    });
    SCHOOLS.forEach((school, index) => {
      const row = 5 + index;
      put(sheet, row, 1, index + 1);
      put(sheet, row, 2, truth.written(school, school));
      GROUPS.forEach(([, procedure], at) => {
        const left = 3 + at * 5;
        const address = a1(row, left, row, left + 4);
        paintMarks(
          sheet,
          row,
          left,
          { school, procedure, year: "2025/2026", sheet: SHEET, address },
          truth,
          random,
        );
      });
    });
    const end = 5 + SCHOOLS.length;
    put(sheet, end, 2, "Итого:", { bold: true });
    for (let column = 3; column <= 17; column++) sum(sheet, column, end);
    box(sheet, 3, 1, end, 17);
    widths(sheet, [6, 34, ...Array<number>(15).fill(7.5)]);
  },
};

function paintMarks(
  sheet: Sheet,
  row: number,
  left: number,
  where: Where,
  truth: TruthBook,
  random: Random,
): void {
  const write = (values: Value[]): void => {
    values.forEach((value, step) => put(sheet, row, left + step, value));
  };
  const special = SPECIAL[a1(row, left)];
  if (special !== undefined) {
    write(special.cells);
    special.tell(truth, where, row, left);
    return;
  }
  const [two, three, four, five] = [
    random.whole(0, 9),
    random.whole(2, 12),
    random.whole(1, 10),
    random.whole(0, 5),
  ];
  const participants = two + three + four + five;
  write([participants, two, three, four, five]);
  truth.counted(where, { participants, failed: two });
}

interface Special {
  cells: Value[];
  tell(truth: TruthBook, where: Where, row: number, left: number): void;
}

const SPECIAL: Record<string, Special> = {
  // 4 + 9 + 6 = 19: a blank «2» is a proven zero.
  C7: {
    cells: [19, null, 4, 9, 6],
    tell: (truth, where) => {
      truth.counted(where, { participants: 19, failed: 0 });
    },
  },
  // 7 + 8 + 2 = 17 of 21: the blank proves nothing.
  H9: {
    cells: [21, null, 7, 8, 2],
    tell: (truth, where, row, left) => {
      truth.problem(SHEET, a1(row, left + 1), "half-filled", [where.address, a1(row, left)]);
    },
  },
  // 5 + 8 + 6 + 3 = 22, and 24 are said to have written.
  C11: {
    cells: [24, 5, 8, 6, 3],
    tell: (truth, where, row, left) => {
      truth.problem(SHEET, a1(row, left), "marks-do-not-sum", [
        where.address,
        a1(row, left + 1, row, left + 4),
      ]);
      truth.goodWill(where, { participants: 24, failed: 5 });
    },
  },
  // The school had no sixth class.
  M12: {
    cells: [null, null, null, null, null],
    tell: (truth, where) => {
      truth.gap(where, "");
    },
  },
  M13: {
    cells: [0, 0, 0, 0, 0],
    tell: (truth, where) => {
      truth.gap(where, "0");
    },
  },
  // Whole class got «2».
  H13: {
    cells: [6, 6, 0, 0, 0],
    tell: (truth, where) => {
      truth.counted(where, { participants: 6, failed: 6 });
    },
  },
};

function sum(sheet: Sheet, column: number, end: number): void {
  let total = 0;
  for (let row = 5; row < end; row++) {
    const { value } = sheet.getCell(row, column);
    if (typeof value === "number") total += value;
  }
  put(
    sheet,
    end,
    column,
    { formula: `SUM(${a1(5, column, end - 1, column)})`, result: total },
    { bold: true },
  );
}
