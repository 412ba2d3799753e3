/** @jest-environment jsdom */
import "./dom";
import { screen, within } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue, Grid } from "../../src/domain/grid";
import { WorkbookError, type Snapshot, type WorkbookPort } from "../../src/excel/port";
import { schoolAnswers } from "../../src/taskpane/parts/problems/school-answers";
import { fakeWorkbook, gridOf, ownSheet, type FakeWorkbook } from "./fake-workbook";
import { press, show, TO_DATA } from "./show";

beforeEach(() => {
  schoolAnswers.setState({ busy: false, kept: [], shown: null });
});

const ROWS = [
  ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"],
  ["МБОУ «СОШ № 5»", "ВПР математика 5", "2024/2025", 10, 4],
  ["СОШ № 5 г. Н-ска", "ВПР русский язык 5", "2024/2025", 10, 4],
  ["Лесная СОШ", "ВПР математика 5", "2024/2025", 10, 1],
];

/** A workbook that keeps what is written into «Школы», as Excel does. */
function keeping(failing: Partial<WorkbookPort> = {}, grids = [gridOf("ВПР", ROWS)]): FakeWorkbook {
  let registry: Grid | null = null;
  const snapshot: { own: Snapshot["own"] } = { own: [] };
  const put = (row: number, column: number, value: CellValue): void => {
    if (registry === null) return;
    registry = {
      ...registry,
      cells: registry.cells.map((cells, at) =>
        at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells,
      ),
    };
  };
  const write: WorkbookPort["write"] = (tasks, _, edits = []) => {
    for (const { plan } of tasks) {
      registry = {
        sheet: "Школы",
        top: 0,
        left: 0,
        cells: Array.from({ length: 12 }, () => Array.from({ length: 12 }, (): CellValue => null)),
      };
      for (const { row, column, cells } of plan.blocks)
        cells.forEach((line, down) => {
          line.forEach((cell, right) => {
            put(row + down, column + right, typeof cell === "object" ? null : cell);
          });
        });
    }
    for (const { address, value } of edits)
      put(Number(address.slice(1)) - 1, address.charCodeAt(0) - 65, value === "" ? null : value);
    snapshot.own = [{ ...ownSheet("registry", "registry", "Школы", true), grid: registry }];
    return Promise.resolve(
      tasks.map(({ plan: { id, kind, name } }) => ({ id, kind, name, how: "created" as const })),
    );
  };
  return fakeWorkbook(grids, snapshot, { write, ...failing });
}

const YES = "Да, это одна школа: «МБОУ «СОШ № 5»» и «СОШ № 5 г. Н-ска»";
const NO = "Нет, разные: «МБОУ «СОШ № 5»» и «СОШ № 5 г. Н-ска»";

test("«Да»: one school at once, what it did and where it is kept is said and takes the focus; undone, all is as before", async () => {
  const workbook = keeping();
  const user = show(workbook);
  await press(user, ...TO_DATA);
  expect(await screen.findByText(/^3 результата: 3 школы/, { selector: "p" })).toBeInTheDocument();
  expect(screen.getByText(/Пока считаются разными школами\. Это одна школа\?$/)).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: YES }));
  const said = await screen.findByText(/– одна школа\./);
  expect(said).toHaveTextContent("Школ было 3, стало 2. В перечне было 0, стало 1.");
  expect(document.activeElement).toContainElement(said);
  expect(screen.getByText(/^3 результата: 2 школы/, { selector: "p" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: YES })).toBeNull();
  await user.click(screen.getByRole("button", { name: "лист «Школы», C9" }));
  expect(workbook.selected).toEqual([{ sheet: "Школы", address: "C9" }]);
  await user.click(screen.getByRole("button", { name: /^Отменить ответ/ }));
  expect(await screen.findByText(/^Ответ отменён/)).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: YES })).toBeInTheDocument();
  expect(screen.getByText(/^3 результата: 3 школы/, { selector: "p" })).toBeInTheDocument();
});

test("«Нет»: the question goes, nothing else; the answer stays in the list until it is taken back", async () => {
  const user = show(keeping());
  await press(user, ...TO_DATA);
  await user.click(await screen.findByRole("button", { name: NO }));
  expect(await screen.findByText(/– разные школы\./)).toHaveTextContent("Перечень не изменился.");
  expect(screen.getByText(/^3 результата: 3 школы/, { selector: "p" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: NO })).toBeNull();
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("by the keyboard", async () => {
  const user = show(keeping());
  await press(user, ...TO_DATA);
  (await screen.findByRole("button", { name: YES })).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/– одна школа\./)).toBeInTheDocument();
});

test("Excel refuses: it is said, the question stays", async () => {
  const user = show(keeping({ write: () => Promise.reject(new WorkbookError("sheetProtected", "Школы")) }));
  await press(user, ...TO_DATA);
  await user.click(await screen.findByRole("button", { name: YES }));
  expect(await screen.findByText(/защи/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: YES })).toBeEnabled();
  expect(schoolAnswers.getState().kept).toEqual([]);
});

test("the questions stand first and open", async () => {
  const user = show(keeping());
  await press(user, ...TO_DATA);
  const group = (await screen.findByText("Вопросы к вам: 1")).closest("details");
  expect(group).toHaveAttribute("open");
  expect(group?.previousElementSibling).toBeNull();
  expect(group).toContainElement(screen.getByRole("button", { name: YES }));
});

/** Two lists that tell 4 and 3 of 10 for names one letter apart. */
const [HEAD = []] = ROWS;
const CONTRADICTING = [
  gridOf("Первый", [
    HEAD,
    ["Калиновская СОШ", "ВПР математика 5", "2024/2025", 10, 4],
    ["Лесная СОШ", "ВПР математика 5", "2024/2025", 10, 1],
  ]),
  gridOf("Второй", [HEAD, ["Малиновская СОШ", "ВПР математика 5", "2024/2025", 10, 3]]),
];

test.each([
  ["Всё равно одна школа", "Результатов было 3, стало 1. Не учтено значений было 0, стало 1."],
  ["Нет, разные", "Перечень не изменился."],
])("figures that contradict are told before anything is written: «%s»", async (second, told) => {
  const user = show(keeping({}, CONTRADICTING));
  await press(user, ...TO_DATA);
  await user.click(await screen.findByRole("button", { name: /^Да, это одна школа: «Калин/ }));
  const asked = await screen.findByText(/они расходятся: 1\. Скорее всего, это разные школы/);
  expect(document.activeElement).toContainElement(asked);
  expect(schoolAnswers.getState().kept).toEqual([]);
  expect(screen.getByText(/^3 результата: 3 школы/, { selector: "p" })).toBeInTheDocument();
  await user.click(within(document.activeElement as HTMLElement).getByRole("button", { name: second })); // as: it holds `asked`
  const said = await screen.findByText(/ – (одна школа|разные школы)\./);
  expect(said).toHaveTextContent(told);
  expect(schoolAnswers.getState().kept).toHaveLength(1);
});
