/** @jest-environment jsdom */
import "./dom";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Problem } from "../../src/domain/problem";
import { LocaleContext } from "../../src/taskpane/texts";
import { FixContext, fixesFor } from "../../src/taskpane/parts/problems/fixes";
import { byKind } from "../../src/taskpane/parts/problems/problem-kinds";
import { ProblemList } from "../../src/taskpane/parts/problems/ProblemList";
import { gridOf, ownSheet } from "./fake-workbook";

const at = (code: Problem["code"], address: string, sheet = "ВПР"): Problem => ({
  code,
  severity: "error",
  source: { sheet, address },
  fields: { firstKey: "a", secondKey: "b", first: "Лесная СОШ", second: "Леснаая СОШ" },
});

const OWN = [
  ownSheet("registry", "registry", "Реестр школ", true),
  ownSheet("scales", "scales", "Шкалы", true),
];
const GRIDS = [gridOf("ВПР", []), gridOf("Нет таблицы", [])];
const TABLES = [{ sheet: "ВПР", address: "A1:E9" }] as unknown as Parameters<typeof fixesFor>[1]["tables"]; // as: the rest of a table does not matter here

const PLACE = "/ВПР!A1:E9";
const LEAVE_OUT = { kind: "leaveOut", table: TABLES[0] };
const TO_REGISTRY = { kind: "openRegistry", source: { sheet: "Реестр школ", address: "A1" } };

test.each([
  ["yearUnknown", "ВПР", [{ kind: "fixYear", place: PLACE }, LEAVE_OUT]],
  ["procedureUnknown", "ВПР", [{ kind: "fixProcedure", place: PLACE }, LEAVE_OUT]],
  ["hiddenSheetRead", "ВПР", [{ kind: "fixReading", place: PLACE }, LEAVE_OUT]],
  ["sheetNotRecognised", "Нет таблицы", [{ kind: "showTable", place: "/Нет таблицы!" }]],
  ["sheetNotRecognised", "Удалённый лист", []],
  ["columnNotRecognised", "ВПР", [{ kind: "fixReading", place: PLACE }]],
  ["notANumber", "ВПР", []], // its cell is to be mended
  ["schoolNearMatch", "ВПР", [{ kind: "answer", pair: { first: "a", second: "b" } }, TO_REGISTRY]],
  ["branchNotAdded", "ВПР", [TO_REGISTRY]],
  ["registryNameMissing", "Реестр школ", []], // its own link leads there
  ["scaleUnknown", "ВПР", [{ kind: "openScales", source: { sheet: "Шкалы", address: "A1" } }]],
] as const)("what can be done about %s on «%s»", (code, sheet, fix) => {
  expect(fixesFor({ own: OWN, grids: GRIDS }, { tables: TABLES })(at(code, "A1", sheet))).toEqual(fix);
});

test("a sheet that is not there cannot be opened", () => {
  const find = fixesFor({ own: [], grids: [] }, { tables: TABLES });
  expect([find(at("scaleUnknown", "A1")), find(at("branchNotAdded", "A1"))]).toEqual([[], []]);
});

const MANY = [
  ...["A1", "A2"].map((address) => at("yearUnknown", address)),
  ...["B1", "B2", "B3", "B4", "B5"].map((address) => at("notANumber", address)),
];

test("groups: the largest first", () => {
  expect(byKind(MANY).map(([kind, own]) => [kind, own.length])).toEqual([
    ["values", 5],
    ["context", 2],
  ]);
});

function list(problems: readonly Problem[]) {
  const selected: string[] = [];
  render(
    <LocaleContext.Provider value="ru">
      <FixContext.Provider value={fixesFor({ own: OWN, grids: GRIDS }, { tables: TABLES })}>
        <ProblemList
          problems={problems}
          onSelect={({ sheet }) => {
            selected.push(sheet);
          }}
        />
        <details data-reading={PLACE}>
          <summary>Как прочитана таблица</summary>
        </details>
      </FixContext.Provider>
    </LocaleContext.Provider>,
  );
  return selected;
}

test("many problems stand in groups with their counts; few do not", () => {
  list(MANY);
  expect(screen.getByText("Значения в ячейках: 5").closest("details")).toHaveAttribute("open");
  expect(screen.getByText("Год и процедура: 2").closest("details")).not.toHaveAttribute("open");
});

test("few problems stand as they are", () => {
  list(MANY.slice(1, 4));
  expect(screen.queryByText(/^Значения в ячейках/)).toBeNull();
});

test("«исправить» opens the correction of that table, or the sheet where it is solved", async () => {
  const user = userEvent.setup();
  const selected = list([at("yearUnknown", "A1"), at("scaleUnknown", "A1"), at("notANumber", "A1")]);
  await user.click(screen.getByRole("button", { name: "Указать учебный год" }));
  const summary = screen.getByText("Как прочитана таблица");
  expect(summary).toHaveFocus();
  expect(summary.closest("details")).toHaveAttribute("open");
  await user.click(screen.getByRole("button", { name: "Открыть «Шкалы»" }));
  expect(selected).toEqual(["Шкалы"]);
});

test("axe finds nothing", async () => {
  list(MANY);
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
