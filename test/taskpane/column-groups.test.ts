import type { ReadColumn } from "../../src/domain/results/result";
import { groupColumns } from "../../src/taskpane/screens/recognition/column-groups";

const column = (letter: string, procedure?: string, year?: number): ReadColumn => ({
  column: letter,
  role: "participants",
  ...(procedure === undefined ? {} : { procedure }),
  ...(year === undefined ? {} : { year }),
});
const HEADERS: Readonly<Record<string, string>> = {
  A: "Школа",
  B: "5 класс / Математика / Участников",
  C: "5 класс / Математика / Доля",
  D: "5 класс / Русский язык",
  E: "Примечание / Прочее",
};
const group = (columns: readonly ReadColumn[]): string[] =>
  groupColumns(columns, (letter) => HEADERS[letter] ?? "").map(({ context, columns: own }) =>
    [context.procedure ?? "", ...own.map((each) => `${each.column.column} ${each.label}`)].join("; "),
  );

test.each([
  ["no columns", [], []],
  [
    "columns of no procedure are one group, wherever they stand, with whole headers",
    [column("A"), column("B", "ВПР"), column("E")],
    ["; A Школа; E Примечание / Прочее", "ВПР; B 5 класс / Математика / Участников"],
  ],
  [
    "what headers of a group share is left out",
    [column("B", "ВПР"), column("C", "ВПР")],
    ["ВПР; B Участников; C Доля"],
  ],
  [
    "a header keeps its last part",
    [column("C", "ВПР"), column("D", "ВПР")],
    ["ВПР; C Математика / Доля; D Русский язык"],
  ],
  [
    "another year is another group",
    [column("B", "ВПР", 2024), column("C", "ВПР", 2025)],
    ["ВПР; B 5 класс / Математика / Участников", "ВПР; C 5 класс / Математика / Доля"],
  ],
  ["a column without a header", [column("Z", "ВПР")], ["ВПР; Z "]],
])("%s", (_, columns, expected) => {
  expect(group(columns)).toEqual(expected);
});
