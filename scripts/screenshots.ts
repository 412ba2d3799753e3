/** `npm run screenshots`: the pictures of README, taken from the workbench as a user sees it. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startWorkbench } from "../test/e2e/workbench";

const folder = join(__dirname, "..", "docs", "images");

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const workbench = await startWorkbench();
  try {
    const opened = await workbench.open({ width: 1366, height: 768 });
    const { page, pane } = opened;
    const shoot = async (name: string): Promise<void> => {
      await page.waitForTimeout(1500); // the grid paints a moment after the workbook changes
      await page.screenshot({ path: join(folder, `${name}.png`) });
    };
    await pane.getByRole("button", { name: "Прочитать результаты" }).click();
    await pane.getByText("Что прочитано").waitFor();
    await shoot("data");
    await pane.getByRole("button", { name: /^2\. Школы/ }).click();
    await shoot("schools");
    await page
      .getByRole("button", { name: /Создать/ })
      .first()
      .click();
    await pane
      .getByText(/создан/i)
      .first()
      .waitFor({ timeout: 60_000 });
    await shoot("workbench");
    await opened.close();
  } finally {
    await workbench.close();
  }
}

void main();
