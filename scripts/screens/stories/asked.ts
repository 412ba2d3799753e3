import type { Story } from "../screen";

/** In the sample: a cell of a school that is low, 7 of 20 (docs/architecture.md walks this figure). */
const [SHEET, CELL] = ["ВПР 2026", "F17"];

export const asked: Story = {
  name: "asked",
  screens: [
    {
      id: "why",
      title: "Почему эта школа?",
      reach: async (walker) => {
        await walker.cellCommand(SHEET, CELL, "why");
        await walker.open.pane.getByText(walker.texts.asked.here).waitFor();
      },
    },
    {
      id: "why-nobody",
      title: "Почему эта школа? – ячейка не школы",
      reach: async (walker) => {
        await walker.cellCommand(SHEET, "A1", "why");
        await walker.open.pane.getByText(walker.texts.asked.nobody).waitFor();
      },
    },
    {
      id: "results",
      title: "Это результаты – в выделении нет таблицы",
      reach: async (walker) => {
        await walker.cellCommand(SHEET, CELL, "results");
        await walker.open.pane.getByText(walker.texts.asked.empty).waitFor();
      },
    },
    {
      id: "not-results",
      title: "Это не результаты – исправлено",
      reach: async (walker) => {
        await walker.cellCommand(SHEET, CELL, "notResults");
        await walker.button(walker.texts.recognition.undo).waitFor();
      },
    },
    {
      id: "asked-failure",
      title: "Почему эта школа? – Excel не ответил",
      reach: async (walker) => {
        await walker.excel("refuses");
        await walker.cellCommand(SHEET, CELL, "why");
        await walker.open.pane.locator("main [role=status] .fui-MessageBar").waitFor();
      },
    },
  ],
};
