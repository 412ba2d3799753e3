/** @jest-environment jsdom */
import "./dom";
import { act, screen } from "@testing-library/react";
import type { SheetKind } from "../../src/domain/sheet-plan";
import { WorkbookError, type Look, type MadeSheet, type WorkbookPort } from "../../src/excel/port";
import { pane as texts } from "../../src/locales/ru/pane";
import { startView } from "../../src/taskpane/state/start";
import { startAnnouncement, startHeading } from "../../src/taskpane/state/start-words";
import { EARLIER, fakeWorkbook, type FakeWorkbook } from "./fake-workbook";
import { button, heading, press, show } from "./show";

const TODAY = "2026-11-15";
const data = (...names: string[]): Look["data"] =>
  names.map((name) => ({ name, rows: 31, columns: 12, hidden: false }));
const made = (kind: SheetKind, name: string, start?: number): MadeSheet => ({
  id: kind === "roadmap" ? `roadmap:${name}` : kind,
  kind,
  name,
  period: start === undefined ? null : { unit: "schoolYear", start, years: 1 },
});
const MAP = made("roadmap", "Дорожная карта", 2026);
const look = (all: Partial<Look>): Look => ({ data: [], own: [], unfinished: false, ...all });

/** What the workbook holds → heading, main action, the action beside it. */
const STATES: readonly [string, Look | "failed" | null, string, string, string | null][] = [
  ["not looked at yet", null, "Найдём школы и составим дорожную карту", "read", null],
  ["Excel refused", "failed", "Найдём школы и составим дорожную карту", "read", null],
  ["empty", look({}), "В книге пока нет данных", "files", "read"],
  ["one sheet", look({ data: data("ВПР") }), "В книге 1 лист с данными", "read", null],
  ["four sheets", look({ data: data("а", "б", "в", "г") }), "В книге 4 листа с данными", "read", null],
  [
    "a roadmap that nobody follows yet",
    look({ data: data("ВПР"), own: [MAP] }),
    "Дорожная карта создана: 2026/2027 учебный год",
    "readAgain",
    "control",
  ],
  [
    "a roadmap and its control",
    look({ data: data("ВПР"), own: [MAP, made("control", "Контроль")] }),
    "Дорожная карта создана: 2026/2027 учебный год",
    "control",
    "readAgain",
  ],
  [
    "control of a plan that is over since 31 August 2026: next year's results come first",
    look({ data: data("ВПР"), own: [made("roadmap", "Карта", 2025), made("control", "Контроль")] }),
    "Дорожная карта создана: 2025/2026 учебный год",
    "readAgain",
    "control",
  ],
  [
    "a roadmap whose period nobody left on its sheet may still run",
    look({ data: data("ВПР"), own: [made("roadmap", "Карта"), made("control", "Контроль")] }),
    "Дорожная карта создана",
    "control",
    "readAgain",
  ],
  [
    "roadmap without data",
    look({ own: [MAP] }),
    "Дорожная карта создана: 2026/2027 учебный год",
    "control",
    "readAgain",
  ],
  [
    "two roadmaps",
    look({ data: data("ВПР"), own: [MAP, made("roadmap", "Вторая", 2025)] }),
    "Дорожных карт в книге: 2",
    "readAgain",
    "control",
  ],
  [
    "added files alone",
    look({ own: [made("files", "Добавленные файлы")] }),
    "С этой книгой уже работали",
    "readAgain",
    null,
  ],
  [
    "a template alone",
    look({ own: [made("template", "Шаблон – Наш")] }),
    "С этой книгой уже работали",
    "files",
    "readAgain",
  ],
  [
    "a run that was broken off: the reading puts the workbook right",
    look({ data: data("ВПР"), own: [MAP, made("control", "Контроль")], unfinished: true }),
    "Дорожная карта создана: 2026/2027 учебный год",
    "readAgain",
    null,
  ],
  [
    "broken off in an empty workbook",
    look({ unfinished: true }),
    "Найдём школы и составим дорожную карту",
    "read",
    null,
  ],
];

test.each(STATES)("%s", (_, looked, title, primary, secondary) => {
  const view = startView(looked, TODAY);
  expect(startHeading(view, texts).replace(/\s/g, " ")).toBe(title);
  expect([view.primary, view.secondary]).toEqual([primary, secondary]);
  // one sentence for a screen reader, none before anything is known
  const said = startAnnouncement(view, texts).replace(/\s/g, " ");
  if (looked === null || looked === "failed") expect(said).toBe("");
  else expect(said.startsWith(`${title}. `)).toBe(true);
});

test.each([
  [1000, 499, null],
  [1000, 500, 500_000],
])("%i rows by %i columns: large %s", (rows, columns, large) => {
  const sheet = { name: "ВПР", rows, columns, hidden: false };
  expect(startView(look({ data: [sheet] }), TODAY).large).toBe(large);
});

const withLook = (found: Look, more: Partial<WorkbookPort> = {}, own = EARLIER): FakeWorkbook =>
  fakeWorkbook(undefined, { own }, { look: () => Promise.resolve(found), ...more });

test("names and sizes of six sheets, the others counted; a screen reader is told", async () => {
  const all = ["ВПР 2025", "ВПР 2026", "ОГЭ", "ЕГЭ", "Списки", "Заметки", "Черновик", "Архив"];
  show(withLook(look({ data: data(...all).map((each, n) => ({ ...each, hidden: n === 5 })) })));
  await screen.findByText(/И ещё 2 листа/);
  const rows = screen.getAllByRole("listitem").map(({ textContent }) => textContent.replace(/\s/g, " "));
  expect(rows).toContain("ВПР 2025 31 строка, 12 столбцов");
  expect(rows).toContain("Заметки 31 строка, 12 столбцов, скрытый лист");
  expect(screen.queryByText(/Архив 31/)).not.toBeInTheDocument();
  expect(screen.getByRole("status")).toHaveTextContent(
    /^В книге 8 листов с данными\. ВПР 2025, ВПР 2026, ОГЭ/,
  );
  await button("1. Данные не прочитано");
});

test("what was made on an earlier day is said, and its steps are open: the way to them reads first", async () => {
  const own = [
    MAP,
    made("lowSchools", "ШНОР"),
    made("results", "Результаты"),
    made("requisites", "Реквизиты"),
  ];
  const user = show(withLook(look({ data: data("ВПР"), own })));
  await screen.findByText("Уже создано");
  expect(screen.getByText("И ещё 2 листа надстройки.")).toBeInTheDocument();
  await button("2. Школы перечень создан");
  await press(user, "3. Дорожная карта создана");
  await button("Создать дорожную карту");
  expect(heading()).toHaveTextContent("Дорожная карта");
  await button("3. Дорожная карта создана");
});

test("the main action of a roadmap that is followed opens its control; the way back looks again", async () => {
  let looks = 0;
  const own = [made("roadmap", "Карта"), made("control", "Контроль")];
  const found = look({ data: data("ВПР"), own });
  const user = show(
    withLook(found, { look: () => Promise.resolve(looks++ === 0 ? found : look({ data: data("ВПР") })) }, []),
  );
  await press(user, "Открыть контроль исполнения", "Назад");
  await button("Прочитать результаты");
  expect(heading()).toHaveTextContent(/^В книге 1 лист с данными$/);
  expect(looks).toBe(2);
});

test("an empty workbook leads to adding files; reading stays within reach", async () => {
  const user = show(fakeWorkbook([]));
  await press(user, "Добавить файлы");
  expect(await screen.findByRole("heading", { name: "Файлы" })).toHaveFocus();
  expect(heading()).toHaveTextContent("Результаты не найдены");
});

test("a look that Excel refuses changes nothing: results can be read", async () => {
  const refusing = () => Promise.reject(new WorkbookError("sheetProtected", ""));
  const user = show(fakeWorkbook(undefined, {}, { look: refusing }));
  await press(user, "Прочитать результаты");
  await screen.findByText("Что прочитано");
});

test("a sheet that comes is seen, and so is what changed while the user was elsewhere", async () => {
  let told = (): void => undefined;
  let ended = false;
  const looks = [look({}), look({ data: data("ВПР") }), look({ data: data("ВПР", "ОГЭ") })];
  const next = () => Promise.resolve(looks.shift() ?? null);
  const watch = (changed: () => void) => {
    told = changed;
    return () => {
      ended = true;
    };
  };
  const user = show(fakeWorkbook(undefined, {}, { look: next, watch }));
  await screen.findByText("В книге пока нет данных");
  act(told);
  await screen.findByText(/^В книге 1\sлист с данными$/);
  act(() => {
    window.dispatchEvent(new Event("focus"));
  });
  await screen.findByText(/^В книге 2\sлиста с данными$/);
  await press(user, "Прочитать результаты");
  await screen.findByText("Что прочитано");
  expect(ended).toBe(true);
});

test.each([
  ["finished" as const, [], /доведена до конца/],
  ["undone" as const, ["ШНОР"], /отменена, недописанные листы убраны: ШНОР/],
])("a run that was broken off and is %s now: said before and after", async (outcome, removed, words) => {
  let reads = 0;
  const base = fakeWorkbook();
  const user = show({
    ...base,
    port: {
      ...base.port,
      look: () => Promise.resolve(look({ data: data("ВПР"), unfinished: true })),
      read: async () => ({ ...(await base.port.read()), unfinished: reads++ === 0 }),
      removeUnfinished: () => Promise.resolve({ outcome, removed }),
    },
  });
  await screen.findByText(/^В прошлый раз запись листов прервалась/);
  await press(user, "Прочитать результаты");
  await screen.findByText(words);
});

test("a locked workbook is read; that no sheet can be added is said before the roadmap is made", async () => {
  const user = show(fakeWorkbook(undefined, { structureProtected: true }));
  await press(user, "Прочитать результаты", "Показать школы", "Перейти к дорожной карте");
  await screen.findByText(/Структура книги защищена, новые листы добавить не получится/);
});
