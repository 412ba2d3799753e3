/** @jest-environment jsdom */
/** What the plan promises follows what is in the workbook and what was chosen, also when that came meanwhile. */
import "./dom";
import { act, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { checkJob, runCheck } from "../../src/excel/jobs/check-job";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { OwnSheet } from "../../src/excel/port";
import { fakeWorkbook, ownSheet, type FakeWorkbook } from "./fake-workbook";
import { button, press, show, TO_DATA, TO_END, TO_ROADMAP } from "./show";

beforeEach(() => {
  checkJob.setState({ phase: "idle", today: null }, true);
});

/** Names of the sheets that the plan will make. */
const promised = (): readonly (string | null)[] =>
  [...document.querySelectorAll("main li > strong")].map(({ textContent }) => textContent);
const CHECKS = "Проверка данных";

interface Case {
  readonly name: string;
  readonly path: readonly string[];
  readonly meanwhile: (user: UserEvent, workbook: FakeWorkbook) => Promise<void>;
  readonly promised: boolean;
}

const CASES: readonly Case[] = [
  {
    name: "the whole package has a check of the data",
    path: TO_ROADMAP,
    meanwhile: () => Promise.resolve(),
    promised: true,
  },
  {
    name: "checked in the pane: the sheet is there, and is brought up to date in place",
    path: [...TO_DATA, "Проверить данные", "Открыть лист «Проверка данных»", ...TO_ROADMAP.slice(1)],
    meanwhile: () => Promise.resolve(),
    promised: false,
  },
  {
    name: "checked from the ribbon, after the workbook was read",
    path: TO_ROADMAP,
    meanwhile: (_, { port }) => act(() => runCheck(port)),
    promised: false,
  },
];

test.each(CASES)("$name", async (each) => {
  const workbook = fakeWorkbook(undefined, { settings: { ...DEFAULT_SETTINGS, package: "all" } });
  const user = show(workbook);
  await press(user, ...each.path);
  await screen.findByText(/^Будут созданы новые листы/);
  await each.meanwhile(user, workbook);
  await waitFor(() => {
    expect(promised().includes(CHECKS)).toBe(each.promised);
  });
  // the rest of the package is promised in any case
  expect(promised()).toEqual(expect.arrayContaining(["Дорожная карта", "Приказ"]));
});

test.each([
  ["Поместить в книгу и делать по нему: ", /^Шаблон записан на лист /],
  ["Делать по нему: ", /^Дорожная карта будет сделана по шаблону /],
] as const)("«%s»: what came of it takes the focus, however far down the button was", async (name, words) => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_ROADMAP, "Шаблоны мероприятий");
  const [pressed] = await screen.findAllByRole("button", { name: new RegExp(`^${name}`) });
  if (pressed === undefined) throw new Error("no such button");
  await user.click(pressed);
  const told = await screen.findByText(words);
  expect(document.activeElement).toContainElement(told);
});

const RULE =
  "Правило «000»: две низкие процедуры за год или низкие результаты в обоих рассматриваемых годах.";
const YEARS = "Учебные годы: 2024/2025 и 2023/2024.";
const LIST = (line: string): OwnSheet => ({
  ...ownSheet("lowSchools", "lowSchools", "ШНОР", true),
  grid: {
    sheet: "ШНОР",
    top: 0,
    left: 0,
    cells: [["Школы с низкими образовательными результатами"], [line]],
  },
});

const MAP = ownSheet("roadmap", "roadmap:low-results-roadmap", "Дорожная карта", true);

test.each([
  ["made by the threshold that holds now", [MAP], `${RULE} Порог 30\u00A0%. ${YEARS}`, false],
  ["made by another threshold", [MAP], `${RULE} Порог 25\u00A0%. ${YEARS}`, true],
  [
    "a list alone, its roadmap deleted: there is none to speak of",
    [],
    `${RULE} Порог 25\u00A0%. ${YEARS}`,
    false,
  ],
  ["the user wrote something else there: nothing is known", [MAP], "Перечень утверждён приказом", false],
])("the roadmap of the workbook, %s", async (_, maps, line, told) => {
  const user = show(fakeWorkbook(undefined, { own: [...maps, LIST(line)] }));
  await press(user, ...TO_ROADMAP);
  await screen.findByText(/^Будут созданы новые листы/);
  expect(screen.queryByText(/создана по другим настройкам/) !== null).toBe(told);
  if (told) expect(screen.getByText(/Порог 25/)).toBeVisible();
  // its step says the same in a word, and nothing of the kind where there is no roadmap or nothing is known
  const word = maps.length === 0 ? "не создана" : told ? "по другим настройкам" : "создана";
  await button(`3. Дорожная карта ${word}`);
});

test("in English, what is quoted of the list is marked as Russian: a screen reader speaks it so", async () => {
  const list = LIST(`${RULE} Порог 25\u00A0%. ${YEARS}`);
  const user = show(fakeWorkbook(undefined, { own: [MAP, list] }), "en");
  await press(user, "Read results", "Show schools", "Go to roadmap");
  expect((await screen.findByText(/Порог 25/)).closest("[lang]")).toHaveAttribute("lang", "ru");
  expect(screen.getByText(/Порог 30/).closest("[lang]")).toHaveAttribute("lang", "ru");
});

test("made just now, then the threshold is changed: both are said", async () => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_END, "Открыть дорожную карту");
  await user.click(screen.getByRole("button", { name: /^2\. / }));
  await press(user, "Порог 30 %, изменить");
  await screen.findByLabelText("Порог, %");
  await user.keyboard("25{Enter}");
  await press(user, "Порог 25 %, изменить", "Отменить", "Перейти к дорожной карте");
  const note = (await screen.findByText(/создана по другим настройкам/)).closest(".fui-MessageBar");
  await button("3. Дорожная карта по другим настройкам");
  expect(note).toHaveTextContent(/Создана: Правило .+ Порог 30.%.+Сейчас: Правило .+ Порог 25.%/);
});

test("a setting that is changed while a template is written stays, and the template is chosen", async () => {
  const base = fakeWorkbook();
  let answer = (): void => undefined;
  const workbook: FakeWorkbook = {
    ...base,
    port: {
      ...base.port,
      write: async (...task) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return base.port.write(...task);
      },
    },
  };
  const user = show(workbook);
  await press(user, ...TO_ROADMAP, "Шаблоны мероприятий");
  const [put] = await screen.findAllByRole("button", { name: /^Поместить в книгу и делать по нему: / });
  if (put === undefined) throw new Error("nothing to put");
  await user.click(put);
  await screen.findByText("Записываю шаблон");
  await user.click(screen.getByRole("button", { name: /^2\. / }));
  await press(user, "Изменить");
  const threshold = await screen.findByLabelText("Порог, %");
  await user.clear(threshold);
  await user.type(threshold, "25");
  await press(user, "Применить");
  await waitFor(() => {
    expect(base.saved.at(-1)?.threshold).toBe(25);
  });
  act(() => {
    answer();
  });
  await waitFor(() => {
    expect(base.saved.at(-1)?.templateId).not.toBe(DEFAULT_SETTINGS.templateId);
  });
  expect(base.saved.at(-1)?.threshold).toBe(25);
});
