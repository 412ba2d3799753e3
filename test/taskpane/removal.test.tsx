/** @jest-environment jsdom */
import "./dom";
import { render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { WorkbookError, type OwnSheet } from "../../src/excel/port";
import type { Removal, SheetRemover } from "../../src/excel/writing/remove-sheets";
import { App } from "../../src/taskpane/app/App";
import { changedSince, groupOf } from "../../src/taskpane/screens/removal/groups";
import { EARLIER, fakeWorkbook, ownSheet } from "./fake-workbook";
import { heading, press, TO_DATA } from "./show";

/** The roadmap was edited; two sheets are as they were written; requisites are the user's to fill in. */
const OWN: readonly OwnSheet[] = [...EARLIER, ownSheet("requisites", "requisites", "Реквизиты", true)];

test.each([
  ["results", true, "generated"],
  ["results", false, "edited"],
  ["roadmap", false, "edited"],
  ["requisites", true, "typed"],
  ["registry", false, "typed"],
  ["decisions", true, "typed"],
] as const)("%s, unchanged: %s → %s", (kind, unchanged, group) => {
  expect(groupOf({ kind, unchanged })).toBe(group);
});

test.each([
  ["as it was", [{}], []],
  ["renamed", [{ name: "Итоги" }], ["Результаты"]],
  ["edited", [{ unchanged: false }], ["Результаты"]],
  ["gone", [], ["Результаты"]],
])("a sheet %s since it was ticked", (_, now, changed) => {
  const seen = ownSheet("results", "results", "Результаты", true);
  expect(
    changedSince(
      [seen],
      now.map((change) => ({ ...seen, ...change })),
    ),
  ).toEqual(changed);
});

interface Opened {
  readonly user: UserEvent;
  readonly removed: string[][];
}

/** @param reads sheets of the add-in at each reading; the last one stays */
async function open(
  reads: readonly (readonly OwnSheet[])[] = [OWN],
  remove: SheetRemover["remove"] | null = null,
): Promise<Opened> {
  const removed: string[][] = [];
  let read = 0;
  const { port } = fakeWorkbook();
  const remover: SheetRemover = {
    remove:
      remove ??
      ((sheets) => {
        const names = sheets.map(({ name }) => name);
        removed.push(names);
        return Promise.resolve<Removal>({ kind: "removed", names });
      }),
  };
  const reading = {
    ...port,
    read: async () => ({ ...(await port.read()), own: reads[Math.min(read++, reads.length - 1)] ?? [] }),
  };
  render(<App port={reading} loadRemover={() => Promise.resolve(remover)} locale="ru" />);
  const user = userEvent.setup();
  await press(user, "Убрать созданные листы");
  await screen.findByRole("heading", { level: 2, name: "Убрать созданные листы" });
  return { user, removed };
}

const box = (name: RegExp): Promise<HTMLElement> => screen.findByRole("checkbox", { name });

test("what nobody touched is ticked; the user's work needs a tick of its own", async () => {
  const { user, removed } = await open();
  expect(await box(/^ШНОР/)).toBeChecked();
  expect(await box(/^Результаты/)).toBeChecked();
  expect(await box(/^Дорожная карта/)).not.toBeChecked();
  expect(await box(/^Реквизиты/)).not.toBeChecked();
  await press(user, "Убрать 2 листа");
  const asked = screen.getByRole("alertdialog", { name: /Убрать 2.листа\?/ });
  // one under another: a whole package has two dozen of them
  expect(
    within(asked)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["ШНОР", "Результаты"]);
  expect(asked).toHaveTextContent("Отменить это нельзя");
  expect(within(asked).getByRole("button", { name: "Не удалять" })).toHaveFocus();
  expect(removed).toEqual([]);
  await press(user, "Удалить без возврата");
  expect(removed).toEqual([["ШНОР", "Результаты"]]);
  expect(await screen.findByText("Убрано: «ШНОР» и «Результаты».")).toBeVisible();
  expect(screen.queryByRole("checkbox", { name: /^ШНОР/ })).toBeNull();
  expect(await box(/^Дорожная карта/)).not.toBeChecked();
});

test("an edited sheet goes with its own tick; «Не удалять» and Escape remove nothing", async () => {
  const { user, removed } = await open();
  await user.click(await box(/^Дорожная карта/));
  await press(user, "Убрать 3 листа", "Не удалять", "Убрать 3 листа");
  await user.keyboard("{Escape}");
  expect(removed).toEqual([]);
  await press(user, "Убрать 3 листа", "Удалить без возврата");
  expect(removed).toEqual([["Дорожная карта", "ШНОР", "Результаты"]]);
});

test("a sheet that the user edited meanwhile is not removed", async () => {
  const later = OWN.map((sheet) => (sheet.id === "results" ? { ...sheet, unchanged: false } : sheet));
  const { user, removed } = await open([OWN, later]);
  await box(/^Результаты/);
  await press(user, "Убрать 2 листа", "Удалить без возврата");
  expect(await screen.findByText(/изменилось: «Результаты»/)).toBeVisible();
  expect(removed).toEqual([]);
  expect(await box(/^Результаты/)).not.toBeChecked();
});

test.each([
  ["nothing there", [[]], null, /Листов надстройки в книге нет/],
  [
    "no other sheet in sight",
    [OWN],
    () => Promise.resolve<Removal>({ kind: "lastSheet" }),
    /Других видимых листов/,
  ],
  ["Excel refuses", [OWN], () => Promise.reject(new WorkbookError("structureProtected", "")), /[Зз]ащи/],
])("%s", async (_, reads, remove, said) => {
  const { user } = await open(reads, remove);
  if (remove !== null) {
    await box(/^Результаты/);
    await press(user, "Убрать 2 листа", "Удалить без возврата");
  }
  expect(await screen.findByText(said)).toBeVisible();
});

test("axe finds nothing, with the question and without", async () => {
  document.documentElement.lang = "ru";
  document.title = "ШНОР";
  const { user } = await open();
  await box(/^Результаты/);
  expect(heading()).toHaveFocus();
  const check = async () => {
    const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  };
  expect(await check()).toEqual([]);
  await press(user, "Убрать 2 листа");
  expect(await check()).toEqual([]);
});

test("nothing was removed: the pane does not read the workbook anew", async () => {
  let reads = 0;
  const { port } = fakeWorkbook(undefined, { own: OWN });
  const reading = {
    ...port,
    read: () => {
      reads++;
      return port.read();
    },
  };
  const remover: SheetRemover = { remove: () => Promise.resolve({ kind: "lastSheet" }) };
  render(<App port={reading} loadRemover={() => Promise.resolve(remover)} locale="ru" />);
  const user = userEvent.setup();
  await press(user, ...TO_DATA, "Убрать созданные листы", "Убрать 2 листа", "Удалить без возврата");
  await screen.findByText(/^Других видимых листов/);
  expect(reads).toBe(3); // the pane, the screen, and once more before the removal
});
