import { sheetTabs, showSheet } from "../../../test/e2e/workbench";
import type { Story } from "../screen";

const ROADMAP = "Дорожная карта";
/** Cells of the roadmap's first measures: status, day, document. */
const MARKS = [
  ["G38", "выполнено"],
  ["I38", "25.09.2026"],
  ["J38", "Приказ от 25.09.2026 № 101"],
  ["G39", "в работе"],
] as const;

export const control: Story = {
  name: "control",
  screens: [
    {
      id: "control-none",
      title: "Контроль: дорожной карты нет",
      reach: async (walker) => {
        await walker.press(walker.texts.actions.control);
        await walker.open.pane.getByText(walker.texts.control.none).waitFor();
      },
    },
    {
      id: "marks",
      title: "Отметки об исполнении на листе",
      part: "grid",
      reach: async (walker) => {
        await walker.command("CreateRoadmap");
        await walker.heading(walker.texts.roadmap.doneHeading);
        await walker.type(ROADMAP, MARKS);
      },
    },
    {
      id: "control-sheet",
      title: "Лист «Контроль»",
      part: "grid",
      reach: async (walker) => {
        const { page } = walker.open;
        await walker.command("UpdateControl");
        await page
          .locator('[data-u-comp="slide-tab-item"]', { hasText: /^Контроль$/ })
          .waitFor({ timeout: 60_000 });
        await showSheet(page, "Контроль");
      },
    },
    {
      id: "control",
      title: "Контроль исполнения",
      reach: async (walker) => {
        await walker.press(walker.texts.actions.control);
        await walker.button(walker.texts.control.report).waitFor();
      },
    },
    {
      id: "control-updated",
      title: "Контроль обновлён",
      reach: async (walker) => {
        await walker.press(walker.texts.control.update);
        await walker.button(walker.texts.control.openControl).waitFor();
      },
    },
    {
      id: "control-report",
      title: "Отчёт составлен",
      reach: async (walker) => {
        await walker.press(walker.texts.control.report);
        await walker.button(walker.texts.control.openReport).waitFor();
      },
    },
    {
      id: "report",
      title: "Лист «Отчёт об исполнении»",
      part: "grid",
      reach: async (walker) => {
        await walker.press(walker.texts.control.openReport);
        if (!(await sheetTabs(walker.open.page)).includes("Отчёт об исполнении"))
          throw new Error("no report");
      },
    },
  ],
};
