/** @jest-environment jsdom */
import "./dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue } from "../../src/domain/grid";
import { rowsOfPlan } from "../../src/domain/regeneration/rows";
import type { SheetPlan } from "../../src/domain/sheet-plan";
import { runJob, job, type ConflictChoice } from "../../src/excel/jobs/job";
import { withIds } from "../../src/excel/writing/merge-task";
import type { OwnSheet } from "../../src/excel/port";
import { fakeWorkbook, ownSheet, type FakeWorkbook } from "./fake-workbook";
import { button, heading, press, show, TO_END } from "./show";

const [ROADMAP, MINE] = ["Дорожная карта", "Моя формулировка"];

/**
 * The roadmap of an earlier run: the first two measures were worded otherwise then, and the user has changed both
 * since; the row of notes above them says nothing. So both cells are conflicts.
 */
function edited(plan: SheetPlan): { readonly sheet: OwnSheet; readonly theirs: readonly string[] } {
  const whole = withIds(plan);
  const cells: CellValue[][] = Array.from({ length: plan.rowIds?.length ?? 0 }, () =>
    new Array<CellValue>(whole.columns.length + 1).fill(null),
  );
  for (const block of whole.blocks)
    block.cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        const line = cells[block.row + r];
        if (line !== undefined) line[block.column + c] = typeof cell === "object" ? null : cell;
      });
    });
  const theirs: string[] = [];
  const rows = (rowsOfPlan(plan) ?? []).map((row, at) => {
    const text = row.cells[1];
    if (!["000:1", "000:2"].includes(row.id) || typeof text !== "string") return row;
    theirs.push(text);
    const line = cells[at];
    if (line !== undefined) line[1] = `${MINE} ${row.id}`;
    return { ...row, cells: row.cells.map((cell, column) => (column === 1 ? "Прежняя редакция" : cell)) };
  });
  return {
    theirs,
    sheet: {
      ...ownSheet("roadmap", plan.id, ROADMAP, false),
      grid: { sheet: ROADMAP, top: 0, left: 0, cells },
      kept: { sheet: plan.id, written: "", rows },
    },
  };
}

async function withConflicts(): Promise<{ workbook: FakeWorkbook; theirs: readonly string[] }> {
  const first = fakeWorkbook();
  await runJob(first.port, { showQuestion: () => Promise.resolve() });
  const plan = first.written[0]?.find(({ plan: { kind } }) => kind === "roadmap")?.plan;
  if (plan === undefined) throw new Error("no roadmap");
  job.setState({ phase: "idle" }, true);
  const { sheet, theirs } = edited(plan);
  return { workbook: fakeWorkbook(undefined, { own: [sheet] }), theirs };
}

/** Which text the write was told to leave in each of the two cells. */
function chosen({ written }: FakeWorkbook): readonly (string | undefined)[] {
  const task = written[0]?.find(({ plan: { kind } }) => kind === "roadmap");
  return ["000:1", "000:2"].map((id) => task?.merge?.choose({ id, column: 1, mine: null, theirs: null }));
}

const TO_CONFLICTS = [...TO_END, "Обновить листы"];

test("both texts and the cell are shown before anything is written, and the user's is what stays by default", async () => {
  const { workbook, theirs } = await withConflicts();
  expect(theirs).toHaveLength(2);
  const user = show(workbook);
  await press(user, ...TO_CONFLICTS);
  await button("Записать выбранное");
  expect(heading()).toHaveTextContent("Изменили и вы, и новая редакция. Что оставить?");
  expect(heading()).toHaveFocus();
  await button("3. Дорожная карта нужен ответ");
  for (const text of [`${MINE} 000:1`, `${MINE} 000:2`, ...theirs])
    expect(screen.getByText(text)).toBeInTheDocument();
  expect(workbook.written).toHaveLength(0);
  const groups = screen.getAllByRole("group");
  expect(groups).toHaveLength(2);
  await user.click(within(groups[0] ?? document.body).getByRole("button"));
  expect(workbook.selected[0]?.address).toMatch(/^B\d+$/);
  document.documentElement.lang = "ru";
  document.title = "ШНОР";
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await press(user, "Записать выбранное");
  await button("Открыть дорожную карту");
  expect(chosen(workbook)).toEqual(["mine", "mine"]);
});

const CHOICES: readonly [string, readonly string[], number | null, readonly string[]][] = [
  ["the new text for the second cell only", [], 1, ["mine", "theirs"]],
  ["the new text everywhere", ["Везде взять новое"], null, ["theirs", "theirs"]],
  ["everywhere, then back", ["Везде взять новое", "Везде оставить моё"], null, ["mine", "mine"]],
];
test.each(CHOICES)("%s", async (_, buttons, single, expected) => {
  const { workbook } = await withConflicts();
  const user = show(workbook);
  await press(user, ...TO_CONFLICTS, ...buttons);
  await button("Записать выбранное");
  const news = screen.getAllByRole("radio", { name: /^Взять новое/ });
  const radio = single === null ? undefined : news[single];
  if (radio !== undefined) await user.click(radio);
  await press(user, "Записать выбранное");
  await button("Открыть дорожную карту");
  expect(chosen(workbook)).toEqual(expected);
});

test("from the ribbon, where the pane cannot be shown, the user's text stays", async () => {
  const { workbook } = await withConflicts();
  let asked = 0;
  // the first question, about the sheets, is answered; then the pane is closed
  const showQuestion = (): Promise<void> => {
    asked += 1;
    return asked === 1 ? Promise.resolve() : Promise.reject(new Error("closed"));
  };
  await act(async () => {
    const run = runJob(workbook.port, { showQuestion });
    await waitFor(() => {
      expect(job.getState().phase).toBe("asking");
    });
    const state = job.getState();
    if (state.phase === "asking") state.answer("update");
    await run;
  });
  expect(asked).toBe(2);
  expect(job.getState().phase).toBe("finished");
  expect(chosen(workbook)).toEqual(["mine", "mine"]);
});

test("the update may be cancelled at the question: nothing is written, and the plan says so", async () => {
  const { workbook } = await withConflicts();
  const user = show(workbook);
  await press(user, ...TO_CONFLICTS, "Отменить обновление");
  await button("Создать дорожную карту");
  expect(screen.getAllByText("Отменено. Книга не изменена.")).not.toHaveLength(0);
  expect(workbook.written).toHaveLength(0);
});

test("of many conflicts thirty are shown, the others on request; «everywhere» means all", async () => {
  const conflicts = Array.from({ length: 70 }, (_, n) => ({
    address: `B${n + 10}`,
    now: `B${n + 10}`,
    id: `000:${n}`,
    column: 1,
    mine: `моё ${n}`,
    theirs: `новое ${n}`,
    chosen: "mine" as const,
  }));
  const settled: (ConflictChoice | null)[] = [];
  const user = show(fakeWorkbook());
  act(() => {
    const sheets = [
      { sheet: ROADMAP, conflicts: conflicts.slice(0, 20) },
      { sheet: "Приказ", conflicts: conflicts.slice(20) },
    ];
    job.setState({ phase: "conflicts", sheets, resolve: (choose) => settled.push(choose) }, true);
  });
  await button("Записать выбранное");
  expect(screen.getAllByRole("group")).toHaveLength(30);
  await press(user, "Показать ещё 30", "Показать ещё 10");
  expect(screen.getAllByRole("group")).toHaveLength(70);
  expect(screen.queryByRole("button", { name: /Показать ещё/ })).not.toBeInTheDocument();
  await press(user, "Везде взять новое", "Записать выбранное");
  expect(conflicts.map((one, n) => settled[0]?.(n < 20 ? ROADMAP : "Приказ", one))).toEqual(
    conflicts.map(() => "theirs"),
  );
  act(() => {
    job.setState({ phase: "idle" }, true);
  });
});

test("a run of the ribbon asks its question over whatever stands in place of the steps", async () => {
  const { workbook } = await withConflicts();
  const user = show(workbook);
  await press(user, "Контроль исполнения");
  await button("Назад");
  const run = runJob(workbook.port, { existing: "update", showQuestion: () => Promise.resolve() });
  await press(user, "Записать выбранное");
  await run;
  await button("Открыть дорожную карту");
});
