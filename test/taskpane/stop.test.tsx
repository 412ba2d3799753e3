/** @jest-environment jsdom */
import "./dom";
import { screen } from "@testing-library/react";
import { WorkbookError, type WorkbookPort } from "../../src/excel/port";
import { fakeWorkbook } from "./fake-workbook";
import { button, heading, press, show, TO_DATA, TO_END } from "./show";

/** A call that ends when the test says so, as a request does that the user stopped. */
function held() {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new WorkbookError("stopped", ""));
    };
  });
  return {
    call: () => stopped,
    stop: () => {
      stop();
    },
  };
}

type Case = readonly [name: string, failing: "read" | "write", path: readonly string[], there: string];

const CASES: readonly Case[] = [
  ["reading: the first screen is there again", "read", TO_DATA, "Прочитать результаты"],
  ["writing: the plan is there again", "write", TO_END, "Создать дорожную карту"],
];

test.each(CASES)("stopped while %s", async (_, failing, path, there) => {
  const { call, stop } = held();
  const port: Partial<WorkbookPort> = failing === "read" ? { read: call } : { write: call };
  const user = show(fakeWorkbook(undefined, {}, port));
  await press(user, ...path);
  const stopButton = await button("Остановить");
  await user.click(stopButton);
  expect(stopButton).toHaveAttribute("aria-disabled", "true"); // once is enough
  stop();
  expect(await button(there)).toBeVisible();
  expect(heading()).not.toHaveTextContent("Не получилось");
  expect(screen.queryByRole("button", { name: "Остановить" })).toBeNull();
});
