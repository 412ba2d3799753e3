import { runCommand, sheetTabs, showSheet, typeInto, type OpenPage } from "../../test/e2e/workbench";

/** What a picture is of: the pane, the cells of the sheet, the whole page. */
export type Part = "pane" | "grid" | "page";
export type Shoot = (name: string, part: Part) => Promise<void>;

/** The way of a methodist over every screen of the pane and the sheets that are made; a picture of each. */
export async function visit(open: OpenPage, shoot: Shoot): Promise<void> {
  await visitData(open, shoot);
  await visitSchools(open, shoot);
  await visitPlan(open, shoot);
  await visitControl(open, shoot);
  await visitPackage(open, shoot);
  await visitOthers(open, shoot);
}

async function visitData({ pane }: OpenPage, shoot: Shoot): Promise<void> {
  const read = pane.getByRole("button", { name: "Прочитать результаты" });
  await read.waitFor();
  await shoot("start", "pane");
  await read.click();
  await pane.getByText("Что прочитано").waitFor();
  await shoot("data", "pane");
  const details = pane.getByText("Столбцы и исправления").first();
  await details.click();
  await toTop(details);
  await shoot("correct", "pane");
}

async function visitSchools({ pane }: OpenPage, shoot: Shoot): Promise<void> {
  await pane.getByRole("button", { name: /^2\. Школы/ }).click();
  await pane.getByRole("heading", { name: /^В перечне/ }).waitFor();
  await shoot("schools", "pane");
  await shoot("schools-page", "page");
  for (const [name, heading] of [
    ["what-if", "Если изменить порог"],
    ["heat", /^Тепловая карта: школы/],
  ] as const) {
    const part = pane.getByText(heading).first();
    await part.click();
    await toTop(part);
    await shoot(name, "pane");
  }
  await pane.getByRole("button", { name: "Изменить", exact: true }).click();
  const threshold = pane.getByLabel("Порог, %", { exact: true });
  await threshold.waitFor();
  await shoot("settings", "pane");
  await pane.getByRole("button", { name: "Свернуть" }).click();
}

async function visitPlan({ pane }: OpenPage, shoot: Shoot): Promise<void> {
  await pane.getByRole("button", { name: /^3\. Дорожная карта/ }).click();
  await pane.getByRole("heading", { name: "Дорожная карта" }).waitFor();
  await shoot("plan", "pane");
  await pane.getByRole("button", { name: "Шаблоны мероприятий" }).click();
  await pane
    .getByRole("button", { name: /^Поместить в книгу/ })
    .first()
    .waitFor();
  await shoot("templates", "pane");
  const mix = pane.getByRole("button", { name: "Собрать из разных шаблонов" });
  await mix.scrollIntoViewIfNeeded();
  await mix.click();
  await pane.getByRole("heading", { name: "Собрать свой шаблон" }).waitFor();
  await shoot("mix", "pane");
  await pane.getByRole("button", { name: "К шаблонам" }).click();
  await pane.getByRole("button", { name: "К дорожной карте" }).click();
}

/** The summary, the question and the sheets of the whole package. */
async function visitPackage({ page, pane }: OpenPage, shoot: Shoot): Promise<void> {
  await pane.getByRole("button", { name: /^2\. Школы/ }).click();
  await pane.getByRole("button", { name: "Изменить", exact: true }).click();
  await pane.getByLabel("Что создать", { exact: true }).selectOption({ label: "Весь пакет документов" });
  await pane.getByRole("button", { name: "Применить" }).click();
  await pane.getByRole("button", { name: "Перейти к дорожной карте" }).click();
  await pane.getByRole("button", { name: "Создать дорожную карту" }).click();
  await pane.getByRole("button", { name: "Обновить листы" }).waitFor();
  await shoot("question", "pane");
  await pane.getByRole("button", { name: "Обновить листы" }).click();
  await pane.getByRole("heading", { name: /^Готово/ }).waitFor();
  await shoot("summary", "pane");
  for (const [name, sheet] of [
    ["order", "Приказ"],
    ["low-schools", "ШНОР"],
    ["requisites", "Реквизиты"],
  ] as const) {
    await showSheet(page, sheet);
    await shoot(name, "grid");
  }
}

/** Cells of the roadmap's first measures: status, day, document. */
const MARKS = [
  ["G38", "выполнено"],
  ["I38", "25.09.2026"],
  ["J38", "Приказ от 25.09.2026 № 101"],
  ["G39", "в работе"],
] as const;

async function visitControl({ page, pane }: OpenPage, shoot: Shoot): Promise<void> {
  await runCommand(page, "Создать дорожную карту");
  await pane.getByRole("heading", { name: /^Готово/ }).waitFor();
  await shoot("roadmap", "page");
  await showSheet(page, "Дорожная карта");
  for (const [cell, text] of MARKS) await typeInto(page, cell, text);
  await shoot("marks", "grid");
  await runCommand(page, "Обновить контроль");
  await showSheet(page, "Контроль");
  await shoot("control-sheet", "grid");
  await pane.getByRole("button", { name: "Контроль исполнения" }).click();
  const report = pane.getByRole("button", { name: "Составить отчёт за период" });
  await report.waitFor();
  await shoot("control", "pane");
  await report.click();
  await pane.getByRole("button", { name: "Открыть отчёт" }).click();
  if (!(await sheetTabs(page)).includes("Отчёт об исполнении")) throw new Error("no report");
  await shoot("report", "grid");
  await pane.getByRole("button", { name: "Назад" }).click();
}

async function visitOthers({ page, pane }: OpenPage, shoot: Shoot): Promise<void> {
  await pane.getByRole("button", { name: "Функции в ячейках" }).click();
  await pane.getByRole("heading", { name: "Функции в ячейках" }).waitFor();
  await shoot("functions", "pane");
  await pane.getByRole("button", { name: "Назад" }).click();
  await pane.getByRole("button", { name: "Убрать созданные листы" }).click();
  await pane.getByRole("heading", { name: "Убрать созданные листы" }).waitFor();
  await shoot("removal", "pane");
  await page.keyboard.press("Escape");
}

const toTop = (element: ReturnType<OpenPage["pane"]["getByText"]>): Promise<void> =>
  element.evaluate((found) => {
    found.scrollIntoView({ block: "start" });
  });
