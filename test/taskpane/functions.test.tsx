/** @jest-environment jsdom */
import "./dom";
import axe from "axe-core";
import { act, type BoundFunctions, type queries, render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { FormulaPort, Inserted, ReplaceReport, ReplaceScope } from "../../src/excel/formula-port";
import { WorkbookError } from "../../src/excel/port";
import { asRun } from "../../src/excel/runs/runs";
import signatures from "../../src/functions/signatures.json";
import { App } from "../../src/taskpane/app/App";
import { fakeWorkbook } from "./fake-workbook";
import { button } from "./show";

interface Fake extends FormulaPort {
  readonly inserted: [formula: string, over: string | null][];
  readonly replaced: ReplaceScope[];
}

function fakeFormulas(change: Partial<FormulaPort> = {}, answers: readonly Inserted[] = []): Fake {
  const inserted: Fake["inserted"] = [];
  const replaced: ReplaceScope[] = [];
  const report: ReplaceReport = {
    formulas: 2,
    cells: 5,
    errors: 1,
    unanswered: 4,
    names: ["Низкий"],
    left: [{ sheet: "Свод", formulas: 3 }],
  };
  return {
    supported: true,
    contentLanguage: "ru-RU",
    selection: () => Promise.resolve("'ВПР 2019'!B2:C9"),
    insert: (formula, over) => {
      inserted.push([formula, over]);
      return Promise.resolve(answers[inserted.length - 1] ?? { kind: "inserted", address: "Свод!D2" });
    },
    replace: (scope) => {
      replaced.push(scope);
      return Promise.resolve(report);
    },
    inserted,
    replaced,
    ...change,
  };
}

async function open(formulas: FormulaPort): Promise<UserEvent> {
  render(<App port={fakeWorkbook().port} loadFormulas={() => Promise.resolve(formulas)} locale="ru" />);
  const user = userEvent.setup();
  await user.click(await button("Функции в ячейках"));
  await screen.findByRole("heading", { level: 2, name: "Функции в ячейках" });
  return user;
}

/** The part of one function, opened. */
async function part(user: UserEvent, name: string): Promise<BoundFunctions<typeof queries>> {
  const summary = screen.getByText(name);
  await user.click(summary);
  return within(summary.closest("details") as HTMLElement); // as: the summary stands in one
}

test("every function is listed", async () => {
  await open(fakeFormulas());
  for (const id of Object.keys(signatures.functions)) expect(screen.getByText(`NOR.${id}`)).toBeVisible();
});

test("a form takes the selection, shows the user's separators, inserts English ones", async () => {
  const formulas = fakeFormulas();
  const user = await open(formulas);
  const form = await part(user, "NOR.LOWRESULT");
  await user.click(form.getByRole("button", { name: "Взять выделенное: результаты" }));
  expect(await form.findByDisplayValue("'ВПР 2019'!B2:C9")).toBeVisible();
  await user.type(form.getByRole("textbox", { name: /порог/ }), "0,35");
  expect(form.getByText("=NOR.LOWRESULT('ВПР 2019'!B2:C9;0,35)")).toBeVisible();
  await user.click(form.getByRole("button", { name: "Вставить формулу" }));
  expect(formulas.inserted).toEqual([["=NOR.LOWRESULT('ВПР 2019'!B2:C9,0.35)", null]]);
  expect(await form.findByText("Формула вставлена: Свод!D2.")).toBeVisible();
});

test("nothing is inserted without a required parameter", async () => {
  const formulas = fakeFormulas();
  const user = await open(formulas);
  const form = await part(user, "NOR.SCHOOLKEY");
  await user.click(form.getByRole("button", { name: "Вставить формулу" }));
  expect(form.getByText("Заполните параметр.")).toBeVisible();
  expect(formulas.inserted).toEqual([]);
});

test.each([
  [
    "agreed",
    "Заменить",
    [
      ["=NOR.SCHOOLKEY(A2)", null],
      ["=NOR.SCHOOLKEY(A2)", "Свод!D2"],
    ],
  ],
  ["refused", "Не заменять", [["=NOR.SCHOOLKEY(A2)", null]]],
])("a filled cell is asked about: %s", async (_name, answer, expected) => {
  const formulas = fakeFormulas({}, [{ kind: "filled", address: "Свод!D2", content: "12" }]);
  const user = await open(formulas);
  const form = await part(user, "NOR.SCHOOLKEY");
  await user.type(form.getByRole("textbox", { name: /название/ }), "A2");
  await user.click(form.getByRole("button", { name: "Вставить формулу" }));
  expect(await form.findByText(/В ячейке Свод!D2 уже есть «12»/)).toBeVisible();
  await user.click(form.getByRole("button", { name: answer }));
  expect(formulas.inserted).toEqual(expected);
});

test("formulas become values: what was done, and what a protected sheet kept", async () => {
  const formulas = fakeFormulas();
  const user = await open(formulas);
  await user.click(await button("Во всей книге"));
  expect(formulas.replaced).toEqual(["workbook"]);
  expect(
    await screen.findByText(/2\s*формулы заменены, ячеек со значениями: 5, из них ошибок: 1/),
  ).toBeVisible();
  expect(screen.getByText(/Лист «Свод» защищён, формул осталось: 3/)).toBeVisible();
  expect(screen.getByText(/Формул без ответа: 4/)).toBeVisible();
  expect(screen.getByText(/Остались имена с функциями надстройки: Низкий/)).toBeVisible();
});

test("while formulas become values: it is said, stopped with one press, and nothing else writes", async () => {
  let end = (): void => undefined;
  const formulas = fakeFormulas({
    replace: () =>
      asRun(
        "functions",
        () =>
          new Promise<ReplaceReport>((_, reject) => {
            end = () => {
              reject(new WorkbookError("stopped", ""));
            };
          }),
      ),
  });
  const user = await open(formulas);
  const form = await part(user, "NOR.SCHOOLKEY");
  await user.type(form.getByRole("textbox", { name: /название/ }), "A2");
  await user.click(await button("Во всей книге"));
  expect((await screen.findByText("Записываю в книгу")).closest('[role="status"]')).not.toBeNull();
  for (const name of ["Во всей книге", "Создать лист с примерами"])
    expect(await button(name)).toHaveAttribute("aria-disabled", "true");
  await user.click(form.getByRole("button", { name: "Вставить формулу" }));
  expect(formulas.inserted).toEqual([]);
  expect(screen.getAllByRole("button", { name: "Остановить" })).toHaveLength(1);
  await user.click(await button("Остановить"));
  act(end);
  // what the user stopped is told, and is no failure
  const told = await screen.findByText(/^Работа остановлена по вашей просьбе/);
  expect(told.closest('[role="status"]')).not.toBeNull();
  expect(screen.queryByText("Записываю в книгу")).toBeNull();
});

test("a failure is said in words", async () => {
  const failure = new WorkbookError("cellEditing", "");
  const user = await open(fakeFormulas({ replace: () => Promise.reject(failure) }));
  await user.click(await button("На листе"));
  expect(await screen.findByText(/Вы редактируете ячейку/)).toBeVisible();
});

test("the sheet of examples is made on request, with formulas of the add-in", async () => {
  const workbook = fakeWorkbook();
  render(<App port={workbook.port} loadFormulas={() => Promise.resolve(fakeFormulas())} locale="ru" />);
  const user = userEvent.setup();
  await user.click(await button("Функции в ячейках"));
  await user.click(await button("Создать лист с примерами"));
  expect(await screen.findByText("Лист создан: «Примеры формул».")).toBeVisible();
  expect(workbook.written.flat().map(({ plan }) => plan.kind)).toEqual(["examples"]);
});

test("an Excel without custom functions: the pane works and says so", async () => {
  const user = await open(fakeFormulas({ supported: false }));
  expect(screen.getByText(/не поддерживает функции надстроек/)).toBeVisible();
  expect(screen.queryByText("NOR.LOWRESULT")).toBeNull();
  await user.click(await button("Назад"));
  expect(await button("Прочитать результаты")).toBeVisible();
});

/** What axe finds; colours are not computed in jsdom. */
async function violations(): Promise<string[]> {
  document.documentElement.lang = "ru";
  document.title = "ШНОР";
  const found = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("axe finds nothing: every form open, a parameter missing, a filled cell asked about, a report told", async () => {
  const user = await open(fakeFormulas({}, [{ kind: "filled", address: "Свод!D2", content: "12" }]));
  expect(await violations()).toEqual([]);
  for (const details of document.querySelectorAll("details")) details.open = true;
  const form = await part(user, "NOR.SCHOOLKEY");
  const own = form.getByText("NOR.SCHOOLKEY").closest("details");
  if (own !== null) own.open = true;
  await user.click(form.getByRole("button", { name: "Вставить формулу" }));
  expect(form.getByText("Заполните параметр.")).toBeVisible();
  await user.type(form.getByRole("textbox", { name: /название/ }), "A2");
  await user.click(form.getByRole("button", { name: "Вставить формулу" }));
  expect(await form.findByText(/уже есть «12»/)).toBeVisible();
  await user.click(await button("Во всей книге"));
  expect(await screen.findByText(/Остались имена/)).toBeVisible();
  expect(await violations()).toEqual([]);
}, 60_000);

test("axe finds nothing where functions are not supported", async () => {
  await open(fakeFormulas({ supported: false }));
  expect(await violations()).toEqual([]);
}, 60_000);

test("a formula is inserted by the keyboard alone, and every control has its turn", async () => {
  const formulas = fakeFormulas();
  const user = await open(formulas);
  const form = await part(user, "NOR.SCHOOLKEY");
  const field = form.getByRole("textbox", { name: /название/ });
  field.focus();
  await user.keyboard("A2{Tab}");
  expect(form.getByRole("button", { name: "Взять выделенное: название" })).toHaveFocus();
  await user.keyboard("{Tab}");
  expect(form.getByRole("button", { name: "Вставить формулу" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(formulas.inserted).toEqual([["=NOR.SCHOOLKEY(A2)", null]]);
  // Enter in a field inserts, too
  await user.clear(field);
  await user.type(field, "A3{Enter}");
  expect(formulas.inserted.at(-1)).toEqual(["=NOR.SCHOOLKEY(A3)", null]);
  const outOfTurn = [...document.querySelectorAll("[tabindex]")].filter(
    (each) => Number(each.getAttribute("tabindex")) > 0,
  );
  expect(outOfTurn).toEqual([]);
});
