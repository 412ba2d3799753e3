import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../test/e2e/workbench";
import type { Story } from "../screen";

const fixture = (file: string, name: string) => ({
  name,
  buffer: readFileSync(join(ROOT, "test/fixtures/bad", file)),
});

export const nothing: Story = {
  name: "nothing",
  screens: [
    {
      id: "nothing",
      title: "Пустая книга: результаты не найдены",
      reach: async (walker) => {
        await walker.openBook(fixture("empty.xlsx", "Пустая.xlsx"));
        await walker.press(walker.texts.actions.read);
        await walker.heading(walker.texts.data.nothingHeading);
      },
    },
    {
      id: "nothing-like",
      title: "Листы есть, результатов на них нет",
      reach: async (walker) => {
        await walker.openBook(fixture("no-results.xlsx", "Без результатов.xlsx"));
        await walker.press(walker.texts.actions.read);
        await walker.heading(walker.texts.data.nothingHeading);
        await walker.unfold(walker.texts.recognition.unread);
        await walker.unfold(walker.texts.recognition.show);
      },
    },
  ],
};
