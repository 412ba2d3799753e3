import type { Story } from "../screen";
import type { Walker } from "../walker";

const whatIf = ({ open, texts }: Walker) =>
  open.pane.getByRole("heading", { name: texts.insight.whatIf.heading });

const toSchools = async (walker: Walker): Promise<void> => {
  await walker.step(2);
  await walker.heading(/8/); // of the sample: «В перечне 8 школ из 20»
};

export const schools: Story = {
  name: "schools",
  screens: [
    {
      id: "schools",
      title: "Школы",
      reach: async (walker) => {
        await walker.read();
        await toSchools(walker);
        await whatIf(walker).waitFor();
      },
    },
    { id: "schools-page", title: "Школы рядом с книгой", part: "page", reach: () => Promise.resolve() },
    {
      id: "what-if",
      title: "Если изменить порог",
      reach: (walker) => walker.toTop(whatIf(walker)),
    },
    {
      id: "heat",
      title: "Тепловая карта",
      reach: (walker) => walker.unfold(walker.texts.insight.heat.heading),
    },
    {
      id: "settings",
      title: "Настройки",
      reach: async (walker) => {
        await walker.press(walker.texts.actions.change);
        await walker.open.pane.getByLabel(walker.texts.settings.threshold, { exact: true }).waitFor();
      },
    },
    {
      id: "settings-wrong",
      title: "Настройки с ошибкой ввода",
      reach: async (walker) => {
        await walker.fill(walker.texts.settings.threshold, "много");
        const wrong = walker.open.pane.getByText(walker.texts.settings.thresholdWrong);
        await wrong.scrollIntoViewIfNeeded();
      },
    },
    {
      id: "none",
      title: "Школ с низкими результатами нет",
      reach: async (walker) => {
        await walker.fill(walker.texts.settings.threshold, "100");
        await walker.heading(walker.texts.schools.noneHeading);
      },
    },
  ],
};
