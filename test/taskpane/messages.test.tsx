/** @jest-environment jsdom */
import "./dom";
import { render } from "@testing-library/react";
import { Message } from "../../src/taskpane/parts/messages/Message";

it.each<[title: string | undefined, name: string | null, why: string]>([
  ["Не получилось.", "Не получилось.", "a group that is named by its title"],
  [undefined, null, "no group: its name would point to a title that is not there"],
])("a message with the title %s is named %s (%s)", (title, name) => {
  const { container } = render(
    <Message intent="error" {...(title === undefined ? {} : { title })}>
      Лист защищён
    </Message>,
  );
  const named = container.querySelector("[aria-labelledby]")?.getAttribute("aria-labelledby") ?? null;
  expect(named === null ? null : document.getElementById(named)?.textContent).toBe(name);
  expect(container.querySelectorAll("[role=group]")).toHaveLength(title === undefined ? 0 : 1);
});
