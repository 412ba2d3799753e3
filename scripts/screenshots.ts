/** `npm run screenshots`: the pictures of README and docs, taken from the workbench as the browser tests open it. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type OpenPage, runCommand, startWorkbench, type Workbench } from "../test/e2e/workbench";

const folder = join(__dirname, "..", "docs", "images");

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const workbench = await startWorkbench();
  try {
    await shootLight(workbench);
    await shootDark(workbench);
  } finally {
    await workbench.close();
  }
}

async function shootLight(workbench: Workbench): Promise<void> {
  const opened = await workbench.open();
  const { page, pane } = opened;
  await pane.getByRole("button", { name: "Прочитать результаты" }).click();
  await pane.getByText("Что прочитано").waitFor();
  await shoot(opened, "data");
  await pane.getByRole("button", { name: /^2\. Школы/ }).click();
  await shoot(opened, "schools");
  await runCommand(page, "Создать дорожную карту");
  await shoot(opened, "workbench");
  await opened.close();
}

/** The sheet of control, whose charts the page names and does not draw. */
async function shootDark(workbench: Workbench): Promise<void> {
  const opened = await workbench.open({ colorScheme: "dark" });
  await runCommand(opened.page, "Создать дорожную карту");
  await runCommand(opened.page, "Обновить контроль");
  await shoot(opened, "dark");
  await opened.close();
}

async function shoot({ page }: OpenPage, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1500); // the grid paints a moment after the workbook changes
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

void main();
