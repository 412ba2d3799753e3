import { render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { Locale } from "../../src/locales/locale";
import { App } from "../../src/taskpane/app/App";
import type { FakeWorkbook } from "./fake-workbook";

/** The pane over a workbook, and a user before it. */
export function show({ port }: FakeWorkbook, locale: Locale = "ru"): UserEvent {
  render(<App port={port} locale={locale} />);
  return userEvent.setup();
}

/** A button by its whole name; spaces of the texts may be unbreakable. */
export const button = (name: string): Promise<HTMLElement> =>
  screen.findByRole("button", { name: new RegExp(`^${escaped(name).replace(/ /g, "\\s")}$`) });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Presses buttons one after another, waiting for each. */
export async function press(user: UserEvent, ...names: readonly string[]): Promise<void> {
  for (const name of names) await user.click(await button(name));
}

export const TO_DATA = ["Прочитать результаты"];
export const TO_SCHOOLS = [...TO_DATA, "Показать школы"];
export const TO_ROADMAP = [...TO_SCHOOLS, "Перейти к дорожной карте"];
export const TO_END = [...TO_ROADMAP, "Создать дорожную карту"];

export const heading = (): HTMLElement => screen.getByRole("heading", { level: 2 });
