/** @jest-environment jsdom */
import "./dom";
import { screen } from "@testing-library/react";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { fakeWorkbook } from "./fake-workbook";
import { button, press, show, TO_DATA } from "./show";

/** A part of the sentence as a screen reader names it, and the field that it leads to. */
const PARTS: readonly [string, RegExp][] = [
  ["Порог 30 %, изменить", /^Порог, %/],
  ["правило приказа «000», изменить", /^Правило/],
  ["2024/2025 к 2023/2024, изменить", /^Учебный год/],
  ["минимум участников не задан, изменить", /^Минимум участников/],
];

test.each(PARTS)("«%s» opens the form at its field", async (part, field) => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_DATA, part);
  expect(await screen.findByLabelText(field)).toHaveFocus();
  await press(user, "Отменить");
  expect(await button(part)).toHaveFocus();
});

test("retakes are told where they count, and can be pressed too", async () => {
  const settings = { ...DEFAULT_SETTINGS, retakes: "last" as const };
  const user = show(fakeWorkbook(undefined, { settings }));
  await press(user, ...TO_DATA, "с учётом пересдач, изменить");
  const box = await screen.findByRole("checkbox", { name: "Учитывать пересдачи" });
  expect(box).toHaveFocus();
  await user.click(box);
  await press(user, "Применить");
  // the part that was pressed is gone
  expect(await button("Изменить")).toHaveFocus();
  expect(screen.queryByText("с учётом пересдач")).not.toBeInTheDocument();
});

/** What is typed, and the first field in the order of the form that cannot be read. */
const WRONG: readonly [typed: readonly (readonly [RegExp, string])[], first: RegExp][] = [
  [[[/^Порог, %/, "много"]], /^Порог, %/],
  [[[/^Число лет/, "0"]], /^Число лет/], // one to ten
  [
    [
      [/^Начало плана/, "26"],
      [/^Минимум участников/, "-1"],
    ],
    /^Минимум участников/,
  ],
];

test.each(WRONG)("a field that cannot be read takes the focus: %j", async (typed, first) => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA, "Изменить");
  for (const [label, text] of typed) {
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    await user.type(field, text);
  }
  await press(user, "Применить");
  expect(await screen.findByLabelText(first)).toHaveFocus();
  expect(workbook.saved).toEqual([]);
});

test("what is typed stands in place of the old threshold; another part moves the focus in the open form", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA, "минимум участников не задан, изменить");
  expect(await screen.findByLabelText(/^Минимум участников/)).toHaveFocus();
  await press(user, "Порог 30 %, изменить");
  await user.keyboard("25{Enter}");
  await button("Порог 25 %, изменить");
  expect(workbook.saved.map(({ threshold, minParticipants }) => [threshold, minParticipants])).toEqual([
    [25, 0],
  ]);
});
