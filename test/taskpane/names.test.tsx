/** @jest-environment jsdom */
/** Schools stand in the pane as documents call them, however a sheet writes them. */
import "./dom";
import { screen } from "@testing-library/react";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { press, show, TO_SCHOOLS } from "./show";

test.each([
  ["in the list", "МБОУ «Берёзовская СОШ»", 'МБОУ "Берёзовская СОШ"'],
  ["among the others", "МБОУ «Лесная СОШ»", 'МБОУ "Лесная СОШ"'],
])("%s: straight quotes of the sheet are printed ones", async (_, printed, written) => {
  const typed = ROWS.map(([school = null, ...rest]) => [
    typeof school === "string" ? school.replace(/[«»]/g, '"') : school,
    ...rest,
  ]);
  const user = show(fakeWorkbook([gridOf("ВПР", typed)]));
  await press(user, ...TO_SCHOOLS);
  expect((await screen.findAllByText(printed))[0]).toBeInTheDocument();
  expect(screen.queryAllByText(written)).toEqual([]);
});
