/** @jest-environment jsdom */
import "./dom";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { parseArea } from "../../src/domain/results/corrections/area";
import { ask } from "../../src/excel/asked";
import { noteCame, noteEdit } from "../../src/excel/edits/edits";
import { fakeWorkbook, gridOf, listenedTo, ownSheet, ROWS, type FakeWorkbook } from "./fake-workbook";
import { heading, press, show, TO_DATA, TO_ROADMAP, TO_SCHOOLS } from "./show";

const NAMES = ["ВПР", "ВПР 2", "ВПР 3", "ВПР 4"];
const OWN = [
  ownSheet("roadmap", "roadmap:low-results-roadmap", "Дорожная карта", false),
  ownSheet("registry", "registry", "Школы", true),
];

const listened = (): FakeWorkbook =>
  listenedTo(
    fakeWorkbook(
      NAMES.map((name, index) => gridOf(name, index === 0 ? ROWS : [["Заметки"]])),
      {
        own: OWN,
        sheets: [
          ...NAMES.map((name) => ({ id: name, name })),
          ...OWN.map(({ sheetId, name }) => ({ id: sheetId, name })),
        ],
      },
    ),
  );

const said = (): string | null =>
  screen.queryByText(/^Книга изменилась после чтения/)?.textContent.replace(/\s*Прочитать заново$/, "") ??
  null;

interface Case {
  readonly name: string;
  readonly heard: () => void;
  readonly expected: string | null;
}

const AFTER = ". Показано то, что было прочитано раньше.";
const CASES: readonly Case[] = [
  {
    name: "one sheet",
    heard: () => {
      noteEdit("ВПР", "edited");
    },
    expected: `Книга изменилась после чтения: лист «ВПР»${AFTER}`,
  },
  {
    name: "a sheet that came, a sheet that is gone",
    heard: () => {
      noteCame("new", { name: "ОГЭ", own: null });
      noteEdit("new", "added");
      noteEdit("ВПР", "deleted");
    },
    expected: `Книга изменилась после чтения: удалён лист «ВПР», добавлен лист «ОГЭ»${AFTER}`,
  },
  {
    name: "more than three are counted: the bar is quiet",
    heard: () => {
      for (const name of NAMES) noteEdit(name, "edited");
      noteEdit("{registry}", "edited"); // filled in by the user, and schools are told apart by it
    },
    expected: `Книга изменилась после чтения: лист «ВПР», лист «ВПР 2», лист «ВПР 3» и ещё 2\u00A0листа${AFTER}`,
  },
  {
    name: "the roadmap is filled in, no result is read from it",
    heard: () => {
      noteEdit("{roadmap:low-results-roadmap}", "edited");
    },
    expected: null,
  },
  {
    name: "a document that a run made is the add-in's",
    heard: () => {
      noteCame("made", { name: "ШНОР", own: "lowSchools" });
      noteEdit("made", "edited");
    },
    expected: null,
  },
];

test.each(CASES)("$name", async ({ heard, expected }) => {
  const user = show(listened());
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  act(heard);
  if (expected !== null) await screen.findByText(/^Книга изменилась/);
  else await new Promise((resume) => setTimeout(resume, 100)); // the bar has come by then
  expect(said()).toBe(expected);
});

test("typing on says nothing new: a screen reader is told once", async () => {
  const user = show(listened());
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  act(() => {
    noteEdit("ВПР", "edited");
  });
  const region = (await screen.findByText(/^Книга изменилась/)).closest('[role="status"]');
  if (region === null) throw new Error("nothing is announced");
  const changes: MutationRecord[] = [];
  const watching = new MutationObserver((records) => changes.push(...records));
  watching.observe(region, { childList: true, characterData: true, subtree: true });
  act(() => {
    noteEdit("ВПР", "edited");
    noteEdit("ВПР", "edited");
  });
  await new Promise((resume) => setTimeout(resume, 20));
  expect(changes).toEqual([]);
  act(() => {
    noteEdit("ВПР 2", "edited");
  });
  await screen.findByText(/лист «ВПР», лист «ВПР 2»/);
  watching.takeRecords();
  changes.length = 0;
  act(() => {
    noteEdit("ВПР", "edited"); // from sheet to sheet and back: both are named already, each in its place
  });
  act(() => {
    noteEdit("ВПР 2", "edited");
  });
  await new Promise((resume) => setTimeout(resume, 20));
  expect(changes).toEqual([]);
  watching.disconnect();
});

test.each([
  ["data", TO_DATA],
  ["schools", TO_SCHOOLS],
  ["roadmap", TO_ROADMAP],
])("read again from step %s: the bar is gone and the step is there", async (_, path) => {
  const user = show(listened());
  await press(user, ...path);
  const before = heading().textContent;
  act(() => {
    noteEdit("ВПР", "edited");
  });
  const bar = (await screen.findByText(/^Книга изменилась/)).closest('[role="status"]');
  const again = bar?.querySelector("button");
  if (again == null) throw new Error("no way to read again");
  await user.click(again);
  await waitFor(() => {
    expect(said()).toBeNull();
    expect(heading().textContent).toBe(before);
  });
});

test("what was heard before anything is read is no change of it", async () => {
  noteEdit("ВПР", "edited");
  const user = show(listened());
  expect(said()).toBeNull();
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  expect(said()).toBeNull();
});

test("the pane listens once, and no longer when it is gone", async () => {
  let [begun, ended] = [0, 0];
  const workbook = listened();
  const watchEdits = () => {
    begun++;
    return () => ended++;
  };
  const user = show({ ...workbook, port: { ...workbook.port, watchEdits } });
  await press(user, ...TO_ROADMAP);
  expect([begun, ended]).toEqual([1, 0]);
  cleanup();
  expect([begun, ended]).toEqual([1, 1]);
});

test("the bar is in the flow: in a narrow pane it lies over nothing that has the focus", async () => {
  const user = show(listened());
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  act(() => {
    noteEdit("ВПР", "edited");
  });
  const bar = (await screen.findByText(/^Книга изменилась/)).closest('[role="status"]');
  if (bar === null) throw new Error("no bar");
  expect(["", "static"]).toContain(getComputedStyle(bar).position);
});

test("what was asked about cells is answered over a reading of its own: no second one is offered above it", async () => {
  const user = show(listened());
  await press(user, ...TO_DATA);
  await screen.findByText("Что прочитано");
  act(() => {
    noteEdit("ВПР", "edited");
  });
  await screen.findByText(/^Книга изменилась/);
  const area = parseArea("B2");
  if (area === null) throw new Error("no area");
  act(() => {
    ask({ kind: "why", at: { sheet: "ВПР", area, cell: { row: 1, column: 1 } } });
  });
  await screen.findByRole("heading", { level: 2, name: "Почему эта школа?" });
  act(() => {
    noteEdit("ВПР", "edited");
  });
  expect(screen.queryByRole("button", { name: "Прочитать заново" })).toBeNull();
  act(() => {
    ask(null);
  });
});
