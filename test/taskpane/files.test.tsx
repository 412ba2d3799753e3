/** @jest-environment jsdom */
import "./dom";
import { TextDecoder, TextEncoder } from "node:util";
import axe from "axe-core";
import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { addedFiles } from "../../src/excel/files/added-files";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { button, press, show, TO_DATA } from "./show";

// jsdom has neither; every browser that Excel uses has both
Object.assign(globalThis, { TextDecoder, TextEncoder });

beforeEach(() => {
  addedFiles.setState({ grids: [], failures: [] });
});

/** A file of the page; jsdom's own has no `arrayBuffer`. */
function file(name: string, text: string): File {
  const bytes = Uint8Array.from(new TextEncoder().encode(text));
  return Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}
async function choose(user: UserEvent, ...files: readonly File[]): Promise<void> {
  await button("Добавить файлы");
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error("no input of files");
  await user.upload(input, [...files]);
}
const table = (...rows: readonly string[]): string =>
  ["Школа;Процедура;Учебный год;Участников;Не справились", ...rows].join("\n");

test("files are added to what the workbook has; what cannot be read says why, the rest is read", async () => {
  const workbook = fakeWorkbook();
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await choose(
    user,
    file("ОГЭ.csv", table("МБОУ «Лесная СОШ»;ОГЭ математика;2024/2025;20;8", "Итого;;;20;8")),
    file("старый.xls", "\u00d0\u00cf"),
    file("Результаты.xlsx", "PK"),
  );
  expect(await screen.findByText("ОГЭ.csv", { selector: "span" })).toBeInTheDocument();
  expect(screen.getByText(/^1 результат, 1 лист, замечаний: \d/)).toBeInTheDocument();
  expect(screen.getByText(/Файл не является книгой \.xlsx/)).toBeInTheDocument();
  // the open workbook has this name
  expect(screen.getByText(/Файл с таким именем уже есть/)).toBeInTheDocument();
  // 11 results of the workbook, one of the file
  expect(await screen.findByText(/^12 результатов/, { selector: "p" })).toBeInTheDocument();
  expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
});

test("a workbook without results gets them from a file", async () => {
  const user = show(fakeWorkbook([]));
  await press(user, ...TO_DATA);
  await screen.findByRole("heading", { name: "Результаты не найдены" });
  await choose(user, file("ВПР.csv", table("Лесная СОШ;ВПР математика 5;2024/2025;20;8")));
  expect(await screen.findByText(/^1 результат: 1 школа/, { selector: "p" })).toBeInTheDocument();
});

test("«Остановить» ends the reading and adds nothing", async () => {
  const user = show(fakeWorkbook());
  await press(user, ...TO_DATA);
  let release = (): void => undefined;
  const slow = Object.assign(file("а.csv", "x"), {
    arrayBuffer: () =>
      new Promise((resolve) => {
        release = () => {
          resolve(new ArrayBuffer(1));
        };
      }),
  });
  await choose(user, slow, file("б.csv", table("Лесная СОШ;ОГЭ математика;2024/2025;20;8")));
  await user.click(await button("Остановить"));
  release();
  await button("Добавить файлы");
  expect(addedFiles.getState().grids).toEqual([]);
});

test("a regional file asks whose schools to take and says how many results that leaves out", async () => {
  const rows = ROWS.slice(1, 4);
  const heading = [...(ROWS[0] ?? []), "Муниципалитет"];
  const regional = {
    ...gridOf("Регион", []),
    cells: [heading, ...rows.map((row, index) => [...row, index === 0 ? "М-ский район" : "Н-ский район"])],
  };
  const workbook = fakeWorkbook([regional]);
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await user.selectOptions(await screen.findByRole("combobox", { name: "Муниципалитет" }), "Н-ский район");
  await waitFor(() => {
    expect(workbook.saved.at(-1)?.municipality).toBe("Н-ский район");
  });
  expect(await screen.findByText(/^2 результата: 1 школа/, { selector: "p" })).toBeInTheDocument();
  expect(screen.getAllByText(/Результаты других не учтены: 1/).length).toBeGreaterThan(0);
});
