/** @jest-environment jsdom */
import "./dom";
import { render, screen } from "@testing-library/react";
import { Field } from "@fluentui/react-components";
import { WholeSelect } from "../../src/taskpane/parts/choice/WholeSelect";

const SHORT = "Проект";
const LONG = "Программа поддержки школ с низкими результатами";
/** As if every letter were ten pixels wide. */
const LETTER = 10;

let room = 0;
beforeEach(() => {
  jest.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockImplementation(function (this: HTMLElement) {
    return this.textContent.length * LETTER;
  });
  jest.spyOn(Element.prototype, "clientWidth", "get").mockImplementation(() => room);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const list = (value: string) => (
  <Field label="Шаблон">
    <WholeSelect value={value} onChange={() => undefined}>
      <option>{SHORT}</option>
      <option>{LONG}</option>
    </WholeSelect>
  </Field>
);

/** What stands below the list: a span, for the choices are options. */
const below = (): string | undefined =>
  screen.queryAllByText(/Проект|Программа/, { selector: "span" })[0]?.textContent;

it.each<[value: string, width: number, below: string | undefined, why: string]>([
  [SHORT, 320, undefined, "6 letters of 10 px fit into 320 px"],
  [LONG, 320, LONG, "47 letters of 10 px are 470 px: the list cuts them"],
  [LONG, 480, undefined, "a wider pane has room for 470 px"],
])("%s in a list of %d px: below it stands %s (%s)", (value, width, expected) => {
  room = width;
  render(list(value));
  expect(below()).toBe(expected);
  // the label is the list's own, and the whole name is said once
  expect(screen.getByLabelText("Шаблон")).toHaveValue(value);
  expect(screen.getByRole("combobox")).not.toHaveAccessibleDescription();
});

it("follows the choice", () => {
  room = 320;
  const { rerender } = render(list(LONG));
  rerender(list(SHORT));
  expect(below()).toBeUndefined();
});
